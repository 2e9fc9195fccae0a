#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "document/block.h"
#include "layout/context.h"
#include "layout/fragment.h"

namespace briefpack::layout {

/// How many columns stand in each part of a table that has more than `most`: as even as possible, whole country groups
/// together where they fit (visual specification, section 5: "split the table by country group and repeat the label column").
/// `groups` holds the group of each column, perhaps empty. Sums up to the number of columns; none is 0.
std::vector<std::size_t> part_sizes(std::span<const std::string> groups, std::size_t most);

/// The first column and those from `from` (at least 1) up to `to`; rows of groups stay as they are.
document::Table with_columns(const document::Table& table, std::size_t from, std::size_t to);

/// A table as its exhibit owns it. The first part of a divided table is the element `table`, the others are made beside it.
struct TableOwner {
  page::ElementId parent = page::kDocument;
  page::ElementId table = page::kDocument;
  page::ElementId caption = page::kArtifact;  ///< Of `table`; kArtifact when it has none.
  std::string number_text = {};               ///< "Table 2"; empty without a caption.
};

/// "Figure 1 continued", a line over what goes on on a further page, with `place` behind it; keeps with its next. Without
/// `number` only the place; no height when there is nothing to say.
Fragment place_continued(Context& context, const std::string& number, const std::string& place, double measure, page::ElementId element);

/// Places columns `from` to `to` (from 1, `to` behind the last) beside the first, as the given table element. Its fragment
/// repeats its head, if it has one.
using PlaceColumns = std::function<Fragment(std::size_t from, std::size_t to, page::ElementId element)>;

/// The parts of a divided table one below the other, each a table of its own under a line such as "Countries 9–16 of 60";
/// whole, when `sizes` is one. What is repeated on further pages begins with "Table 2 continued".
Fragment place_parts(Context& context, const TableOwner& owner, const document::Table& table,
                     const std::vector<std::size_t>& sizes, double measure, const PlaceColumns& place);

}  // namespace briefpack::layout
