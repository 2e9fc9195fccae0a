#include "job/make_editions.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "resolve/resolve.h"

namespace briefpack::job {

namespace {

// More threads than this would each hold a document, its pages and files, which memory is not planned for.
constexpr std::size_t kMostThreads = 8;

Diagnostic unusable(std::string message) {
  Diagnostic out = Diagnostic::error("usage/for-each", {}, std::move(message));
  out.fault = Fault::usage;
  return out;
}

/// Entities to make editions for; nothing, and reported, when there is none or the command line contradicts itself.
std::optional<std::vector<std::string>> entities_of(const ReadInput& input, const PackPlan& plan, Diagnostics& diagnostics) {
  const auto& overrides = plan.options.input.overrides;
  if (std::any_of(overrides.begin(), overrides.end(), [](const auto& each) { return each.first == "focus"; })) {
    diagnostics.push_back(unusable("--for-each entity sets the focus of each edition, and --set focus asks for one")
                              .hint("leave one of the two out"));
    return std::nullopt;
  }
  auto set = resolve::default_set(input.dataset, input.tree);
  append(diagnostics, set.take_diagnostics());
  if (!set) return std::nullopt;
  if (set->empty()) {
    diagnostics.push_back(unusable("--for-each entity has nothing to make: the default set of the template is empty")
                              .hint("name entities in the front matter, or with --set entities=\"[KOR, FRA]\""));
    return std::nullopt;
  }
  return std::move(*set);
}

/// One edition on its way from a thread to the list.
struct Made {
  Outcome outcome;
  std::vector<StagedFile> staged;
};

/// What the threads share.
struct Work {
  const std::shared_ptr<const ReadInput>& input;
  const PackPlan& plan;
  FileSystem& files;
  const Outcome& read;  ///< The findings of read_input and examine_input, and the input texts.
  const std::vector<std::string>& entities;
  std::vector<Made> made;
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> is_stopped = false;  ///< Nothing will be written: no edition is staged any more.
  std::mutex telling{};
  std::size_t done = 0;
};

void make_edition(Work& work, std::size_t number, layout::Typesetter& typesetter) {
  const std::string& entity = work.entities[number];
  Made& made = work.made[number];
  made.outcome.diagnostics = work.read.diagnostics;
  made.outcome.sources = work.read.sources;
  const BuildOptions& options = work.plan.options;
  PackPlan plan{options, work.plan.stem + "-" + entity, work.plan.time, false};
  const auto resolved = resolve_input(work.input, options.input, {entity, options.is_draft, true}, made.outcome);
  const auto pack = resolved ? make_pack(*resolved, typesetter, plan, made.outcome) : std::nullopt;
  if (pack && !work.is_stopped) {
    if (auto staged = stage_pack(*pack, options, work.files, made.outcome)) made.staged = std::move(*staged);
  }
  if (made.staged.empty()) work.is_stopped = true;
  made.outcome.sources = {};

  const std::lock_guard guard(work.telling);
  ++work.done;
  if (options.progress) options.progress(work.done, work.entities.size());
}

void run_thread(Work& work, const text::Fonts& fonts) {
  layout::Typesetter typesetter(fonts);
  for (std::size_t number = work.next++; number < work.entities.size(); number = work.next++) make_edition(work, number, typesetter);
}

std::size_t thread_count(std::size_t asked, std::size_t editions) {
  const std::size_t processors = std::max(1u, std::thread::hardware_concurrency());
  return std::min({asked == 0 ? processors : asked, kMostThreads, editions});
}

/// Makes all editions; an exception of a thread ends the run as it would on this one.
void run_threads(Work& work, const text::Fonts& fonts) {
  const std::size_t threads = thread_count(work.plan.options.threads, work.entities.size());
  std::vector<text::Fonts> others;  // a Fonts serves one thread
  for (std::size_t i = 1; i < threads; ++i) others.push_back(fonts.again());
  std::vector<std::future<void>> running;
  for (const text::Fonts& each : others) running.push_back(std::async(std::launch::async, [&work, &each] { run_thread(work, each); }));
  run_thread(work, fonts);
  for (std::future<void>& each : running) each.get();
}

bool is_same(const Diagnostic& a, const Diagnostic& b) {
  const auto same_note = [](const DiagnosticNote& x, const DiagnosticNote& y) { return x.span == y.span && x.message == y.message; };
  return a.severity == b.severity && a.code == b.code && a.span == b.span && a.message == b.message && a.pointer == b.pointer && a.hints == b.hints &&
         std::equal(a.notes.begin(), a.notes.end(), b.notes.begin(), b.notes.end(), same_note);
}

/// "in the edition of KOR", "in the editions of KOR, FRA and 5 more"
std::string whose(const std::vector<std::string>& names) {
  constexpr std::size_t kMostNamed = 8;
  std::string out = names.size() == 1 ? "in the edition of " : "in the editions of ";
  const std::size_t named = names.size() > kMostNamed + 1 ? kMostNamed : names.size();
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (named < names.size()) out += fmt::format(" and {} more", names.size() - named);
  return out;
}

}  // namespace

Diagnostics merge_findings(std::vector<Diagnostics> findings, const std::vector<std::string>& names) {
  struct Told {
    Diagnostic finding;
    std::vector<std::string> by;
    std::size_t last = 0;  // edition
  };
  std::vector<Told> told;
  std::multimap<std::pair<std::string, std::string>, std::size_t> known;  // code and message → told
  for (std::size_t edition = 0; edition < findings.size(); ++edition) {
    for (Diagnostic& each : findings[edition]) {
      const auto [first, last] = known.equal_range({each.code, each.message});
      // An edition that tells the same thing twice is heard twice.
      const auto at = std::find_if(first, last, [&](const auto& entry) {
        const Told& before = told[entry.second];
        return is_same(before.finding, each) && before.last != edition;
      });
      if (at == last) {
        known.emplace(std::pair(each.code, each.message), told.size());
        told.push_back({std::move(each), {names[edition]}, edition});
      } else {
        told[at->second].by.push_back(names[edition]);
        told[at->second].last = edition;
      }
    }
  }
  Diagnostics out;
  for (Told& each : told) {
    const bool is_shared = each.by.size() == findings.size();
    if (!is_shared && each.finding.code == "truth/accepted-unused") continue;
    if (!is_shared) each.finding.notes.push_back({{}, whose(each.by)});
    out.push_back(std::move(each.finding));
  }
  return out;
}

std::optional<std::vector<StagedFile>> make_editions(const std::shared_ptr<const ReadInput>& input, const text::Fonts& fonts,
                                                     const PackPlan& plan, FileSystem& files, Outcome& outcome) {
  const auto entities = entities_of(*input, plan, outcome.diagnostics);
  if (!entities) return std::nullopt;
  Work work{input, plan, files, outcome, *entities, std::vector<Made>(entities->size())};
  run_threads(work, fonts);

  std::vector<Diagnostics> findings;
  std::vector<StagedFile> out;
  for (Made& made : work.made) {
    findings.push_back(std::move(made.outcome.diagnostics));
    std::move(made.staged.begin(), made.staged.end(), std::back_inserter(out));
    outcome.pages += made.outcome.pages;
    outcome.figures += made.outcome.figures;
    outcome.notes += made.outcome.notes;
  }
  outcome.editions = entities->size();
  outcome.diagnostics = merge_findings(std::move(findings), *entities);
  if (work.is_stopped) {
    discard(files, out);
    return std::nullopt;
  }
  return out;
}

}  // namespace briefpack::job
