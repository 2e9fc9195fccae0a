#include "layout/paginate.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/cut_tall.h"
#include "layout/set_text.h"

namespace briefpack::layout {

using document::NoteIndex;
using geometry::Path;
using geometry::Point;
using geometry::Rect;

namespace {
// Below the last line of a page without notes, up to the footer.
constexpr double kAboveFooter = 6;
// On a page of text and tables; a page that has more takes more memory as it fills.
constexpr std::size_t kUsualItems = 256;
}  // namespace

Paginator::Paginator(Context& context, page::Pages& pages, const PageGrid& grid)
    : context_(context), pages_(pages), grid_(grid) {}

std::uint32_t Paginator::add_page() {
  pages_.pages.emplace_back().items.reserve(kUsualItems);
  return static_cast<std::uint32_t>(pages_.pages.size() - 1);
}

void Paginator::warn_too_tall(std::size_t section, SourceSpan place) {
  Diagnostic warning = Diagnostic::warning("layout/too-tall", place,
                                           "a block of the page \"" + context_.document.sections[section].title +
                                               "\" is taller than a page and goes on, on the next")
                           .hint("make it shorter");
  // A chart that was found too tall before has said so.
  const auto is_same = [&](const Diagnostic& each) { return each.span == place && (place.is_known() ? each.code.starts_with("layout/") : each.message == warning.message); };
  if (std::none_of(context_.warnings.begin(), context_.warnings.end(), is_same)) context_.warnings.push_back(std::move(warning));
}

namespace {

// The place of the block that a body begins with.
SourceSpan first_place(const Fragment& body, SourceSpan place) {
  if (body.place.is_known()) place = body.place;
  for (const Fragment& child : body.children) {
    if (!child.is_repeat && !is_done(child)) return first_place(child, place);
  }
  return place;
}

}  // namespace

std::optional<Fragment> Paginator::take_part(Fragment& body, Room& room, bool may_stay_empty, std::size_t section) {
  if (room.notes_height(room.notes) > room.empty_page / 2) return {};
  if (auto part = take_fitting(body, room)) return part;
  if (may_stay_empty) return {};
  // The least piece has more notes than fit: they go on, on the next page.
  const auto all_notes = room.notes_height;
  for (const double most : {room.empty_page / 2, room.empty_page / 8}) {
    room.notes_height = [&all_notes, most](const NoteSet& notes) { return std::min(all_notes(notes), most); };
    if (auto part = take_fitting(body, room)) return part;
  }
  room.is_last_resort = true;
  if (auto part = take_fitting(body, room)) return part;
  warn_too_tall(section, first_place(body, context_.document.sections[section].span));
  return take_least(body);
}

namespace {

// White space that is left at the foot of a page goes between its blocks, as far as that still looks even.
void spread(Fragment& part, double white) {
  constexpr double kMostMore = 9, kLeastGap = 9;  // A caption stays close to what it names.
  if (part.flow != Fragment::Flow::down) return;
  std::vector<Fragment*> below;
  for (std::size_t i = 1; i < part.children.size(); ++i) {
    if (part.children[i].gap >= kLeastGap && !part.children[i - 1].keeps_with_next) below.push_back(&part.children[i]);
  }
  if (below.empty() || white <= 0) return;
  const double more = std::min(kMostMore, white / static_cast<double>(below.size()));
  for (auto* child : below) child->gap += more;
  settle(part);
}

constexpr double kLeastShare = 0.55;  // of a gap that gives way; less and blocks run into one another

bool may_shrink(double gap) { return gap >= 9; }  // Less binds what belongs together.

// Height with the white space between blocks shrunk by `part` of what it may give.
double height_with(const Fragment& fragment, double part) {
  if (fragment.flow == Fragment::Flow::solid || fragment.flow == Fragment::Flow::columns) return fragment.height;
  double height = fragment.flow == Fragment::Flow::down ? fragment.frame.top + fragment.frame.bottom : 0;
  for (std::size_t i = 0; i < fragment.children.size(); ++i) {
    const Fragment& child = fragment.children[i];
    const double own = height_with(child, part);
    if (fragment.flow == Fragment::Flow::across) height = std::max(height, own);
    else height += own + (i == 0 ? 0 : may_shrink(child.gap) ? child.gap * (1 - part * (1 - kLeastShare)) : child.gap);
  }
  return height;
}

void shrink(Fragment& fragment, double part) {
  if (fragment.flow != Fragment::Flow::down && fragment.flow != Fragment::Flow::across) return;
  for (Fragment& child : fragment.children) {
    shrink(child, part);
    if (fragment.flow == Fragment::Flow::down && may_shrink(child.gap)) child.gap *= 1 - part * (1 - kLeastShare);
  }
  settle(fragment);
}

bool has_page_break(const Fragment& fragment) {
  const auto starts = [&](const Fragment& child) { return child.starts_page && &child != &fragment.children.front(); };
  return std::any_of(fragment.children.begin(), fragment.children.end(), starts);
}

}  // namespace

void Paginator::close_up(Fragment& body, const Room& room) const {
  constexpr double kMostOver = 1.15;  // of the page; more no white space makes up for
  if (fits(body, room) || body.height > kMostOver * room.height || has_page_break(body)) return;
  const double needed = room.height - room.notes_height(notes_of(body));
  if (height_with(body, 1) > needed) return;
  double fits_at = 1, too_tall_at = 0;
  while (fits_at - too_tall_at > 1.0 / 64) {
    const double middle = (fits_at + too_tall_at) / 2;
    (height_with(body, middle) <= needed ? fits_at : too_tall_at) = middle;
  }
  shrink(body, fits_at);
}

void Paginator::add_section(std::size_t section, Fragment body, Ink opening, double top, bool has_band,
                            NoteBlock& notes) {
  std::vector<FootNotes> feet;
  std::vector<NoteOnPage> carried;  // parts of notes for which the page of their mark had no room
  bool is_first = true;
  const double tallest = grid_.notes_bottom - grid_.body_top - kAboveFooter;
  for (const SourceSpan place : cut_tall(body, tallest, context_.document.sections[section].span)) warn_too_tall(section, place);
  const auto with_white = [](double height) { return height > 0 ? height + kAboveNotes : kAboveFooter; };
  do {
    const std::uint32_t page = add_page();
    filled_.push_back({page, section, is_first && has_band});
    if (is_first) place(std::move(opening), {0, 0}, page);
    const double body_top = is_first ? top : grid_.body_top;

    FootNotes foot{page, {}, {}};
    foot.lines.is_continued = !carried.empty();
    // Parts of notes from the page before come first, then the notes of this one that are not among them.
    const auto parts_with = [&](const NoteSet& marked) {
      NoteParts parts;
      for (const auto& each : carried) parts.push_back(each.part);
      NoteSet fresh;
      for (const auto note : marked) {
        if (std::none_of(carried.begin(), carried.end(), [&](const auto& each) { return each.part.note == note; }))
          fresh.push_back(note);
      }
      for (const auto& part : notes.parts_of(fresh)) parts.push_back(part);
      return parts;
    };
    Room room;
    room.height = grid_.notes_bottom - body_top;
    room.empty_page = grid_.notes_bottom - grid_.body_top;
    room.notes_height = [&](const NoteSet& marked) { return with_white(notes.height(parts_with(marked), foot.lines)); };
    std::optional<Fragment> part;
    if (!is_done(body)) close_up(body, room);
    if (!is_done(body)) part = take_part(body, room, is_first && has_band, section);
    const NoteSet marked = part ? notes_of(*part) : NoteSet{};
    const NoteParts wanted = parts_with(marked);
    std::vector<NoteOnPage> all = carried;
    for (std::size_t i = carried.size(); i < wanted.size(); ++i) all.push_back({wanted[i], page});
    for (std::size_t i = 0; i < carried.size(); ++i) {
      if (std::binary_search(marked.begin(), marked.end(), all[i].part.note)) all[i].also_on.push_back(page);
    }

    const double white = part ? kAboveNotes : 0;
    const double free = room.height - (part ? part->height : 0) - white;
    std::size_t here = wanted.size();
    if (notes.height(wanted, foot.lines) > free) {
      foot.lines.goes_on = true;
      here = notes.fitting(wanted, foot.lines, free);
      if (here == 0 && !part) here = std::min<std::size_t>(1, wanted.size());
    }
    foot.notes.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(here));
    carried.assign(all.begin() + static_cast<std::ptrdiff_t>(here), all.end());
    if (part) {
      const NoteParts printed(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(here));
      if (!is_done(body)) spread(*part, room.height - part->height - with_white(notes.height(printed, foot.lines)));
      place(std::move(*part), {grid_.left, body_top}, page);
    }
    feet.push_back(std::move(foot));
    is_first = false;
  } while (!is_done(body) || !carried.empty());
  // Last, so that those who listen hear the section first and its notes behind it.
  for (const auto& foot : feet)
    print_notes(foot, notes);
}

void Paginator::print_notes(const FootNotes& foot, NoteBlock& notes) {
  NoteParts parts;
  for (const auto& note : foot.notes)
    parts.push_back(note.part);
  const double height = notes.height(parts, foot.lines);
  if (height == 0) return;
  const double top = grid_.notes_bottom - height;
  for (const auto& note : foot.notes) {
    // A note leads back to its mark, which stands on an earlier page when the note had to move on.
    const auto mark = marks_.find({note.marked_on, note.part.note});
    if (mark != marks_.end() && note.part.first == 0) {
      pages_.destinations[destination_of({foot.page, note.part.note}, first_marks_)] = {note.marked_on, mark->second};
    }
  }
  Ink ink = notes.set(parts, foot.lines, foot.page + 1);
  for (const auto& link : ink.links) {
    if (link.kind != InkLink::Kind::back) continue;
    const auto on = std::find_if(foot.notes.begin(), foot.notes.end(),
                                 [&](const auto& n) { return n.part.note == link.note && n.part.first == 0; });
    const page::Destination place{foot.page, {grid_.left + link.box.x, top + link.box.y}};
    pages_.destinations[destination_of({on->marked_on, link.note}, note_places_)] = place;
    for (const std::uint32_t page : on->also_on) pages_.destinations[destination_of({page, link.note}, note_places_)] = place;
  }
  // A mark on a page where its note only goes on leads to that place.
  for (const auto& note : foot.notes) {
    if (note.part.first == 0) continue;
    for (const std::uint32_t page : note.also_on)
      pages_.destinations[destination_of({page, note.part.note}, note_places_)] = {foot.page, {grid_.left, top}};
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
    case Fragment::Flow::columns:
      place(dealt(std::move(fragment)), at, page);
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
