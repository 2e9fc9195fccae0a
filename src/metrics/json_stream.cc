#include "metrics/json_stream.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "metrics/item_relay.h"
#include "metrics/large_numbers.h"
#include "metrics/place_finder.h"
#include "metrics/syntax_fault.h"

namespace briefpack::metrics {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Walks over the text and says in `*reached` how far the library has read. It copies its iterators, hence the pointer.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char** reached_;
};

bool is_ignored_key(std::string_view key) { return key.substr(0, 2) == "x_"; }

Diagnostic duplicate_key(const SourceSpan& second, const SourceSpan& first, std::string_view key, std::string pointer) {
  return Diagnostic::error("metrics/duplicate-key", second, fmt::format("the key {} is given twice", quoted(key)))
      .at(std::move(pointer))
      .note(first, "first given here");
}

void report_duplicate_key(const Item& item, Node second, Node first, Problems& problems) {
  Diagnostic found = duplicate_key(second.key_span(), first.key_span(), second.key(), second.pointer());
  found.hides_source = item.is_secret;
  problems.add(std::move(found));
}

void report_duplicate_keys(const Item& item, Node object, Problems& problems) {
  // Equal keys have one length and one pair of ends, which few of an object's share.
  std::uint64_t seen = 0;
  std::size_t count = 0;
  bool may_be_twice = false;
  for (const Node member : object) {
    const std::string_view key = member.key();
    const std::uint64_t bit = std::uint64_t{1} << (key.empty() ? 0 : (key.size() + 3u * static_cast<unsigned char>(key.front()) + 7u * static_cast<unsigned char>(key.back())) % 64);
    may_be_twice |= (seen & bit) != 0;
    seen |= bit;
    ++count;
  }
  if (!may_be_twice) return;
  // Objects are small as a rule, and then comparing all pairs is the fastest; hostile ones are sorted.
  constexpr std::size_t kSmall = 32;
  std::vector<Node> members;
  if (count <= kSmall) {
    for (auto second = object.begin(); second != object.end(); ++second) {
      for (auto first = object.begin(); first != second; ++first) {
        if ((*first).key() != (*second).key()) continue;
        report_duplicate_key(item, *second, *first, problems);
        break;
      }
    }
    return;
  }
  members.reserve(count);
  for (const Node member : object)
    members.push_back(member);
  std::stable_sort(members.begin(), members.end(), [](Node a, Node b) { return a.key() < b.key(); });
  for (std::size_t i = 1; i < members.size(); ++i) {
    if (members[i].key() == members[i - 1].key()) report_duplicate_key(item, members[i], members[i - 1], problems);
  }
}

/// Receives the library's events, finds each token's place in the text, and puts items together.
///
/// The library says what it has read but not where. A token starts behind the former one and the blanks, commas and colons
/// between them; it ends where the library has read to. Numbers are the exception: to see their end the library reads
/// one character further, unless the file ends there, so the grammar of numbers is followed in the text itself.
class ItemBuilder {
 public:
  using json = nlohmann::json;

  /// `parsed` is `text`, or the text of the same length that the library is given in its place.
  ItemBuilder(std::string_view text, std::string_view parsed, std::uint32_t file, std::size_t start, Problems& problems,
              ItemRelay& relay)
      : text_(text),
        parsed_(parsed),
        problems_(problems),
        relay_(relay),
        places_(text, file, start),
        reached_(parsed.data() + start),
        token_end_(start) {}

  /// Gives whether all of the text was read.
  bool run() {
    const CountingIterator first(reached_, &reached_);
    const CountingIterator last(parsed_.data() + parsed_.size(), &reached_);
    const bool is_whole = json::sax_parse(first, last, this, nlohmann::detail::input_format_t::json, true);
    // A zero byte counts as the end of the input for the library, whatever follows it.
    const bool is_cut = text_.find_first_not_of(" \t\r\n", token_end_) != std::string_view::npos;
    if (is_whole && is_cut) report_syntax();
    return is_whole && !is_cut;
  }

  // ---- the library's events; false stops it ----

  bool null() { return scalar(JsonKind::null, reached(), {}); }
  bool boolean(bool flag) { return scalar(JsonKind::boolean, reached(), {}, flag); }
  bool number_integer(json::number_integer_t) { return number(); }
  bool number_unsigned(json::number_unsigned_t) { return number(); }
  bool number_float(json::number_float_t, const std::string&) { return number(); }
  bool string(const std::string& text) { return scalar(JsonKind::text, reached(), text); }
  bool binary(const json::binary_t&) { return false; }  // JSON has none
  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool start_array(std::size_t) { return open(JsonKind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(const std::string& name) {
    pass_token(reached());
    awaited_ = Awaited::colon;
    if (is_ignoring()) return true;
    if (is_ignored_key(name)) {
      ignored_depth_ = open_.size();
      return true;
    }
    const SourceSpan span = places_.span(token_start_, token_end_);
    if (open_.size() == 1) {
      start_section(name, span);
    } else {
      key_ = store(name);
      key_span_ = span;
    }
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    report_syntax();
    return false;
  }

 private:
  struct Letters {
    std::uint32_t at = 0, size = 0;
  };
  /// A list or object of the item that is not closed yet.
  struct OpenValue {
    std::uint32_t value = 0;    // its index
    std::uint32_t members = 0;  // how many it has so far
  };

  // ---- tokens ----

  std::size_t reached() const { return static_cast<std::size_t>(reached_ - parsed_.data()); }

  /// The next token starts here.
  std::size_t next_start() const {
    std::size_t at = token_end_;
    const auto is_between = [](char c) { return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\t' || c == '\r'; };
    while (at < text_.size() && is_between(text_[at])) ++at;
    return at;
  }

  void pass_token(std::size_t end) {
    token_start_ = next_start();
    token_end_ = end;
  }

  bool number() {
    const std::size_t start = next_start();
    const std::size_t end = end_of_number(text_, start);
    return scalar(JsonKind::number, end, text_.substr(start, end - start));
  }

  // ---- values ----

  bool scalar(JsonKind kind, std::size_t token_end, std::string_view text, bool flag = false) {
    pass_token(token_end);
    if (!begin_value(kind, text, flag)) return false;
    end_value();
    return true;
  }

  bool open(JsonKind kind) {
    pass_token(next_start() + 1);
    if (open_.size() == kDeepestNesting) {
      return fail("metrics/too-deep", fmt::format("objects and lists are nested more than {} deep", kDeepestNesting));
    }
    if (!begin_value(kind, {}, false)) return false;
    open_.push_back(kind);
    awaited_ = kind == JsonKind::list ? Awaited::first_element : Awaited::first_key;
    return true;
  }

  bool close() {
    pass_token(next_start() + 1);
    open_.pop_back();
    if (!is_ignoring() && !open_values_.empty()) {
      item_.values[open_values_.back().value].end = static_cast<std::uint32_t>(item_.values.size());
      open_values_.pop_back();
    }
    end_value();
    return true;
  }

  bool begin_value(JsonKind kind, std::string_view text, bool flag) {
    if (is_ignoring()) return true;
    if (open_.empty()) {
      if (kind == JsonKind::object) return true;
      return fail("metrics/wrong-type", fmt::format("the file holds {}; expected an object", in_words(kind)));
    }
    if (open_.size() == 1 && kind == JsonKind::list) {
      is_in_list_ = true;
      element_ = 0;
      return true;
    }
    if (open_values_.empty()) start_item();
    if (item_.values.size() == kLargestItem) {
      return fail("metrics/too-large", fmt::format("{} holds more than {} values", item_.pointer, kLargestItem));
    }
    JsonValue value;
    value.kind = kind;
    value.flag = flag;
    value.span = places_.span(token_start_, token_end_);
    if (!open_values_.empty()) {
      value.parent = open_values_.back().value;
      value.position = open_values_.back().members++;
    }
    if (open_.back() == JsonKind::object) {
      value.key_at = key_.at;
      value.key_size = key_.size;
      value.key_span = key_span_;
    }
    const Letters letters = store(text);
    value.text_at = letters.at;
    value.text_size = letters.size;
    const auto index = static_cast<std::uint32_t>(item_.values.size());
    value.end = index + 1;
    item_.values.push_back(value);
    if (kind == JsonKind::list || kind == JsonKind::object) open_values_.push_back({index, 0});
    return true;
  }

  void end_value() {
    if (open_.empty())
      awaited_ = Awaited::nothing;
    else
      awaited_ = open_.back() == JsonKind::list ? Awaited::list_separator : Awaited::object_separator;
    if (is_ignoring()) {
      if (open_.size() == ignored_depth_) ignored_depth_ = 0;
      return;
    }
    if (open_.size() == 1) is_in_list_ = false;
    if (!open_values_.empty() || item_.values.empty()) return;
    relay_.pass(item_);
    item_.values.clear();
    item_.letters.clear();
  }

  // ---- sections and items ----

  void start_section(const std::string& name, const SourceSpan& span) {
    const auto [known, is_new] = sections_.emplace(name, span);
    if (!is_new) problems_.add(duplicate_key(span, known->second, name, "/" + pointer_step(name)));
    section_ = name;
    section_span_ = span;
  }

  void start_item() {
    item_.section = section_;
    item_.section_span = section_span_;
    item_.is_element = is_in_list_;
    item_.pointer = "/" + pointer_step(section_);
    if (is_in_list_) {
      item_.pointer += "/" + std::to_string(element_++);
    } else {
      key_ = store(section_);
      key_span_ = section_span_;
    }
  }

  Letters store(std::string_view text) {
    static_assert(kLargestFile < std::numeric_limits<std::uint32_t>::max());
    const Letters stored{static_cast<std::uint32_t>(item_.letters.size()), static_cast<std::uint32_t>(text.size())};
    item_.letters += text;
    return stored;
  }

  /// Inside the value of a key that starts with x_.
  bool is_ignoring() const { return ignored_depth_ != 0; }

  // ---- faults ----

  bool fail(std::string code, std::string message) {
    problems_.add(Diagnostic::error(std::move(code), places_.span(token_start_, token_end_), std::move(message)));
    return false;
  }

  void report_syntax() {
    SyntaxFault found = explain_syntax_fault(text_, token_end_, awaited_);
    if (text_.substr(found.from, found.to - found.from).find('\n') != std::string_view::npos) found.to = found.from;
    Diagnostic error = Diagnostic::error(found.code, places_.span(found.from, found.to), found.message);
    if (!found.hint.empty()) error.hints.push_back(found.hint);
    if (!open_values_.empty()) describe_by_item(error);
    problems_.add(std::move(error));
  }

  /// The fault lies within an item that is not complete, and never will be.
  void describe_by_item(Diagnostic& error) {
    for (const OpenValue& each : open_values_)
      item_.values[each.value].end = static_cast<std::uint32_t>(item_.values.size());
    error.hides_source = is_withheld(item_);
    // What stands there may be the value itself, without its quotes.
    if (error.hides_source) error.message = "a withheld row is no JSON here";
  }

  std::string_view text_;
  std::string_view parsed_;
  Problems& problems_;
  ItemRelay& relay_;
  PlaceFinder places_;
  const char* reached_;

  std::size_t token_start_ = 0;
  std::size_t token_end_;
  Awaited awaited_ = Awaited::value;

  std::vector<JsonKind> open_;     // objects and lists around the next token
  std::size_t ignored_depth_ = 0;  // depth of the object whose x_ member is being passed over; 0 for none
  std::unordered_map<std::string, SourceSpan> sections_;  // for look-up only
  std::string section_;                                   // that the next item belongs to
  SourceSpan section_span_;
  bool is_in_list_ = false;  // in the list of a section
  std::size_t element_ = 0;  // position of the next item in that list
  Letters key_;
  SourceSpan key_span_;

  Item item_;  // the item being put together
  std::vector<OpenValue> open_values_;
};

}  // namespace

bool read_json_items(const SourceMap& sources, std::uint32_t file, unsigned threads, Problems& problems,
                     const std::function<void(const Item&)>& take) {
  const std::string_view text = sources.text(file);
  const SourceSpan start{file, 1, 1, 0};
  if (text.size() > kLargestFile) {
    problems.add(
        Diagnostic::error("metrics/too-large", start,
                          fmt::format("the file has {} bytes; at most {} are read", text.size(), kLargestFile)));
    return false;
  }
  if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
    problems.add(Diagnostic::error("metrics/encoding", start, "the file is UTF-16; expected UTF-8")
                     .hint("save the file as UTF-8"));
    return false;
  }
  const std::size_t first = text.substr(0, 3) == kByteOrderMark ? 3 : 0;
  // The library passes over a byte order mark by itself, and would do so after ours.
  if (first != 0 && text.substr(3, 3) == kByteOrderMark) {
    problems.add(
        Diagnostic::error("metrics/syntax", start, "the file starts with two byte order marks").hint("leave one out"));
    return false;
  }
  const std::optional<std::string> replaced = without_large_numbers(text);
  ItemRelay relay(threads, [&](Item& item) {
    item.is_secret = is_withheld(item);
    for (std::uint32_t i = 0; i < item.values.size(); ++i) {
      if (item.values[i].kind == JsonKind::object) report_duplicate_keys(item, Node(item, i), problems);
    }
    take(item);
  });
  // What is wrong with the text itself is found by this thread, what is wrong with an item perhaps by another.
  Problems of_text;
  const bool is_whole = ItemBuilder(text, replaced ? std::string_view(*replaced) : text, file, first, of_text, relay).run();
  relay.finish();
  // It comes first: however many items are faulty, the reason why the rest was not read is told.
  of_text.add_all(std::move(problems));
  problems = std::move(of_text);
  return is_whole;
}

}  // namespace briefpack::metrics
