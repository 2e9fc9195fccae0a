// From a resolved document to the bytes of its files: lay out - PDF and workbook - attach the workbook and end the PDF - manifest.

#include "job/make_pack.h"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "job/accessibility.h"
#include "job/manifest.h"
#include "job/sha256.h"
#include "layout/lay_out_charts.h"
#include "numfmt/strings.h"
#include "pdf/write_pdf.h"
#include "svg/write_svg.h"
#include "workbook/write_workbook.h"

namespace briefpack::job {

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

struct Bytes {
  std::string pdf, xlsx, csv;
  std::vector<workbook::SheetFacts> sheets;
};

/// The workbook, or where no output needs one, its plan and the CSV, which may have more rows than a worksheet.
Result<workbook::WorkbookBytes> write_book(const Resolved& input, document::Places& places, const PackPlan& plan, workbook::WorkbookOptions options) {
  const std::vector<std::string> wanted = input.input->outputs();
  const auto wants = [&](OutputKind kind) { return is_wanted(*std::find_if(std::begin(kOutputs), std::end(kOutputs), [&](const OutputRow& row) { return row.kind == kind; }), plan.options, wanted); };
  const bool is_attached = wants(OutputKind::pdf) && plan.options.attach != Attach::none;
  options.has_csv = wants(OutputKind::csv) || (is_attached && plan.options.attach == Attach::all);
  if (wants(OutputKind::xlsx) || is_attached) return workbook::write_workbook(input.document, input.dataset(), places, options);
  auto facts = workbook::plan_workbook(input.document, input.dataset(), places, options);
  if (!facts) return facts.take_diagnostics();
  std::string csv = options.has_csv ? workbook::write_csv(input.document, input.dataset(), options.lang) : std::string();
  return workbook::WorkbookBytes{"", std::move(csv), std::move(*facts)};
}

/// Pages to PDF and document to workbook. Neither writer knows the other.
std::optional<Bytes> write_outputs(const Resolved& input, layout::LaidOut& laid_out, const text::Fonts& fonts, const PackPlan& plan,
                                   Diagnostics& diagnostics) {
  std::optional<Result<pdf::PreparedPdf>> prepared;
  const auto prepare = [&] { prepared.emplace(pdf::prepare_pdf(laid_out.pages, fonts, {.producer = fmt::format("briefpack {}", version()), .threads = plan.side_by_side ? 2u : 1u})); };
  std::jthread pages;
  if (plan.side_by_side) pages = std::jthread(prepare);
  else prepare();
  workbook::WorkbookOptions book_options;
  book_options.created = plan.time;
  book_options.is_release = plan.options.workbook == WorkbookEdition::release;
  book_options.input_sha256 = input.input->files.front().sha256;
  auto book = write_book(input, laid_out.places, plan, book_options);
  if (pages.joinable()) pages.join();
  append(diagnostics, book.take_diagnostics());
  append(diagnostics, prepared->take_diagnostics());
  if (!book || !*prepared) return std::nullopt;

  Bytes out;
  out.xlsx = std::move(book->xlsx);
  out.csv = std::move(book->csv);
  out.sheets = std::move(book->facts);
  const auto words = [&](numfmt::Word wanted) { return std::string(numfmt::word(wanted, input.document.lang)); };
  std::vector<pdf::Attachment> attachments;
  if (plan.options.attach != Attach::none) attachments.push_back({plan.stem + ".xlsx", kXlsxMime, words(numfmt::Word::attached_workbook), out.xlsx, plan.time});
  if (plan.options.attach == Attach::all) attachments.push_back({plan.stem + ".csv", "text/csv", words(numfmt::Word::attached_observations), out.csv, plan.time});
  auto finished = pdf::finish_pdf(std::move(**prepared), attachments);
  append(diagnostics, finished.take_diagnostics());
  if (!finished) return std::nullopt;
  out.pdf = std::move(*finished);
  return out;
}

/// "-gpus.svg" and the drawing, for each chart. The label's letters are those of a file name (templates/ takes no others).
std::vector<std::pair<std::string, std::string>> chart_files(const Resolved& input, const text::Fonts& fonts) {
  std::vector<std::pair<std::string, std::string>> out;
  const theme::Theme& look = input.document.theme;
  std::array<std::string, 4> families;
  for (std::size_t i = 0; i < families.size(); ++i) {
    if (look.fonts.faces[i]) families[i] = look.fonts.faces[i]->family;
  }
  for (const layout::ChartSheet& sheet : layout::lay_out_charts(input.document, input.dataset(), fonts)) {
    out.emplace_back("-" + sheet.label + ".svg", svg::write_svg(sheet.page, sheet.size, {sheet.title, sheet.alt, sheet.lang, families, look.palette}));
  }
  return out;
}

}  // namespace

bool stops(const Diagnostics& diagnostics, const BuildOptions& options) {
  return options.is_draft ? has_fatal(diagnostics) : exit_code(diagnostics, options.is_strict) != 0;
}

std::optional<std::vector<PackFile>> make_pack(const Resolved& input, layout::Typesetter& typesetter, const PackPlan& plan, Outcome& outcome) {
  const text::Fonts& fonts = typesetter.fonts();
  auto laid_out = typesetter.lay_out(input.document);
  append(outcome.diagnostics, laid_out.take_diagnostics());
  if (!laid_out) return std::nullopt;
  laid_out->pages.info.date = plan.time;
  outcome.pages = laid_out->pages.pages.size();
  if (stops(outcome.diagnostics, plan.options)) return std::nullopt;

  auto bytes = write_outputs(input, *laid_out, fonts, plan, outcome.diagnostics);
  if (!bytes || stops(outcome.diagnostics, plan.options)) return std::nullopt;

  outcome.accessibility = accessibility_of(input, laid_out->pages, bytes->sheets);

  std::vector<PackFile> out;
  std::vector<ManifestFile> listed;
  const auto add = [&](const std::string& ending, std::string content) {
    listed.push_back({plan.stem + ending, sha256(content), content.size()});
    out.push_back({plan.stem + ending, std::move(content)});
  };
  for (const OutputRow& row : kOutputs) {
    if (!is_wanted(row, plan.options, input.input->outputs())) continue;
    switch (row.kind) {
      case OutputKind::pdf: add(row.ending, std::move(bytes->pdf)); break;
      case OutputKind::xlsx: add(row.ending, std::move(bytes->xlsx)); break;
      case OutputKind::csv: add(row.ending, std::move(bytes->csv)); break;
      case OutputKind::svg: {
        auto drawings = chart_files(input, fonts);
        if (drawings.empty()) outcome.diagnostics.push_back(Diagnostic::warning("layout/no-chart", {}, "there is no chart in this document that SVG could show").hint("add a chart, or leave out --only svg"));
        for (auto& [ending, drawing] : drawings) add(ending, std::move(drawing));
        break;
      }
    }
  }
  if (stops(outcome.diagnostics, plan.options)) return std::nullopt;
  out.push_back({plan.stem + ".manifest.json",
                 write_manifest({input.dataset(), input.document, laid_out->places, outcome.sources, outcome.diagnostics, input.input->files,
                                 std::move(listed), outcome.accessibility, input.silenced})});
  return out;
}

std::optional<std::vector<StagedFile>> stage_pack(const std::vector<PackFile>& pack, const BuildOptions& options, FileSystem& files,
                                                  Outcome& outcome) {
  const std::string& folder = options.directory;
  if (auto made = files.make_directory(folder.empty() ? "." : folder); !made) {
    append(outcome.diagnostics, made.take_diagnostics());
    return std::nullopt;
  }
  const std::string prefix = folder.empty() || folder.ends_with('/') ? folder : folder + "/";
  std::vector<OutputFile> outputs;
  for (const PackFile& file : pack) outputs.push_back({prefix + file.name, file.bytes});
  auto staged = stage(files, outputs);
  if (!staged) {
    append(outcome.diagnostics, staged.take_diagnostics());
    return std::nullopt;
  }
  return std::move(*staged);
}

}  // namespace briefpack::job
