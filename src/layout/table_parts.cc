#include "layout/table_parts.h"

#include <algorithm>
#include <utility>

#include "layout/set_text.h"

namespace briefpack::layout {

using page::ElementId;
using page::Role;

namespace {

constexpr double kBelowLine = 2, kAbovePart = 15;

struct Run {
  std::size_t columns = 0;
  bool is_whole = true;  // a country group, not a piece of one
};

std::vector<Run> runs_of(std::span<const std::string> groups, std::size_t most) {
  std::vector<Run> runs;
  for (std::size_t from = 0; from < groups.size();) {
    std::size_t to = from;
    while (to < groups.size() && groups[to] == groups[from]) ++to;
    const std::size_t count = to - from, parts = (count + most - 1) / most;
    for (std::size_t part = 0; part < parts; ++part)
      runs.push_back({count * (part + 1) / parts - count * part / parts, parts == 1});
    from = to;
  }
  return runs;
}

std::string filled(std::string words, std::string_view name, std::size_t number) {
  const std::size_t at = words.find(name);
  if (at != std::string::npos) words.replace(at, name.size(), std::to_string(number));
  return words;
}

}  // namespace

std::vector<std::size_t> part_sizes(std::span<const std::string> groups, std::size_t most) {
  most = std::max<std::size_t>(most, 1);
  if (groups.size() <= most) return {groups.size()};
  std::vector<std::size_t> sizes;
  bool may_join = false;
  for (const Run& run : runs_of(groups, most)) {
    if (may_join && run.is_whole && sizes.back() + run.columns <= most) {
      sizes.back() += run.columns;
    } else {
      sizes.push_back(run.columns);
    }
    may_join = run.is_whole;
  }
  return sizes;
}

document::Table with_columns(const document::Table& table, std::size_t from, std::size_t to) {
  const auto picked = [&](const auto& all) {
    auto some = all;
    some.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0 || (i >= from && i < to)) some.push_back(all[i]);
    }
    return some;
  };
  document::Table part;
  part.style = table.style;
  part.has_head = table.has_head;
  part.columns_of = table.columns_of;
  part.columns = picked(table.columns);
  for (const auto& row : table.rows) {
    document::Row made;
    made.kind = row.kind;
    made.has_group_rule = row.has_group_rule;
    made.cells = picked(row.cells);
    part.rows.push_back(std::move(made));
  }
  return part;
}

namespace {

// "Countries 9–16 of 60 · Europe", in the words of the table or of the section.
std::string words_of(const Context& context, const document::Table& table, std::size_t from, std::size_t to, std::size_t count) {
  std::string words = table.columns_of;
  if (words.empty() && context.page_words != nullptr) words = context.page_words->columns_of;
  if (words.empty()) words = "{from}–{to} / {count}";
  words = filled(filled(filled(std::move(words), "{from}", from), "{to}", to - 1), "{count}", count);
  const auto group_of = [&](std::size_t column) { return column < table.columns.size() ? table.columns[column].group : ""; };
  const std::string group = group_of(from);
  for (std::size_t column = from; column < to; ++column) {
    if (group.empty() || group_of(column) != group) return words;
  }
  return words + " · " + group;
}

void continue_head(Context& context, const TableOwner& owner, const std::string& place, Fragment& table) {
  Fragment line = place_continued(context, owner.number_text, place, table.width, page::kArtifact);
  if (line.height == 0) return;
  std::vector<Fragment> parts;
  parts.push_back(std::move(line));
  for (auto& head : table.repeat) parts.push_back(std::move(head));
  table.repeat.assign(1, stack(table.width, std::move(parts)));
}

}  // namespace

Fragment place_continued(Context& context, const std::string& number, const std::string& place, double measure, ElementId element) {
  InlineOptions options{.form = form_of(Type::exhibit_subtitle, context.lang)};
  options.lead = number;
  document::Text words;
  if (!number.empty() && context.page_words != nullptr) words.text = context.page_words->continued;
  if (!place.empty()) words.text += (words.text.empty() ? "" : " · ") + place;
  if (words.text.empty() && number.empty()) return solid(measure, 0, {});
  const double leading = options.form.leading;
  LineSetting setting;
  setting.measure = measure;
  setting.element = element;
  Ink ink;
  double y = 0;
  for (auto& line : PreparedText(context, {std::move(words)}, std::move(options)).set(setting)) {
    ink.add(std::move(line.ink), {0, y});
    y += leading;
  }
  Fragment placed = solid(measure, y + kBelowLine, std::move(ink));
  placed.keeps_with_next = true;
  return placed;
}

Fragment place_parts(Context& context, const TableOwner& owner, const document::Table& table,
                     const std::vector<std::size_t>& sizes, double measure, const PlaceColumns& place) {
  std::vector<Fragment> parts;
  std::size_t count = 0, from = 1;
  for (const std::size_t size : sizes) count += size;
  if (sizes.size() == 1) {
    Fragment placed = place(1, count + 1, owner.table);
    continue_head(context, owner, "", placed);
    return placed;
  }
  for (const std::size_t size : sizes) {
    const bool is_first = from == 1;
    ElementId element = owner.table, caption = owner.caption;
    if (!is_first) {
      element = context.structure.add(Role::table, owner.parent);
      caption = context.structure.add(Role::caption, element);
    }
    const std::string words = words_of(context, table, from, from + size, count);
    const ElementId line = caption == page::kArtifact ? caption : context.structure.add(Role::p, caption);
    parts.push_back(place_continued(context, is_first ? "" : owner.number_text, words, measure, line));
    if (!is_first) parts.back().gap = kAbovePart;
    parts.push_back(place(from, from + size, element));
    continue_head(context, owner, words, parts.back());
    from += size;
  }
  Fragment placed = stack(measure, std::move(parts));
  placed.is_table = true;
  return placed;
}

}  // namespace briefpack::layout
