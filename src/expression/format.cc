#include "expression/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace briefpack::expression {

namespace {

constexpr std::array<std::pair<FormatKind, std::string_view>, 17> kNames{{
    {FormatKind::plain, "plain"},
    {FormatKind::percent, "percent"},
    {FormatKind::times, "times"},
    {FormatKind::ordinal, "ordinal"},
    {FormatKind::of, "of"},
    {FormatKind::words, "words"},
    {FormatKind::cap, "cap"},
    {FormatKind::signed_, "signed"},
    {FormatKind::compact, "compact"},
    {FormatKind::unit, "unit"},
    {FormatKind::scale, "unit"},
    {FormatKind::short_, "short"},
    {FormatKind::abs, "abs"},
    {FormatKind::round, "round"},
    {FormatKind::nounit, "nounit"},
    {FormatKind::nomark, "nomark"},
    {FormatKind::unlike, "unlike"},
}};

}  // namespace

const Format* find(const Formats& formats, FormatKind kind) {
  const auto it = std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.kind == kind; });
  return it == formats.end() ? nullptr : &*it;
}

std::string_view name_of(FormatKind kind) {
  for (const auto& [each, name] : kNames) {
    if (each == kind) return name;
  }
  return {};
}

std::optional<FormatKind> format_named(std::string_view name) {
  for (const auto& [kind, each] : kNames) {
    if (each == name) return kind;  // `unit` before `scale`: the parser decides by the value behind the colon
  }
  return std::nullopt;
}

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> kAll = [] {
    std::vector<std::string> out;
    for (const auto& [kind, name] : kNames) {
      if (kind != FormatKind::scale) out.emplace_back(name);
    }
    return out;
  }();
  return kAll;
}

std::string text_of(const Formats& formats) {
  std::string out;
  for (const Format& format : formats) {
    if (!out.empty()) out += ", ";
    out += name_of(format.kind);
    if (format.kind == FormatKind::round) out += ":" + std::to_string(format.decimals);
    if (format.kind == FormatKind::scale) out += ":" + format.scale;
  }
  return out;
}

}  // namespace briefpack::expression
