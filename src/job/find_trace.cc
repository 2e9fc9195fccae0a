#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "job/trace.h"

namespace briefpack::job {

namespace {

using document::Document;
using document::FigureIndex;
using document::Place;
using document::Places;

void settle(std::vector<std::uint32_t>& indices) {
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

std::optional<std::uint32_t> number_after(std::string_view what, std::string_view prefix) {
  if (!what.starts_with(prefix)) return std::nullopt;
  what.remove_prefix(prefix.size());
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(what.data(), what.data() + what.size(), number);
  return fault == std::errc() && end == what.data() + what.size() && !what.empty() ? std::optional(number) : std::nullopt;
}

/// Printed texts are set with no-break spaces; nobody types these.
std::string with_plain_spaces(std::string text) {
  constexpr std::string_view kNoBreak = "\u00A0";
  for (std::size_t at = text.find(kNoBreak); at != std::string::npos; at = text.find(kNoBreak, at)) text.replace(at, kNoBreak.size(), " ");
  return text;
}

/// True when `what` stands in `text` as a word or number of its own: "2,000" in "2,000 units", not in "12,000".
bool holds_word(const std::string& text, const std::string& what) {
  const auto is_inner = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_point = [&](std::size_t at) { return (text[at] == ',' || text[at] == '.') && at > 0 && at + 1 < text.size() && is_inner(text[at - 1]) && is_inner(text[at + 1]); };
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    const std::size_t end = at + what.size();
    const bool begins = at == 0 || (!is_inner(text[at - 1]) && !is_point(at - 1));
    const bool ends = end == text.size() || (!is_inner(text[end]) && !is_point(end));
    if (begins && ends) return true;
  }
  return false;
}

template <typename Test>
std::vector<FigureIndex> figures_where(const Document& document, Test test) {
  std::vector<FigureIndex> out;
  for (FigureIndex i = 0; i < document.figures.size(); ++i) {
    if (test(i)) out.push_back(i);
  }
  return out;
}

std::vector<FigureIndex> figures_with(const Document& document, const std::vector<std::uint32_t>& observations) {
  return figures_where(document, [&](FigureIndex i) {
    const auto& operands = document.figures[i].operands;
    return std::any_of(operands.begin(), operands.end(), [&](std::uint32_t each) {
      return std::find(observations.begin(), observations.end(), each) != observations.end();
    });
  });
}

std::vector<FigureIndex> figures_at(const Document& document, const Places& places, const auto& is_it) {
  return figures_where(document, [&](FigureIndex i) {
    return i < places.of_figure.size() && std::any_of(places.of_figure[i].begin(), places.of_figure[i].end(), is_it);
  });
}

std::vector<std::uint32_t> series_of(const std::string& what, const dataset::Dataset& dataset) {
  const std::size_t dot = what.find('.');
  if (dot == std::string::npos) return {};
  const dataset::Metric* metric = dataset.find_metric(std::string_view(what).substr(0, dot));
  const dataset::Entity* entity = dataset.find_entity(std::string_view(what).substr(dot + 1));
  if (metric == nullptr || entity == nullptr) return {};
  return dataset.series(static_cast<std::uint32_t>(metric - dataset.metrics.data()), static_cast<std::uint32_t>(entity - dataset.entities.data()));
}

std::vector<std::uint32_t> observations_of(const std::string& what, const dataset::Dataset& dataset) {
  const std::string id = what.starts_with("obs.") ? what.substr(4) : what;
  const dataset::Observation* row = dataset.find_observation(id);
  return row == nullptr ? std::vector<std::uint32_t>{} : std::vector{dataset.index_of(*row)};
}

std::vector<FigureIndex> printed_as(const std::string& what, const Document& document) {
  const auto any_text = [&](const auto& is_it) {
    return figures_where(document, [&](FigureIndex i) {
      const auto& texts = document.figures[i].texts;
      return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return is_it(with_plain_spaces(text)); });
    });
  };
  const std::string plain = with_plain_spaces(what);
  auto out = any_text([&](const std::string& text) { return text == plain; });
  return out.empty() ? any_text([&](const std::string& text) { return holds_word(text, plain); }) : out;
}

}  // namespace

Found find_trace(const std::string& what, const dataset::Dataset& dataset, const Document& document, const Places& places) {
  Found out;
  if (what.find_first_not_of(' ') == std::string::npos) return out;
  if (const auto number = number_after(what, "fig_")) {
    out.figures = figures_where(document, [&](FigureIndex i) { return document.figures[i].number == *number; });
  } else if (const auto page = number_after(what, "p.")) {
    out.figures = figures_at(document, places, [&](const Place& place) { return place.kind == Place::Kind::page && place.page == *page; });
  } else if (const std::size_t mark = what.find('!'); mark != std::string::npos) {
    out.figures = figures_at(document, places, [&](const Place& place) {
      return place.kind == Place::Kind::cell && place.sheet == what.substr(0, mark) && place.cell == what.substr(mark + 1);
    });
  }
  if (!out.empty()) return out;

  out.figures = figures_where(document, [&](FigureIndex i) { return document.figures[i].key == what || document.figures[i].expression == what; });
  out.observations = observations_of(what, dataset);
  if (out.observations.empty()) out.observations = series_of(what, dataset);
  if (!out.observations.empty()) {
    const auto resting = figures_with(document, out.observations);
    out.figures.insert(out.figures.end(), resting.begin(), resting.end());
  }
  if (out.empty()) {
    out.figures = figures_where(document, [&](FigureIndex i) {
      const auto& disputes = document.figures[i].disputes;
      return std::any_of(disputes.begin(), disputes.end(), [&](std::uint32_t each) { return document.disputes[each].id == what; });
    });
  }
  if (out.empty()) out.figures = printed_as(what, document);
  settle(out.figures);
  settle(out.observations);
  return out;
}

}  // namespace briefpack::job
