#include "layout/split_fragment.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace briefpack::layout {

namespace {

constexpr double kTolerance = 0.01;
// Splitting early leaves at least this much on the page; less looks like an accident.
constexpr double kLeastPart = 60;
// The same for a piece that has to be split anyhow.
constexpr double kLeastForcedPart = 30;

// Which beginning of a fragment is taken: so many whole children, then a part of the next (down), or of each (across).
struct Cut {
  bool is_whole = false;
  std::size_t children = 0;
  std::vector<Cut> parts;
};

struct Plan {
  Cut cut;
  double height = 0;
  NoteSet notes;  // the room's and those of what is taken
};

double taken(const Room& room, double height, const NoteSet& notes) { return height + room.notes_height(notes); }

NoteSet with(const NoteSet& notes, const NoteSet& more) {
  NoteSet both = notes;
  merge(both, more);
  return both;
}

std::optional<Plan> plan(const Fragment& fragment, const Room& room);

// Whether to split a child that does not fit, of which `part` would.
bool is_worth_splitting(const Fragment& child, double part, double left_white, const Room& room) {
  const bool fits_a_page = taken(room, child.height, child.notes) <= room.empty_page + kTolerance;
  if (!fits_a_page) return part >= kLeastForcedPart || left_white > room.empty_page - kLeastForcedPart;
  return left_white > room.empty_page / 3 && part >= kLeastPart;
}

std::optional<Plan> plan_down(const Fragment& fragment, const Room& room) {
  Plan result;
  result.notes = room.notes;
  double y = fragment.frame.top;
  const auto& children = fragment.children;
  for (const auto& child : children) {
    const std::size_t index = result.cut.children;
    if (child.starts_page && index > 0) break;
    const double top = y + (index > 0 ? child.gap : 0);
    NoteSet notes = with(result.notes, child.notes);
    if (taken(room, top + child.height + fragment.frame.bottom, notes) <= room.height + kTolerance) {
      y = top + child.height;
      result.notes = std::move(notes);
      ++result.cut.children;
      continue;
    }
    Room rest = room;
    rest.height = room.height - top - fragment.frame.bottom;
    rest.notes = result.notes;
    const double left_white = rest.height - room.notes_height(rest.notes);
    if (auto part = plan(child, rest); part && is_worth_splitting(child, part->height, left_white, room)) {
      result.height = top + part->height + fragment.frame.bottom;
      result.notes = std::move(part->notes);
      result.cut.parts.push_back(std::move(part->cut));
      return result;
    }
    break;
  }
  // A page does not end behind a heading: it goes with what follows it.
  if (result.cut.children < children.size()) {
    while (result.cut.children > 0 && children[result.cut.children - 1].keeps_with_next)
      --result.cut.children;
  }
  const std::size_t least = !children.empty() && children.front().is_repeat ? 1 : 0;
  if (result.cut.children <= least) return {};
  result.notes = room.notes;
  y = fragment.frame.top;
  for (std::size_t i = 0; i < result.cut.children; ++i) {
    y += (i > 0 ? children[i].gap : 0) + children[i].height;
    merge(result.notes, children[i].notes);
  }
  result.height = y + fragment.frame.bottom;
  return result;
}

std::optional<Plan> plan_across(const Fragment& fragment, const Room& room) {
  // The notes of one column lower the room of the others, so the common height is found by trying, from above.
  double height = room.height;
  while (height > 0) {
    Plan result;
    result.notes = room.notes;
    bool takes_any = false;
    for (const auto& column : fragment.children) {
      Room own = room;
      own.height = height;
      own.notes = result.notes;
      auto part = is_done(column) ? std::nullopt : plan(column, own);
      if (part) {
        takes_any = true;
        result.height = std::max(result.height, part->height);
        result.notes = std::move(part->notes);
      }
      result.cut.parts.push_back(part ? std::move(part->cut) : Cut{});
    }
    if (!takes_any) return {};
    const double over = taken(room, result.height, result.notes) - room.height;
    if (over <= kTolerance) return result;
    height -= std::max(over, 1.0);
  }
  return {};
}

std::optional<Plan> plan(const Fragment& fragment, const Room& room) {
  const bool has_page_break =
      std::any_of(fragment.children.begin(), fragment.children.end(),
                  [&](const Fragment& child) { return child.starts_page && &child != &fragment.children.front(); });
  if (!has_page_break && fits(fragment, room))
    return Plan{{true, 0, {}}, fragment.height, with(room.notes, fragment.notes)};
  switch (fragment.flow) {
    case Fragment::Flow::down:
      return plan_down(fragment, room);
    case Fragment::Flow::across:
      return plan_across(fragment, room);
    case Fragment::Flow::solid:
      break;
  }
  return {};
}

// An empty fragment of the same kind and place.
Fragment shell_of(const Fragment& fragment) {
  Fragment shell;
  shell.flow = fragment.flow;
  shell.x = fragment.x;
  shell.gap = fragment.gap;
  shell.width = fragment.width;
  shell.is_table = fragment.is_table;
  shell.frame = fragment.frame;
  return shell;
}

Fragment split(Fragment& from, const Cut& cut) {
  if (cut.is_whole) {
    Fragment empty = shell_of(from);
    return std::exchange(from, std::move(empty));
  }
  Fragment part = shell_of(from);
  if (from.flow == Fragment::Flow::across) {
    for (std::size_t i = 0; i < from.children.size(); ++i)
      part.children.push_back(split(from.children[i], cut.parts[i]));
  } else {
    const auto end = from.children.begin() + static_cast<std::ptrdiff_t>(cut.children);
    part.children.assign(std::make_move_iterator(from.children.begin()), std::make_move_iterator(end));
    from.children.erase(from.children.begin(), end);
    if (!cut.parts.empty()) {
      part.children.push_back(split(from.children.front(), cut.parts.front()));
      if (is_done(from.children.front())) from.children.erase(from.children.begin());
    }
    if (cut.children + cut.parts.size() > 0 && !from.children.empty() && !from.repeat.empty()) {
      from.children.insert(from.children.begin(), from.repeat.front());
    }
  }
  settle(part);
  settle(from);
  return part;
}

Cut least_of(const Fragment& fragment) {
  Cut cut;
  if (fragment.flow == Fragment::Flow::solid || fragment.children.empty()) {
    cut.is_whole = true;
  } else if (fragment.flow == Fragment::Flow::across) {
    bool takes_any = false;
    for (const auto& column : fragment.children) {
      if (takes_any || is_done(column)) {
        cut.parts.emplace_back();
      } else {
        cut.parts.push_back(least_of(column));
        takes_any = true;
      }
    }
  } else {
    while (cut.children + 1 < fragment.children.size() && fragment.children[cut.children].keeps_with_next)
      ++cut.children;
    cut.parts.push_back(least_of(fragment.children[cut.children]));
  }
  return cut;
}

}  // namespace

bool fits(const Fragment& fragment, const Room& room) {
  return taken(room, fragment.height, with(room.notes, fragment.notes)) <= room.height + kTolerance;
}

std::optional<Fragment> take_fitting(Fragment& from, const Room& room) {
  auto found = plan(from, room);
  if (!found) return {};
  return split(from, found->cut);
}

Fragment take_least(Fragment& from) { return split(from, least_of(from)); }

bool is_done(const Fragment& fragment) {
  switch (fragment.flow) {
    case Fragment::Flow::solid:
      return fragment.height == 0 && fragment.ink.items.empty() && fragment.ink.anchors.empty();
    case Fragment::Flow::down:
      return fragment.children.empty() || (fragment.children.size() == 1 && fragment.children.front().is_repeat);
    case Fragment::Flow::across:
      return std::all_of(fragment.children.begin(), fragment.children.end(), is_done);
  }
  return true;
}

}  // namespace briefpack::layout
