#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/source_span.h>

namespace briefpack::metrics {

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

/// "a number", "a list": for messages.
std::string_view in_words(JsonKind kind);

/// One value of an Item, in the order of the file. A list or object is followed by its members; `end` lies behind them.
struct JsonValue {
  JsonKind kind = JsonKind::null;
  bool flag = false;  ///< The value of a boolean.
  std::uint32_t parent = 0;
  std::uint32_t position = 0;  ///< Among the members of its parent.
  std::uint32_t end = 0;
  std::uint32_t key_at = 0, key_size = 0;    ///< Member name, unescaped, in Item::letters.
  std::uint32_t text_at = 0, text_size = 0;  ///< Unescaped text or number token, in Item::letters.
  SourceSpan key_span;
  SourceSpan span;  ///< The whole token; of a list or object its opening bracket.
};

class Node;

/// One part of a metric file with its places: an element of a top-level list ("observations", number 3), or a top-level
/// value that is no list ("pack"). The reader holds a few of these at a time, never the whole file.
struct Item {
  std::string section;  ///< The top-level key.
  SourceSpan section_span;
  std::string pointer;      ///< JSON pointer of the root: "/observations/3".
  bool is_element = false;  ///< An element of a list.
  std::vector<JsonValue> values;
  std::string letters;

  /// Withheld or confidential: nothing may quote its values, nor its source line. Set before the item is taken.
  bool is_secret = false;

  Node root() const;
};

/// Whether an item gives `withhold`, or `confidential` and not just false.
bool is_withheld(const Item& item);

/// A value within an item. A light handle; lives no longer than its item.
class Node {
 public:
  Node(const Item& item, std::uint32_t index) : item_(&item), index_(index) {}

  JsonKind kind() const { return self().kind; }
  bool is(JsonKind kind) const { return self().kind == kind; }
  bool flag() const { return self().flag; }
  std::string_view text() const { return letters(self().text_at, self().text_size); }
  std::string_view key() const { return letters(self().key_at, self().key_size); }
  const SourceSpan& span() const { return self().span; }
  const SourceSpan& key_span() const { return self().key_span; }

  /// JSON pointer from the root of the file (RFC 6901).
  std::string pointer() const;

  /// The members of a list or object, in file order; `for (Node member : node)`.
  class Iterator {
   public:
    Iterator(const Item& item, std::uint32_t index) : item_(&item), index_(index) {}
    Node operator*() const { return {*item_, index_}; }
    Iterator& operator++() {
      index_ = item_->values[index_].end;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Item* item_;
    std::uint32_t index_;
  };
  Iterator begin() const { return {*item_, index_ + 1}; }
  Iterator end() const { return {*item_, self().end}; }
  /// How many members there are.
  std::size_t count() const;
  bool has_members() const { return self().end > index_ + 1; }

 private:
  const JsonValue& self() const { return item_->values[index_]; }
  std::string_view letters(std::size_t at, std::size_t size) const {
    return std::string_view(item_->letters).substr(at, size);
  }

  const Item* item_;
  std::uint32_t index_;
};

/// `text` as one step of a JSON pointer: "~" becomes "~0", "/" becomes "~1" (RFC 6901, section 3).
std::string pointer_step(std::string_view text);

}  // namespace briefpack::metrics
