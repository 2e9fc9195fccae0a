// The sample pack against bare libharu and bare libxlsxwriter programs, in one process and alternately, so that what else the
// machine does hits both. Prints ratios; seconds are only shown beside them.
//
//   pack_bench METRICS TEMPLATE CELLS [RUNS]

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/file_system.h"
#include "cells.h"
#include "drawing.h"
#include "job/read_input.h"
#include "layout/lay_out.h"
#include "pdf/write_pdf.h"
#include "text/fonts.h"
#include "workbook/write_workbook.h"

using namespace briefpack;

namespace {

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <typename T>
T take(Result<T> result) {
  if (!result) throw std::runtime_error(result.diagnostics().front().message);
  return std::move(*result);
}

struct Timing {
  std::string name;
  std::function<void()> work;
  std::vector<double> runs;
  double best() const { return *std::min_element(runs.begin(), runs.end()); }
  double median() const {
    std::vector<double> sorted = runs;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: pack_bench METRICS TEMPLATE CELLS [RUNS]\n", stderr);
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
  const auto laid_out_once = [&] {
    const auto fonts = take(text::load_fonts());
    return take(layout::lay_out(resolved.document, fonts));
  }();
  const bench::Drawing drawing = bench::drawing_of(laid_out_once.pages);
  const auto sheets = bench::read_cells(argv[3]);
  const std::string bare_xlsx = std::string(argv[3]) + ".bare.xlsx";

  std::size_t our_pdf_bytes = 0, bare_pdf_bytes = 0, our_xlsx_bytes = 0;
  const auto make_pdf = [&](const document::Document& document) {
    const auto fonts = take(text::load_fonts());
    auto laid_out = take(layout::lay_out(document, fonts));
    laid_out.pages.info.date = time;
    our_pdf_bytes = take(pdf::write_pdf(laid_out.pages, fonts)).size();
  };
  std::vector<Timing> timings{
      {"read and resolve", [&] { resolve(); }, {}},
      {"PDF, from the document", [&] { make_pdf(resolved.document); }, {}},
      {"PDF, from the files", [&] { make_pdf(resolve().document); }, {}},
      {"PDF, bare libharu", [&] { bare_pdf_bytes = bench::bare_pdf(drawing).size(); }, {}},
      {"workbook and CSV", [&] {
         auto places = laid_out_once.places;
         our_xlsx_bytes = take(workbook::write_workbook(resolved.document, resolved.dataset(), places, book_options)).xlsx.size();
       }, {}},
      {"workbook, bare libxlsxwriter", [&] { bench::bare_workbook(sheets, bare_xlsx); }, {}},
      {"both, from the files", [&] {
         const auto input = resolve();
         const auto fonts = take(text::load_fonts());
         auto laid_out = take(layout::lay_out(input.document, fonts));
         laid_out.pages.info.date = time;
         std::thread pages([&] { our_pdf_bytes = take(pdf::write_pdf(laid_out.pages, fonts)).size(); });
         auto places = laid_out.places;
         (void)take(workbook::write_workbook(input.document, input.dataset(), places, book_options));
         pages.join();
       }, {}},
  };
  for (int run = 0; run < runs; ++run) {
    for (Timing& each : timings) each.runs.push_back(seconds(each.work));
  }
  std::remove(bare_xlsx.c_str());

  for (const Timing& each : timings) std::printf("%-30s best %7.2f ms, median %7.2f ms\n", each.name.c_str(), each.best() * 1e3, each.median() * 1e3);
  const auto ratio = [&](std::size_t ours, std::size_t bare) { return timings[ours].median() / timings[bare].median(); };
  std::printf("pages %zu, bytes: our PDF %zu, bare %zu; our workbook %zu\n", drawing.pages.size(), our_pdf_bytes, bare_pdf_bytes, our_xlsx_bytes);
  std::printf("ratio PDF from the document / bare libharu      %.2f\n", ratio(1, 3));
  std::printf("ratio PDF from the files / bare libharu         %.2f\n", ratio(2, 3));
  std::printf("ratio workbook / bare libxlsxwriter             %.2f\n", ratio(4, 5));
  std::printf("ratio both in one run / sum of the bare ones    %.2f\n", timings[6].median() / (timings[3].median() + timings[5].median()));
  return 0;
}
