#include "layout/paginate.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/set_text.h"
#include "layout/split_fragment.h"

namespace briefpack::layout {

using document::NoteIndex;
using geometry::Path;
using geometry::Point;
using geometry::Rect;

namespace {
// Below the last line of a page without notes, up to the footer.
constexpr double kAboveFooter = 6;
}  // namespace

Paginator::Paginator(Context& context, page::Pages& pages, const PageGrid& grid)
    : context_(context), pages_(pages), grid_(grid) {}

std::uint32_t Paginator::add_page() {
  pages_.pages.emplace_back();
  return static_cast<std::uint32_t>(pages_.pages.size() - 1);
}

void Paginator::warn_too_tall(std::size_t section) {
  context_.warnings.push_back(Diagnostic::warning("layout/too-tall", {},
                                                  "a block of the page \"" + context_.document.sections[section].title +
                                                      "\" is taller than a page and runs into its foot")
                                  .hint("make it shorter"));
}

void Paginator::add_section(std::size_t section, Fragment body, Ink opening, double top, bool has_band,
                            NoteBlock& notes) {
  std::vector<FootNotes> feet;
  std::vector<NoteOnPage> carried;  // notes for which the page of their mark had no room
  bool is_first = true;
  const auto notes_height = [&](const NoteSet& set) {
    const double height = notes.height(set);
    return height > 0 ? height + kAboveNotes : kAboveFooter;
  };
  do {
    const std::uint32_t page = add_page();
    filled_.push_back({page, section, is_first && has_band});
    if (is_first) place(std::move(opening), {0, 0}, page);
    const double body_top = is_first ? top : grid_.body_top;

    Room room;
    room.height = grid_.notes_bottom - body_top;
    room.empty_page = grid_.notes_bottom - grid_.body_top;
    room.notes_height = notes_height;
    for (const auto& note : carried)
      merge(room.notes, {note.note});
    std::optional<Fragment> part;
    if (!is_done(body)) {
      part = take_fitting(body, room);
      // Under a band there is less room than on the next page; there the piece may fit.
      if (!part && !(is_first && has_band)) {
        part = take_least(body);
        warn_too_tall(section);
      }
    }
    const double body_height = part ? part->height : 0;
    std::vector<NoteOnPage> wanted = carried;
    if (part) {
      for (const auto note : part->notes) {
        const auto there = std::find_if(wanted.begin(), wanted.end(), [&](const auto& w) { return w.note == note; });
        if (there == wanted.end()) wanted.push_back({note, page});
        else there->also_on.push_back(page);
      }
      place(std::move(*part), {grid_.left, body_top}, page);
    }
    std::sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.note < b.note; });

    NoteSet all;
    for (const auto& note : wanted)
      all.push_back(note.note);
    NoteSet here = notes.fitting(all, room.height - body_height - (body_height > 0 ? kAboveNotes : 0));
    if (here.empty() && !all.empty() && !part) here.push_back(all.front());
    FootNotes foot{page, {}};
    carried.clear();
    for (const auto& note : wanted) {
      const bool fits_here = std::binary_search(here.begin(), here.end(), note.note);
      (fits_here ? foot.notes : carried).push_back(note);
    }
    feet.push_back(std::move(foot));
    is_first = false;
  } while (!is_done(body) || !carried.empty());
  // Last, so that those who listen hear the section first and its notes behind it.
  for (const auto& foot : feet)
    print_notes(foot, notes);
}

void Paginator::print_notes(const FootNotes& foot, NoteBlock& notes) {
  NoteSet set;
  for (const auto& note : foot.notes)
    set.push_back(note.note);
  const double height = notes.height(set);
  if (height == 0) return;
  const double top = grid_.notes_bottom - height;
  for (const auto& note : foot.notes) {
    // A note leads back to its mark, which stands on an earlier page when the note had to move on.
    const auto mark = marks_.find({note.marked_on, note.note});
    if (mark != marks_.end()) {
      pages_.destinations[destination_of({foot.page, note.note}, first_marks_)] = {note.marked_on, mark->second};
    }
  }
  Ink ink = notes.set(set, foot.page + 1);
  for (const auto& link : ink.links) {
    if (link.kind != InkLink::Kind::back) continue;
    const auto on =
        std::find_if(foot.notes.begin(), foot.notes.end(), [&](const auto& n) { return n.note == link.note; });
    const page::Destination place{foot.page, {grid_.left + link.box.x, top + link.box.y}};
    pages_.destinations[destination_of({on->marked_on, link.note}, note_places_)] = place;
    for (const std::uint32_t page : on->also_on) pages_.destinations[destination_of({page, link.note}, note_places_)] = place;
  }
  place(std::move(ink), {grid_.left, top}, foot.page);
}

void Paginator::draw_frame(const Fragment& fragment, Point at, std::uint32_t page) {
  const Frame& frame = fragment.frame;
  Ink ink;
  const Rect box{0, 0, fragment.width, fragment.height};
  if (frame.ground) {
    ink.add(Path::rect(box), frame.ground, {}, page::kArtifact, page::ArtifactKind::background);
  }
  if (frame.border) {
    const double inset = frame.border->width / 2;
    ink.add(Path::rect({inset, inset, box.width - 2 * inset, box.height - 2 * inset}), {}, frame.border);
  }
  if (frame.rule) ink.rule({0, frame.rule->width / 2}, box.width, frame.rule->color, frame.rule->width);
  if (frame.side_rule) {
    const double x = frame.side_rule->width / 2;
    ink.add(Path::line({x, 0}, {x, box.height}), {}, frame.side_rule);
  }
  if (!ink.items.empty()) place(std::move(ink), at, page);
}

void Paginator::place(Fragment fragment, Point at, std::uint32_t page) {
  switch (fragment.flow) {
    case Fragment::Flow::solid:
      place(std::move(fragment.ink), at, page);
      return;
    case Fragment::Flow::across:
      for (auto& child : fragment.children)
        place(std::move(child), {at.x + child.x, at.y}, page);
      return;
    case Fragment::Flow::down:
      break;
  }
  draw_frame(fragment, at, page);
  double y = at.y + fragment.frame.top;
  bool is_first = true;
  for (auto& child : fragment.children) {
    if (!is_first) y += child.gap;
    is_first = false;
    const double height = child.height;
    const double x = at.x + fragment.frame.left + child.x;
    place(std::move(child), {x, y}, page);
    y += height;
  }
}

void Paginator::place(Ink ink, Point at, std::uint32_t page) {
  auto& target = pages_.pages[page];
  for (auto& reference : ink.references) {
    references_.push_back({page, target.items.size() + reference.item, std::move(reference.label)});
  }
  for (auto& item : ink.items) {
    std::visit([&](auto& it) { it.at = {it.at.x + at.x, it.at.y + at.y}; }, item);
    if (const auto* text = std::get_if<page::TextItem>(&item)) {
      for (const auto note : text->notes) {
        marks_.emplace(NoteKey{page, note}, Point{text->at.x, text->at.y - 2 * text->run.style.size});
      }
    }
    target.items.push_back(std::move(item));
  }
  for (auto& anchor : ink.anchors) {
    const page::Destination place{page, {anchor.at.x + at.x, anchor.at.y + at.y}};
    if (!anchor.label.empty()) pages_.destinations[destination_of(anchor.label)] = place;
    if (!anchor.bookmark.empty()) pages_.outline.push_back({std::move(anchor.bookmark), anchor.level, place});
  }
  for (const auto& box : ink.boxes) {
    context_.structure[box.element].box = Rect{box.box.x + at.x, box.box.y + at.y, box.box.width, box.box.height};
  }
  for (const auto& print : ink.prints) {
    if (print.figure < context_.document.figures.size()) context_.places.add_page(print.figure, page + 1, print.text);
  }
  for (auto& link : ink.links)
    target.links.push_back(area_of(std::move(link), at, page));
}

page::LinkArea Paginator::area_of(InkLink link, Point at, std::uint32_t page) {
  page::LinkArea area;
  area.box = {link.box.x + at.x, link.box.y + at.y, link.box.width, link.box.height};
  area.contents = link.contents.empty() ? link.target : std::move(link.contents);
  area.element = link.element;
  switch (link.kind) {
    case InkLink::Kind::note:
      area.target = destination_of({page, link.note}, note_places_);
      break;
    case InkLink::Kind::back:
      area.target = destination_of({page, link.note}, first_marks_);
      break;
    case InkLink::Kind::label:
      area.target = destination_of(link.target);
      break;
    case InkLink::Kind::uri:
      area.target = std::move(link.target);
      break;
  }
  return area;
}

page::DestinationId Paginator::destination_of(const std::string& label) {
  const auto [it, is_new] = labels_.emplace(label, static_cast<page::DestinationId>(pages_.destinations.size()));
  if (is_new) pages_.destinations.emplace_back();
  return it->second;
}

page::DestinationId Paginator::destination_of(NoteKey note, std::map<NoteKey, page::DestinationId>& known) {
  const auto [it, is_new] = known.emplace(note, static_cast<page::DestinationId>(pages_.destinations.size()));
  if (is_new) pages_.destinations.emplace_back();
  return it->second;
}

std::uint32_t Paginator::page_of(const std::string& label) const {
  const auto found = labels_.find(label);
  return found == labels_.end() ? 0 : pages_.destinations[found->second].page + 1;
}

void Paginator::resolve_references() {
  for (const auto& reference : references_) {
    auto& item = std::get<page::TextItem>(pages_.pages[reference.page].items[reference.item]);
    const std::string number = std::to_string(page_of(reference.label));
    auto line = context_.shaper.line(number, item.run.style, item.run.lang);
    if (line.runs.empty()) continue;
    // Right-aligned and inline alike, the number has the width of the zeros it replaces.
    const auto tag = item.run.tag;
    item.run = std::move(line.runs.front());
    item.run.tag = tag;
  }
}

}  // namespace briefpack::layout
