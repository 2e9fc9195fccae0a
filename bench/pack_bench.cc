// The sample pack against bare libharu and bare libxlsxwriter programs, in one process and alternately, so that what else the
// machine does hits both. Prints ratios; seconds are only shown beside them.
//
//   pack_bench METRICS TEMPLATE CELLS [RUNS [WORD]]       WORD: only what has it in its name, without ratios

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "base/clock.h"
#include "base/file_system.h"
#include "cells.h"
#include "drawing.h"
#include "job/read_input.h"
#include "layout/lay_out.h"
#include "pdf/write_pdf.h"
#include "text/fonts.h"
#include "timing.h"
#include "workbook/write_workbook.h"

using namespace briefpack;
using bench::take;
using bench::Time;
using bench::Timing;

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: pack_bench METRICS TEMPLATE CELLS [RUNS [WORD]]\n", stderr);
    return 2;
  }
  const int runs = argc > 4 ? std::atoi(argv[4]) : 15;
  const auto disk = make_disk_file_system();
  InputOptions options;
  options.metrics = {argv[1]};
  options.template_path = argv[2];

  const auto resolve = [&] {
    Outcome outcome;
    auto input = job::read_and_resolve(options, false, *disk, outcome);
    if (!input) throw std::runtime_error(outcome.diagnostics.front().message);
    return std::move(*input);
  };
  const auto resolved = resolve();
  const std::int64_t time = days_from_civil(resolved.dataset().pack.issued) * 86400;
  workbook::WorkbookOptions book_options;
  book_options.created = time;
  book_options.input_sha256 = resolved.input->files.front().sha256;
  const auto fonts = take(text::load_fonts());
  const auto laid_out_once = take(layout::lay_out(resolved.document, fonts));
  const bench::Drawing drawing = bench::drawing_of(laid_out_once.pages);
  const auto sheets = bench::read_cells(argv[3]);
  const std::string bare_xlsx = std::string(argv[3]) + ".bare.xlsx";

  std::size_t our_pdf_bytes = 0, bare_pdf_bytes = 0, our_xlsx_bytes = 0;
  const auto make_pdf = [&](const document::Document& document) {
    const auto own_fonts = take(text::load_fonts());
    auto laid_out = take(layout::lay_out(document, own_fonts));
    laid_out.pages.info.date = time;
    our_pdf_bytes = take(pdf::write_pdf(laid_out.pages, own_fonts)).size();
  };
  // As the program does it: fonts are looked for beside resolving.
  const auto read_and_load = [&](std::optional<Result<text::Fonts>>& loaded) {
    Outcome outcome;
    auto read = job::read_input(options, *disk, outcome);
    auto input = read ? job::resolve_input(read, options, {}, outcome, [&] { loaded.emplace(text::load_fonts()); }) : std::nullopt;
    if (!input) throw std::runtime_error(outcome.diagnostics.front().message);
    return std::move(*input);
  };
  enum : std::size_t { kRead, kFonts, kLayOut, kWritePdf, kFromDocument, kFromFiles, kBarePdf, kWorkbook, kBareWorkbook, kBoth };
  std::vector<Timing> timings{
      {"read and resolve", [&] { resolve(); }},
      {"find fonts", [&] { (void)take(text::load_fonts()); }},
      {"lay out", [&] { (void)take(layout::lay_out(resolved.document, fonts)); }},
      {"write the PDF", [&] { (void)take(pdf::write_pdf(laid_out_once.pages, fonts)); }},
      {"PDF, from the document", [&] { make_pdf(resolved.document); }},
      {"PDF, from the files", [&] {
         std::optional<Result<text::Fonts>> loaded;
         const auto input = read_and_load(loaded);
         auto laid_out = take(layout::lay_out(input.document, **loaded));
         laid_out.pages.info.date = time;
         our_pdf_bytes = take(pdf::write_pdf(laid_out.pages, **loaded)).size();
       }},
      {"PDF, bare libharu", [&] { bare_pdf_bytes = bench::bare_pdf(drawing).size(); }},
      {"workbook and CSV", [&] {
         auto places = laid_out_once.places;
         our_xlsx_bytes = take(workbook::write_workbook(resolved.document, resolved.dataset(), places, book_options)).xlsx.size();
       }},
      {"workbook, bare libxlsxwriter", [&] { bench::bare_workbook(sheets, bare_xlsx); }},
      {"both, from the files", [&] {
         std::optional<Result<text::Fonts>> loaded;
         const auto input = read_and_load(loaded);
         auto laid_out = take(layout::lay_out(input.document, **loaded));
         laid_out.pages.info.date = time;
         std::thread pages([&] { our_pdf_bytes = take(pdf::write_pdf(laid_out.pages, **loaded)).size(); });
         auto places = laid_out.places;
         (void)take(workbook::write_workbook(input.document, input.dataset(), places, book_options));
         pages.join();
       }},
  };
  const std::string word = argc > 5 ? argv[5] : "";
  for (int run = 0; run < runs; ++run) {
    for (Timing& each : timings) {
      if (each.name.find(word) != std::string::npos) each.runs.push_back(bench::time_of(each.work));
    }
  }
  const std::size_t bare_xlsx_bytes = std::filesystem::exists(bare_xlsx) ? std::filesystem::file_size(bare_xlsx) : 0;
  std::remove(bare_xlsx.c_str());

  for (const Timing& each : timings) {
    if (each.runs.empty()) continue;
    std::printf("%-30s best %7.2f ms, median %7.2f ms, processor %7.2f ms\n", each.name.c_str(), each.best(&Time::wall) * 1e3, each.median(&Time::wall) * 1e3,
                each.best(&Time::processor) * 1e3);
  }
  if (!word.empty()) return 0;
  const auto ratio = [&](const char* name, std::size_t ours, std::size_t bare) {
    std::printf("ratio %-42s %s\n", name, bench::ratios(timings[ours], timings[bare]).c_str());
  };
  std::printf("pages %zu, bytes: our PDF %zu, bare %zu; our workbook %zu, bare %zu\n", drawing.pages.size(), our_pdf_bytes, bare_pdf_bytes, our_xlsx_bytes, bare_xlsx_bytes);
  ratio("PDF from the document / bare libharu", kFromDocument, kBarePdf);
  ratio("PDF from the files / bare libharu", kFromFiles, kBarePdf);
  ratio("workbook / bare libxlsxwriter", kWorkbook, kBareWorkbook);
  Timing sum{"bare ones", {}, timings[kBarePdf].runs};
  for (std::size_t i = 0; i < sum.runs.size(); ++i) sum.runs[i] += timings[kBareWorkbook].runs[i];
  std::printf("ratio %-42s %s\n", "both in one run / sum of the bare ones", bench::ratios(timings[kBoth], sum).c_str());
  return 0;
}
