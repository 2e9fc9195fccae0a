// Reading a metric file against a bare SAX parse of nlohmann_json that keeps nothing, alternately.
//
//   read_bench METRICS [RUNS]

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "base/file_system.h"
#include "metrics/read_metrics.h"
#include "timing.h"

using namespace briefpack;
using bench::Time;
using bench::Timing;

namespace {

/// Counts what it is told, so that nothing is left out.
struct Counting : nlohmann::json_sax<nlohmann::json> {
  std::size_t events = 0;
  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(number_integer_t) override { return count(); }
  bool number_unsigned(number_unsigned_t) override { return count(); }
  bool number_float(number_float_t, const string_t&) override { return count(); }
  bool string(string_t&) override { return count(); }
  bool binary(binary_t&) override { return count(); }
  bool start_object(std::size_t) override { return count(); }
  bool key(string_t&) override { return count(); }
  bool end_object() override { return count(); }
  bool start_array(std::size_t) override { return count(); }
  bool end_array() override { return count(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }
  bool count() {
    ++events;
    return true;
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: read_bench METRICS [RUNS]\n", stderr);
    return 2;
  }
  const int runs = argc > 2 ? std::atoi(argv[2]) : 15;
  const auto text = std::make_shared<const std::string>(bench::take(make_disk_file_system()->read(argv[1], std::size_t{1} << 30)));
  SourceMap sources;
  const std::uint32_t file = sources.add(argv[1], text);
  std::size_t observations = 0, events = 0;
  Timing ours{"metric file to dataset", [&] {
                const std::uint32_t files[] = {file};
                observations = bench::take(metrics::read_metrics(sources, files, 2)).observations.size();
              }};
  Timing bare{"bare SAX parse", [&] {
                Counting counting;
                if (!nlohmann::json::sax_parse(*text, &counting)) throw std::runtime_error("not JSON");
                events = counting.events;
              }};
  for (int run = 0; run < runs; ++run) {
    ours.runs.push_back(bench::time_of(ours.work));
    bare.runs.push_back(bench::time_of(bare.work));
  }
  std::printf("reading %zu observations, %.1f MB, %zu JSON events: ours %.1f ms, bare %.1f ms; ratio %s\n", observations, static_cast<double>(text->size()) / 1e6, events,
              ours.best(&Time::wall) * 1e3, bare.best(&Time::wall) * 1e3, bench::ratios(ours, bare).c_str());
  return 0;
}
