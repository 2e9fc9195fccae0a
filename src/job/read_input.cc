#include "job/read_input.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/embedded_files.h"
#include "base/side_by_side.h"
#include "base/utf8.h"
#include "changes/compare.h"
#include "dataset/codes.h"
#include "job/sha256.h"
#include "metrics/read_metrics.h"
#include "numfmt/language.h"
#include "resolve/mark_findings.h"
#include "resolve/resolve.h"
#include "templates/own_words.h"
#include "templates/read_template.h"
#include "templates/read_theme.h"
#include "truth/accepted.h"
#include "truth/examine.h"
#include "truth/hide_withheld.h"
#include "truth/sentences_to_reread.h"
#include "truth/unused.h"

namespace briefpack::job {

namespace {

constexpr std::size_t kMetricFileLimit = 256u << 20;  // stated in docs/metric-file.md
constexpr unsigned kThreads = 2;  // metric files and template side by side, then resolving and examining
constexpr const char* kBuiltInTemplate = "templates/monthly-brief.md";

struct TemplateSource {
  std::string name;    ///< As messages print it.
  std::string folder;  ///< With a slash at its end, or empty for the working folder.
  std::shared_ptr<const std::string> text;
  bool is_built_in = false;
  bool is_edition = false;  ///< The one in the language that was asked for.
};

std::optional<std::string> embedded(const std::string& path) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return std::string(file.contents);
  }
  return std::nullopt;
}

/// "brief.md" → "brief.ko.md".
std::string localised(const std::string& path, const std::string& lang) {
  const bool has_ending = path.ends_with(".md");
  return has_ending ? path.substr(0, path.size() - 3) + "." + lang + ".md" : path + "." + lang;
}

/// The template's own edition in `lang`, or in its language without region; else the template itself.
template <typename Exists>
std::string edition_of(const std::string& path, const std::string& lang, Exists exists) {
  for (const std::string& each : {lang, lang.substr(0, lang.find('-'))}) {
    if (std::string edition = localised(path, each); exists(edition)) return edition;
  }
  return path;
}

std::optional<TemplateSource> open_template(const InputOptions& options, FileSystem& files, Diagnostics& diagnostics) {
  TemplateSource out;
  if (!options.template_path) {
    std::string path = kBuiltInTemplate;
    if (options.lang) path = edition_of(path, *options.lang, [](const std::string& each) { return embedded(each).has_value(); });
    out.name = path;
    out.is_edition = path != kBuiltInTemplate;
    out.folder = "templates/";
    out.text = std::make_shared<const std::string>(embedded(path).value_or(""));
    out.is_built_in = true;
    return out;
  }
  out.name = *options.template_path;
  if (options.lang) out.name = edition_of(out.name, *options.lang, [&](const std::string& each) { return files.exists(each); });
  out.is_edition = out.name != *options.template_path;
  out.folder = out.name.substr(0, out.name.size() - base_name(out.name).size());
  auto text = files.read(out.name, templates::kTemplateLimit);
  if (!text) {
    append(diagnostics, text.take_diagnostics());
    return std::nullopt;
  }
  out.text = std::make_shared<const std::string>(std::move(*text));
  return out;
}

templates::Loader loader_for(const TemplateSource& main, FileSystem& files, Outcome& outcome, std::vector<ManifestFile>& inputs) {
  return [&main, &files, &outcome, &inputs](const std::string& path, SourceSpan asked_at) -> Result<templates::LoadedFile> {
    const std::string full = main.folder + path;
    std::shared_ptr<const std::string> text;
    if (main.is_built_in) {
      auto found = embedded(full);
      if (!found) return Diagnostic::error("template/include", asked_at, fmt::format("there is no built-in file \"{}\"", full));
      text = std::make_shared<const std::string>(std::move(*found));
    } else {
      if (files.exists(full) && !files.is_file_inside(full, main.folder)) {
        Diagnostic outside = Diagnostic::io_error("io/unreadable", "cannot read " + full + ": it is no file inside the template's folder");
        outside.span = asked_at;
        return std::move(outside).hint("copy it into the folder; links that lead out of it and pipes are not followed");
      }
      auto read = files.read(full, templates::kTemplateLimit);
      if (!read) {
        // The place of the include is worth more than the bare path; it stays an input-or-output failure.
        Diagnostics failures = read.take_diagnostics();
        for (Diagnostic& each : failures) each.span = asked_at;
        return failures;
      }
      text = std::make_shared<const std::string>(std::move(*read));
    }
    inputs.push_back({base_name(full), sha256(*text), text->size()});
    return templates::LoadedFile{outcome.sources.add(full, text), text};
  };
}

std::optional<templates::Template> read_tree(const InputOptions& options, FileSystem& files, Outcome& outcome, std::vector<ManifestFile>& inputs,
                                             std::string& template_name) {
  const auto source = open_template(options, files, outcome.diagnostics);
  if (!source) return std::nullopt;
  template_name = base_name(source->name);
  inputs.push_back({template_name, sha256(*source->text), source->text->size()});
  const std::uint32_t number = outcome.sources.add(source->name, source->text);
  auto read = templates::read_template(*source->text, number, loader_for(*source, files, outcome, inputs));
  append(outcome.diagnostics, read.take_diagnostics());
  if (!read) return std::nullopt;
  templates::Template tree = std::move(*read);
  // An edition is in the language of its name unless it says otherwise.
  if (source->is_edition && tree.front_matter.lang.text.empty()) tree.front_matter.lang.text = *options.lang;
  bool is_good = true;
  for (const auto& [key, value] : options.overrides) {
    auto done = templates::override_front_matter(tree.front_matter, key, value);
    is_good = is_good && done.ok();
    append(outcome.diagnostics, done.take_diagnostics());
  }
  if (!is_good) return std::nullopt;
  // A built-in template has no folder of its own; its user's theme lies in the working folder.
  TemplateSource themes = *source;
  if (themes.is_built_in) {
    themes.folder.clear();
    themes.is_built_in = false;
  }
  auto look = templates::read_theme(tree.front_matter.theme, loader_for(themes, files, outcome, inputs));
  Diagnostics faults = look.take_diagnostics();
  for (Diagnostic& fault : faults) {
    if (fault.span.is_known() || fault.fault != Fault::input) continue;
    fault.message = "--set theme: " + fault.message;
    fault.fault = Fault::usage;
  }
  append(outcome.diagnostics, std::move(faults));
  if (!look) return std::nullopt;
  tree.theme = std::move(*look);
  return tree;
}

/// The pack of the edition before. What is untrue in it was said then: it is told and stops nothing now.
std::optional<dataset::Dataset> read_previous(const InputOptions& options, FileSystem& files, Outcome& outcome, std::vector<ManifestFile>& inputs) {
  if (!options.previous) return std::nullopt;
  const std::size_t known = outcome.diagnostics.size();
  auto out = read_pack({*options.previous}, files, outcome, &inputs);
  for (std::size_t i = known; i < outcome.diagnostics.size(); ++i) {
    Diagnostic& each = outcome.diagnostics[i];
    if (!each.is_fatal()) each.severity = Severity::warning;
  }
  return out;
}

/// Findings that only other options can bring: an entry of accepted[] about one of them is not idle.
std::vector<std::string_view> codes_not_looked_for(const InputOptions& options) {
  std::vector<std::string_view> out{"truth/printed-unlike"};
  if (!options.with_unused)
    out.insert(out.end(), {"truth/unused-observation", "truth/unused-source", "truth/unused-figure", "truth/no-definition"});
  if (!options.previous) out.insert(out.end(), {"truth/edition", "truth/revision-was", "truth/unexplained-change"});
  return out;
}

std::string primary_of(const std::string& lang) { return lang.substr(0, lang.find('-')); }

/// A language is one of ours, or one that the template has an edition in.
std::optional<Diagnostic> language_fault(const InputOptions& options, FileSystem& files) {
  if (!options.lang) return std::nullopt;
  std::string known;
  for (const numfmt::Language* each : numfmt::languages()) {
    if (each->code == primary_of(*options.lang) && dataset::is_language_tag(*options.lang)) return std::nullopt;
    known += (known.empty() ? "" : each == numfmt::languages().back() ? " or " : ", ") + std::string(each->code);
  }
  const std::string path = options.template_path.value_or(kBuiltInTemplate);
  const auto exists = [&](const std::string& each) { return options.template_path ? files.exists(each) : embedded(each).has_value(); };
  if (dataset::is_language_tag(*options.lang) && edition_of(path, *options.lang, exists) != path) return std::nullopt;
  Diagnostic error = Diagnostic::error("usage/language", {}, fmt::format("--lang takes {}, perhaps with a region as in fr-CA; found {}", known, quoted(*options.lang)));
  error.fault = Fault::usage;
  if (dataset::is_language_tag(*options.lang)) return std::move(error).hint(fmt::format("for another language write an edition of the template, {}", base_name(localised(path, *options.lang))));
  return error;
}

/// Words of the template stay in its language, whatever the document's is.
void warn_of_language(const InputOptions& options, const dataset::Dataset& dataset, const templates::Template& tree, Outcome& outcome) {
  const templates::FrontMatter& front = tree.front_matter;
  const std::string& own = front.lang.text.empty() ? dataset.pack.lang : front.lang.text;
  if (!options.lang || own.empty() || primary_of(own) == primary_of(*options.lang) || !templates::has_own_words(tree)) return;
  const std::string path = options.template_path.value_or(kBuiltInTemplate);
  outcome.diagnostics.push_back(
      Diagnostic::warning("template/language", front.lang.span,
                          fmt::format("the template is in {} and the document in {}: the template's own words stay as they are", quoted(own), quoted(*options.lang)))
          .hint(fmt::format("write them in {} beside it, or leave --lang out", base_name(localised(path, primary_of(*options.lang))))));
}

/// The texts of metric files, as numbers in outcome.sources; nothing when one cannot be read.
std::optional<std::vector<std::uint32_t>> open_pack(const std::vector<std::string>& paths, FileSystem& files, Outcome& outcome) {
  std::vector<std::uint32_t> numbers;
  for (auto path_at = paths.begin(); path_at != paths.end(); ++path_at) {
    const std::string& path = *path_at;
    if (std::find(paths.begin(), path_at, path) != path_at) {
      Diagnostic twice = Diagnostic::error("usage/given-twice", {}, path + " is given twice").hint("name each metric file once");
      twice.fault = Fault::usage;
      outcome.diagnostics.push_back(std::move(twice));
      continue;
    }
    auto text = files.read(path, kMetricFileLimit);
    if (text) numbers.push_back(outcome.sources.add(path, std::make_shared<const std::string>(std::move(*text))));
    else append(outcome.diagnostics, text.take_diagnostics());
  }
  if (numbers.size() != paths.size()) return std::nullopt;
  return numbers;
}

void list_files(const std::vector<std::uint32_t>& numbers, const SourceMap& sources, std::vector<ManifestFile>& inputs) {
  for (const std::uint32_t each : numbers) {
    const std::string& text = sources.text(each);
    inputs.push_back({base_name(sources.name(each)), sha256(text), text.size()});
  }
}

}  // namespace

InputOptions with_usual_tag(InputOptions options) {
  if (options.lang && dataset::is_language_tag(*options.lang)) options.lang = dataset::canonical_language_tag(*options.lang);
  return options;
}

std::optional<dataset::Dataset> read_pack(const std::vector<std::string>& paths, FileSystem& files, Outcome& outcome,
                                          std::vector<ManifestFile>* inputs) {
  const auto numbers = open_pack(paths, files, outcome);
  if (!numbers) return std::nullopt;
  if (inputs != nullptr) list_files(*numbers, outcome.sources, *inputs);
  auto read = metrics::read_metrics(outcome.sources, *numbers, kThreads);
  append(outcome.diagnostics, read.take_diagnostics());
  if (!read) return std::nullopt;
  return std::move(*read);
}

std::vector<std::string> ReadInput::outputs() const {
  std::vector<std::string> out;
  for (const auto& each : tree.front_matter.outputs) out.push_back(each.text);
  return out;
}

std::shared_ptr<const ReadInput> read_input(const InputOptions& options, FileSystem& files, Outcome& outcome) {
  if (auto fault = language_fault(options, files)) {
    outcome.diagnostics.push_back(std::move(*fault));
    return nullptr;
  }
  auto out = std::make_shared<ReadInput>();
  const auto numbers = open_pack(options.metrics, files, outcome);
  // The files are opened by this thread alone; what stands in the metric files is read beside the template.
  Outcome facts;
  facts.sources = outcome.sources;
  std::optional<dataset::Dataset> dataset;
  const auto read_facts = [&] {
    auto read = metrics::read_metrics(facts.sources, *numbers, kThreads);
    facts.diagnostics = read.take_diagnostics();
    if (read) dataset = std::move(*read);
  };
  Outcome words;
  words.sources = outcome.sources;
  std::optional<templates::Template> tree;
  const auto read_words = [&] {
    if (numbers) list_files(*numbers, words.sources, out->files);
    tree = read_tree(options, files, words, out->files, out->template_name);
    out->earlier = read_previous(options, files, words, out->files);
  };
  side_by_side(kThreads, 2, [&](std::size_t which) {
    if (which == 1) read_words();
    else if (numbers) read_facts();
  });
  outcome.sources = std::move(words.sources);
  append(outcome.diagnostics, std::move(facts.diagnostics));
  append(outcome.diagnostics, std::move(words.diagnostics));
  if (!dataset || !tree || has_fatal(outcome.diagnostics)) return nullptr;
  out->dataset = std::move(*dataset);
  out->tree = std::move(*tree);
  out->commons = std::make_shared<resolve::Commons>(out->dataset);
  outcome.observations = out->dataset.observations.size();
  warn_of_language(options, out->dataset, out->tree, outcome);
  if (out->earlier) out->comparison = changes::compare(*out->earlier, out->dataset);
  return out;
}

Diagnostics examine_input(const ReadInput& input) {
  Diagnostics out = truth::examine({input.dataset, input.tree});
  if (input.comparison) append(out, changes::findings(*input.comparison));
  return out;
}

std::optional<Resolved> resolve_input(std::shared_ptr<const ReadInput> input, const InputOptions& options, const Edition& edition,
                                      Outcome& outcome, const std::function<void()>& beside) {
  const dataset::Dataset& dataset = input->dataset;
  resolve::ResolveOptions how;
  how.template_name = input->template_name;
  how.lang = options.lang.value_or("");
  how.focus = edition.focus;
  how.changes = input->comparison ? &*input->comparison : nullptr;
  how.commons = input->commons;
  // Neither looks at what the other makes.
  std::optional<Result<document::Document>> made;
  Diagnostics findings;
  side_by_side(kThreads, edition.is_examined ? 1 : 3, [&](std::size_t which) {
    if (which == 0) made.emplace(resolve::resolve(dataset, input->tree, how));
    else if (which == 1) findings = examine_input(*input);
    else if (beside) beside();
  });
  append(outcome.diagnostics, std::move(findings));
  Result<document::Document>& resolved = *made;
  append(outcome.diagnostics, resolved.take_diagnostics());
  if (!resolved) {
    truth::hide_withheld(dataset, outcome.diagnostics);
    return std::nullopt;
  }
  Resolved out;
  if (options.with_unused) append(outcome.diagnostics, truth::find_unused(dataset, {{&input->tree, &*resolved}}));
  truth::Unseen unseen{{}, codes_not_looked_for(options)};
  append(outcome.diagnostics, truth::examine_document(dataset, *resolved, unseen.unprinted));
  truth::Accepting accepting = truth::apply_accepted(dataset, std::move(outcome.diagnostics), unseen);
  outcome.diagnostics = std::move(accepting.findings);
  out.silenced = std::move(accepting.silenced);
  truth::hide_withheld(dataset, outcome.diagnostics);
  if (input->earlier) truth::hide_withheld(*input->earlier, outcome.diagnostics);
  truth::add_sentences_to_reread(outcome.diagnostics, dataset, *resolved);
  if (edition.is_draft) {
    // Once more, now that all is known that is to be marked.
    how.findings = &outcome.diagnostics;
    resolved = resolve::resolve(dataset, input->tree, how);
    if (!resolved) return std::nullopt;
    resolve::mark_draft(*resolved, dataset, outcome.diagnostics, outcome.sources);
  }
  out.document = std::move(*resolved);
  out.input = std::move(input);
  outcome.figures = out.document.figures.size();
  outcome.notes = out.document.notes.size();
  return out;
}

std::optional<Resolved> read_and_resolve(const InputOptions& options, bool is_draft, FileSystem& files, Outcome& outcome) {
  auto input = read_input(options, files, outcome);
  if (!input) return std::nullopt;
  return resolve_input(std::move(input), options, {.is_draft = is_draft}, outcome);
}

}  // namespace briefpack::job
