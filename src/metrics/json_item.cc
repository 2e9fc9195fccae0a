#include "metrics/json_item.h"

namespace briefpack::metrics {

std::string_view in_words(JsonKind kind) {
  switch (kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "true or false";
    case JsonKind::number:
      return "a number";
    case JsonKind::text:
      return "a text";
    case JsonKind::list:
      return "a list";
    case JsonKind::object:
      return "an object";
  }
  return {};
}

Node Item::root() const { return {*this, 0}; }

bool is_withheld(const Item& item) {
  const Node node = item.root();
  if (!node.is(JsonKind::object)) return false;
  for (const Node member : node) {
    // A withheld row stays one when the reason is broken: what is wrong with it must not print its value.
    if (member.key() == "withhold") return true;
    if (member.key() == "confidential" && !(member.is(JsonKind::boolean) && !member.flag())) return true;
  }
  return false;
}

std::string Node::pointer() const {
  if (index_ == 0) return item_->pointer;
  const Node parent(*item_, self().parent);
  if (parent.is(JsonKind::object)) return parent.pointer() + "/" + pointer_step(key());
  return parent.pointer() + "/" + std::to_string(self().position);
}

std::size_t Node::count() const {
  std::size_t count = 0;
  for (Iterator each = begin(); each != end(); ++each) ++count;
  return count;
}

std::string pointer_step(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

}  // namespace briefpack::metrics
