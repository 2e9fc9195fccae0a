#include "pdf/number_tree.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace briefpack::pdf {

namespace {

constexpr std::size_t kRowsInLeaf = 256;

std::string rows_text(const char* entry, std::span<const std::pair<std::string, std::string>> rows) {
  std::string out = fmt::format("/{}[", entry);
  for (const auto& [key, value] : rows)
    out += fmt::format("{} {} ", key, value);
  if (out.back() == ' ') out.pop_back();
  return out + "]";
}

}  // namespace

ObjectId write_tree(HaruDoc& doc, const char* entry, const TreeRows& rows) {
  if (rows.size() <= kRowsInLeaf) return doc.add(rows_text(entry, rows));
  std::string kids;
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsInLeaf) {
    const auto leaf = std::span(rows).subspan(begin, std::min(kRowsInLeaf, rows.size() - begin));
    const ObjectId object =
        doc.add(fmt::format("/Limits[{} {}]{}", leaf.front().first, leaf.back().first, rows_text(entry, leaf)));
    kids += object.reference() + " ";
  }
  kids.pop_back();
  return doc.add(fmt::format("/Kids[{}]", kids));
}

}  // namespace briefpack::pdf
