// One workbook of many observations, ours or by libxlsxwriter alone, once: time of writing, which both do, and from the metric file on; memory
// of the whole process. scripts/bench runs the two alternately.
//
//   table_bench ours METRICS TEMPLATE
//   table_bench bare CELLS

#include <cstdio>
#include <string>

#include "base/clock.h"
#include "base/file_system.h"
#include "cells.h"
#include "job/read_input.h"
#include "timing.h"
#include "workbook/write_workbook.h"

using namespace briefpack;
using bench::take;

int main(int argc, char** argv) {
  if (argc < 3 || (std::string(argv[1]) == "ours" && argc < 4)) {
    std::fputs("usage: table_bench ours METRICS TEMPLATE | table_bench bare CELLS\n", stderr);
    return 2;
  }
  if (std::string(argv[1]) == "ours") {
    const auto disk = make_disk_file_system();
    InputOptions options;
    options.metrics = {argv[2]};
    options.template_path = argv[3];
    std::size_t bytes = 0;
    const auto write = [&](const job::Resolved& input) {
      workbook::WorkbookOptions book_options;
      book_options.created = days_from_civil(input.dataset().pack.issued) * 86400;
      book_options.has_csv = false;  // the bare program writes none
      document::Places places;
      places.of_figure.resize(input.document.figures.size());
      bytes = take(workbook::write_workbook(input.document, input.dataset(), places, book_options)).xlsx.size();
    };
    bench::Time writing;
    const bench::Time took = bench::time_of([&] {
      Outcome outcome;
      const auto input = job::read_and_resolve(options, false, *disk, outcome);
      if (!input) throw std::runtime_error(outcome.diagnostics.front().message);
      writing = bench::time_of([&] { write(*input); });
    });
    std::printf("ours %.3f %.3f %.1f %zu\nfile %.3f %.3f %.1f %zu\n", writing.wall, writing.processor, bench::peak_memory(), bytes, took.wall, took.processor,
                bench::peak_memory(), bytes);
  } else {
    // The cells are read into memory first, which stands for the program's own data.
    const auto sheets = bench::read_cells(argv[2]);
    const std::string path = std::string(argv[2]) + ".bare.xlsx";
    const bench::Time took = bench::time_of([&] { bench::bare_workbook(sheets, path); });
    std::remove(path.c_str());
    std::printf("bare %.3f %.3f %.1f 0\n", took.wall, took.processor, bench::peak_memory());
  }
  return 0;
}
