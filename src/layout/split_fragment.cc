#include "layout/split_fragment.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace briefpack::layout {

namespace {

constexpr double kTolerance = 0.01;
// Splitting early leaves at least this much on the page; less looks like an accident.
constexpr double kLeastPart = 60;
// The same for a piece that has to be split anyhow.
constexpr double kLeastForcedPart = 30;
// Of the page, which would stay white if the piece moved on whole. More, and small tables are left whole more often.
constexpr double kTableWhite = 1.0 / 5, kBlockWhite = 1.0 / 4;

// Which beginning of a fragment is taken: so many whole children, then a part of the next (down), or of each (across), or for
// each column what it takes of what the columns before have left.
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

// Heights first: the notes of what is too tall anyhow are not asked for, so a page costs what it takes and not what is left.
bool fits(const Fragment& fragment, double height, const NoteSet& on_page, const Room& room, NoteSet& notes) {
  if (height > room.height + kTolerance) return false;
  notes = with(on_page, notes_of(fragment));
  return taken(room, height, notes) <= room.height + kTolerance;
}

std::optional<Plan> plan(const Fragment& fragment, const Room& room);

// Whether to split a child that does not fit, of which `part` would.
bool is_worth_splitting(const Fragment& child, double part, double left_white, const Room& room) {
  if (child.is_text || room.is_last_resort) return true;
  const bool fits_a_page = child.height <= room.empty_page + kTolerance &&
                           taken(room, child.height, notes_of(child)) <= room.empty_page + kTolerance;
  if (!fits_a_page) return part >= kLeastForcedPart || left_white > room.empty_page - kLeastForcedPart;
  return left_white > room.empty_page * (child.is_table ? kTableWhite : kBlockWhite) && part >= kLeastPart;
}

std::size_t repeats_in(const Fragment& fragment) {
  const auto& children = fragment.children;
  return static_cast<std::size_t>(
      std::find_if(children.begin(), children.end(), [](const Fragment& child) { return !child.is_repeat; }) -
      children.begin());
}

std::optional<Plan> plan_down(const Fragment& fragment, const Room& room) {
  Plan result;
  result.notes = room.notes;
  double y = fragment.frame.top;
  const auto& children = fragment.children;
  for (const auto& child : children) {
    const std::size_t index = result.cut.children;
    if (child.starts_page && index > 0 && !children[index - 1].keeps_with_next) break;
    const double top = y + (index > 0 ? child.gap : 0);
    NoteSet notes;
    if (fits(child, top + child.height + fragment.frame.bottom, result.notes, room, notes)) {
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
  if (result.cut.children < children.size() && !room.is_last_resort) {
    while (result.cut.children > 0 && children[result.cut.children - 1].keeps_with_next)
      --result.cut.children;
  }
  if (result.cut.children <= repeats_in(fragment)) return {};
  result.notes = room.notes;
  y = fragment.frame.top;
  for (std::size_t i = 0; i < result.cut.children; ++i) {
    y += (i > 0 ? children[i].gap : 0) + children[i].height;
    merge(result.notes, notes_of(children[i]));
  }
  result.height = y + fragment.frame.bottom;
  return result;
}

// Side by side the notes of one column lower the room of the others: the common height is found by halving, to a point.
template <typename PlanAt>
std::optional<Plan> highest(const Room& room, double height, PlanAt plan_at) {
  std::optional<Plan> best;
  double low = 0, high = height;
  for (double at = high; high > 0; at = (low + high) / 2) {
    std::optional<Plan> found = plan_at(at);
    if (found && taken(room, found->height, found->notes) <= room.height + kTolerance) {
      best = std::move(found);
      low = at;
    } else {
      high = at;
    }
    if (high - low <= 1) break;
  }
  return best;
}

std::optional<Plan> plan_across(const Fragment& fragment, const Room& room) {
  return highest(room, room.height, [&](double height) -> std::optional<Plan> {
    Plan result;
    result.notes = room.notes;
    for (const auto& column : fragment.children) {
      Room own = room;
      own.height = height;
      own.notes = result.notes;
      auto part = is_done(column) ? std::nullopt : plan(column, own);
      if (part) {
        result.height = std::max(result.height, part->height);
        result.notes = std::move(part->notes);
      } else if (!is_done(column) && !room.is_last_resort) {
        // A number does not stand on another page than its entry, nor one column on another than its neighbour.
        return {};
      }
      result.cut.parts.push_back(part ? std::move(part->cut) : Cut{});
    }
    if (result.height == 0) return {};
    return result;
  });
}

std::optional<Plan> plan_columns(const Fragment& fragment, const Room& room);

std::optional<Plan> plan(const Fragment& fragment, const Room& room) {
  const bool has_page_break =
      std::any_of(fragment.children.begin(), fragment.children.end(),
                  [&](const Fragment& child) { return child.starts_page && &child != &fragment.children.front(); });
  NoteSet notes;
  if (!has_page_break && fits(fragment, fragment.height, room.notes, room, notes))
    return Plan{{true, 0, {}}, fragment.height, std::move(notes)};
  switch (fragment.flow) {
    case Fragment::Flow::down:
      return plan_down(fragment, room);
    case Fragment::Flow::across:
      return plan_across(fragment, room);
    case Fragment::Flow::columns:
      return plan_columns(fragment, room);
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
  shell.place = fragment.place;
  shell.width = fragment.width;
  shell.is_table = fragment.is_table;
  shell.is_text = fragment.is_text;
  shell.frame = fragment.frame;
  shell.column_x = fragment.column_x;
  return shell;
}

Fragment split(Fragment& from, const Cut& cut);

// What every column takes of the stack that runs through them.
Fragment split_columns(Fragment& from, const Cut& cut) {
  Fragment part = shell_of(from);
  part.flow = Fragment::Flow::across;
  part.column_x.clear();
  for (std::size_t i = 0; i < cut.parts.size(); ++i) {
    part.children.push_back(split(from.children.front(), cut.parts[i]));
    part.children.back().x = from.column_x[i];
  }
  return part;
}

Fragment split_down(Fragment& from, const Cut& cut) {
  Fragment part = shell_of(from);
  const auto end = from.children.begin() + static_cast<std::ptrdiff_t>(cut.children);
  part.children.assign(std::make_move_iterator(from.children.begin()), std::make_move_iterator(end));
  from.children.erase(from.children.begin(), end);
  if (!cut.parts.empty()) {
    part.children.push_back(split(from.children.front(), cut.parts.front()));
    if (is_done(from.children.front())) from.children.erase(from.children.begin());
  }
  if (part.children.empty() || from.children.empty()) return part;
  std::vector<Fragment> again = from.repeat;
  if (from.children.front().resume) again.push_back(*from.children.front().resume);
  for (auto& each : again) {
    each.is_repeat = true;
    each.keeps_with_next = true;
  }
  from.children.insert(from.children.begin(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
  return part;
}

Fragment split(Fragment& from, const Cut& cut) {
  if (cut.is_whole) {
    Fragment empty = shell_of(from);
    return std::exchange(from, std::move(empty));
  }
  Fragment part;
  switch (from.flow) {
    case Fragment::Flow::columns:
      part = split_columns(from, cut);
      break;
    case Fragment::Flow::across:
      part = shell_of(from);
      for (std::size_t i = 0; i < from.children.size(); ++i)
        part.children.push_back(split(from.children[i], cut.parts[i]));
      break;
    default:
      part = split_down(from, cut);
      break;
  }
  settle(part);
  settle(from);
  return part;
}

// All that planning looks at: the same fragment without what is drawn.
Fragment outline_of(const Fragment& fragment) {
  Fragment outline = shell_of(fragment);
  outline.height = fragment.height;
  outline.keeps_with_next = fragment.keeps_with_next;
  outline.starts_page = fragment.starts_page;
  outline.is_repeat = fragment.is_repeat;
  outline.ink.notes = fragment.ink.notes;
  // is_done() of a solid piece asks whether there is anything in it.
  if (fragment.flow == Fragment::Flow::solid && !is_done(fragment)) outline.ink.anchors.emplace_back();
  for (const auto& child : fragment.children) outline.children.push_back(outline_of(child));
  for (const auto& each : fragment.repeat) outline.repeat.push_back(outline_of(each));
  if (fragment.resume) outline.resume = std::make_shared<Fragment>(outline_of(*fragment.resume));
  return outline;
}

// What columns of a height take of a text.
struct Deal {
  std::vector<Cut> cuts;  // one a column
  double height = 0;      // of the highest
  NoteSet notes;
  bool is_all = false;
};

Deal deal(Fragment text, std::size_t columns, double height) {
  Deal result;
  Room room;
  room.height = room.empty_page = height;
  room.notes_height = [](const NoteSet&) { return 0.0; };
  for (std::size_t column = 0; column < columns; ++column) {
    auto found = is_done(text) ? std::nullopt : plan(text, room);
    result.cuts.push_back(found ? found->cut : Cut{});
    if (!found) continue;
    result.height = std::max(result.height, found->height);
    merge(result.notes, notes_of(split(text, found->cut)));
  }
  result.is_all = is_done(text);
  return result;
}

std::optional<Plan> plan_columns(const Fragment& fragment, const Room& room) {
  const Fragment text = outline_of(fragment.children.front());
  return highest(room, room.height - room.notes_height(room.notes), [&](double height) -> std::optional<Plan> {
    Deal found = deal(text, fragment.column_x.size(), height);
    if (found.height == 0) return {};
    return Plan{{false, 0, std::move(found.cuts)}, found.height, with(room.notes, found.notes)};
  });
}

Cut least_of(const Fragment& fragment) {
  Cut cut;
  if (fragment.flow == Fragment::Flow::solid || fragment.children.empty()) {
    cut.is_whole = true;
  } else if (fragment.flow == Fragment::Flow::columns) {
    cut.parts.resize(fragment.column_x.size());
    cut.parts.front() = least_of(fragment.children.front());
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
  NoteSet notes;
  return fits(fragment, fragment.height, room.notes, room, notes);
}

std::optional<Fragment> take_fitting(Fragment& from, const Room& room) {
  auto found = plan(from, room);
  if (!found) return {};
  return split(from, found->cut);
}

Fragment take_least(Fragment& from) { return split(from, least_of(from)); }

double balanced_height(const Fragment& columns) {
  const Fragment text = outline_of(columns.children.front());
  const std::size_t count = columns.column_x.size();
  double low = text.height / static_cast<double>(count), high = text.height;
  while (high - low > 1) {
    const double middle = (low + high) / 2;
    (deal(text, count, middle).is_all ? high : low) = middle;
  }
  const double found = deal(text, count, high).height;
  return deal(text, count, found).is_all ? found : high;
}

Fragment dealt(Fragment columns) {
  Deal found = deal(outline_of(columns.children.front()), columns.column_x.size(), columns.height);
  Fragment made = split(columns, Cut{false, 0, std::move(found.cuts)});
  assert(is_done(columns));  // balanced_height is a height that takes all
  return made;
}

bool is_done(const Fragment& fragment) {
  switch (fragment.flow) {
    case Fragment::Flow::solid:
      return fragment.height == 0 && fragment.ink.items.empty() && fragment.ink.anchors.empty();
    case Fragment::Flow::down:
      return repeats_in(fragment) == fragment.children.size();
    case Fragment::Flow::across:
    case Fragment::Flow::columns:
      return std::all_of(fragment.children.begin(), fragment.children.end(), is_done);
  }
  return true;
}

}  // namespace briefpack::layout
