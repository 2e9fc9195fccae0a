#include "workbook/data_row.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "base/decimal.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"
#include "workbook/phrases.h"

namespace briefpack::workbook {

namespace {

using dataset::Observation;

DataCell text(std::string words) {
  if (words.empty()) return {};
  return words;
}

const dataset::Metric& metric_of(const Plan& plan, const Observation& o) { return plan.dataset.metric_of(o); }
const dataset::Entity& entity_of(const Plan& plan, const Observation& o) { return plan.dataset.entity_of(o); }

bool is_country(const dataset::Entity& entity) {
  return entity.kind == dataset::EntityKind::country || entity.kind == dataset::EntityKind::economy;
}

DataCell number(const Plan& plan, const Observation& o, double value) {
  return DataNumber{value, std::max(decimals_of(value), metric_of(plan, o).decimals.value_or(0)), is_year(metric_of(plan, o), value)};
}

/// Each source once, in the order in which the row names them.
std::vector<const dataset::Source*> sources_of(const Plan& plan, const Observation& o) {
  std::vector<const dataset::Source*> out;
  for (const auto& citation : o.citations) {
    const auto* source = plan.dataset.find_source(citation.source);
    if (source != nullptr && std::find(out.begin(), out.end(), source) == out.end()) out.push_back(source);
  }
  return out;
}

DataCell source_ids(const Plan& plan, const Observation& o) {
  std::string out;
  for (const auto* source : sources_of(plan, o)) out += ";" + source->id;
  return text(out.empty() ? "" : out + ";");
}

DataCell retrieved(const Plan& plan, const Observation& o) {
  const auto sources = sources_of(plan, o);
  if (sources.empty() || sources.front()->accessed.empty()) return {};
  const auto date = dataset::parse_time_period(sources.front()->accessed);
  if (date && date->precision() == 10) return date->start;
  return sources.front()->accessed;
}

std::string shorthand(const Plan& plan, const Observation& o) {
  // What is not significant is printed as its mark, whatever else holds for the number.
  const bool is_printed = o.has_any_value() && !o.status.has(dataset::ObsStatus::N);
  std::string out = is_printed ? status_marks(o.status) : missing_mark(o.status);
  // Not a status of SDMX's list; the mark stands beside the others.
  const auto& revised = plan.document.revised_observations;
  const bool is_revised = !o.revision.kind.empty() || std::binary_search(revised.begin(), revised.end(), plan.dataset.index_of(o));
  if (is_revised && is_printed) out += out.empty() ? "[r]" : " [r]";
  return out;
}

DataCell set_aside_for(const Plan& plan, const Observation& o) {
  if (!o.rejected_for || *o.rejected_for >= plan.dataset.observations.size()) return {};
  return text(plan.dataset.observations[*o.rejected_for].key);
}

const std::vector<DataColumn> kColumns{
    {"obs_id", false, 34, [](const Plan&, const Observation& o) { return text(o.key); }},
    {"metric_id", false, 26, [](const Plan& p, const Observation& o) { return text(metric_of(p, o).id); }},
    {"metric", false, 34, [](const Plan& p, const Observation& o) { return text(numfmt::metric_name(metric_of(p, o), p.lang)); }},
    {"entity_id", false, 18, [](const Plan& p, const Observation& o) { return text(entity_of(p, o).id); }},
    {"entity", false, 24, [](const Plan& p, const Observation& o) { return text(numfmt::entity_name(entity_of(p, o), p.lang)); }},
    {"entity_kind", false, 14, [](const Plan& p, const Observation& o) { return text(std::string(dataset::name_of(entity_of(p, o).kind))); }},
    {"country_code", false, 14, [](const Plan& p, const Observation& o) { return text(is_country(entity_of(p, o)) ? entity_of(p, o).id : ""); }},
    {"country", false, 20, [](const Plan& p, const Observation& o) {
       return text(is_country(entity_of(p, o)) ? numfmt::entity_name(entity_of(p, o), p.lang) : "");
     }},
    {"home_code", false, 12, [](const Plan& p, const Observation& o) { return text(entity_of(p, o).home); }},
    {"period", false, 14, period_cell},
    {"value", true, 18, [](const Plan& p, const Observation& o) { return o.value ? number(p, o, *o.value) : DataCell(); }},
    {"qualifier", false, 12, [](const Plan&, const Observation& o) {
       return text(o.qualifier == dataset::Qualifier::none ? "" : std::string(dataset::name_of(o.qualifier)));
     }},
    {"low", true, 14, [](const Plan& p, const Observation& o) { return o.range ? number(p, o, o.range->first) : DataCell(); }},
    {"high", true, 14, [](const Plan& p, const Observation& o) { return o.range ? number(p, o, o.range->second) : DataCell(); }},
    {"text", false, 40, [](const Plan& p, const Observation& o) { return text(data_text(p, o)); }},
    {"disputed", false, 10, [](const Plan& p, const Observation& o) { return text(p.disputes_of(p.dataset.index_of(o))); }},
    {"unit", false, 20, [](const Plan& p, const Observation& o) { return text(data_unit(p, o)); }},
    {"unit_mult", true, 11, [](const Plan& p, const Observation& o) { return DataCell(DataNumber{static_cast<double>(unit_mult_of(p.dataset, o)), 0}); }},
    {"status", false, 9, [](const Plan&, const Observation& o) { return text(o.status.text()); }},
    {"shorthand", false, 11, [](const Plan& p, const Observation& o) { return text(shorthand(p, o)); }},
    {"source_ids", false, 14, source_ids},
    {"source", false, 60, [](const Plan& p, const Observation& o) { return text(cited_sources(p, o.citations, true)); }},
    {"retrieved", false, 12, retrieved},
    {"note", false, 20, [](const Plan& p, const Observation& o) { return text(p.notes_of(p.dataset.index_of(o))); }},
    {"limitation", false, 40, [](const Plan& p, const Observation& o) { return text(o.limitation.in(p.lang)); }},
    {"set_aside_for", false, 20, set_aside_for},
};

}  // namespace

const std::vector<DataColumn>& data_columns() { return kColumns; }

std::size_t data_column(std::string_view name) {
  const auto found = std::find_if(kColumns.begin(), kColumns.end(), [&](const DataColumn& each) { return each.name == name; });
  assert(found != kColumns.end());
  return static_cast<std::size_t>(found - kColumns.begin());
}

std::string data_text(const Plan& plan, const Observation& o) {
  if (!o.category.empty()) return numfmt::category_name(metric_of(plan, o), o.category, plan.lang);
  if (!o.text.empty()) return o.text.in(plan.lang);
  if (!o.range) return "";
  numfmt::NumberStyle style;
  style.decimals = std::max(decimals_of(o.range->first), decimals_of(o.range->second));
  style.is_sentence = false;
  return numfmt::format_interval(o.range->first, o.range->second, style, plan.lang).text();
}

std::string metric_unit(const dataset::Metric& metric, const std::string& lang) {
  switch (metric.type) {
    case dataset::MetricType::money: return metric.currency;
    case dataset::MetricType::share: return std::string(phrase(Phrase::per_cent, lang));
    case dataset::MetricType::rank: return metric.out_of ? filled(Phrase::rank_of, lang, {{"n", std::to_string(*metric.out_of)}}) : std::string(phrase(Phrase::rank, lang));
    case dataset::MetricType::category: return std::string(phrase(Phrase::category, lang));
    default: break;
  }
  std::string unit = metric.unit_label.in(lang);
  if (unit.empty()) unit = metric.unit_measure;
  // "GPU|GPUs" holds the singular and the plural.
  if (const auto bar = unit.find('|'); bar != std::string::npos) unit = unit.substr(bar + 1);
  return unit;
}

std::string data_unit(const Plan& plan, const Observation& o) {
  const auto& metric = metric_of(plan, o);
  if (metric.type == dataset::MetricType::money && !o.currency.empty()) return o.currency;
  if (metric.type == dataset::MetricType::rank && o.out_of) return filled(Phrase::rank_of, plan.lang, {{"n", std::to_string(*o.out_of)}});
  if (!o.unit_measure.empty() && o.unit_measure != metric.unit_measure) return o.unit_measure;
  return metric_unit(metric, plan.lang);
}

std::string scaled_unit(const std::string& unit, int unit_mult, const std::string& lang) {
  std::string power = "10^" + std::to_string(unit_mult);
  switch (unit_mult) {
    case 0: return unit;
    case 3: power = phrase(Phrase::thousand, lang); break;
    case 6: power = phrase(Phrase::million, lang); break;
    case 9: power = phrase(Phrase::billion, lang); break;
    case 12: power = phrase(Phrase::trillion, lang); break;
    default: break;
  }
  const bool is_currency = unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_currency && !numfmt::is_korean(lang) ? unit + " " + power : power + " " + unit;
}

std::string cited_sources(const Plan& plan, const std::vector<dataset::Citation>& citations, bool with_words) {
  std::vector<std::pair<const dataset::Source*, std::string>> list;
  for (const auto& citation : citations) {
    const auto* source = plan.dataset.find_source(citation.source);
    if (source == nullptr) continue;
    std::string place = citation.locator.in(plan.lang);
    if (with_words && !citation.as_stated.empty()) {
      const std::string quoted = numfmt::filled(numfmt::Word::quoted, plan.lang, {{"text", citation.as_stated}});
      place += place.empty() ? quoted : " (" + quoted + ")";
    }
    auto at = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.first == source; });
    if (at == list.end()) at = list.insert(at, {source, ""});
    const bool is_said = ("; " + at->second + "; ").find("; " + place + "; ") != std::string::npos;
    if (!place.empty() && !is_said) at->second += (at->second.empty() ? "" : "; ") + place;
  }
  std::string out;
  for (const auto& [source, places] : list) {
    out += (out.empty() ? "" : ". ") + source->title.in(plan.lang);
    if (!source->published.empty()) out += ", " + source->published;
    if (!places.empty()) out += std::string(numfmt::word(numfmt::Word::colon, plan.lang)) + places;
  }
  return out;
}

DataCell period_cell(const Plan& plan, const Observation& o) {
  if (!o.period) return text(o.period_label.in(plan.lang));
  const std::string& written = o.period->text;
  const bool is_year = written.size() == 4 && std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (is_year) return DataNumber{static_cast<double>(o.period->start.year), 0, true};
  return written;
}

}  // namespace briefpack::workbook
