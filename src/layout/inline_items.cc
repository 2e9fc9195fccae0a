#include "layout/inline_items.h"

#include <utility>

#include "base/utf8.h"
#include "layout/draw_symbol.h"

namespace briefpack::layout {

using document::FigureText;
using geometry::TextStyle;
namespace palette = geometry::palette;

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
// Stands for a sign in the text: a letter, so that lines break around it as around a word. Its glyph is never drawn.
constexpr std::string_view kSignLetter = "x";
constexpr double kMarkGap = 0.5, kHeadlineMarkGap = 1, kTagGap = 1.5, kSignGap = 3, kLeadGap = 2;

std::string with_no_breaks(std::string_view text) {
  std::string glued;
  for (const char c : text) {
    if (c == ' ')
      glued += kNoBreakSpace;
    else
      glued += c;
  }
  return glued;
}

std::string as_extracted(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kNoBreakSpace)) {
      plain += ' ';
      at += kNoBreakSpace.size();
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

// Control characters have no glyphs, and line ends in running text are spaces.
std::string without_controls(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

// Capitals of ASCII and Latin-1; other letters stay, as no rule without a dictionary fits all scripts.
std::string upper(std::string_view text) {
  std::string capitals;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    const bool is_small = (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
    append_utf8(capitals, is_small ? c - 0x20 : c);
  }
  return capitals;
}

class Builder {
 public:
  Builder(const Context& context, const InlineOptions& options) : context_(context), options_(options) {}

  void operator()(const document::Text& text) {
    std::string words = without_controls(text.text);
    if (options_.is_upper) words = upper(words);
    InlineItem item;
    item.style = style_of(text.flags);
    item.lang = text.lang;
    item.url = text.url;
    if (context_.is_target(text.target)) item.target = text.target;
    const bool is_link = !item.url.empty() || !item.target.empty();
    if (is_link && item.style.color != palette::kWhite) item.style.color = palette::kNavy;
    add(std::move(item), std::move(words));
  }

  void operator()(const FigureText& text) {
    const bool is_claim =
        text.figure < context_.document.figures.size() && context_.document.figures[text.figure].is_claim;
    const auto set = [&](std::string_view words) {
      std::string clean = without_controls(std::string(words));
      return is_claim ? clean : with_no_breaks(clean);
    };
    result_.prints.push_back({result_.size, {text.figure, as_extracted(without_controls(text.text()))}});
    InlineItem item;
    item.figure = text.figure;
    item.style = style_of(text.flags);
    if (!options_.is_headline) {
      add(std::move(item), set(text.text()));
      return;
    }
    InlineItem small = item;
    small.style = form_of(Type::headline_unit, context_.lang).style;
    small.style.color = item.style.color;
    // A unit keeps its share of the headline's size where that had to shrink.
    small.style.size *= item.style.size / form_of(Type::headline_figure, "en").style.size;
    add(small, set(text.lead));
    add(item, set(text.number));
    add(small, set(text.tail));
  }

  void operator()(const document::NoteMarks& marks) {
    if (!options_.shows_marks || marks.notes.empty()) return;
    glue_to_last();
    ++mark_groups_;
    bool is_first = true;
    for (const auto note : marks.notes) {
      InlineItem item;
      item.style = options_.is_headline ? headline_mark_style(mark_base()) : mark_style(mark_base());
      item.marks = mark_groups_;
      if (is_first) {
        item.before = options_.is_headline ? kHeadlineMarkGap : kMarkGap;
      } else {
        InlineItem comma = item;
        comma.kind = InlineItem::Kind::comma;
        add(std::move(comma), ",");
      }
      item.kind = InlineItem::Kind::mark;
      item.note = note;
      const auto& notes = context_.document.notes;
      add(std::move(item), std::to_string(note < notes.size() ? notes[note].number : note + 1));
      is_first = false;
    }
  }

  void operator()(const document::DisputeTag& tag) {
    if (!options_.shows_marks || tag.dispute >= context_.dispute_ids.size()) return;
    const bool follows_space = result_.spans.empty() || result_.spans.back().text.ends_with(' ');
    glue_to_last();
    InlineItem item;
    item.kind = InlineItem::Kind::tag;
    item.style = form_of(Type::tag, context_.lang).style;
    item.style.rise = kTagRise;
    item.dispute = tag.dispute;
    item.before = kTagPadding + (follows_space ? 0 : kTagGap);
    item.after = kTagPadding;
    add(std::move(item), context_.dispute_ids[tag.dispute]);
  }

  // Whatever may be shown or not, a draft says what is wrong with it.
  void operator()(const document::FindingMark& mark) {
    const bool follows_space = result_.spans.empty() || result_.spans.back().text.ends_with(' ');
    InlineItem item;
    item.style = form_of(Type::finding, context_.lang).style;
    if (options_.form.style.color == palette::kWhite) item.style.color = palette::kAmber;
    add(std::move(item), (follows_space ? "" : " ") + mark.text());
  }

  void operator()(const document::Symbol& symbol) {
    InlineItem item;
    item.kind = InlineItem::Kind::symbol;
    item.style = style_of({});
    if (symbol.is_focus) item.style.color = palette::kAccent;
    item.symbol = symbol;
    // The letter's own width counts as text; what the sign is wider is white space after it.
    item.after =
        symbol_width(symbol.kind, item.style.size) - context_.shaper.width(kSignLetter, item.style, context_.lang);
    add(std::move(item), std::string(kSignLetter));
    is_after_sign_ = true;
  }

  void operator()(const document::LineBreak&) {
    InlineItem item;
    item.style = style_of({});
    add(std::move(item), "\n");
  }

  void operator()(const document::PageNumber& number) {
    InlineItem item;
    item.kind = InlineItem::Kind::page_number;
    item.style = style_of({});
    item.style.tabular = true;
    item.target = number.label;
    add(std::move(item), std::string(static_cast<std::size_t>(context_.digits_of(number.label)), '0'));
  }

  /// Takes memory for so many items at once.
  void expect(std::size_t items) {
    result_.spans.reserve(items);
    result_.items.reserve(items);
  }

  void add_lead() {
    if (options_.lead.empty()) return;
    InlineItem item;
    item.style = options_.form.style;
    item.style.face = options_.form.strong;
    item.style.color = palette::kAccent;
    item.after = kLeadGap;
    add(std::move(item), with_no_breaks(options_.lead));
    // The space after it is a span of its own, so that white space of no width stands before it.
    InlineItem space;
    space.style = options_.form.style;
    add(std::move(space), " ");
  }

  InlineText take() { return std::move(result_); }

 private:
  TextStyle style_of(const document::TextFlags& flags) const {
    TextStyle style = options_.form.style;
    if (flags.is_strong || flags.is_emphasis || (options_.is_strong && !flags.is_muted)) {
      style.face = options_.form.strong;
      if (options_.strong_color) style.color = *options_.strong_color;
    }
    if (flags.is_code) style.tabular = true;
    if (flags.is_muted && style.color != palette::kWhite) style.color = palette::kMuted;
    return style;
  }

  // Marks take their size from the figure that they hang on, not from a unit set smaller.
  TextStyle mark_base() const { return options_.form.style; }

  // The space before a mark or tag holds it to the word that it belongs to.
  void glue_to_last() {
    if (result_.spans.empty()) return;
    std::string& last = result_.spans.back().text;
    if (!last.ends_with(' ')) return;
    last.pop_back();
    last += kNoBreakSpace;
    result_.size += kNoBreakSpace.size() - 1;
    result_.items.back().end = result_.size;
  }

  void add(InlineItem item, std::string text) {
    if (text.empty()) return;
    if (is_after_sign_ && !text.starts_with(' ') && !text.starts_with(kNoBreakSpace)) item.before += kSignGap;
    is_after_sign_ = false;
    item.begin = result_.size;
    result_.size += text.size();
    item.end = result_.size;
    text::TextSpan span;
    span.text = std::move(text);
    span.style = item.style;
    span.lang = item.lang;
    span.tag = static_cast<std::uint32_t>(result_.items.size());
    result_.spans.push_back(std::move(span));
    result_.items.push_back(std::move(item));
  }

  const Context& context_;
  const InlineOptions& options_;
  InlineText result_;
  std::uint32_t mark_groups_ = 0;
  bool is_after_sign_ = false;
};

}  // namespace

bool loosen_figures(InlineText& text) {
  bool is_changed = false;
  std::size_t at = 0, print = 0;
  for (std::size_t i = 0; i < text.items.size(); ++i) {
    InlineItem& item = text.items[i];
    // A print begins where its figure does.
    for (; print < text.prints.size() && text.prints[print].at <= item.begin; ++print)
      text.prints[print].at = at;
    std::string& words = text.spans[i].text;
    if (item.figure != document::kNone && words.find(kNoBreakSpace) != std::string::npos) {
      words = as_extracted(words);
      is_changed = true;
    }
    item.begin = at;
    at += words.size();
    item.end = at;
  }
  text.size = at;
  return is_changed;
}

InlineText inline_items(const Context& context, const document::Inlines& inlines, const InlineOptions& options) {
  Builder builder(context, options);
  builder.expect(inlines.size());
  builder.add_lead();
  for (const auto& part : inlines)
    std::visit(builder, part);
  return builder.take();
}

}  // namespace briefpack::layout
