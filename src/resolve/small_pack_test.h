#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset.h"
#include "expression/parse.h"
#include "resolve/figure_book.h"

namespace briefpack::resolve {

/// A pack made in code, for unit tests: a few metrics and entities, then rows as a test needs them.
class SmallPack {
 public:
  SmallPack() {
    for (const char* id : {"KOR", "CHN", "FRA", "USA"}) entity(id, dataset::EntityKind::country);
    data.entities[0].name.set("en", "Korea");
    data.entities[0].name.set("ko", "한국");
    entity("XAI", dataset::EntityKind::company).name.set("", "xAI");
    source("S1");
    source("S2").same_as = {"S1"};
    source("S3");
    dataset::Metric& gpus = metric("h100_gpus", dataset::MetricType::quantity, "GPU");
    gpus.unit_counter.set("en", "units");
    gpus.unit_counter.set("ko", "장");
    gpus.short_name.set("", "H100 GPUs");
    metric("departments", dataset::MetricType::quantity, "department").unit_counter.set("", "departments");
    metric("ai_rank", dataset::MetricType::rank, "rank").direction = dataset::Direction::lower_is_better;
    metric("score", dataset::MetricType::index, "point").direction = dataset::Direction::higher_is_better;
    dataset::Metric& money = metric("outlay", dataset::MetricType::money, "USD");
    money.currency = "USD";
    money.unit_mult = 6;
    metric("patents", dataset::MetricType::share, "percent");
    dataset::Metric& tier = metric("tier", dataset::MetricType::category, "");
    tier.categories = {{"leading", dataset::LocalText("Leading")}, {"second", dataset::LocalText("Second tier")}};
  }

  dataset::Entity& entity(const std::string& id, dataset::EntityKind kind) {
    dataset::Entity out;
    out.id = id;
    out.kind = kind;
    data.entities.push_back(std::move(out));
    return data.entities.back();
  }
  dataset::Source& source(const std::string& code) {
    dataset::Source out;
    out.id = out.code = code;
    out.title.set("", "Title of " + code);
    data.sources.push_back(std::move(out));
    return data.sources.back();
  }
  dataset::Metric& metric(const std::string& id, dataset::MetricType type, const std::string& unit) {
    dataset::Metric out;
    out.id = id;
    out.name.set("", id);
    out.type = type;
    out.unit_measure = unit;
    data.metrics.push_back(std::move(out));
    return data.metrics.back();
  }

  /// A row; period "" is not stated, "ns2" not stated with a sequence. Its key is its id where one is set later.
  dataset::Observation& row(const std::string& metric_id, const std::string& entity_id, std::optional<double> value, const std::string& period = "") {
    dataset::Observation out;
    out.metric = index_of(data.metrics, metric_id);
    out.entity = index_of(data.entities, entity_id);
    out.key = metric_id + "." + entity_id + "@" + (period.empty() ? "ns" : period);
    if (period.starts_with("ns")) out.sequence = period[2] - '0';
    else if (!period.empty()) out.period = dataset::parse_time_period(period);
    out.value = value;
    out.status.add(value ? dataset::ObsStatus::A : dataset::ObsStatus::O);
    dataset::Citation citation;
    citation.source = "S1";
    citation.locator.set("", "para. " + std::to_string(data.observations.size() + 1));
    out.citations = {citation};
    out.places.object = {0, static_cast<std::uint32_t>(data.observations.size() + 1), 1, 1};
    data.observations.push_back(std::move(out));
    return data.observations.back();
  }

  /// An open dispute about the rows given by key.
  void dispute(const std::string& id, const std::vector<std::string>& keys) {
    dataset::Dispute out;
    out.id = id;
    for (std::uint32_t i = 0; i < data.observations.size(); ++i) {
      for (const std::string& key : keys) {
        if (data.observations[i].key == key) out.observations.push_back(i);
      }
    }
    data.disputes.push_back(std::move(out));
  }

  const dataset::Dataset& done() {
    data.index();
    return data;
  }

  dataset::Dataset data;

 private:
  template <typename Item>
  static std::uint32_t index_of(const std::vector<Item>& items, const std::string& id) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (items[i].id == id) return i;
    }
    return 0;
  }
};

/// A book over a pack, asked in the template's own words. No-break spaces come out as plain ones.
class Desk {
 public:
  explicit Desk(SmallPack& pack, DocumentCounts counts = {}, const char* lang = "en") : book(pack.done(), lang, std::move(counts)) {
    context.entities = {"KOR", "CHN", "FRA", "USA"};
  }

  static std::string spaced(std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0", at)) text.replace(at, 2, " ");
    return text;
  }

  void name(const std::string& figure, const std::string& text) { book.name_figure(figure, expression::parse_value(text, expression::nowhere()).value()); }

  std::optional<Printed> print(const std::string& text, FormPlace place = FormPlace::prose) {
    const auto parsed = expression::parse_figure(text, expression::locate_on_line(text, {1, 1, 1, 1}));
    if (!parsed.ok()) return std::nullopt;
    return book.figure(parsed->expression, parsed->formats, context, place);
  }
  /// The printed text, and the code of the last fault in brackets where there is one.
  std::string text(const std::string& figure, FormPlace place = FormPlace::prose) {
    const std::size_t known = book.diagnostics().size();
    const auto printed = print(figure, place);
    if (!printed) return "[" + last_code() + "]";
    const bool has_fault = book.diagnostics().size() > known && book.diagnostics().back().severity == Severity::error;
    return spaced(printed->text.text()) + (has_fault ? " [" + last_code() + "]" : "");
  }
  std::optional<Printed> claim(const std::string& text) {
    const auto parsed = expression::parse_claim(text, expression::nowhere());
    if (!parsed.ok()) return std::nullopt;
    return book.claim(parsed->condition, text.substr(parsed->words_begin, parsed->words_end - parsed->words_begin), context, {1, 1, 1, 1});
  }
  std::string last_code() { return book.diagnostics().empty() ? "no fault" : book.diagnostics().back().code; }

  document::Document& finish() {
    book.finish(document);
    book.write_full_forms(document.notes);
    return document;
  }

  FigureBook book;
  Context context;
  document::Document document;
};

/// Counts of one metric, with a source each and one of them disputed.
inline SmallPack gpu_pack() {
  SmallPack pack;
  pack.row("h100_gpus", "KOR", 2000).limitation.set("en", "SK Telecom chief executive; undated");
  pack.data.observations.back().limitation.set("ko", "SK텔레콤 대표, 시점 미상");
  pack.row("h100_gpus", "XAI", 100000);
  pack.row("h100_gpus", "CHN", 350000);
  pack.row("h100_gpus", "FRA", std::nullopt);
  pack.dispute("D1", {"h100_gpus.CHN@ns"});
  return pack;
}

/// A note as a page foot prints it.
inline std::string note(const document::Document& document, std::uint32_t index, const std::string& lang = "en") {
  const document::NoteText& text = document.notes.at(index).in(lang);
  return text.source + text.rest;
}

}  // namespace briefpack::resolve
