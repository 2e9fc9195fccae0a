#include "svg/write_svg.h"

#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.h"

namespace briefpack::svg {

namespace {

using geometry::Color;
using geometry::PathStep;
using geometry::Point;

/// Two decimals, no trailing zeros: a hundredth of a point is less than a screen shows.
std::string number(double value) {
  std::string out = fmt::format("{:.2f}", value);
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_xml = c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0xFFFE && c != 0xFFFF;
    if (!is_xml) continue;
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      default: append_utf8(out, c);
    }
  }
  return out;
}

struct FaceForm {
  const char* family;
  int weight;
};

FaceForm form_of(geometry::FontFace face) {
  switch (face) {
    case geometry::FontFace::regular: return {"Inter, 'Noto Sans CJK KR', 'Noto Sans', sans-serif", 400};
    case geometry::FontFace::semibold: return {"Inter, 'Noto Sans CJK KR', 'Noto Sans', sans-serif", 600};
    case geometry::FontFace::bold: return {"Inter, 'Noto Sans CJK KR', 'Noto Sans', sans-serif", 700};
    case geometry::FontFace::display_bold: return {"'Inter Display', Inter, 'Noto Sans CJK KR', 'Noto Sans', sans-serif", 700};
  }
  return {"sans-serif", 400};
}

class SvgWriter {
 public:
  explicit SvgWriter(const SvgOptions& options) : palette_(options.palette), families_(options.families) {}

  std::string write(const page::Page& page, geometry::Size size, const SvgOptions& options) {
    for (const page::Item& item : page.items) {
      std::visit([this](const auto& each) { add(each); }, item);
    }
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
        "aria-labelledby=\"title description\" xml:lang=\"{2}\">\n",
        number(size.width), number(size.height), escaped(options.lang));
    out += fmt::format("<title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n", escaped(options.title), escaped(options.description));
    if (!hatches_.empty()) out += "<defs>\n" + patterns() + "</defs>\n";
    out += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", number(size.width), number(size.height));
    return out + body_ + "</svg>\n";
  }

 private:
  std::string color(Color of) const { return fmt::format("#{:06x}", hex(palette_[of])); }

  void add(const page::PathItem& item) {
    const geometry::PathShape& shape = item.shape;
    if (shape.path.steps.empty()) return;
    const std::string d = data(shape.path, item.at);
    const std::string fill = shape.fill ? color(*shape.fill) : "none";
    std::string stroke;
    if (shape.stroke) {
      stroke = fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", color(shape.stroke->color), number(shape.stroke->width));
      std::string dash;
      for (const double each : shape.stroke->dash) dash += (dash.empty() ? "" : " ") + number(each);
      if (!dash.empty()) stroke += fmt::format(" stroke-dasharray=\"{}\"", dash);
    }
    if (!shape.hatch) {
      if (shape.fill || shape.stroke) body_ += fmt::format("<path d=\"{}\" fill=\"{}\"{}/>\n", d, fill, stroke);
      return;
    }
    const std::string hatch = color(*shape.hatch);
    hatches_.insert(hatch);
    if (shape.fill) body_ += fmt::format("<path d=\"{}\" fill=\"{}\"/>\n", d, fill);
    body_ += fmt::format("<path d=\"{}\" fill=\"url(#hatch-{})\"{}/>\n", d, hatch.substr(1), stroke);
  }

  void add(const page::ImageItem&) {}  // logos stand in running heads and on covers, which no drawing has

  void add(const page::TextItem& item) {
    const text::GlyphRun& run = item.run;
    const std::string words = escaped(run.text);
    if (words.find_first_not_of(' ') == std::string::npos) return;
    const FaceForm form = form_of(run.style.face);
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-family=\"{}\" font-weight=\"{}\" font-size=\"{}\" fill=\"{}\"",
                         number(run.right_to_left ? item.at.x + run.width : item.at.x), number(item.at.y - run.style.rise), family_of(run.style.face) + form.family, form.weight,
                         number(run.style.size), color(run.style.color));
    if (run.style.tabular) body_ += " font-variant-numeric=\"tabular-nums\"";
    if (run.right_to_left) body_ += " direction=\"rtl\"";
    if (!run.lang.empty()) body_ += fmt::format(" xml:lang=\"{}\"", escaped(run.lang));
    // Another font would be wider or narrower; the text keeps its place beside its neighbours all the same.
    body_ += fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{}</text>\n", number(run.width), words);
  }

  /// The theme's font in front of the program's own: "'Noto Serif', ".
  std::string family_of(geometry::FontFace face) const {
    std::string name = families_[static_cast<std::size_t>(face)];
    if (name.empty()) return {};
    std::erase_if(name, [](char c) { return c == '\'' || c == '\\'; });
    return "'" + escaped(name) + "', ";
  }

  static std::string data(const geometry::Path& path, Point at) {
    std::string out;
    const auto put = [&](Point point) { out += number(point.x + at.x) + " " + number(point.y + at.y) + " "; };
    for (const PathStep& step : path.steps) {
      switch (step.kind) {
        case PathStep::Kind::move:
          out += "M";
          put(step.to);
          break;
        case PathStep::Kind::line:
          out += "L";
          put(step.to);
          break;
        case PathStep::Kind::curve:
          out += "C";
          put(step.control1);
          put(step.control2);
          put(step.to);
          break;
        case PathStep::Kind::close: out += "Z "; break;
      }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
  }

  /// Lines that rise to the right, 3.5 apart and 0.9 wide (geometry/picture.h).
  std::string patterns() const {
    std::string out;
    for (const std::string& hatch : hatches_) {
      out += fmt::format(
          "<pattern id=\"hatch-{}\" width=\"3.5\" height=\"3.5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
          "<rect width=\"0.9\" height=\"3.5\" fill=\"{}\"/></pattern>\n",
          hatch.substr(1), hatch);
    }
    return out;
  }

  const geometry::Palette& palette_;
  const std::array<std::string, 4>& families_;
  std::string body_;
  std::set<std::string> hatches_;
};

}  // namespace

std::string write_svg(const page::Page& page, geometry::Size size, const SvgOptions& options) { return SvgWriter(options).write(page, size, options); }

}  // namespace briefpack::svg
