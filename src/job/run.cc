// One run from files to files, in the order of docs/architecture.md: read - make the pack (make_pack.cc), or one for each entity
// (make_editions.cc), as files beside their places - rename everything or nothing.

#include "job/run.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/clock.h"
#include "base/utf8.h"
#include "job/accessibility.h"
#include "job/check_templates.h"
#include "job/make_editions.h"
#include "job/make_pack.h"
#include "job/read_input.h"
#include "text/fonts.h"

namespace briefpack {

Outcome build(const BuildOptions& given) {
  const auto files = make_disk_file_system();
  BuildOptions options = given;
  options.input = job::with_usual_tag(std::move(options.input));
  return job::build(options, *files);
}

Outcome check(const CheckOptions& given) {
  const auto files = make_disk_file_system();
  CheckOptions options = given;
  options.input = job::with_usual_tag(std::move(options.input));
  return job::check(options, *files);
}

namespace job {

namespace {

/// The date that stands in all outputs: SOURCE_DATE_EPOCH, else the first second of the day on which the pack was issued.
std::optional<std::int64_t> output_time(const dataset::Pack& pack, Diagnostics& diagnostics) {
  auto epoch = source_date_epoch();
  if (!epoch) {
    append(diagnostics, epoch.take_diagnostics());
    return std::nullopt;
  }
  return epoch->value_or(days_from_civil(pack.issued) * 86400);
}

bool check_stem(const std::string& stem, Diagnostics& diagnostics) {
  const bool is_plain = !stem.empty() && stem.size() <= 120 && stem.front() != '.' && stem.front() != '-' &&
                        std::none_of(stem.begin(), stem.end(), [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; }) && !find_invalid_utf8(stem);
  if (is_plain) return true;
  Diagnostic error = Diagnostic::error("usage/name", {}, "--name is no base name of a file: expected 1 to 120 bytes of UTF-8 without \"/\", not starting with \".\" or \"-\"");
  error.fault = Fault::usage;
  diagnostics.push_back(std::move(error));
  return false;
}

/// Without --name an edition in another language than the pack's says so, as both may stand in one folder.
std::string stem_of(const BuildOptions& options, const dataset::Pack& pack) {
  if (options.stem) return *options.stem;
  const auto& lang = options.input.lang;
  return lang && *lang != pack.lang ? pack.id + "." + *lang : pack.id;
}

std::optional<std::vector<StagedFile>> stage_one(const std::shared_ptr<const ReadInput>& input, const PackPlan& plan, FileSystem& files, Outcome& outcome) {
  std::optional<Result<text::Fonts>> fonts;
  const auto resolved = resolve_input(input, plan.options.input, {.is_draft = plan.options.is_draft}, outcome,
                                      [&] { fonts.emplace(text::load_fonts(input->tree.theme.fonts)); });
  if (!resolved) return std::nullopt;
  append(outcome.diagnostics, fonts->take_diagnostics());
  if (!*fonts) return std::nullopt;
  layout::Typesetter typesetter(**fonts);
  const auto pack = make_pack(*resolved, typesetter, plan, outcome);
  if (!pack) return std::nullopt;
  return stage_pack(*pack, plan.options, files, outcome);
}

std::optional<std::vector<StagedFile>> stage_all(const std::shared_ptr<const ReadInput>& input, const PackPlan& plan, FileSystem& files, Outcome& outcome) {
  append(outcome.diagnostics, examine_input(*input));
  auto fonts = text::load_fonts(input->tree.theme.fonts);
  append(outcome.diagnostics, fonts.take_diagnostics());
  if (!fonts) return std::nullopt;
  return make_editions(input, *fonts, plan, files, outcome);
}

}  // namespace

Outcome check(const CheckOptions& options, FileSystem& files) {
  if (!options.input.further_templates.empty()) return check_templates(options, files);
  Outcome outcome;
  const auto resolved = read_and_resolve(options.input, false, files, outcome);
  if (resolved && options.with_accessibility) judge_accessibility(*resolved, options.workbook, outcome);
  return outcome;
}

Outcome build(const BuildOptions& options, FileSystem& files) {
  Outcome outcome;
  if (options.stem && !check_stem(*options.stem, outcome.diagnostics)) return outcome;
  const auto input = read_input(options.input, files, outcome);
  if (!input) return outcome;
  Diagnostics faults;
  const auto time = output_time(input->dataset.pack, faults);
  if (!time) {
    append(outcome.diagnostics, examine_input(*input));
    append(outcome.diagnostics, std::move(faults));
    return outcome;
  }

  const PackPlan plan{options, stem_of(options, input->dataset.pack), *time};
  const auto staged = options.for_each ? stage_all(input, plan, files, outcome) : stage_one(input, plan, files, outcome);
  if (!staged) return outcome;
  if (auto placed = place(files, *staged); !placed) {
    append(outcome.diagnostics, placed.take_diagnostics());
    return outcome;
  }
  for (const StagedFile& file : *staged) outcome.written.push_back({file.path, file.bytes});
  return outcome;
}

}  // namespace job

}  // namespace briefpack
