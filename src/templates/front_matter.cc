#include "templates/front_matter.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "dataset/codes.h"
#include "templates/read_inlines.h"
#include "templates/yaml_tree.h"

namespace briefpack::templates {

namespace {

const std::vector<std::string> kPapers{"A4", "letter"};
const std::vector<std::string> kOutputs{"pdf", "xlsx", "csv", "svg"};

bool is_same_but_for_case(std::string_view one, std::string_view other) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [&](char a, char b) { return small(a) == small(b); });
}

/// Puts checked values into a FrontMatter; serves the file and the command line.
class Fields {
 public:
  Fields(FrontMatter& target, Reading& reading) : target_(target), reading_(reading) {}

  void set(const std::string& key, SourceSpan key_span, const YamlNode& value);
  void figure(const std::string& name, SourceSpan name_span, const YamlNode& value);
  static const std::vector<std::string>& names();

 private:
  struct Row {
    std::string_view name;
    void (Fields::*read)(const YamlNode& value);
  };
  static const std::vector<Row>& rows();

  void title(const YamlNode& value) { inlines(value, target_.title); }
  void subtitle(const YamlNode& value) { inlines(value, target_.subtitle); }
  void lang(const YamlNode& value) {
    if (!word(value, target_.lang)) return;
    if (dataset::is_language_tag(value.text)) target_.lang.text = dataset::canonical_language_tag(value.text);
    else fail(value, quoted(value.text) + " is no language tag", "write en or ko");
  }
  void paper(const YamlNode& value) {
    if (!word(value, target_.paper)) return;
    // "Letter" and "a4" are as good.
    const auto known = std::find_if(kPapers.begin(), kPapers.end(), [&](const std::string& each) { return is_same_but_for_case(each, value.text); });
    if (known != kPapers.end()) target_.paper.text = *known;
    choice(target_.paper.text, value.span, kPapers);
  }
  void theme(const YamlNode& value) { word(value, target_.theme); }  // read_theme looks for it
  void focus(const YamlNode& value) { id(value, target_.focus, "an entity's id"); }
  void entities(const YamlNode& value);
  void outputs(const YamlNode& value) {
    words(value, target_.outputs);
    for (const LocatedText& each : target_.outputs) {
      choice(each.text, each.span, kOutputs);
    }
  }
  void allow_numbers(const YamlNode& value) { words(value, target_.allow_numbers); }
  void figures(const YamlNode& value);

  void inlines(const YamlNode& value, Inlines& out) {
    LocatedText ignored;
    if (word(value, ignored)) out = read_inline_text(value.content, 0, reading_);
  }
  bool word(const YamlNode& value, LocatedText& out);
  void id(const YamlNode& value, LocatedText& out, std::string_view what);
  void words(const YamlNode& value, std::vector<LocatedText>& out);
  void choice(const std::string& text, SourceSpan span, const std::vector<std::string>& choices) {
    if (std::find(choices.begin(), choices.end(), text) != choices.end()) return;
    reading_.error("template/field-value", span, quoted(text) + " is no value of " + field_,
                   nearest_hint(text, choices));
  }
  void fail(const YamlNode& value, std::string message, std::string hint = {}) {
    reading_.error("template/field-value", value.span, std::move(message), std::move(hint));
  }

  FrontMatter& target_;
  Reading& reading_;
  std::string field_;      ///< The field being read, for messages.
  SourceSpan field_span_;  ///< Its name.
};

const std::vector<Fields::Row>& Fields::rows() {
  static const std::vector<Row> kRows{
      {"title", &Fields::title},       {"subtitle", &Fields::subtitle}, {"lang", &Fields::lang},
      {"paper", &Fields::paper},       {"theme", &Fields::theme},       {"focus", &Fields::focus},
      {"entities", &Fields::entities}, {"outputs", &Fields::outputs},   {"allow_numbers", &Fields::allow_numbers},
      {"figures", &Fields::figures}};
  return kRows;
}

const std::vector<std::string>& Fields::names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> out;
    for (const Row& row : rows())
      out.emplace_back(row.name);
    return out;
  }();
  return kNames;
}

void Fields::set(const std::string& key, SourceSpan key_span, const YamlNode& value) {
  field_ = key;
  field_span_ = key_span;
  for (const Row& row : rows()) {
    if (row.name == key) return (this->*row.read)(value);
  }
  Diagnostic fault =
      Diagnostic::warning("template/unknown-field", key_span, "the front matter has no field " + quoted(key));
  if (const auto near = nearest(key, names())) fault.hints.push_back("did you mean \"" + *near + "\"?");
  reading_.report(std::move(fault));
}

bool Fields::word(const YamlNode& value, LocatedText& out) {
  if (value.kind == YamlNode::Kind::scalar && !value.text.empty()) {
    out = {value.text, value.span};
    return true;
  }
  const bool is_empty = value.kind == YamlNode::Kind::null || value.kind == YamlNode::Kind::scalar;
  // Nothing stands where an empty value would, so the field's name shows the place.
  if (is_empty)
    reading_.error("template/field-value", field_span_, field_ + " has no value");
  else
    fail(value, field_ + " takes one text");
  return false;
}

void Fields::id(const YamlNode& value, LocatedText& out, std::string_view what) {
  if (word(value, out) && !expression::is_id(value.text))
    fail(value, quoted(value.text) + " is not " + std::string(what));
}

void Fields::words(const YamlNode& value, std::vector<LocatedText>& out) {
  out.clear();
  LocatedText one;
  if (value.kind != YamlNode::Kind::list) {
    if (word(value, one)) out.push_back(std::move(one));
    return;
  }
  for (const YamlNode& item : value.items) {
    if (word(item, one)) out.push_back(one);
  }
}

void Fields::entities(const YamlNode& value) {
  target_.entities_span = value.span;
  if (value.kind != YamlNode::Kind::list) {
    LocatedText text;
    if (!word(value, text)) return;
    auto set = expression::parse_set(value.content.text(), locate_in(value.content));
    if (set)
      target_.entities = *std::move(set);
    else
      reading_.report(set.take_diagnostics());
    return;
  }
  expression::Set out;
  out.is_list = true;
  for (const YamlNode& item : value.items) {
    LocatedText text;
    if (!word(item, text)) continue;
    auto name = expression::parse_name(item.content.text(), locate_in(item.content));
    if (name)
      out.members.push_back(*std::move(name));
    else
      reading_.report(name.take_diagnostics());
  }
  if (value.items.empty()) fail(value, "entities has no value");
  target_.entities = std::move(out);
}

void Fields::figures(const YamlNode& value) {
  if (value.kind != YamlNode::Kind::map) return fail(value, "figures takes lines NAME: EXPR");
  for (const auto& entry : value.entries)
    figure(entry.key, entry.key_span, entry.value);
}

void Fields::figure(const std::string& name, SourceSpan name_span, const YamlNode& value) {
  field_ = "figures." + name;
  field_span_ = name_span;
  if (!expression::is_id(name)) {
    return reading_.error("template/field-value", name_span, quoted(name) + " is no name of a figure",
                          "a name is a letter followed by letters, digits, \"-\" and \"_\"");
  }
  LocatedText text;
  if (!word(value, text)) return;
  auto parsed = expression::parse_value(value.content.text(), locate_in(value.content));
  if (!parsed) return reading_.report(parsed.take_diagnostics());
  const auto known = std::find_if(target_.figures.begin(), target_.figures.end(),
                                  [&](const NamedFigure& f) { return f.name == name; });
  NamedFigure out{name, name_span, *std::move(parsed)};
  if (known != target_.figures.end())
    *known = std::move(out);
  else
    target_.figures.push_back(std::move(out));
}

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) && trimmed(line.substr(marker.size())).empty();
}

/// A value from the command line as YAML would give it: lists have commas.
YamlNode command_line_value(std::string_view key, std::string_view value) {
  const auto scalar = [](std::string_view text) {
    YamlNode node;
    node.kind = text.empty() ? YamlNode::Kind::null : YamlNode::Kind::scalar;
    node.text = std::string(text);
    node.content = Content::without_place(node.text);
    return node;
  };
  const bool is_list =
      key == "outputs" || key == "allow_numbers" ||
      (key == "entities" && value.find(',') != std::string_view::npos && value.find('[') == std::string_view::npos);
  if (!is_list) return scalar(trimmed(value));
  // A comma between digits groups them: `--set allow_numbers=350,000;2,000`.
  const char separator = key == "allow_numbers" ? ';' : ',';
  YamlNode list;
  list.kind = YamlNode::Kind::list;
  for (std::size_t from = 0; from <= value.size();) {
    const std::size_t end = std::min(value.find(separator, from), value.size());
    list.items.push_back(scalar(trimmed(value.substr(from, end - from))));
    from = end + 1;
  }
  return list;
}

}  // namespace

namespace {

/// The name before the colon of a line such as "title: Lakes"; empty for other lines.
std::string_view field_of(std::string_view line) {
  const std::string_view name = line.substr(0, line.find(':'));
  const auto is_in_names = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; };
  return name.size() < line.size() && std::all_of(name.begin(), name.end(), is_in_names) ? name : std::string_view();
}

bool is_known(std::string_view field) { return std::find(Fields::names().begin(), Fields::names().end(), field) != Fields::names().end(); }

/// Whether lines without an empty one among them lead from `from` to a line of three hyphens: Markdown makes a heading of them.
bool leads_to_marker(const SourceFile& file, std::size_t from) {
  while (from < file.lines().size() && !trimmed(file.lines()[from]).empty() && !is_marker(file.lines()[from], "---")) ++from;
  return from < file.lines().size() && is_marker(file.lines()[from], "---");
}

std::size_t behind_empty_lines(const SourceFile& file, std::size_t from) {
  while (from < file.lines().size() && trimmed(file.lines()[from]).empty()) ++from;
  return from;
}

/// A second block of fields right behind the first one.
void refuse_second_block(const SourceFile& file, std::size_t from, Reading& reading) {
  from = behind_empty_lines(file, from);
  if (from + 1 >= file.lines().size() || !is_marker(file.lines()[from], "---") || field_of(file.lines()[from + 1]).empty()) return;
  if (!leads_to_marker(file, from + 1)) return;
  reading.error("template/front-matter", file.span(static_cast<std::uint32_t>(from + 1), 0, 3), "a second block of fields: it would be printed as a heading",
                "put its fields into the first block, between one pair of ---");
}

/// Fields that begin behind empty lines, or without the first three hyphens.
void refuse_late_block(const SourceFile& file, Reading& reading) {
  const std::size_t at = behind_empty_lines(file, 0);
  if (at >= file.lines().size()) return;
  const bool is_opened = is_marker(file.lines()[at], "---");
  const std::size_t first = at + (is_opened ? 1 : 0);
  if (first >= file.lines().size() || !is_known(field_of(file.lines()[first])) || !leads_to_marker(file, first)) return;
  reading.error("template/front-matter", file.span(static_cast<std::uint32_t>(at + 1), 0, file.lines()[at].size()), "these fields are no front matter and would be printed as a heading",
                "write --- on the first line of the file, and the fields right below it");
}

}  // namespace

bool has_front_matter(const SourceFile& file) {
  return !file.lines().empty() && is_marker(file.lines().front(), "---");
}

FrontMatter read_front_matter(const SourceFile& file, Reading& reading, std::size_t& body_line) {
  FrontMatter out;
  body_line = 0;
  if (!has_front_matter(file)) {
    refuse_late_block(file, reading);
    return out;
  }
  std::size_t end = 1;
  std::size_t bytes = 0;
  while (end < file.lines().size() && !is_marker(file.lines()[end], "---") && !is_marker(file.lines()[end], "...")) {
    bytes += file.lines()[end].size() + 1;
    ++end;
  }
  body_line = std::min(end + 1, file.lines().size());
  if (end == file.lines().size()) {
    reading.error("template/front-matter", file.span(1, 0, 3), "the front matter is never closed",
                  "write --- on a line behind it");
    return out;
  }
  if (bytes > kFrontMatterLimit) {
    reading.error("template/front-matter", file.span(1, 0, 3),
                  "the front matter is longer than " + std::to_string(kFrontMatterLimit) + " bytes");
    return out;
  }
  refuse_second_block(file, body_line, reading);
  const YamlNode root = read_yaml(file, 1, end, reading);
  if (root.kind == YamlNode::Kind::null) return out;
  if (root.kind != YamlNode::Kind::map) {
    reading.error("template/front-matter", root.span, "the front matter takes lines FIELD: value");
    return out;
  }
  Fields fields(out, reading);
  for (const auto& entry : root.entries)
    fields.set(entry.key, entry.key_span, entry.value);
  return out;
}

Result<bool> override_front_matter(FrontMatter& front_matter, std::string_view key, std::string_view value) {
  const Loader no_includes;
  Reading reading(no_includes);
  Fields fields(front_matter, reading);
  const std::string name(key);
  const auto& names = Fields::names();
  const bool is_field = name != "figures" && std::find(names.begin(), names.end(), name) != names.end();
  if (find_invalid_utf8(value)) {
    reading.error("template/not-utf8", {}, "the value is no valid UTF-8", "type it in a terminal whose locale is UTF-8");
  } else if (key.starts_with("figures.")) {
    const std::string figure = name.substr(8);
    fields.figure(figure, {}, command_line_value(key, value));
  } else if (is_field) {
    fields.set(name, {}, command_line_value(key, value));
  } else if (front_matter.figure(key)) {
    fields.figure(name, {}, command_line_value(key, value));
  } else {
    reading.error("template/override", {}, "there is no field " + quoted(name),
                  name == "figures" ? "write figures.NAME=EXPR" : nearest_hint(name, names));
  }
  Diagnostics faults = reading.take_diagnostics();
  for (Diagnostic& fault : faults) {
    fault.message = "--set " + name + ": " + fault.message;
    fault.fault = Fault::usage;
  }
  if (has_errors(faults)) return faults;
  return Result<bool>(true, std::move(faults));
}

}  // namespace briefpack::templates
