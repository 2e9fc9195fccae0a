#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "chart/draw.h"
#include "geometry/picture.h"

/// What must hold of the picture of any chart (visual specification, section 6): for tests.
namespace briefpack::chart {

/// Half the size for each byte: enough for geometry, and the same everywhere.
inline double fixed_advance(std::string_view text, const geometry::TextStyle& style) {
  return static_cast<double>(text.size()) * style.size * 0.5;
}

/// A label's ink: from the top of its figures to the foot of its descenders, in the measure of `fixed_advance`.
struct LabelBox {
  std::string text;
  geometry::Rect box;
  std::size_t at = 0;          ///< Number of its shape.
  std::uint32_t figure = geometry::kNone;
};

inline std::vector<LabelBox> label_boxes(const geometry::Picture& picture) {
  std::vector<LabelBox> out;
  for (std::size_t i = 0; i < picture.shapes.size(); ++i) {
    const auto* label = std::get_if<geometry::TextShape>(&picture.shapes[i]);
    if (label == nullptr) continue;
    LabelBox box;
    box.at = i;
    double x = label->at.x, top = label->at.y, bottom = label->at.y;
    for (const geometry::TextPiece& piece : label->pieces) {
      if (piece.text.empty()) continue;
      box.text += piece.text;
      if (box.figure == geometry::kNone) box.figure = piece.figure;
      x += fixed_advance(piece.text, piece.style);
      top = std::min(top, label->at.y - piece.style.rise - 0.73 * piece.style.size);
      bottom = std::max(bottom, label->at.y - piece.style.rise + 0.2 * piece.style.size);
    }
    if (box.text.empty()) continue;
    box.box = {label->at.x, top, x - label->at.x, bottom - top};
    out.push_back(std::move(box));
  }
  return out;
}

/// `inner` lies in `outer`, a tenth of a point of slack aside.
inline bool holds(const geometry::Rect& outer, const geometry::Rect& inner) {
  return inner.x >= outer.x - 0.1 && inner.y >= outer.y - 0.1 && inner.right() <= outer.right() + 0.1 && inner.bottom() <= outer.bottom() + 0.1;
}

/// Whether the straight steps of a path come into a box (Liang and Barsky 1984); curves count by their chord.
inline bool path_enters(const geometry::Path& path, const geometry::Rect& box) {
  geometry::Point from, start;
  const auto enters = [&](geometry::Point a, geometry::Point b) {
    double first = 0, last = 1;
    const double dx = b.x - a.x, dy = b.y - a.y;
    for (const auto& [slope, room] : {std::pair{-dx, a.x - box.x}, std::pair{dx, box.right() - a.x}, std::pair{-dy, a.y - box.y}, std::pair{dy, box.bottom() - a.y}}) {
      if (slope == 0) {
        if (room <= 0) return false;
      } else if (slope < 0) {
        first = std::max(first, room / slope);
      } else {
        last = std::min(last, room / slope);
      }
    }
    return first < last;
  };
  for (const geometry::PathStep& step : path.steps) {
    switch (step.kind) {
      case geometry::PathStep::Kind::move: start = step.to; break;
      case geometry::PathStep::Kind::line:
      case geometry::PathStep::Kind::curve:
        if (enters(from, step.to)) return true;
        break;
      case geometry::PathStep::Kind::close:
        if (enters(from, start)) return true;
        break;
    }
    from = step.kind == geometry::PathStep::Kind::close ? start : step.to;
  }
  return false;
}

/// Every sentence that is not true of the picture: labels inside it, none over another, over a mark that it does not stand
/// in, or over a line; a patch between line or mark and label makes good, for lines and the label's own mark.
inline std::vector<std::string> faults_of(const geometry::Picture& picture) {
  std::vector<std::string> out;
  const auto labels = label_boxes(picture);
  const geometry::Rect all{0, 0, picture.size.width, picture.size.height};
  for (const LabelBox& label : labels) {
    if (!holds(all, label.box)) out.push_back("\"" + label.text + "\" leaves the picture");
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (std::size_t j = i + 1; j < labels.size(); ++j) {
      if (labels[i].box.intersects(labels[j].box)) out.push_back("\"" + labels[i].text + "\" lies over \"" + labels[j].text + "\"");
    }
  }
  for (const LabelBox& label : labels) {
    for (std::size_t i = 0; i < picture.shapes.size(); ++i) {
      const auto* shape = std::get_if<geometry::PathShape>(&picture.shapes[i]);
      if (shape == nullptr) continue;
      const geometry::Rect bounds = shape->path.bounds();
      // What a filled shape drawn before the label covers wholly is its ground; the label is read on it.
      const auto is_covered = [&](std::size_t after) {
        for (std::size_t k = after + 1; k < label.at; ++k) {
          const auto* ground = std::get_if<geometry::PathShape>(&picture.shapes[k]);
          if (ground != nullptr && ground->fill && !ground->hatch && holds(ground->path.bounds(), label.box)) return true;
        }
        return false;
      };
      const bool is_area = shape->fill && bounds.width > 0.2 && bounds.height > 0.2;
      if (is_area) {
        if (!bounds.intersects(label.box)) continue;
        if (i < label.at && !shape->hatch && holds(bounds, label.box)) continue;
        const bool is_patch = shape->fill == geometry::palette::kWhite && !shape->stroke && !shape->hatch;
        if (is_patch && i < label.at) continue;
        if (i < label.at && is_covered(i)) continue;
        out.push_back("\"" + label.text + "\" lies over " + geometry::dump(*shape));
      } else if (shape->stroke && path_enters(shape->path, label.box)) {
        if (i < label.at && is_covered(i)) continue;
        out.push_back("\"" + label.text + "\" is crossed by " + geometry::dump(*shape));
      }
    }
  }
  return out;
}

}  // namespace briefpack::chart
