#include "templates/align.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace briefpack::templates {

namespace {

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// `&name;`, `&#12;` or `&#x1F;` at `at`, or nothing. The longest entity name of HTML 5 has 31 letters.
std::string_view entity_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 34;
  const std::size_t end = text.substr(at, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view entity = text.substr(at, end + 1);
  for (const char c : entity.substr(1, end - 1)) {
    const bool is_alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_alphanumeric && c != '#') return {};
  }
  return entity;
}

/// decode_entity, remembered: a hostile text holds millions of them.
std::optional<std::string> decoded(std::string_view entity) {
  constexpr std::size_t kMostRemembered = 4000;
  thread_local std::map<std::string, std::optional<std::string>, std::less<>> known;
  const auto it = known.find(entity);
  if (it != known.end()) return it->second;
  if (known.size() == kMostRemembered) return std::nullopt;
  return known.emplace(entity, decode_entity(entity)).first->second;
}

}  // namespace

bool Aligner::stands_here(std::string_view literal) const {
  // A text may start with an escape or an entity, so only a plain first character is compared.
  if (at_ >= text_.size()) return literal.empty();
  if (literal.empty() || text_[at_] == literal.front()) return true;
  return text_[at_] == '\\' || text_[at_] == '&';
}

void Aligner::seek(std::string_view literal) {
  if (literal.empty()) return;
  const std::size_t found = text_.find(literal, at_);
  if (found != std::string::npos) at_ = found;
}

bool Aligner::skip(char c) {
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

std::vector<std::uint32_t> Aligner::text(std::string_view literal) {
  if (!stands_here(literal)) seek(literal);
  std::vector<std::uint32_t> places;
  places.reserve(literal.size() + 1);
  std::size_t i = 0;
  while (i < literal.size()) {
    const auto here = static_cast<std::uint32_t>(std::min(at_, text_.size()));
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    if (c == '\\' && at_ + 1 < text_.size() && is_ascii_punctuation(text_[at_ + 1]) && text_[at_ + 1] == literal[i]) {
      places.push_back(here);
      at_ += 2;
      ++i;
      continue;
    }
    if (c == '&') {
      const std::string_view entity = entity_at(text_, at_);
      const auto meaning = entity.empty() ? std::nullopt : decoded(entity);
      if (meaning && literal.substr(i, meaning->size()) == *meaning) {
        places.insert(places.end(), meaning->size(), here);
        at_ += entity.size();
        i += meaning->size();
        continue;
      }
    }
    if (c != literal[i]) {
      // Out of step, which a correct model of CommonMark never is: the rest stands at the last sure place.
      places.resize(literal.size() + 1, here);
      return places;
    }
    places.push_back(here);
    ++at_;
    ++i;
  }
  places.push_back(static_cast<std::uint32_t>(at_));
  return places;
}

std::size_t Aligner::code(std::string_view literal) {
  if (at_ >= text_.size() || text_[at_] != '`') seek("`");
  std::size_t ticks = 0;
  while (skip('`'))
    ++ticks;
  const std::size_t open_end = at_;
  // The closing run has exactly as many backticks (CommonMark 6.3).
  while (at_ < text_.size()) {
    const std::size_t run = text_.find('`', at_);
    if (run == std::string::npos) break;
    std::size_t run_end = run;
    while (run_end < text_.size() && text_[run_end] == '`')
      ++run_end;
    at_ = run_end;
    if (run_end - run != ticks) continue;
    const bool is_stripped = run - open_end == literal.size() + 2;
    return open_end + (is_stripped ? 1 : 0);
  }
  at_ = open_end;
  return open_end;
}

void Aligner::html(std::string_view literal) {
  seek(literal);
  at_ = std::min(at_ + literal.size(), text_.size());
}

void Aligner::line_break() {
  while (skip(' ') || skip('\t') || skip('\\')) {
  }
  skip('\n');
  while (skip(' ') || skip('\t')) {
  }
}

void Aligner::enter(MarkdownNode::Kind kind) {
  switch (kind) {
    case MarkdownNode::Kind::strong:
    case MarkdownNode::Kind::emphasis:
      for (int marks = kind == MarkdownNode::Kind::strong ? 2 : 1; marks > 0 && (skip('*') || skip('_')); --marks) {
      }
      break;
    case MarkdownNode::Kind::image:
      skip('!');
      [[fallthrough]];
    case MarkdownNode::Kind::link:
      autolinks_.push_back(skip('<'));
      if (!autolinks_.back()) skip('[');
      break;
    default:
      break;
  }
}

void Aligner::leave(MarkdownNode::Kind kind) {
  switch (kind) {
    case MarkdownNode::Kind::strong:
    case MarkdownNode::Kind::emphasis:
      enter(kind);
      break;
    case MarkdownNode::Kind::image:
    case MarkdownNode::Kind::link: {
      const bool is_autolink = autolinks_.back();
      autolinks_.pop_back();
      if (is_autolink)
        skip('>');
      else if (skip(']'))
        skip_link_target();
      break;
    }
    default:
      break;
  }
}

/// `(url "title")`, `[label]`, `[]` or nothing, behind the closing bracket of a link.
void Aligner::skip_link_target() {
  if (at_ >= text_.size() || (text_[at_] != '(' && text_[at_] != '[')) return;
  const char open = text_[at_];
  const char close = open == '(' ? ')' : ']';
  const std::size_t start = at_++;
  int depth = 1;
  char quote = '\0';
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    const char before = text_[at_ - 1];
    if (c == '\\')
      ++at_;
    else if (quote)
      quote = c == quote ? '\0' : quote;
    else if (open == '(' && c == '<' && at_ == start + 1)
      quote = '>';
    else if (open == '(' && (c == '"' || c == '\'') && (before == ' ' || before == '\n' || before == '\t'))
      quote = c;
    else if (c == open && open == '(')
      ++depth;
    else if (c == close && --depth == 0) {
      ++at_;
      return;
    }
  }
  at_ = start;  // a shortcut reference with a bracket behind it
}

}  // namespace briefpack::templates
