// Many editions in one process (build --for-each entity) against the bare programs, edition by edition and alternately, on one
// thread each. The inputs and fonts are read once, which is counted. PDFs are then made once more as `build --for-each entity --only
// pdf` makes them: on all processors, with their manifests, from the files to the disk.
//
//   profiles_bench METRICS TEMPLATE CELLS pdf|workbook [EDITIONS]

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
#include "resolve/resolve.h"
#include "text/fonts.h"
#include "timing.h"
#include "workbook/write_workbook.h"

using namespace briefpack;
using bench::take;
using bench::Time;

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: profiles_bench METRICS TEMPLATE CELLS pdf|workbook [EDITIONS]\n", stderr);
    return 2;
  }
  const bool is_pdf = std::string(argv[4]) == "pdf";
  const std::size_t most = argc > 5 ? std::strtoul(argv[5], nullptr, 10) : 200;
  const auto disk = make_disk_file_system();
  InputOptions options;
  options.metrics = {argv[1]};
  options.template_path = argv[2];
  const auto sheets = bench::read_cells(argv[3]);
  const std::string bare_xlsx = std::string(argv[3]) + ".bare.xlsx";

  Time ours, bare;
  std::shared_ptr<const job::ReadInput> input;
  std::optional<text::Fonts> fonts;
  std::optional<layout::Typesetter> setter;
  ours += bench::time_of([&] {
    Outcome outcome;
    input = job::read_input(options, *disk, outcome);
    if (!input) throw std::runtime_error(outcome.diagnostics.front().message);
    (void)job::examine_input(*input);
    fonts.emplace(take(text::load_fonts()));
    setter.emplace(*fonts);
  });
  const std::int64_t time = days_from_civil(input->dataset.pack.issued) * 86400;
  workbook::WorkbookOptions book_options;
  book_options.created = time;
  book_options.has_csv = false;  // the bare program writes none
  book_options.input_sha256 = input->files.front().sha256;

  std::size_t editions = 0, pages = 0, our_bytes = 0, bare_bytes = 0;
  double early_memory = 0;
  for (const std::string& entity : take(resolve::default_set(input->dataset, input->tree))) {
    if (editions++ == most) break;
    std::optional<job::Resolved> resolved;
    const auto resolve = [&] {
      Outcome outcome;
      resolved = job::resolve_input(input, options, {.focus = entity, .is_examined = true}, outcome);
      if (!resolved) throw std::runtime_error(outcome.diagnostics.front().message);
    };
    if (is_pdf) {
      layout::LaidOut laid_out;
      ours += bench::time_of([&] {
        resolve();
        laid_out = take(setter->lay_out(resolved->document));
        laid_out.pages.info.date = time;
        our_bytes += take(pdf::write_pdf(laid_out.pages, *fonts, {}, {.threads = 1})).size();
      });
      pages += laid_out.pages.pages.size();
      const bench::Drawing drawing = bench::drawing_of(laid_out.pages);
      bare += bench::time_of([&] { bare_bytes += bench::bare_pdf(drawing).size(); });
    } else {
      resolve();
      document::Places places;
      places.of_figure.resize(resolved->document.figures.size());
      ours += bench::time_of([&] { our_bytes += take(workbook::write_workbook(resolved->document, resolved->dataset(), places, book_options)).xlsx.size(); });
      bare += bench::time_of([&] { bench::bare_workbook(sheets, bare_xlsx); });
    }
    if (editions == 20) early_memory = bench::peak_memory();
  }
  std::remove(bare_xlsx.c_str());
  editions = std::min(editions, most);
  std::printf("%zu %s in one process: ours %.2f s, bare %.2f s; ratio %.2f (processor %.2f); peak memory after 20 editions %.1f MiB, at the end %.1f MiB\n", editions,
              is_pdf ? "PDFs" : "workbooks", ours.wall, bare.wall, ours.wall / bare.wall, ours.processor / bare.processor, early_memory, bench::peak_memory());
  if (!is_pdf) return 0;
  std::printf("  %.1f pages each; bytes each: ours %zu, bare %zu\n", static_cast<double>(pages) / static_cast<double>(editions), our_bytes / editions, bare_bytes / editions);
  BuildOptions build_options;
  build_options.input = options;
  build_options.directory = std::string(argv[3]) + ".editions";
  build_options.only = {OutputKind::pdf};
  build_options.attach = Attach::none;
  build_options.for_each = true;
  std::size_t made = 0;
  const Time all = bench::time_of([&] { made = build(build_options).editions; });
  std::filesystem::remove_all(build_options.directory);
  if (made == 0) throw std::runtime_error("build made no editions");
  const double share = static_cast<double>(editions) / static_cast<double>(made);
  std::printf("  build --for-each entity, all %u processors, %zu editions: %.2f s; ratio to bare on one thread %.2f\n", std::thread::hardware_concurrency(), made, all.wall,
              all.wall * share / bare.wall);
  return 0;
}
