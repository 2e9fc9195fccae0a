#include "templates/yaml_tree.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <sstream>
#include <utility>

#include "base/utf8.h"
#include "templates/check_source.h"

namespace briefpack::templates {

namespace {

constexpr std::size_t kDeepest = 8;
constexpr std::size_t kMostValues = 2000;

/// Stops yaml-cpp in the middle of a document; it never leaves this file.
struct Refused {
  YAML::Mark mark;
  std::string message;
  std::string hint;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Turns marks of the front matter into places of the file, and scalars into texts that know where they stand.
class Places {
 public:
  Places(const SourceFile& file, std::size_t first, std::size_t last) : file_(file), first_(first), last_(last) {}

  SourceSpan at(const YAML::Mark& mark, std::size_t length = 1) const {
    if (mark.line < 0) return file_.span(static_cast<std::uint32_t>(first_ + 1), 0, 0);
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    return file_.span(static_cast<std::uint32_t>(first_ + 1) + static_cast<std::uint32_t>(mark.line), column,
                      column + length);
  }

  /// Matches the value against the source from its mark on. Quotes, escapes, folded line ends and indentation are skipped;
  /// where the two cannot be matched (`"\u00e9"`), what follows stands at the last sure place.
  Content content_of(const std::string& value, const YAML::Mark& mark) const;

 private:
  const SourceFile& file_;
  std::size_t first_, last_;
};

Content Places::content_of(const std::string& value, const YAML::Mark& mark) const {
  Content out(&file_);
  std::size_t line = first_ + static_cast<std::size_t>(std::max(mark.line, 0));
  std::size_t at = static_cast<std::size_t>(std::max(mark.column, 0));
  const auto lines = std::min(last_, file_.lines().size());
  if (line >= lines) return Content::without_place(value);
  const auto text = [&] { return file_.lines()[line]; };
  const char style = at < text().size() ? text()[at] : '\0';
  if (style == '|' || style == '>') {
    ++line;
    at = 0;
  } else if (style == '"' || style == '\'')
    ++at;
  std::size_t piece_begin = 0, piece_at = at;
  std::size_t piece_line = line;
  const auto flush = [&](std::size_t until) {
    const auto number = static_cast<std::uint32_t>(piece_line + 1);
    if (until > piece_begin)
      out.append(std::string_view(value).substr(piece_begin, until - piece_begin), number, piece_at);
    piece_begin = until;
  };
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::size_t to_line = line, to = at;
    // Steps over what YAML takes out: a line end with the indentation behind it, and the mark before an escaped character.
    const auto differs = [&] { return to >= file_.lines()[to_line].size() || file_.lines()[to_line][to] != value[i]; };
    if (is_blank(value[i])) {
      if (!differs()) ++to;
    } else {
      while (to_line < lines && differs()) {
        const std::string_view source = file_.lines()[to_line];
        if (to >= source.size()) {
          if (to_line + 1 >= lines) break;
          ++to_line;
          to = 0;
        } else if (is_blank(source[to]) || (source[to] == '\\' && style == '"') ||
                   (source[to] == '\'' && style == '\''))
          ++to;
        else
          break;
      }
      if (differs()) continue;
      ++to;
    }
    const bool is_gap = to_line != line || (to != at + 1 && !(is_blank(value[i]) && to == at));
    if (is_gap) {
      flush(i);
      piece_line = to_line;
      piece_at = to - 1;
    }
    line = to_line;
    at = to;
  }
  flush(value.size());
  std::string spaced = value;
  std::replace(spaced.begin(), spaced.end(), '\n', ' ');
  return out.with_text(std::move(spaced));
}

/// Builds the tree from yaml-cpp's events; the library's own node graph would follow aliases.
class Builder : public YAML::EventHandler {
 public:
  Builder(const Places& places, Reading& reading, std::string_view what) : places_(places), reading_(reading), what_(what) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    put(leaf(YamlNode::Kind::null, mark), mark, "", anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{mark, "an alias has no place in " + what_, "write the value again"};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = leaf(YamlNode::Kind::scalar, mark);
    node.text = value;
    node.content = places_.content_of(value, mark);
    node.span = node.content.empty() ? places_.at(mark) : node.content.span(0, node.content.size());
    refuse_controls(value, node.span);
    put(std::move(node), mark, tag, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A list or map that is not closed yet, with the key that waits for its value.
  struct Open {
    YamlNode node;
    YAML::Mark mark;
    std::optional<std::pair<std::string, SourceSpan>> key;
  };

  /// Escapes ("\u0007") name characters that no file may hold.
  void refuse_controls(std::string_view text, SourceSpan span) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (!is_forbidden(c)) continue;
      char name[16];
      std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
      return reading_.error("template/control-character", span, std::string("the control character ") + name + " cannot be printed", "take it out");
    }
  }

  YamlNode leaf(YamlNode::Kind kind, const YAML::Mark& mark) const {
    YamlNode node;
    node.kind = kind;
    node.span = places_.at(mark);
    return node;
  }

  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != YAML::NullAnchor)
      throw Refused{mark, "an anchor has no place in " + what_, "write the value where it is used"};
    // yaml-cpp gives "?" for a plain scalar and "!" for a quoted one.
    if (!tag.empty() && tag != "?" && tag != "!")
      throw Refused{mark, "a tag has no place in " + what_, "remove it"};
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check(mark, tag, anchor);
    if (open_.size() == kDeepest) throw Refused{mark, what_ + " nests more than eight deep", ""};
    open_.push_back(Open{leaf(kind, mark), mark, std::nullopt});
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    put(std::move(done.node), done.mark, "", YAML::NullAnchor);
  }

  void put(YamlNode node, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check(mark, tag, anchor);
    if (++values_ > kMostValues) throw Refused{mark, what_ + " has more than 2,000 values", ""};
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      if (node.kind != YamlNode::Kind::scalar) throw Refused{mark, "a key must be a word", ""};
      parent.key.emplace(node.text, node.span);
    } else {
      add_entry(parent, std::move(node));
    }
  }

  void add_entry(Open& parent, YamlNode value) {
    auto& entries = parent.node.entries;
    const auto first =
        std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.key == parent.key->first; });
    if (first != entries.end()) {
      reading_.report(Diagnostic::error("template/duplicate-field", parent.key->second,
                                        "the field " + quoted(parent.key->first) + " stands twice")
                          .note(first->key_span, "first given here"));
    } else {
      entries.push_back({parent.key->first, parent.key->second, std::move(value)});
    }
    parent.key.reset();
  }

  const Places& places_;
  Reading& reading_;
  std::string what_;
  YamlNode root_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
};

/// What stands behind the first document is read only to be refused.
class Behind : public YAML::EventHandler {
 public:
  explicit Behind(std::string_view what) : what_(what) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}  // a line --- at the end
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override { refuse(mark); }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { refuse(mark); }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { refuse(mark); }
  void OnMapEnd() override {}

 private:
  [[noreturn]] void refuse(const YAML::Mark& mark) const {
    throw Refused{mark, "a second document begins in " + what_, "take out the line --- before it, or what follows"};
  }

  std::string what_;
};

}  // namespace

YamlNode read_yaml(const SourceFile& file, std::size_t first, std::size_t last, Reading& reading, std::string_view what) {
  std::string text;
  for (std::size_t i = first; i < last; ++i)
    text += std::string(file.lines()[i]) + "\n";
  const Places places(file, first, last);
  Builder builder(places, reading, what);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    Behind behind(what);
    while (parser.HandleNextDocument(behind)) {}
    return builder.take();
  } catch (const Refused& refused) {
    reading.error("template/yaml", places.at(refused.mark), refused.message, refused.hint);
  } catch (const YAML::Exception& fault) {
    reading.error("template/yaml", places.at(fault.mark), std::string(what) + " is no valid YAML: " + fault.msg,
                  "put texts that hold \": \", \"#\" or start with a special character in quotes");
  } catch (const std::exception& fault) {
    reading.error("template/yaml", file.span(static_cast<std::uint32_t>(first + 1), 0, 0),
                  std::string(what) + " cannot be read: " + fault.what());
  }
  return {};
}

}  // namespace briefpack::templates
