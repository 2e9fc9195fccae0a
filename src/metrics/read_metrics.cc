#include "metrics/read_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "metrics/json_stream.h"
#include "metrics/passes.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Dataset;
using dataset::LocalText;

void read_schema_version(ReadContext& in, const Node& node, Draft&) {
  constexpr int kVersion = 1;
  if (node.is(JsonKind::number) && read_exact_number(node.text()).value == kVersion) return;
  in.error("metrics/schema-version", node, fmt::format("this program reads schema_version {}", kVersion));
}

/// A top-level key and what its value, or each element of it, is read by.
struct Section {
  std::string_view name;
  bool is_list;
  void (*read)(ReadContext&, const Node&, Draft&);
};

constexpr std::array kSections{
    Section{"schema_version", false, read_schema_version},
    Section{"pack", false, read_pack},
    Section{"entities", true, read_entity},
    Section{"topics", true, read_topic},
    Section{"sources", true, read_source},
    Section{"metrics", true, read_metric},
    Section{"observations", true, read_observation},
    Section{"caveats", true, read_caveat},
    Section{"disputes", true, read_dispute},
    Section{"actions", true, read_action},
    Section{"accepted", true, read_accepted},
};

/// Hands the items of one file to the readers of their sections.
class FileReader {
 public:
  FileReader(Draft& draft, Problems& problems) : draft_(draft), problems_(problems) {}

  void take(const Item& item) {
    const auto section = std::find_if(kSections.begin(), kSections.end(),
                                      [&](const Section& each) { return each.name == item.section; });
    if (section == kSections.end()) {
      if (warned_of_ != item.section) warn_unknown(item);
      return;
    }
    if (section->name == "schema_version") has_version_ = true;
    if (item.is_secret) {
      const SourceSpan& start = item.values.front().span;
      problems_.hide_lines(start.file, start.line, item.values.back().span.line);
    }
    ReadContext in{problems_, draft_.references, item.is_secret};
    if (section->is_list != item.is_element) {
      if (!item.is_element)
        expect(in, item.root(), JsonKind::list);
      else if (item.pointer.ends_with("/0"))
        report_list(item);
      return;
    }
    section->read(in, item.root(), draft_);
  }

  bool has_version() const { return has_version_; }

 private:
  void warn_unknown(const Item& item) {
    warned_of_ = item.section;
    std::vector<std::string> names;
    for (const Section& each : kSections)
      names.emplace_back(each.name);
    Diagnostic warning =
        Diagnostic::warning("metrics/unknown-field", item.section_span,
                            fmt::format("the field {} is unknown here and is ignored", quoted(item.section)))
            .at("/" + pointer_step(item.section));
    const auto near = nearest(item.section, names);
    warning.hints.push_back(near ? fmt::format("did you mean \"{}\"?", *near)
                                 : "a name that starts with x_ is ignored without a warning");
    problems_.add(std::move(warning));
  }

  void report_list(const Item& item) {
    problems_.add(
        Diagnostic::error("metrics/wrong-type", item.section_span,
                          fmt::format("the value of {} is a list; expected a single value", quoted(item.section)))
            .at("/" + item.section));
  }

  Draft& draft_;
  Problems& problems_;
  bool has_version_ = false;
  std::string warned_of_;
};

/// Makes room for the observations of a large file, which would be moved, and their memory touched, several times else.
void make_room(const std::string& text, Draft& draft) {
  constexpr std::size_t kLarge = 1u << 20;
  if (text.size() < kLarge) return;
  constexpr std::string_view kField = "\"obs_value\"";
  const std::boyer_moore_horspool_searcher field(kField.begin(), kField.end());
  std::size_t count = 0;
  for (auto at = text.begin(); (at = std::search(at, text.end(), field)) != text.end(); at += kField.size()) ++count;
  constexpr std::size_t kShortest = 80;  // bytes of an observation with what it must have; no text may ask for more room than it can fill
  draft.data.observations.reserve(draft.data.observations.size() + std::min(count, text.size() / kShortest));
}

/// Gives whether the file was read to its end.
bool read_file(const SourceMap& sources, std::uint32_t file, unsigned threads, Draft& draft, Problems& problems) {
  FileReader reader(draft, problems);
  make_room(sources.text(file), draft);
  const bool is_whole = read_json_items(sources, file, threads, problems, [&](const Item& item) { reader.take(item); });
  if (is_whole && !reader.has_version()) {
    problems.add(Diagnostic::error("metrics/schema-version", {file, 1, 1, 0}, "the file has no \"schema_version\"")
                     .hint("add \"schema_version\": 1"));
  }
  return is_whole;
}

/// DESIGN.md section 2: compute, talent, rankings and policy, unless the files list topics of their own.
void add_default_topics(Draft& draft) {
  if (!draft.data.topics.empty()) return;
  struct Default {
    const char* id;
    const char* english;
    const char* korean;
  };
  static constexpr std::array kTopics{Default{"compute", "Compute", "연산 자원"}, Default{"talent", "Talent", "인재"},
                                      Default{"rankings", "Rankings", "순위"}, Default{"policy", "Policy", "정책"}};
  for (const Default& each : kTopics) {
    dataset::Topic topic;
    topic.id = each.id;
    topic.name.set("en", each.english);
    topic.name.set("ko", each.korean);
    draft.references.of(IdKind::topic).add(topic.id, static_cast<std::uint32_t>(draft.data.topics.size()), {});
    draft.data.topics.push_back(std::move(topic));
  }
}

/// Phases 3 to 7.
void complete(Draft& draft, Problems& problems) {
  add_default_topics(draft);
  draft.references.report_unknown(problems);
  link_late(draft);
  complete_parts(draft, problems);
  check_observations(draft, problems);
  settle_observations(draft, problems);
  empty_withheld(draft.data);
  draft.data.index();
  find_about(draft, problems);
}

}  // namespace

Result<Dataset> read_metrics(const SourceMap& sources, std::span<const std::uint32_t> files, unsigned threads) {
  Draft draft;
  Problems problems;
  bool is_whole = true;
  for (const std::uint32_t file : files)
    is_whole = read_file(sources, file, threads, draft, problems) && is_whole;
  if (is_whole && !draft.has_pack) {
    const std::uint32_t first = files.empty() ? 0 : files.front();
    problems.add(
        Diagnostic::error("metrics/missing-field", {first, 1, 1, 0}, "the file has no \"pack\", which is required"));
  }
  if (is_whole) complete(draft, problems);
  if (problems.has_fatal()) return problems.take();
  return {std::move(draft.data), problems.take()};
}

}  // namespace briefpack::metrics
