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
                     double measure)
    : context_(context), measure_(measure) {
  // All blocks of a document have one indent, so that the last note's number fits, too.
  const std::string last = std::to_string(context_.document.notes.size());
  indent_ = std::max(kLeastIndent, context_.shaper.width(last, number_style_of(form_of(Type::note, context_.lang)), context_.lang) + kAfterNumber);
  if (closing_line.empty()) return;
  constexpr std::string_view kPage = "{page}";
  const std::size_t at = closing_target.empty() ? std::string::npos : closing_line.find(kPage);
  document::Text before, after;
  before.text = closing_line.substr(0, at);
  closing_.push_back(std::move(before));
  if (at != std::string::npos) {
    closing_.push_back(document::PageNumber{closing_target});
    after.text = closing_line.substr(at + kPage.size());
    closing_.push_back(std::move(after));
  }
  PreparedText prepared(context_, closing_, {.form = form_of(Type::note_tail, context_.lang)});
  closing_height_ = static_cast<double>(prepared.line_count(measure_)) * prepared.leading();
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
  PreparedText prepared(context_, words_of(note), note_options(context_.lang));
  return lines_[note] = prepared.line_count(column_width() - indent_);
}

std::size_t NoteBlock::left_count(const NoteSet& notes) {
  std::size_t total = 0;
  for (const auto note : notes)
    total += lines_of(note);
  std::size_t best = notes.size(), best_height = total, left = 0;
  for (std::size_t count = 1; count <= notes.size(); ++count) {
    left += lines_of(notes[count - 1]);
    const std::size_t height = std::max(left, total - left);
    // Among equal heights the later one wins, so that the left column is the fuller.
    if (height <= best_height) {
      best = count;
      best_height = height;
    }
  }
  return best;
}

double NoteBlock::columns_height(const NoteSet& notes) {
  const std::size_t split = left_count(notes);
  std::size_t left = 0, right = 0;
  for (std::size_t i = 0; i < notes.size(); ++i)
    (i < split ? left : right) += lines_of(notes[i]);
  return static_cast<double>(std::max(left, right)) * form_of(Type::note, context_.lang).leading;
}

double NoteBlock::height(const NoteSet& notes) {
  if (notes.empty() && closing_height_ == 0) return 0;
  double height = kPadding + columns_height(notes) + closing_height_;
  if (!notes.empty() && closing_height_ > 0) height += kAboveClosing;
  return height;
}

NoteSet NoteBlock::fitting(const NoteSet& notes, double room) {
  NoteSet fit;
  for (const auto note : notes) {
    fit.push_back(note);
    if (height(fit) > room) {
      fit.pop_back();
      break;
    }
  }
  return fit;
}

void NoteBlock::set_note(Ink& ink, NoteIndex note, Point at, std::uint32_t page) {
  const auto& it = context_.document.notes[note];
  const std::string number = std::to_string(it.number);
  auto& tree = context_.structure;
  page::Element element = element_of(Role::note, context_.section);
  element.id = "note-" + number + "-p" + std::to_string(page);
  const auto& lang = it.in(context_.lang).lang;
  if (!lang.empty() && lang != context_.lang) element.lang = lang;
  const ElementId owner = tree.add(std::move(element));
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

  LineSetting setting;
  setting.measure = column_width() - indent_;
  setting.element = owner;
  double y = at.y;
  for (auto& line : PreparedText(context_, words_of(note), note_options(context_.lang)).set(setting)) {
    ink.add(std::move(line.ink), {at.x + indent_, y});
    y += form.leading;
  }
}

Ink NoteBlock::set(const NoteSet& notes, std::uint32_t page) {
  Ink ink;
  ink.rule({0, 0}, measure_, palette::kRule, 0.5);
  const double leading = form_of(Type::note, context_.lang).leading;
  const std::size_t split = left_count(notes);
  Point at{0, kPadding};
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (i == split) at = {column_width() + kGutter, kPadding};
    set_note(ink, notes[i], at, page);
    at.y += static_cast<double>(lines_of(notes[i])) * leading;
  }
  if (!closing_.empty()) {
    LineSetting setting;
    setting.measure = measure_;
    setting.element = context_.structure.add(Role::p, context_.section);
    double y = height(notes) - closing_height_;
    for (auto& line :
         PreparedText(context_, closing_, {.form = form_of(Type::note_tail, context_.lang)}).set(setting)) {
      ink.add(std::move(line.ink), {0, y});
      y += form_of(Type::note_tail, context_.lang).leading;
    }
  }
  return ink;
}

}  // namespace briefpack::layout
