#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/reading.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// A YAML value with its place: the one shape in which the front matter is looked at. yaml-cpp stays behind it.
struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, list, map };
  struct Entry;
  Kind kind = Kind::null;
  std::string text;  ///< Of a scalar.
  SourceSpan span;   ///< Of a scalar its whole text on its first line; of a list or map its first character.
  /// Of a scalar: the same text with the place of each character, line ends made spaces.
  Content content{nullptr};
  std::vector<YamlNode> items;
  std::vector<Entry> entries;  ///< In file order, keys unique.
};

struct YamlNode::Entry {
  std::string key;
  SourceSpan key_span;
  YamlNode value;
};

/// Reads lines [first, last) of a file, counted from 0, as one YAML document. Aliases, anchors, tags, nesting deeper than
/// eight and more than 2,000 values are refused, so that no document takes more time than its length. `what` it is
/// stands in messages. Codes: template/yaml,
/// template/duplicate-field.
YamlNode read_yaml(const SourceFile& file, std::size_t first, std::size_t last, Reading& reading,
                   std::string_view what = "the front matter");

}  // namespace briefpack::templates
