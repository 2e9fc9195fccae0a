#include "document/sentence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/utf8.h"

namespace briefpack::document {

namespace {

using namespace std::string_view_literals;

/// Words that a full stop shortens. A capital letter ("J. Kim") needs no row.
constexpr std::array kAbbreviations{"al"sv,  "approx"sv, "art"sv, "c"sv, "cf"sv,   "ch"sv,   "dept"sv, "dr"sv,  "ed"sv, "eds"sv,
                                    "eq"sv,  "est"sv,    "etc"sv, "fig"sv,  "figs"sv, "inc"sv,  "jr"sv,  "ltd"sv, "max"sv,
                                    "min"sv, "mr"sv,     "mrs"sv, "ms"sv,   "no"sv,   "nos"sv,  "p"sv, "para"sv, "paras"sv, "pp"sv,
                                    "prof"sv, "resp"sv,  "sec"sv, "sr"sv,   "st"sv,   "vol"sv,  "vs"sv};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_closing(char32_t c) { return c == U')' || c == U']' || c == U'"' || c == U'\'' || c == U'\u2019' || c == U'\u201D'; }

/// The word that ends at `end`, of ASCII letters and inner full stops: "U.S", "para".
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_ascii_letter(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  return text.substr(begin, end - begin);
}

bool is_abbreviation(std::string_view word) {
  const std::size_t inner = word.rfind('.');
  if (inner != std::string_view::npos) return word.size() - inner <= 3;  // "e.g", "U.S", "Ph.D"
  // An initial; the mark "r" of a revised value ends a sentence as any word does.
  if (word.size() == 1 && word.front() >= 'A' && word.front() <= 'Z') return true;
  std::string low(word);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), low) != kAbbreviations.end();
}

/// One inline with the bytes of the plain text that it prints.
struct Piece {
  const Inline* item = nullptr;
  std::size_t begin = 0, end = 0;
};

std::vector<Piece> pieces_of(const Inlines& inlines) {
  std::vector<Piece> out;
  std::size_t at = 0;
  for (const Inline& each : inlines) {
    const std::size_t size = plain_text({each}).size();
    out.push_back({&each, at, at + size});
    at += size;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Walks the document in reading order.
class Collector {
 public:
  explicit Collector(const Document& document) : document_(document) {}

  std::vector<Sentence> sentences() {
    for (std::size_t i = 0; i < document_.sections.size(); ++i) {
      const Section& section = document_.sections[i];
      context_ = {};
      context_.section = static_cast<std::uint32_t>(i);
      context_.heading = section.title;
      context_.lang = section.lang;
      for (const Inlines* each : {&section.band_title, &section.headline}) add(*each, Sentence::Kind::headline);
      for (const Inlines* each : {&section.period_line, &section.sub_line, &section.standfirst}) add(*each, Sentence::Kind::standfirst);
      blocks(section.body);
    }
    return std::move(out_);
  }

 private:
  void blocks(const Blocks& list) {
    for (const Block& each : list) std::visit([this](const auto& block) { this->block(block); }, each.content);
  }

  void block(const Paragraph& each) { add(each.inlines, Sentence::Kind::prose); }
  void block(const Heading& each) {
    context_.heading = plain_text(each.inlines);
    add(each.inlines, Sentence::Kind::prose);
  }
  void block(const List& each) {
    for (const ListItem& item : each.items) blocks(item.body);
  }
  void block(const KeyFigures& each) {
    for (const KeyFigure& item : each.items) {
      Inlines line = item.figure;
      line.push_back(Text{" ", {}, "", "", ""});
      line.insert(line.end(), item.caption.begin(), item.caption.end());
      add(line, Sentence::Kind::key_figure);
    }
  }
  void block(const KeyMessages& each) {
    for (const Inlines& item : each.items) add(item, Sentence::Kind::prose);
  }
  void block(const Columns& each) {
    const std::string heading = context_.heading;
    for (const Blocks& column : each.columns) {
      context_.heading = heading;
      blocks(column);
    }
    context_.heading = heading;
  }
  void block(const Box& each) {
    const std::string outer = context_.heading;
    if (!each.heading.empty()) context_.heading = plain_text(each.heading);
    add(each.heading, Sentence::Kind::prose);
    add(each.aside, Sentence::Kind::prose);
    blocks(each.body);
    context_.heading = outer;
  }
  void block(const Exhibit& each) {
    context_.exhibit = each.label.empty() ? each.number_text : each.label;
    for (const Inlines* text : {&each.title, &each.subtitle}) add(*text, Sentence::Kind::title);
    if (const auto* table = std::get_if<Table>(&each.content)) cells(*table);
    add(each.remark, Sentence::Kind::title);
    context_.exhibit.clear();
  }
  void block(const Quote& each) { blocks(each.body); }
  void block(const Contents&) {}
  void block(const Legend&) {}
  void block(const Spacer&) {}
  void block(const PageBreak&) {}

  static Inlines joined(const std::vector<Inlines>& lines) {
    Inlines out;
    for (const Inlines& line : lines) {
      if (!out.empty()) out.push_back(Text{" ", {}, "", "", ""});
      out.insert(out.end(), line.begin(), line.end());
    }
    return out;
  }

  void cells(const Table& table) {
    for (const Row& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        std::string lead;
        if (i > 0 && row.kind != Row::Kind::group) {
          lead = plain_text(joined(row.cells.front().lines));
          const std::string head = table.has_head && i < table.columns.size() ? plain_text(table.columns[i].head) : "";
          lead += (lead.empty() || head.empty() ? "" : ", ") + head;
        }
        add(joined(row.cells[i].lines), Sentence::Kind::cell, lead.empty() ? "" : lead + ": ");
      }
    }
  }

  /// Cuts `inlines` into sentences and keeps those that hold a figure. `lead` goes before the text of each.
  void add(const Inlines& inlines, Sentence::Kind kind, const std::string& lead = "") {
    const auto is_figure = [](const Inline& each) { return std::holds_alternative<FigureText>(each); };
    if (std::none_of(inlines.begin(), inlines.end(), is_figure)) return;
    const std::string text = plain_text(inlines);
    const std::vector<Piece> pieces = pieces_of(inlines);
    std::size_t begin = 0, first = 0;
    for (const std::size_t end : boundaries(text, pieces)) {
      // Marks behind the full stop belong to the sentence that it ends.
      std::size_t last = first;
      while (last < pieces.size() && pieces[last].end <= end) ++last;
      keep({text, pieces, begin, end, first, last}, kind, lead);
      begin = end;
      first = last;
    }
    keep({text, pieces, begin, text.size(), first, pieces.size()}, kind, lead);
  }

  /// Sentence ends that lie in the running text and in no figure.
  static std::vector<std::size_t> boundaries(const std::string& text, const std::vector<Piece>& pieces) {
    std::vector<std::size_t> out = sentence_ends(text);
    const auto is_inside = [&](std::size_t end) {
      return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& each) {
        return std::holds_alternative<FigureText>(*each.item) && each.begin < end && end < each.end;
      });
    };
    out.erase(std::remove_if(out.begin(), out.end(), is_inside), out.end());
    return out;
  }

  /// Bytes [begin, end) of the text; pieces from `first` up to `last`, of which that one may be cut by the sentence's end.
  struct Cut {
    const std::string& text;
    const std::vector<Piece>& pieces;
    std::size_t begin, end, first, last;
  };

  void keep(const Cut& cut, Sentence::Kind kind, const std::string& lead) {
    const std::string_view whole(cut.text);
    const std::string_view words = trimmed(whole.substr(cut.begin, cut.end - cut.begin));
    const auto offset = static_cast<std::size_t>(words.data() - whole.data());
    Sentence sentence = context_;
    sentence.kind = kind;
    sentence.text = lead + std::string(words);
    for (std::size_t i = cut.first; i < cut.pieces.size() && i <= cut.last; ++i) {
      const Piece& piece = cut.pieces[i];
      const bool is_behind = i == cut.last;
      if (is_behind && piece.begin >= cut.end) break;
      if (const auto* figure = std::get_if<FigureText>(piece.item)) {
        sentence.figures.push_back({figure->figure, figure->span, figure->text(), lead.size() + piece.begin - offset});
      }
      sentence.inlines.push_back(within(piece, offset, offset + words.size(), whole));
      const auto* text = std::get_if<Text>(&sentence.inlines.back());
      if (text != nullptr && text->text.empty()) sentence.inlines.pop_back();
    }
    if (!sentence.figures.empty()) out_.push_back(std::move(sentence));
  }

  /// The part of a text that lies in [begin, end); anything else is whole.
  static Inline within(const Piece& piece, std::size_t begin, std::size_t end, std::string_view whole) {
    const auto* text = std::get_if<Text>(piece.item);
    if (text == nullptr) return *piece.item;
    Text out = *text;
    const std::size_t from = std::max(piece.begin, begin), to = std::min(piece.end, end);
    out.text = from < to ? std::string(whole.substr(from, to - from)) : "";
    return out;
  }

  const Document& document_;
  Sentence context_;  ///< What the next sentence takes over: section, heading, exhibit, language.
  std::vector<Sentence> out_;
};

}  // namespace

std::vector<std::size_t> sentence_ends(const std::string& text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char mark = text[at];
    if (mark != '.' && mark != '?' && mark != '!') continue;
    std::size_t end = at + 1;
    for (std::size_t next = end; next < text.size();) {
      if (!is_closing(next_code_point(text, next))) break;
      end = next;
    }
    if (end >= text.size() || text[end] != ' ') continue;
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next == text.size()) continue;
    // Small letters go on with the sentence; a digit after an abbreviation does too ("para. 2", "No. 3").
    if (text[next] >= 'a' && text[next] <= 'z') continue;
    if (mark == '.' && is_abbreviation(word_before(text, at))) continue;
    out.push_back(end);
    at = end - 1;
  }
  return out;
}

std::vector<Sentence> sentences_of(const Document& document) { return Collector(document).sentences(); }

}  // namespace briefpack::document
