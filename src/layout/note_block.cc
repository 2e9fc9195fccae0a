#include "layout/note_block.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/set_text.h"

namespace briefpack::layout {

using document::Align;
using document::NoteIndex;
using geometry::Point;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {
constexpr double kPadding = 4.5;  // between the rule and the first line
constexpr double kLeastIndent = 13, kAfterNumber = 3;  // room for two digits and the white space behind
constexpr double kAboveClosing = 3;
// A note of more lines has parts of so many; fewer would tear notes that fit, more leave white feet under them.
constexpr std::size_t kPartLines = 20;

InlineOptions note_options(const std::string& lang) {
  InlineOptions options;
  options.form = form_of(Type::note, lang);
  options.strong_color = palette::kInk;
  return options;
}
}  // namespace

namespace {
geometry::TextStyle number_style_of(const TypeForm& form) {
  geometry::TextStyle style = form.style;
  style.face = geometry::FontFace::semibold;
  style.color = palette::kNavy;
  style.tabular = true;
  return style;
}
}  // namespace

NoteBlock::NoteBlock(Context& context, const std::string& closing_line, const std::string& closing_target,
                     double measure, std::string continued, const std::string& goes_on)
    : context_(context), measure_(measure), continued_(std::move(continued)) {
  // All blocks of a document have one indent, so that the last note's number fits, too.
  const std::string last = std::to_string(context_.document.notes.size());
  indent_ = std::max(kLeastIndent, context_.shaper.width(last, number_style_of(form_of(Type::note, context_.lang)), context_.lang) + kAfterNumber);
  document::Inlines words;
  const auto add = [&](std::string text) {
    if (text.empty()) return;
    document::Text piece;
    piece.text = std::move(text);
    words.push_back(std::move(piece));
  };
  if (!closing_line.empty()) {
    constexpr std::string_view kPage = "{page}";
    const std::size_t at = closing_target.empty() ? std::string::npos : closing_line.find(kPage);
    add(closing_line.substr(0, at));
    if (at != std::string::npos) {
      words.push_back(document::PageNumber{closing_target});
      add(closing_line.substr(at + kPage.size()));
    }
    closing_ = closing_of(words);
  }
  if (goes_on.empty()) {
    closing_going_on_ = closing_;
  } else {
    add((words.empty() ? "" : " ") + goes_on);
    closing_going_on_ = closing_of(words);
  }
}

NoteBlock::Closing NoteBlock::closing_of(const document::Inlines& words) {
  PreparedText prepared(context_, words, {.form = form_of(Type::note_tail, context_.lang)});
  return {words, static_cast<double>(prepared.line_count(measure_)) * prepared.leading()};
}

document::Inlines NoteBlock::words_of(NoteIndex note) const {
  const auto& words = context_.document.notes[note].in(context_.lang);
  document::Text source, rest;
  source.text = words.source;
  source.flags.is_strong = true;
  rest.text = words.rest;
  return {std::move(source), std::move(rest)};
}

std::size_t NoteBlock::lines_of(NoteIndex note) {
  const auto known = lines_.find(note);
  if (known != lines_.end()) return known->second;
  const std::size_t missing = context_.shaper.missing_count();
  PreparedText& prepared = prepared_.try_emplace(note, context_, words_of(note), note_options(context_.lang)).first->second;
  const auto& figures = context_.document.notes[note].figures;
  const SourceSpan section = context_.page_words != nullptr ? context_.page_words->span : SourceSpan{};
  context_.keep_missing_place(missing, figures.empty() ? section : context_.document.figures[figures.front()].span);
  return lines_[note] = prepared.line_count(column_width() - indent_);
}

NoteParts NoteBlock::parts_of(const NoteSet& notes) {
  NoteParts parts;
  parts.reserve(notes.size());
  for (const auto note : notes) {
    const std::size_t lines = lines_of(note);
    for (std::size_t first = 0; first == 0 || first < lines; first += kPartLines)
      parts.push_back({note, first, std::min(kPartLines, lines - first)});
  }
  return parts;
}

namespace {

std::size_t lines_in(const NoteParts& parts, std::size_t from, std::size_t to) {
  std::size_t lines = 0;
  for (std::size_t i = from; i < to; ++i) lines += parts[i].lines;
  return lines;
}

// How many parts stand in the left column, and the lines of the higher one.
std::pair<std::size_t, std::size_t> best_split(const NoteParts& parts) {
  const std::size_t total = lines_in(parts, 0, parts.size());
  std::size_t best = parts.size(), best_height = total, left = 0;
  for (std::size_t count = 1; count <= parts.size(); ++count) {
    left += parts[count - 1].lines;
    const std::size_t height = std::max(left, total - left);
    // Among equal heights the later one wins, so that the left column is the fuller.
    if (height <= best_height) {
      best = count;
      best_height = height;
    }
  }
  return {best, best_height};
}

}  // namespace

double NoteBlock::columns_height(const NoteParts& parts) {
  return static_cast<double>(best_split(parts).second) * form_of(Type::note, context_.lang).leading;
}

double NoteBlock::height(const NoteParts& parts, NoteLines lines) {
  const double closing = (lines.goes_on ? closing_going_on_ : closing_).height;
  if (parts.empty() && closing == 0) return 0;
  double height = kPadding + columns_height(parts) + closing;
  if (!parts.empty() && closing > 0) height += kAboveClosing;
  if (lines.is_continued) height += form_of(Type::note_tail, context_.lang).leading;
  return height;
}

std::size_t NoteBlock::fitting(const NoteParts& parts, NoteLines lines, double room) {
  // The height grows with the parts, so the last that fits is found by halving.
  std::size_t least = 0, most = parts.size();
  while (least < most) {
    const std::size_t middle = (least + most + 1) / 2;
    const NoteParts some(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(middle));
    if (height(some, lines) <= room) least = middle;
    else most = middle - 1;
  }
  return least;
}

void NoteBlock::set_number(Ink& ink, NoteIndex note, Point at, ElementId owner) {
  const std::string number = std::to_string(context_.document.notes[note].number);
  auto& tree = context_.structure;
  const ElementId label = tree.add(Role::lbl, owner);
  const ElementId back = tree.add(Role::link, label);
  const TypeForm form = form_of(Type::note, context_.lang);
  const geometry::TextStyle number_style = number_style_of(form);
  set_plain(context_, ink, number, number_style, {at.x, at.y + baseline_in(form, context_.fonts())}, Align::left, back);
  InkLink link;
  link.kind = InkLink::Kind::back;
  link.box = {at.x, at.y, context_.shaper.width(number, number_style, context_.lang), form.leading};
  link.note = note;
  link.contents = "↑ " + number;
  link.element = back;
  ink.links.push_back(std::move(link));
}

void NoteBlock::set_part(Ink& ink, const NotePart& part, Point at, std::uint32_t page) {
  const auto& it = context_.document.notes[part.note];
  if (part.first == 0) {
    page::Element element = element_of(Role::note, context_.section);
    element.id = "note-" + std::to_string(it.number) + "-p" + std::to_string(page);
    const auto& lang = it.in(context_.lang).lang;
    if (!lang.empty() && lang != context_.lang) element.lang = lang;
    begun_[part.note] = context_.structure.add(std::move(element));
    set_number(ink, part.note, at, begun_[part.note]);
  }
  // Set once and kept until the last part: a note may have any number of parts.
  auto& lines = open_lines_[part.note];
  if (part.first == 0) {
    LineSetting setting;
    setting.measure = column_width() - indent_;
    setting.element = begun_[part.note];
    // Anew when it was set before: a note stands on each page that marks it.
    auto prepared = prepared_.extract(part.note);
    lines = prepared ? prepared.mapped().set(setting) : PreparedText(context_, words_of(part.note), note_options(context_.lang)).set(setting);
  }
  const std::size_t end = std::min(part.first + part.lines, lines.size());
  double y = at.y;
  for (std::size_t i = part.first; i < end; ++i) {
    ink.add(std::move(lines[i].ink), {at.x + indent_, y});
    y += form_of(Type::note, context_.lang).leading;
  }
  if (end == lines.size()) open_lines_.erase(part.note);
}

Ink NoteBlock::set(const NoteParts& parts, NoteLines lines, std::uint32_t page) {
  Ink ink;
  ink.rule({0, 0}, measure_, palette::kRule, 0.5);
  const double leading = form_of(Type::note, context_.lang).leading;
  const TypeForm tail = form_of(Type::note_tail, context_.lang);
  double top = kPadding;
  if (lines.is_continued) {
    set_plain(context_, ink, continued_, tail.style, {0, top + baseline_in(tail, context_.fonts())}, Align::left, page::kArtifact);
    top += tail.leading;
  }
  const std::size_t split = best_split(parts).first;
  Point at{0, top};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == split) at = {column_width() + kGutter, top};
    set_part(ink, parts[i], at, page);
    at.y += static_cast<double>(parts[i].lines) * leading;
  }
  const Closing& closing = lines.goes_on ? closing_going_on_ : closing_;
  if (!closing.words.empty()) {
    LineSetting setting;
    setting.measure = measure_;
    setting.element = context_.structure.add(Role::p, context_.section);
    double y = height(parts, lines) - closing.height;
    for (auto& line : PreparedText(context_, closing.words, {.form = tail}).set(setting)) {
      ink.add(std::move(line.ink), {0, y});
      y += tail.leading;
    }
  }
  return ink;
}

}  // namespace briefpack::layout
