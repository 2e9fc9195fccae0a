#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/field_names.h"
#include "metrics/read_values.h"

namespace briefpack::metrics {

inline constexpr bool kRequired = true;

/// One field of an object of the metric file: its name and how its value gets into a T. A kind of object is a table of these;
/// a new field is one row (and one line in inputs/metrics.schema.json).
template <typename T>
struct Field {
  using Reader = void (*)(ReadContext& in, const Node& value, T& to);
  constexpr Field(std::string_view field, Reader reader, bool must_be = false)
      : name(field), read(reader), is_required(must_be), number(dataset::number_of_field(field)) {}

  std::string_view name;
  Reader read;
  bool is_required;
  std::uint8_t number;  ///< dataset::field_number
};

template <typename T>
using FieldTable = std::type_identity_t<std::span<const Field<T>>>;

/// The row function that reads a value with `reader` and puts it into `member`; leaves the member alone on a fault.
template <auto reader, auto member, typename T>
void set(ReadContext& in, const Node& value, T& to) {
  if (auto got = reader(in, value)) to.*member = *std::move(got);
}

/// As set, where null stands for "not stated".
template <auto reader, auto member, typename T>
void set_or_null(ReadContext& in, const Node& value, T& to) {
  if (!value.is(JsonKind::null)) set<reader, member>(in, value, to);
}

/// Reports a field that is missing.
void report_missing(ReadContext& in, const Node& object, std::string_view field);
/// Warns of a field that the object does not have.
void warn_unknown(ReadContext& in, const Node& member, const std::vector<std::string_view>& fields);

/// Reads the members of `object` through `table` into `to`, and the places of their values into `places` when that is not
/// null. Missing required fields are errors, unknown ones warnings. Gives false when `object` is no object.
template <typename T>
bool read_fields(ReadContext& in, const Node& object, FieldTable<T> table, T& to, dataset::FieldPlaces* places) {
  if (!expect(in, object, JsonKind::object)) return false;
  if (places != nullptr) {
    places->object = object.span();
    places->pointer = object.pointer();
    places->fields.reserve(object.count());
  }
  assert(table.size() <= 64);
  std::uint64_t seen = 0;  // bit i: field i of the table
  std::size_t next = 0;    // fields mostly come in the order of the table
  for (const Node member : object) {
    std::size_t tried = 0;
    while (tried < table.size() && table[next].name != member.key()) {
      next = next + 1 == table.size() ? 0 : next + 1;
      ++tried;
    }
    if (tried == table.size()) {
      std::vector<std::string_view> fields;
      for (const Field<T>& each : table)
        fields.push_back(each.name);
      warn_unknown(in, member, fields);
      continue;
    }
    seen |= std::uint64_t{1} << next;
    if (places != nullptr) places->fields.emplace_back(table[next].number, member.span());
    table[next].read(in, member, to);
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].is_required && (seen >> i & 1) == 0) report_missing(in, object, table[i].name);
  }
  return true;
}

/// Reads each element of the list `value` through `table` and appends it to `to`.
template <typename T>
void read_list(ReadContext& in, const Node& value, FieldTable<T> table, std::vector<T>& to) {
  if (!expect(in, value, JsonKind::list)) return;
  for (const Node each : value) {
    T element;
    if (read_fields(in, each, table, element, nullptr)) to.push_back(std::move(element));
  }
}

}  // namespace briefpack::metrics
