// One run from files to files, in the order of docs/architecture.md: read and resolve - lay out - workbook and page streams on
// two threads - attach the workbook and end the PDF - manifest - write everything or nothing.

#include "job/run.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/clock.h"
#include "job/check_templates.h"
#include "job/manifest.h"
#include "job/read_input.h"
#include "job/sha256.h"
#include "layout/lay_out.h"
#include "layout/lay_out_charts.h"
#include "pdf/write_pdf.h"
#include "svg/write_svg.h"
#include "text/fonts.h"
#include "workbook/write_workbook.h"

namespace briefpack {

Outcome build(const BuildOptions& options) {
  const auto files = make_disk_file_system();
  return job::build(options, *files);
}

Outcome check(const CheckOptions& options) {
  const auto files = make_disk_file_system();
  return job::check(options, *files);
}

namespace job {

namespace {

constexpr const char* kXlsxMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

struct OutputRow {
  OutputKind kind;
  const char* word;
  const char* ending;
};

constexpr OutputRow kOutputs[] = {{OutputKind::pdf, "pdf", ".pdf"}, {OutputKind::xlsx, "xlsx", ".xlsx"}, {OutputKind::csv, "csv", ".csv"}, {OutputKind::svg, "svg", ".svg"}};

bool is_wanted(const OutputRow& row, const BuildOptions& options, const std::vector<std::string>& from_template) {
  if (!options.only.empty()) return std::find(options.only.begin(), options.only.end(), row.kind) != options.only.end();
  if (from_template.empty()) return row.kind != OutputKind::svg;
  return std::find(from_template.begin(), from_template.end(), row.word) != from_template.end();
}

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
                        std::none_of(stem.begin(), stem.end(), [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; });
  if (is_plain) return true;
  Diagnostic error = Diagnostic::error("usage/name", {}, "--name is no base name of a file: expected 1 to 120 bytes without \"/\", not starting with \".\" or \"-\"");
  error.fault = Fault::usage;
  diagnostics.push_back(std::move(error));
  return false;
}

struct Bytes {
  std::string pdf, xlsx, csv;
};

/// Pages to PDF and document to workbook, side by side. Neither writer knows the other.
std::optional<Bytes> write_outputs(const Resolved& input, layout::LaidOut& laid_out, const text::Fonts& fonts, const BuildOptions& options,
                                   std::int64_t time, Diagnostics& diagnostics) {
  std::optional<Result<pdf::PreparedPdf>> prepared;
  std::thread pages([&] { prepared.emplace(pdf::prepare_pdf(laid_out.pages, fonts, {.producer = fmt::format("briefpack {}", version())})); });
  workbook::WorkbookOptions book_options;
  book_options.created = time;
  book_options.input_sha256 = input.inputs.front().sha256;
  auto book = workbook::write_workbook(input.document, input.dataset, laid_out.places, book_options);
  pages.join();
  append(diagnostics, book.take_diagnostics());
  append(diagnostics, prepared->take_diagnostics());
  if (!book || !*prepared) return std::nullopt;

  Bytes out;
  out.xlsx = std::move(book->xlsx);
  out.csv = std::move(book->csv);
  const std::string stem = options.stem.value_or(input.dataset.pack.id);
  std::vector<pdf::Attachment> attachments;
  if (options.attach != Attach::none) attachments.push_back({stem + ".xlsx", kXlsxMime, "Workbook with every figure of this document", out.xlsx, time});
  if (options.attach == Attach::all) attachments.push_back({stem + ".csv", "text/csv", "Observations of this document", out.csv, time});
  auto finished = pdf::finish_pdf(std::move(**prepared), attachments);
  append(diagnostics, finished.take_diagnostics());
  if (!finished) return std::nullopt;
  out.pdf = std::move(*finished);
  return out;
}

/// "-gpus.svg" and the drawing, for each chart. The label's letters are those of a file name (templates/ takes no others).
std::vector<std::pair<std::string, std::string>> chart_files(const Resolved& input, const text::Fonts& fonts) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const layout::ChartSheet& sheet : layout::lay_out_charts(input.document, input.dataset, fonts)) {
    out.emplace_back("-" + sheet.label + ".svg", svg::write_svg(sheet.page, sheet.size, {sheet.title, sheet.alt, sheet.lang}));
  }
  return out;
}

/// Whether nothing is written. A draft is made of anything that can be made.
bool stops(const Diagnostics& diagnostics, const BuildOptions& options) {
  return options.is_draft ? has_fatal(diagnostics) : exit_code(diagnostics, options.is_strict) != 0;
}

}  // namespace

Outcome check(const CheckOptions& options, FileSystem& files) {
  if (!options.input.further_templates.empty()) return check_templates(options, files);
  Outcome outcome;
  (void)read_and_resolve(options.input, false, files, outcome);
  return outcome;
}

Outcome build(const BuildOptions& options, FileSystem& files) {
  Outcome outcome;
  if (options.stem && !check_stem(*options.stem, outcome.diagnostics)) return outcome;
  // Fonts depend on nothing that is read, so both are done side by side.
  std::optional<Result<text::Fonts>> loaded;
  std::jthread loading([&] { loaded.emplace(text::load_fonts()); });
  const auto input = read_and_resolve(options.input, options.is_draft, files, outcome);
  if (!input) return outcome;
  const auto time = output_time(input->dataset.pack, outcome.diagnostics);
  if (!time) return outcome;

  loading.join();
  Result<text::Fonts>& fonts = *loaded;
  append(outcome.diagnostics, fonts.take_diagnostics());
  if (!fonts) return outcome;
  auto laid_out = layout::lay_out(input->document, *fonts);
  append(outcome.diagnostics, laid_out.take_diagnostics());
  if (!laid_out) return outcome;
  laid_out->pages.info.date = *time;
  outcome.pages = laid_out->pages.pages.size();
  if (stops(outcome.diagnostics, options)) return outcome;

  const auto bytes = write_outputs(*input, *laid_out, *fonts, options, *time, outcome.diagnostics);
  if (!bytes || stops(outcome.diagnostics, options)) return outcome;

  const std::string stem = options.stem.value_or(input->dataset.pack.id);
  const std::string prefix = options.directory.empty() || options.directory.ends_with('/') ? options.directory : options.directory + "/";
  std::vector<OutputFile> outputs;
  std::vector<ManifestFile> listed;
  std::vector<std::pair<std::string, std::string>> drawings;
  const auto add = [&](const std::string& ending, const std::string& content) {
    outputs.push_back({prefix + stem + ending, content});
    listed.push_back({stem + ending, sha256(content), content.size()});
  };
  for (const OutputRow& row : kOutputs) {
    if (!is_wanted(row, options, input->outputs)) continue;
    switch (row.kind) {
      case OutputKind::pdf: add(row.ending, bytes->pdf); break;
      case OutputKind::xlsx: add(row.ending, bytes->xlsx); break;
      case OutputKind::csv: add(row.ending, bytes->csv); break;
      case OutputKind::svg:
        drawings = chart_files(*input, *fonts);
        for (const auto& [ending, drawing] : drawings) add(ending, drawing);
        break;
    }
  }
  const std::string manifest = write_manifest({input->dataset, input->document, laid_out->places, outcome.sources, outcome.diagnostics, input->inputs, std::move(listed), input->silenced});
  outputs.push_back({prefix + stem + ".manifest.json", manifest});

  if (auto made = files.make_directory(options.directory.empty() ? "." : options.directory); !made) {
    append(outcome.diagnostics, made.take_diagnostics());
    return outcome;
  }
  if (auto written = write_all(files, outputs); !written) {
    append(outcome.diagnostics, written.take_diagnostics());
    return outcome;
  }
  for (const OutputFile& file : outputs) outcome.written.push_back({file.path, file.bytes.size()});
  return outcome;
}

}  // namespace job

}  // namespace briefpack
