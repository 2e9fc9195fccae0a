// The command line: options in, diagnostics and exit codes out. All work is done by the functions of briefpack/job.h.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <briefpack/job.h>
#include <fmt/format.h>

#include "cli/print_diagnostics.h"

namespace briefpack::cli {

namespace {

constexpr int kUsage = 2;
constexpr int kBug = 70;

constexpr const char* kExamples = R"(Examples:
  briefpack build inputs/korea-ai.json
      the built-in monthly brief as PDF, workbook, CSV and manifest in out/
  briefpack build inputs/korea-ai.json -t templates/country-profile.md -o out --name korea-profile
  briefpack build inputs/korea-ai.json --set title="AI briefing" --only pdf
  briefpack check inputs/korea-ai.json -t templates/monthly-brief.md --strict
  briefpack check inputs/korea-ai.json --format github
  briefpack schema > metrics.schema.json

Exit codes: 0 ok, 1 input faulty, 2 usage, 3 input or output failed, 4 warnings under --strict, 70 a bug in briefpack.)";

bool stderr_has_color() {
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: set and not empty
  return isatty(STDERR_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

void print(std::FILE* to, const std::string& text) { std::fwrite(text.data(), 1, text.size(), to); }

void print_diagnostics(const Outcome& outcome, bool as_annotations) {
  const bool with_color = !as_annotations && stderr_has_color();
  for (const Diagnostic& each : outcome.diagnostics) {
    if (as_annotations) print(stdout, format_github(each, outcome.sources));
    else print(stderr, format_text(each, outcome.sources, with_color));
  }
}

/// "12.3 KB" with the powers of 1,000 that file managers use.
std::string readable_size(std::size_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  if (bytes < 1000000) return fmt::format("{:.1f} KB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

/// The options that say what goes in, shared by build and check.
struct InputArguments {
  std::vector<std::string> metrics, sets;
  std::string template_path, lang;

  void add_to(CLI::App& command) {
    command.add_option("METRICS", metrics, "Metric files (JSON); several are read as one pack")->required();
    command.add_option("-t,--template", template_path, "Template (Markdown); without it the built-in monthly brief");
    command.add_option("--set", sets, "Overrides a front matter field or a named figure: KEY=VALUE")->type_name("KEY=VALUE");
    command.add_option("--lang", lang, "Language (BCP 47); uses TEMPLATE.LANG.md when there is one");
  }

  InputOptions options() const {
    InputOptions out;
    out.metrics = metrics;
    if (!template_path.empty()) out.template_path = template_path;
    if (!lang.empty()) out.lang = lang;
    for (const std::string& each : sets) {
      const std::size_t equals = each.find('=');
      if (equals == std::string::npos || equals == 0) throw CLI::ValidationError("--set", fmt::format("expected KEY=VALUE, found \"{}\"", each));
      out.overrides.emplace_back(each.substr(0, equals), each.substr(equals + 1));
    }
    return out;
  }
};

struct BuildCommand {
  InputArguments input;
  std::string directory = "out", stem;
  std::vector<OutputKind> only;
  Attach attach = Attach::workbook;
  bool is_strict = false;

  void add_to(CLI::App& command) {
    static const std::map<std::string, OutputKind> kOutputs{{"pdf", OutputKind::pdf}, {"xlsx", OutputKind::xlsx}, {"csv", OutputKind::csv}};
    static const std::map<std::string, Attach> kAttach{{"none", Attach::none}, {"workbook", Attach::workbook}, {"all", Attach::all}};
    input.add_to(command);
    command.add_option("-o,--output", directory, "Folder for the files; made when missing")->type_name("DIR")->capture_default_str();
    command.add_option("--name", stem, "Base name of the files; without it the pack's id")->type_name("STEM");
    command.add_option("--only", only, "Write this file only: pdf, xlsx or csv; may be repeated")
        ->transform(CLI::CheckedTransformer(kOutputs))->type_name("KIND");
    command.add_option("--attach", attach, "What the PDF carries: none, workbook or all (workbook and CSV)")
        ->transform(CLI::CheckedTransformer(kAttach))->type_name("WHAT");
    command.add_flag("--strict", is_strict, "Warnings stop the build (exit 4)");
  }

  int run() const {
    BuildOptions options;
    options.input = input.options();
    options.directory = directory;
    if (!stem.empty()) options.stem = stem;
    options.only = only;
    options.attach = attach;
    options.is_strict = is_strict;
    const Outcome outcome = build(options);
    print_diagnostics(outcome, false);
    const int code = exit_code(outcome.diagnostics, is_strict);
    if (code != 0) {
      print(stderr, fmt::format("briefpack: nothing written: {}\n", summary(outcome.diagnostics)));
      return code;
    }
    for (const WrittenFile& file : outcome.written) print(stdout, fmt::format("{}  {}\n", file.path, readable_size(file.bytes)));
    print(stdout, fmt::format("{} pages, {} figures, {} notes from {} observations; {}\n", outcome.pages, outcome.figures,
                              outcome.notes, outcome.observations, summary(outcome.diagnostics)));
    return code;
  }
};

struct CheckCommand {
  InputArguments input;
  std::string format = "text";
  bool is_strict = false;

  void add_to(CLI::App& command) {
    input.add_to(command);
    command.add_option("--format", format, "How findings are printed: text (stderr) or github (annotations, stdout)")
        ->check(CLI::IsMember({"text", "github"}))->capture_default_str();
    command.add_flag("--strict", is_strict, "Warnings fail the check (exit 4)");
  }

  int run() const {
    CheckOptions options;
    options.input = input.options();
    options.is_strict = is_strict;
    const Outcome outcome = check(options);
    print_diagnostics(outcome, format == "github");
    if (format == "text") {
      print(stdout, fmt::format("{} observations, {} figures, {} notes checked: {}\n", outcome.observations, outcome.figures,
                                outcome.notes, summary(outcome.diagnostics)));
    }
    return exit_code(outcome.diagnostics, is_strict);
  }
};

int run(int argc, char** argv) {
  CLI::App app("briefpack: a metric file and a template become a PDF briefing and a workbook with a source on every figure",
               "briefpack");
  app.footer(kExamples);
  app.set_version_flag("--version", fmt::format("briefpack {}", version()));
  app.require_subcommand(1);
  app.fallthrough(false);

  BuildCommand build_command;
  CheckCommand check_command;
  CLI::App* build_app = app.add_subcommand("build", "Make the PDF, the workbook, the CSV and the manifest");
  build_command.add_to(*build_app);
  build_app->footer(kExamples);
  CLI::App* check_app = app.add_subcommand("check", "Read and resolve everything, report findings, write nothing");
  check_command.add_to(*check_app);
  check_app->footer(kExamples);
  CLI::App* schema_app = app.add_subcommand("schema", "Print the JSON Schema of the metric file");

  try {
    app.parse(argc, argv);
    if (build_app->parsed()) return build_command.run();
    if (check_app->parsed()) return check_command.run();
    if (schema_app->parsed()) {
      print(stdout, std::string(metric_file_schema()));
      return 0;
    }
  } catch (const CLI::ParseError& error) {
    // --help and --version end here too, with code 0.
    const int code = app.exit(error);
    return code == 0 ? 0 : kUsage;
  }
  return kUsage;
}

}  // namespace

}  // namespace briefpack::cli

int main(int argc, char** argv) {
  try {
    const int code = briefpack::cli::run(argc, argv);
    // A full disk shows only when the buffered results are written out.
    if (std::fflush(stdout) != 0) {
      std::fputs("briefpack: error: standard output cannot be written [io/unwritable]\n", stderr);
      return code == 0 ? 3 : code;
    }
    return code;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "briefpack: error: a bug in briefpack: %s; please report it with the input [bug/exception]\n", error.what());
    return briefpack::cli::kBug;
  }
}
