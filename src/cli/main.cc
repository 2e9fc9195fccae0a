// The command line: options in, diagnostics and exit codes out. All work is done by the functions of briefpack/job.h.

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <briefpack/job.h>
#include <fmt/format.h>

#include "cli/leave_nothing.h"
#include "cli/print_diagnostics.h"
#include "cli/progress_bar.h"

namespace briefpack::cli {

namespace {

constexpr int kUsage = 2;
constexpr int kWarnings = 4;  // under --strict
constexpr int kBug = 70;

constexpr const char* kExamples = R"(Examples:
  briefpack build inputs/korea-ai.json
      the built-in monthly brief as PDF, workbook, CSV and manifest in out/
  briefpack build inputs/korea-ai.json -t templates/country-profile.md -o out --name korea-profile
  briefpack build inputs/korea-ai.json --set title="AI briefing" --only pdf
  briefpack check inputs/korea-ai.json -t templates/monthly-brief.md --strict
  briefpack check inputs/korea-ai.json --format github
  briefpack diff inputs/korea-ai-earlier.json inputs/korea-ai.json
  briefpack schema > metrics.schema.json

Exit codes: 0 ok, 1 input faulty, 2 usage, 3 input or output failed, 4 warnings under --strict, 70 a bug in briefpack.)";

bool stderr_has_color() {
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: set and not empty
  return isatty(STDERR_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

void print(std::FILE* to, const std::string& text) { std::fwrite(text.data(), 1, text.size(), to); }

void print_diagnostics(const Outcome& outcome) {
  const bool with_color = stderr_has_color();
  for (const Diagnostic& each : outcome.diagnostics) print(stderr, format_text(each, outcome.sources, with_color));
}

/// Findings for other programs, on standard output.
std::string annotations(const Outcome& outcome) {
  std::string out;
  for (const Diagnostic& each : outcome.diagnostics) out += format_github(each, outcome.sources);
  return out;
}

/// "12.3 KB" with the powers of 1,000 that file managers use.
std::string readable_size(std::size_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  if (bytes < 1000000) return fmt::format("{:.1f} KB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

/// "1 page", "3 pages"
std::string counted(std::size_t number, std::string_view thing) { return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s"); }

WorkbookEdition edition_of(const std::string& word) { return word == "release" ? WorkbookEdition::release : WorkbookEdition::analyst; }

/// One of these words: the message says which there are and what was found.
CLI::Validator one_of(const std::vector<std::string>& words) {
  std::string list, choices;
  for (std::size_t i = 0; i < words.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    choices += (i == 0 ? "" : ",") + words[i];
  }
  const auto check = [words, list](const std::string& given) {
    const bool is_known = std::find(words.begin(), words.end(), given) != words.end();
    return is_known ? std::string() : fmt::format("expected {}, found \"{}\"", list, given);
  };
  return CLI::Validator(check, "{" + choices + "}");
}

/// Any value but an empty one, such as a script leaves where its variable is not set.
CLI::Validator no_empty() {
  return CLI::Validator([](const std::string& given) { return given.empty() ? std::string("expected a value, found none") : std::string(); }, "");
}

/// CLI11 takes the next argument for the value of `--lang=`, and "=folder" for that of `-o=folder`; nobody means that.
void refuse_misread_values(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view each = argv[i];
    if (each == "--") return;
    if (each.size() > 3 && each.starts_with("--") && each.find('=') == each.size() - 1)
      throw CLI::ValidationError(std::string(each.substr(0, each.size() - 1)), "expected a value, found none");
    if (each.size() > 2 && each[0] == '-' && each[1] != '-' && each[2] == '=')
      throw CLI::ValidationError(std::string(each.substr(0, 2)), fmt::format("write {} {}, or the long name with =", each.substr(0, 2), each.substr(3)));
  }
}

/// The options that say what goes in, shared by build and check.
struct InputArguments {
  std::vector<std::string> metrics, sets, templates;
  std::string lang, previous;
  const CLI::Option* lang_given = nullptr;
  bool takes_templates = false;  ///< check compares several.

  void add_to(CLI::App& command) {
    command.add_option("METRICS", metrics, "Metric files (JSON); several are read as one pack")->required()->check(no_empty());
    add_template_to(command);
    command.add_option("--previous", previous, "Metric file of the edition before, for what changed since")->type_name("METRICS")->check(no_empty());
  }

  void add_template_to(CLI::App& command) {
    command.add_option("-t,--template", templates, takes_templates ? "Template (Markdown); without it the built-in monthly brief; several are compared" : "Template (Markdown); without it the built-in monthly brief")
        ->type_name("TEMPLATE")->allow_extra_args(false)->check(no_empty());
    // One value each time, so that a metric file may follow.
    command.add_option("--set", sets, "Overrides a front matter field or a named figure; may be repeated")
        ->type_name("KEY=VALUE")->allow_extra_args(false);
    lang_given = command.add_option("--lang", lang, "Language (BCP 47); uses TEMPLATE.LANG.md when there is one")->check(no_empty());
  }

  InputOptions options() const {
    InputOptions out;
    out.metrics = metrics;
    if (templates.size() > 1 && !takes_templates) throw CLI::ValidationError("--template", "one template is expected; only check takes several");
    if (!templates.empty()) {
      out.template_path = templates.front();
      out.further_templates.assign(templates.begin() + 1, templates.end());
    }
    if (lang_given->count() > 0) out.lang = lang;
    if (!previous.empty()) out.previous = previous;
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
  std::string directory = "out", stem, attach = "workbook", workbook = "analyst", for_each;
  std::vector<std::string> only;
  bool is_strict = false, is_draft = false;

  // Words and not CLI11's own mapping, whose help prints the enumerators' numbers as characters.
  static const std::map<std::string, OutputKind>& outputs() {
    static const std::map<std::string, OutputKind> kOutputs{{"pdf", OutputKind::pdf}, {"xlsx", OutputKind::xlsx}, {"csv", OutputKind::csv}, {"svg", OutputKind::svg}};
    return kOutputs;
  }
  static const std::map<std::string, Attach>& attachments() {
    static const std::map<std::string, Attach> kAttach{{"none", Attach::none}, {"workbook", Attach::workbook}, {"all", Attach::all}};
    return kAttach;
  }

  void add_to(CLI::App& command) {
    input.add_to(command);
    command.add_option("-o,--output", directory, "Folder for the files; made when missing")->type_name("DIR")->capture_default_str()->check(no_empty());
    command.add_option("--name", stem, "Base name of the files; without it the pack's id")->type_name("STEM")->check(no_empty());
    command.add_option("--only", only, "Write this kind of file only; may be repeated. svg: a file for each chart")
        ->check(one_of({"pdf", "xlsx", "csv", "svg"}))->type_name("KIND")->allow_extra_args(false);
    command.add_option("--attach", attach, "What the PDF carries; all is workbook and CSV")
        ->check(one_of({"none", "workbook", "all"}))->type_name("WHAT")->capture_default_str();
    command.add_option("--workbook", workbook, "analyst: with filter buttons and frozen headings; release: without, as guidance on publishing asks")
        ->check(one_of({"release", "analyst"}))->type_name("EDITION")->capture_default_str();
    command.add_flag("--strict", is_strict, "Warnings stop the build (exit 4)");
    command.add_option("--for-each", for_each, "entity: one pack for each entity of the template's default set, with the focus on it, as NAME-ID")
        ->check(one_of({"entity"}))->type_name("WHAT");
    command.add_flag("--draft", is_draft, "Write the files in spite of untruths, each marked at its place; the exit code stays");
  }

  int run() const {
    BuildOptions options;
    options.input = input.options();
    options.directory = directory;
    if (!stem.empty()) options.stem = stem;
    for (const std::string& each : only) options.only.push_back(outputs().at(each));
    options.attach = attachments().at(attach);
    options.workbook = edition_of(workbook);
    options.is_strict = is_strict;
    options.is_draft = is_draft;
    options.for_each = !for_each.empty();
    leave_nothing_on_signals();
    ProgressBar bar(isatty(STDERR_FILENO) == 1);
    options.progress = [&bar](std::size_t done, std::size_t all) { bar.show(done, all); };
    const Outcome outcome = build(options);
    bar.clear();
    print_diagnostics(outcome);
    const int code = exit_code(outcome.diagnostics, is_strict);
    if (outcome.written.empty()) {
      print(stderr, fmt::format("briefpack: nothing written: {}\n", summary(outcome.diagnostics)));
      return code;
    }
    for (const WrittenFile& file : outcome.written) print(stdout, fmt::format("{}  {}\n", file.path, readable_size(file.bytes)));
    if (outcome.editions > 0) print(stdout, counted(outcome.editions, "edition") + ", ");
    print(stdout, fmt::format("{}, {}, {} from {}; {}\n", counted(outcome.pages, "page"), counted(outcome.figures, "figure"),
                              counted(outcome.notes, "note"), counted(outcome.observations, "observation"), summary(outcome.diagnostics)));
    return code;
  }
};

struct CheckCommand {
  InputArguments input;
  std::string format = "text", workbook = "analyst";
  bool is_strict = false, with_unused = false, with_accessibility = false;

  void add_to(CLI::App& command) {
    input.takes_templates = true;
    input.add_to(command);
    command.add_option("--format", format, "How findings are printed: text on stderr, or on stdout json, github (annotations) or sarif (2.1.0)")
        ->check(one_of({"text", "json", "github", "sarif"}))->capture_default_str();
    command.add_flag("--strict", is_strict, "Warnings fail the check (exit 4)");
    command.add_flag("--unused", with_unused, "Also lists what is printed nowhere: observations, sources, named figures; metrics without definition");
    command.add_flag("--accessibility", with_accessibility, "Also lists what PDF and workbook need to be read by everyone: met, not met, or for the author; as text or json");
    command.add_option("--workbook", workbook, "The edition of the workbook that --accessibility judges")
        ->check(one_of({"release", "analyst"}))->type_name("EDITION")->capture_default_str();
  }

  int run() const {
    CheckOptions options;
    options.input = input.options();
    options.input.with_unused = with_unused;
    options.is_strict = is_strict;
    options.with_accessibility = with_accessibility;
    options.workbook = edition_of(workbook);
    if (with_accessibility && input.templates.size() > 1) throw CLI::ValidationError("--accessibility", "one template is expected");
    if (with_accessibility && format != "text" && format != "json") throw CLI::ValidationError("--accessibility", "text and json alone can list it");
    const Outcome outcome = check(options);
    if (format == "json") print(stdout, findings_json(outcome));
    else if (format == "sarif") print(stdout, findings_sarif(outcome));
    else if (format == "github") print(stdout, annotations(outcome));
    else {
      print_diagnostics(outcome);
      print(stdout, outcome.comparison);
      print(stdout, accessibility_text(outcome));
      print(stdout, fmt::format("{}, {}, {} checked: {}\n", counted(outcome.observations, "observation"), counted(outcome.figures, "figure"),
                                counted(outcome.notes, "note"), summary(outcome.diagnostics)));
    }
    return exit_code_with(outcome);
  }

  /// Under --strict an essential line that is not met fails the check like a warning.
  int exit_code_with(const Outcome& outcome) const {
    const int code = exit_code(outcome.diagnostics, is_strict);
    const bool is_short = std::any_of(outcome.accessibility.begin(), outcome.accessibility.end(), [](const AccessibilityLine& line) {
      return line.is_essential && line.verdict == AccessibilityLine::Verdict::not_met;
    });
    return code == 0 && is_strict && is_short ? kWarnings : code;
  }
};

struct TraceCommand {
  InputArguments input;
  std::string metrics, what, format = "text";
  bool with_places = false;

  void add_to(CLI::App& command) {
    // One file: whatever followed a list of files would be taken for one of them.
    command.add_option("METRICS", metrics, "Metric file (JSON)")->required()->check(no_empty());
    command.add_option("WHAT", what, "fig_012, a key, p.3, metric.ENTITY, an observation's id, Figures!D12, or a printed text")->required()->check(no_empty());
    command.add_option("--format", format, "How the answer is printed: text or json")->check(one_of({"text", "json"}))->capture_default_str();
    command.add_flag("--places", with_places, "Also every page and cell, for which the document is laid out");
    input.add_template_to(command);
  }

  int run() const {
    TraceOptions options{input.options(), what, format == "json", with_places};
    options.input.metrics = {metrics};
    const TraceAnswer answer = trace(options);
    // What is wrong with the pack is told by check; here only what kept the answer back.
    if (answer.is_found) {
      print(stdout, answer.text);
      return 0;
    }
    print_diagnostics(answer.outcome);
    return exit_code(answer.outcome.diagnostics, false);
  }
};

struct DiffCommand {
  std::string earlier, later, format = "text";

  void add_to(CLI::App& command) {
    command.add_option("OLD", earlier, "Metric file (JSON) of the edition before")->required()->check(no_empty());
    command.add_option("NEW", later, "Metric file (JSON) of this edition")->required()->check(no_empty());
    command.add_option("--format", format, "How the changes are printed: text, json or markdown")
        ->check(one_of({"text", "json", "markdown"}))->capture_default_str();
  }

  int run() const {
    using Format = DiffOptions::Format;
    const DiffAnswer answer = diff({earlier, later, format == "json" ? Format::json : format == "markdown" ? Format::markdown : Format::text});
    // What is wrong with either file is told by check; here only what kept the answer back.
    if (!answer.is_compared) {
      print_diagnostics(answer.outcome);
      return exit_code(answer.outcome.diagnostics, false);
    }
    print(stdout, answer.text);
    return 0;
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
  TraceCommand trace_command;
  CLI::App* trace_app = app.add_subcommand("trace", "Tell where a printed number comes from");
  trace_command.add_to(*trace_app);
  DiffCommand diff_command;
  CLI::App* diff_app = app.add_subcommand("diff", "Tell what changed between two metric files");
  diff_command.add_to(*diff_app);
  CLI::App* schema_app = app.add_subcommand("schema", "Print the JSON Schema of the metric file");

  try {
    refuse_misread_values(argc, argv);
    app.parse(argc, argv);
    if (build_app->parsed()) return build_command.run();
    if (check_app->parsed()) return check_command.run();
    if (trace_app->parsed()) return trace_command.run();
    if (diff_app->parsed()) return diff_command.run();
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
