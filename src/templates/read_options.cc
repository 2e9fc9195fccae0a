#include "templates/read_options.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "templates/read_inlines.h"

namespace briefpack::templates {

namespace {

/// One option as it stands in the file: its name, and the value line by line.
struct RawOption {
  std::string name;
  SourceSpan name_span;
  std::vector<Content> lines;  ///< Trimmed, none empty.
};

bool is_option_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// The bytes of `:name:` at the start of a line, or 0.
std::size_t option_head_length(std::string_view line) {
  if (!line.starts_with(':')) return 0;
  std::size_t at = 1;
  while (at < line.size() && is_option_character(line[at]))
    ++at;
  const bool is_head = at > 1 && at < line.size() && line[at] == ':' &&
                       (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t');
  return is_head ? at + 1 : 0;
}

void add_line(RawOption& option, const ViewLine& line, std::size_t from, const SourceFile* file) {
  Content content(file);
  content.append(line.text.substr(from), line.line, line.byte + from);
  content = content.trimmed();
  if (!content.empty()) option.lines.push_back(std::move(content));
}

std::vector<RawOption> raw_options(const View& body, std::size_t& lines_read) {
  std::vector<RawOption> out;
  for (lines_read = 0; lines_read < body.lines.size(); ++lines_read) {
    const ViewLine& line = body.lines[lines_read];
    if (const std::size_t head = option_head_length(line.text)) {
      RawOption option{
          std::string(line.text.substr(1, head - 2)), body.file->span(line.line, line.byte, line.byte + head), {}};
      add_line(option, line, head, body.file);
      out.push_back(std::move(option));
    } else if (!out.empty() && indent_of(line.text) > 0 && !trimmed(line.text).empty()) {
      add_line(out.back(), line, 0, body.file);
    } else {
      break;
    }
  }
  return out;
}

/// The pieces of a text between commas, trimmed, empty ones among them.
std::vector<Content> comma_separated(const Content& content) {
  std::vector<Content> out;
  for (std::size_t from = 0; from <= content.size();) {
    const std::size_t comma = std::min(content.text().find(',', from), content.size());
    out.push_back(content.slice(from, comma).trimmed());
    from = comma + 1;
  }
  return out;
}

/// The lines of a value as one text, joined by spaces; places stay exact.
Content joined(const std::vector<Content>& lines, const View& body) {
  Content out(body.file);
  for (const Content& line : lines) {
    if (&line != &lines.front()) out.append_joint(' ');
    out.append(line);
  }
  return out;
}

class OptionReader {
 public:
  OptionReader(const OptionRow& row, const RawOption& raw, const View& body, int depth, Reading& reading)
      : row_(row), raw_(raw), value_(joined(raw.lines, body)), depth_(depth), reading_(reading) {}

  /// Nothing after a fault, and for a flag that is switched off.
  std::optional<Option> read();

 private:
  bool fill(Option& out);
  bool flag();
  bool choices(Option& out, bool only_one);
  bool names(const Content& list, std::vector<expression::Name>& out);
  bool set(Option& out);
  bool groups(Option& out);
  bool rows(Option& out, bool only_one);
  std::optional<RowLine> row(const Content& line);
  bool numbers(Option& out);
  bool periods(Option& out, bool only_one);

  template <typename T, typename Function>
  bool take(Result<T> result, Function&& use) {
    if (!result) {
      reading_.report(result.take_diagnostics());
      return false;
    }
    use(std::move(*result));
    return true;
  }
  bool fail(const Content& where, std::string message, std::string hint = {}) {
    reading_.error("template/option-value", where.empty() ? raw_.name_span : where.span(0, where.size()),
                   ":" + raw_.name + ": " + std::move(message), std::move(hint));
    return false;
  }

  const OptionRow& row_;
  const RawOption& raw_;
  Content value_;
  int depth_;
  Reading& reading_;
};

std::optional<Option> OptionReader::read() {
  Option out;
  out.name = std::string(row_.name);
  out.kind = row_.kind;
  out.text = value_.text();
  out.span = value_.empty() ? raw_.name_span : value_.span(0, value_.size());
  if (value_.empty() && row_.kind != OptionKind::flag) {
    fail(value_, "has no value");
    return std::nullopt;
  }
  if (row_.kind == OptionKind::flag) {
    if (!flag()) return std::nullopt;
    return out;
  }
  if (!fill(out)) return std::nullopt;
  return out;
}

bool OptionReader::fill(Option& out) {
  switch (row_.kind) {
    case OptionKind::plain:
      if (value_.text().find('`') != std::string::npos) return fail(value_, "takes plain text, without roles");
      return true;
    case OptionKind::text:
      out.inlines = read_inline_text(value_, depth_, reading_);
      return true;
    case OptionKind::choice:
      return choices(out, true);
    case OptionKind::choices:
      return choices(out, false);
    case OptionKind::names:
      return names(value_, out.names);
    case OptionKind::set:
      return set(out);
    case OptionKind::groups:
      return groups(out);
    case OptionKind::rows:
      return rows(out, false);
    case OptionKind::row:
      return rows(out, true);
    case OptionKind::numbers:
      return numbers(out);
    case OptionKind::period:
      return periods(out, true);
    case OptionKind::periods:
      return periods(out, false);
    case OptionKind::where:
      return take(expression::parse_where(value_.text(), locate_in(value_)),
                  [&](expression::Where w) { out.where = std::move(w); });
    case OptionKind::flag:
      break;
  }
  return true;
}

/// True when the flag is on.
bool OptionReader::flag() {
  const std::string& text = value_.text();
  if (text.empty() || text == "yes" || text == "true") return true;
  if (text != "no" && text != "false")
    fail(value_, "is on or off, found " + quoted(text), "write yes or no, or nothing for yes");
  return false;
}

bool OptionReader::choices(Option& out, bool only_one) {
  bool is_good = true;
  for (const Content& word : comma_separated(value_)) {
    if (std::find(row_.choices.begin(), row_.choices.end(), word.text()) == row_.choices.end()) {
      is_good = fail(word.empty() ? value_ : word, "does not know " + quoted(word.text()),
                     nearest_hint(word.text(), row_.choices));
    }
    out.words.push_back({word.text(), word.span(0, word.size())});
  }
  if (is_good && only_one && out.words.size() != 1) return fail(value_, "takes one word");
  return is_good;
}

bool OptionReader::names(const Content& list, std::vector<expression::Name>& out) {
  bool is_good = true;
  for (const Content& one : comma_separated(list)) {
    is_good &= take(expression::parse_name(one.text(), locate_in(one)),
                    [&](expression::Name name) { out.push_back(std::move(name)); });
  }
  return is_good;
}

bool OptionReader::set(Option& out) {
  // `KOR, CHN` without brackets is the common case; brackets, a where or a single name are a set expression.
  const bool is_expression = value_.text().find(',') == std::string::npos ||
                             value_.text().find('[') != std::string::npos ||
                             value_.text().find(" where ") != std::string::npos;
  if (is_expression) {
    return take(expression::parse_set(value_.text(), locate_in(value_)),
                [&](expression::Set s) { out.set = std::move(s); });
  }
  expression::Set list;
  list.is_list = true;
  const bool is_good = names(value_, list.members);
  out.set = std::move(list);
  return is_good;
}

bool OptionReader::groups(Option& out) {
  bool is_good = true;
  for (const Content& line : raw_.lines) {
    GroupLine group;
    const std::size_t colon = line.text().find(':');
    if (colon != std::string::npos) {
      const Content title = line.slice(0, colon).trimmed();
      if (title.empty()) is_good = fail(line, "a group without a name", "write Group: metric, metric");
      group.group = {title.text(), title.span(0, title.size())};
    }
    is_good &= names(line.slice(colon == std::string::npos ? 0 : colon + 1, line.size()).trimmed(), group.names);
    out.groups.push_back(std::move(group));
  }
  return is_good;
}

bool OptionReader::rows(Option& out, bool only_one) {
  bool is_good = true;
  for (const Content& line : only_one ? std::vector<Content>{value_} : raw_.lines) {
    auto one = row(line);
    if (one)
      out.rows.push_back(*std::move(one));
    else
      is_good = false;
  }
  return is_good;
}

/// `EXPR ; formats = label`. No expression of a row compares, so the first `=` outside quotes starts the label.
std::optional<RowLine> OptionReader::row(const Content& line) {
  const std::string& text = line.text();
  std::size_t sign = std::string::npos;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size() && sign == std::string::npos; ++i) {
    if (quote)
      quote = text[i] == quote ? '\0' : quote;
    else if (text[i] == '"' || text[i] == '\'')
      quote = text[i];
    else if (text[i] == '(') {
      // A where may compare: count(actions where entity = KOR) = label.
      int open = 1;
      while (open > 0 && ++i < text.size())
        open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    } else if (text[i] == '=')
      sign = i;
  }
  const Content figure = line.slice(0, std::min(sign, text.size())).trimmed();
  RowLine out;
  out.span = line.span(0, line.size());
  const bool is_good = take(expression::parse_figure(figure.text(), locate_in(figure)), [&](expression::FigureText f) {
    out.expression = std::move(f.expression);
    out.formats = std::move(f.formats);
  });
  if (sign != std::string::npos) {
    const Content label = line.slice(sign + 1, line.size()).trimmed();
    if (label.empty()) {
      fail(line, "nothing stands behind \"=\"", "write EXPR = label, or leave \"=\" out");
      return std::nullopt;
    }
    out.label = read_inline_text(label, depth_, reading_);
  }
  if (!is_good) return std::nullopt;
  return out;
}

bool OptionReader::numbers(Option& out) {
  std::vector<double> values;
  if (!read_numbers(value_, values))
    return fail(value_, "takes positive numbers with spaces between, found " + quoted(value_.text()));
  out.numbers = std::move(values);
  return true;
}

bool OptionReader::periods(Option& out, bool only_one) {
  bool is_good = true;
  for (const Content& one : comma_separated(value_)) {
    const std::size_t sign = std::min(one.text().find('='), one.size());
    const Content period = one.slice(0, sign).trimmed();
    out.period_labels.push_back(one.slice(std::min(sign + 1, one.size()), one.size()).trimmed().text());
    is_good &= take(expression::parse_period(period.text(), locate_in(period)),
                    [&](expression::Period read) { out.periods.push_back(std::move(read)); });
  }
  if (is_good && only_one && out.periods.size() != 1) return fail(value_, "takes one period");
  return is_good;
}

/// An option line behind an empty line would be printed as text.
bool report_late_option(const DirectiveRow& row, const View& body, std::size_t from, Reading& reading) {
  while (from < body.lines.size() && trimmed(body.lines[from].text).empty())
    ++from;
  if (from == body.lines.size() || !is_late_option(row, body.lines[from].text)) return false;
  const ViewLine& line = body.lines[from];
  reading.error("template/late-option", body.file->span(line.line, line.byte, line.byte + line.text.size()),
                "an option stands directly under the directive or another option", "remove the empty line above it");
  return true;
}

std::vector<std::string> names_of(const DirectiveRow& row) {
  std::vector<std::string> out;
  for (const OptionRow& each : row.options)
    out.emplace_back(each.name);
  return out;
}

}  // namespace

bool read_numbers(const Content& text, std::vector<double>& out) {
  const char* at = text.text().data();
  const char* const end = at + text.size();
  while (true) {
    while (at != end && (*at == ' ' || *at == '\t' || *at == ','))
      ++at;
    if (at == end) return !out.empty();
    double value = 0;
    const auto [behind, status] = std::from_chars(at, end, value, std::chars_format::fixed);
    const bool ends_well = behind == end || *behind == ' ' || *behind == '\t' || *behind == ',';
    if (status != std::errc() || !ends_well || !(value > 0) || value > 10'000 || out.size() == 64) return false;
    out.push_back(value);
    at = behind;
  }
}

bool is_late_option(const DirectiveRow& row, std::string_view line) {
  const std::size_t head = option_head_length(line);
  return head > 0 && std::any_of(row.options.begin(), row.options.end(),
                                 [&](const OptionRow& option) { return option.name == line.substr(1, head - 2); });
}

std::vector<Option> read_options(const DirectiveRow& row, SourceSpan directive, const View& body, int depth,
                                 Reading& reading, std::size_t& lines_read) {
  std::vector<Option> out;
  std::vector<std::pair<std::string, SourceSpan>> seen;
  const auto was_seen = [&](std::string_view name) {
    return std::find_if(seen.begin(), seen.end(), [&](const auto& each) { return each.first == name; });
  };
  for (const RawOption& raw : raw_options(body, lines_read)) {
    const auto known =
        std::find_if(row.options.begin(), row.options.end(), [&](const OptionRow& o) { return o.name == raw.name; });
    if (known == row.options.end()) {
      reading.error("template/unknown-option", raw.name_span,
                    std::string(row.name) + " has no option " + quoted(raw.name),
                    row.options.empty() ? "it takes no options" : nearest_hint(raw.name, names_of(row)));
      continue;
    }
    if (const auto first = was_seen(raw.name); first != seen.end()) {
      reading.report(
          Diagnostic::error("template/duplicate-option", raw.name_span, "the option :" + raw.name + ": stands twice")
              .note(first->second, "first given here"));
      continue;
    }
    seen.emplace_back(raw.name, raw.name_span);
    auto option = OptionReader(*known, raw, body, depth, reading).read();
    if (!option) continue;
    out.push_back(*std::move(option));
  }
  if (report_late_option(row, body, lines_read, reading)) return out;
  for (const OptionRow& each : row.options) {
    if (!each.is_required || was_seen(each.name) != seen.end()) continue;
    reading.error("template/missing-option", directive,
                  std::string(row.name) + " needs the option :" + std::string(each.name) + ":");
  }
  return out;
}

}  // namespace briefpack::templates
