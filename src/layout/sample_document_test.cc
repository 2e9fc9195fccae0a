#include "layout/sample_document.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace briefpack::layout::sample {

using namespace document;

namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::string trimmed(std::string text) {
  while (text.starts_with(' '))
    text.erase(0, 1);
  while (text.ends_with(' '))
    text.pop_back();
  return text;
}

}  // namespace

Inlines Sample::in(std::string_view markup) {
  Inlines inlines;
  TextFlags flags;
  std::string plain;
  const auto flush = [&] {
    if (plain.empty()) return;
    Text text;
    text.text = std::exchange(plain, {});
    text.flags = flags;
    inlines.emplace_back(std::move(text));
  };
  // What stands up to `end`; moves behind it.
  const auto until = [&](std::string_view& rest, char end) {
    const auto at = rest.find(end);
    std::string found(rest.substr(0, at));
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return found;
  };
  std::string_view rest = markup;
  while (!rest.empty()) {
    const char c = rest.front();
    if (rest.starts_with("->")) {
      flush();
      rest.remove_prefix(2);
      Symbol arrow;
      arrow.alt = "to";
      inlines.emplace_back(std::move(arrow));
      continue;
    }
    rest.remove_prefix(1);
    switch (c) {
      case '*':
        flush();
        flags.is_strong = !flags.is_strong;
        break;
      case '~':
        flush();
        flags.is_muted = !flags.is_muted;
        break;
      case '\n':
        flush();
        inlines.emplace_back(LineBreak{});
        break;
      case '{': {
        flush();
        const auto parts = split(until(rest, '}'), "|");
        FigureText figure;
        figure.flags = flags;
        figure.number = parts.size() == 3 ? parts[1] : parts[0];
        if (parts.size() == 3) {
          figure.lead = parts[0];
          figure.tail = parts[2];
        }
        const auto known = std::find_if(document.figures.begin(), document.figures.end(),
                                        [&](const Figure& f) { return f.key == figure.number; });
        figure.figure = static_cast<FigureIndex>(known - document.figures.begin());
        if (known == document.figures.end()) {
          document.figures.emplace_back();
          document.figures.back().number = figure.figure + 1;
          document.figures.back().key = figure.number;
        }
        inlines.emplace_back(std::move(figure));
        break;
      }
      case '^': {
        flush();
        NoteMarks marks;
        for (const auto& number : split(until(rest, '^'), ",")) {
          marks.notes.push_back(static_cast<NoteIndex>(std::atoi(number.c_str()) - 1));
        }
        inlines.emplace_back(std::move(marks));
        break;
      }
      case '<': {
        flush();
        inlines.emplace_back(DisputeTag{static_cast<DisputeIndex>(std::atoi(until(rest, '>').c_str() + 1) - 1)});
        break;
      }
      case '@':
        flush();
        inlines.emplace_back(PageNumber{until(rest, '@')});
        break;
      case '%': {
        flush();
        Symbol symbol;
        const char kind = rest.front();
        rest.remove_prefix(1);
        symbol.kind = kind == 'f'   ? SymbolKind::dot_filled
                      : kind == 'h' ? SymbolKind::dot_half
                      : kind == 'o' ? SymbolKind::dot_open
                      : kind == 'd' ? SymbolKind::dot_dashed
                      : kind == 'n' ? SymbolKind::not_equal
                                    : SymbolKind::plus;
        inlines.emplace_back(std::move(symbol));
        break;
      }
      case '[': {
        flush();
        Text link;
        link.text = until(rest, ']');
        rest.remove_prefix(1);
        link.url = until(rest, ')');
        inlines.emplace_back(std::move(link));
        break;
      }
      default:
        plain += c;
    }
  }
  flush();
  return inlines;
}

Block Sample::text(std::string_view markup, TextRole role) { return {Paragraph{role, in(markup)}}; }

Block Sample::heading(std::string_view markup, int level, bool has_rule) {
  Heading heading;
  heading.level = level;
  heading.has_rule = has_rule;
  heading.inlines = in(markup);
  return {std::move(heading)};
}

Row Sample::row(std::string_view cells) {
  Row row;
  for (auto& part : split(cells, "|| ")) {
    std::string text = trimmed(std::move(part));
    Cell cell;
    const auto takes = [&](std::string_view sign) {
      if (!text.starts_with(sign)) return false;
      text = trimmed(text.substr(sign.size()));
      return true;
    };
    if (takes("=1"))
      cell.shade = Shade::band1;
    else if (takes("=2"))
      cell.shade = Shade::band2;
    else if (takes("=3"))
      cell.shade = Shade::band3;
    else if (takes("=!"))
      cell.shade = Shade::disputed;
    if (takes("**")) cell.is_strong = true;
    if (takes("!!")) cell.is_strong = cell.is_focus = true;
    if (text == ".." || text == "n/a") text = "~" + text + "~";
    for (const auto& line : split(text, "¦"))
      cell.lines.push_back(in(trimmed(line)));
    row.cells.push_back(std::move(cell));
  }
  return row;
}

void Sample::note(std::string source, std::string rest) {
  Note note;
  note.number = static_cast<std::uint32_t>(document.notes.size() + 1);
  note.texts.push_back({document.lang, std::move(source), std::move(rest)});
  document.notes.push_back(std::move(note));
}

void Sample::dispute(std::string id, std::string label) {
  DisputeEntry entry;
  entry.dispute = static_cast<std::uint32_t>(document.disputes.size());
  entry.tag_alt = "disputed, see " + id;
  entry.id = std::move(id);
  entry.label = std::move(label);
  document.disputes.push_back(std::move(entry));
}

}  // namespace briefpack::layout::sample
