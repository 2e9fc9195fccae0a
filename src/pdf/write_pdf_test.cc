#include "pdf/write_pdf.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "pdf/demo_document_test.h"

using namespace briefpack;
using namespace briefpack::pdf;

namespace {

const text::Fonts& fonts() {
  static const text::Fonts loaded = text::load_fonts().value();
  return loaded;
}

const std::vector<Attachment> kAttachments{
    {"pack.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Workbook with every figure",
     "PK not really", 1'795'996'800},
    {"data (1).csv", "text/csv", "Observations — 관측값", std::string(3000, 'x'), 1'795'996'800},
};

const std::string& demo_bytes() {
  static const std::string bytes = write_pdf(demo_document(fonts()), fonts(), kAttachments).value();
  return bytes;
}

/// A file in a folder of its own, removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "briefpack-pdf-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    std::ofstream(path(), std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove_all(folder_); }
  std::string path() const { return (folder_ / "demo.pdf").string(); }
  std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

struct Ran {
  int status = 0;
  std::string output;  ///< Both streams.
};

Ran run(const std::string& command) {
  Ran ran;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::array<char, 4096> buffer;
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe))
    ran.output.append(buffer.data(), got);
  ran.status = pclose(pipe);
  return ran;
}

Ran run_on_demo(const std::string& command, const std::string& arguments = "") {
  const TemporaryFile file(demo_bytes());
  return run(command + " " + file.path() + " " + arguments);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("the checker finds no fault in the demonstration") {
  const Ran ran = run_on_demo("python3 tests/pdf/ua_check.py");
  INFO(ran.output);
  CHECK(ran.status == 0);
  CHECK(ran.output.find("2 pages") != std::string::npos);
  CHECK(ran.output.find("2 attachments") != std::string::npos);
}

TEST_CASE("the checker finds what is wrong") {
  page::Pages pages = demo_document(fonts());
  SECTION("a figure without words") {
    for (page::ElementId id = 0; id < pages.structure.elements().size(); ++id)
      pages.structure[id].alt.clear();
  }
  SECTION("a heading that skips a level") { pages.structure[1].role = page::Role::h3; }
  SECTION("no title") { pages.info.title.clear(); }
  SECTION("a head cell without scope") {
    for (page::ElementId id = 0; id < pages.structure.elements().size(); ++id)
      pages.structure[id].scope = page::Scope::none;
  }
  SECTION("a link beside the page") { pages.pages[1].links[0].box.x = 700; }
  const TemporaryFile file(write_pdf(pages, fonts()).value());
  const Ran ran = run("python3 tests/pdf/ua_check.py " + file.path());
  INFO(ran.output);
  CHECK(ran.status != 0);
  CHECK(ran.output.find("Traceback") == std::string::npos);
}

TEST_CASE("qpdf finds the file well built") {
  const Ran ran = run_on_demo("qpdf --check");
  INFO(ran.output);
  CHECK(ran.status == 0);
  CHECK(ran.output.find("WARNING") == std::string::npos);
}

TEST_CASE("every font is embedded, cut down and has Unicode") {
  const Ran ran = run_on_demo("pdffonts");
  INFO(ran.output);
  std::istringstream lines(ran.output);
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  int rows = 0;
  while (std::getline(lines, line)) {
    ++rows;
    CHECK(line.find("yes yes yes") != std::string::npos);
  }
  CHECK(rows == 11);
  for (const char* name :
       {"+Inter-Regular", "+InterDisplay-Bold", "+NotoSansCJKkr-Regular", "+NotoSansArabic-Regular"}) {
    CHECK(ran.output.find(name) != std::string::npos);
  }
}

TEST_CASE("viewers know that the file is tagged, and its title and dates") {
  const Ran ran = run_on_demo("TZ=UTC pdfinfo");
  INFO(ran.output);
  CHECK(ran.output.find("Tagged:          yes") != std::string::npos);
  CHECK(ran.output.find("Title:           AI compute: a comparison — 비교") != std::string::npos);
  CHECK(ran.output.find("CreationDate:    Mon Nov 30 00:00:00 2026 UTC") != std::string::npos);
  CHECK(ran.output.find("Page size:       595.28 x 841.89 pts (A4)") != std::string::npos);
}

TEST_CASE("text comes back out as it went in") {
  const Ran ran = run_on_demo("pdftotext -enc UTF-8", "-");
  INFO(ran.output);
  for (const char* words :
       {"Korea’s 2,000 GPUs, AVATAR to WAVE", "“fast” é ü ß Œ € → ₩1,234 rose 12.4% to 2,000",
        "Привет, Ελληνικά, Việt Nam.", "매출은 전년 대비 12.4% 증가했습니다. ₩1,234,567 (2024년) 뷁", "mathematics 𝒜",
        "Ohm \u2126 and \u03A9", "محمد بن سلمان", "특허 Patents", "a‐b and a‑b", "S1, para. 2. Undated.", "Page 2 of 2",
        "ไทย"}) {
    INFO(words);
    CHECK(ran.output.find(words) != std::string::npos);
  }
}

TEST_CASE("the structure holds the text in the order of reading") {
  const Ran ran = run_on_demo("pdfinfo -struct-text");
  INFO(ran.output);
  const auto at = [&](std::string_view words) {
    const std::size_t found = ran.output.find(words);
    INFO(words);
    REQUIRE(found != std::string::npos);
    return found;
  };
  CHECK(at("AVATAR") < at("Revenue"));
  CHECK(at("Revenue") < at("1,2"));
  CHECK(at("1,2") < at("units; "));
  CHECK(at("units; ") < at("Undated"));  // the note belongs to the paragraph, though it stands at the foot
  CHECK(at("Undated") < at("mathematics"));
  CHECK(at("Measure") < at("H100 GPUs"));
  CHECK(at("/Scope /Column") < at("/Scope /Row"));
  CHECK(at("First message") < at("Details\""));
  CHECK(count(ran.output, "Figure") == 1);
}

TEST_CASE("mupdf and poppler draw it without complaint") {
  const TemporaryFile file(demo_bytes());
  const Ran mutool = run("mutool draw -q -r 20 -o " + file.folder() + "/m%d.png " + file.path());
  INFO(mutool.output);
  CHECK(mutool.status == 0);
  // Debian's build says of itself that it knows no colour profiles.
  CHECK((mutool.output.empty() || mutool.output == "warning: ICC support is not available\n"));
  const Ran poppler = run("pdftoppm -r 20 -png " + file.path() + " " + file.folder() + "/p");
  INFO(poppler.output);
  CHECK(poppler.status == 0);
  CHECK(poppler.output.empty());
}

TEST_CASE("attachments come out as they went in") {
  const TemporaryFile file(demo_bytes());
  const Ran ran =
      run("cd " + file.folder() + " && pdfdetach -saveall demo.pdf && cat pack.xlsx && wc -c < 'data (1).csv'");
  INFO(ran.output);
  CHECK(ran.status == 0);
  CHECK(ran.output == "PK not really3000\n");
}

TEST_CASE("attachments with one name are refused") {
  const auto made = write_pdf(demo_document(fonts()), fonts(), {kAttachments[0], kAttachments[0]});
  REQUIRE_FALSE(made);
  CHECK(made.diagnostics()[0].message == "the PDF cannot be made: two attachments are called pack.xlsx");
  CHECK(made.diagnostics()[0].fault == Fault::io);
}

TEST_CASE("the same pages give the same bytes, whatever fonts were loaded before") {
  const text::Fonts fresh = text::load_fonts().value();
  CHECK(write_pdf(demo_document(fresh), fresh, kAttachments).value() == demo_bytes());
  auto prepared = prepare_pdf(demo_document(fonts()), fonts());
  REQUIRE(prepared);
  CHECK(finish_pdf(std::move(prepared).value(), kAttachments).value() == demo_bytes());
}

TEST_CASE("any number of threads gives the same bytes") {
  for (const unsigned threads : {1u, 2u, 5u}) {
    CHECK(write_pdf(demo_document(fonts()), fonts(), kAttachments, {.threads = threads}).value() == demo_bytes());
  }
}

TEST_CASE("the demonstration is written as it is written down") {
  // tests/golden/pdf/demo: BRIEFPACK_UPDATE=1 rewrites the files; read what it wrote.
  const TemporaryFile file(demo_bytes());
  const std::string mutool = "mutool show -b " + file.path() + " ";
  const std::pair<const char*, std::string> parts[] = {
      {"pages.txt", page::dump(demo_document(fonts()), fonts())},
      {"text.txt", run("pdftotext -enc UTF-8 " + file.path() + " -").output},
      {"structure.txt", run("pdfinfo -struct-text " + file.path()).output},
      {"content-1.txt", run(mutool + "pages/1/Contents").output},
      {"content-2.txt", run(mutool + "pages/2/Contents").output},
      {"metadata.xml", run(mutool + "trailer/Root/Metadata").output},
  };
  for (const auto& [name, made] : parts) {
    const std::string path = std::string("tests/golden/pdf/demo/") + name;
    INFO(path);
    if (std::getenv("BRIEFPACK_UPDATE")) std::ofstream(path, std::ios::binary) << made;
    std::ostringstream expected;
    expected << std::ifstream(path, std::ios::binary).rdbuf();
    CHECK(made == expected.str());
  }
}

TEST_CASE("titles may hold markup") {
  page::Pages pages;
  pages.info.title = "R&D <2026> (a\\b)";
  pages.info.author = "A & B";
  pages.pages.resize(1);
  const TemporaryFile file(write_pdf(pages, fonts()).value());
  const Ran ran = run("python3 tests/pdf/ua_check.py " + file.path());
  INFO(ran.output);
  CHECK(ran.status == 0);
}

TEST_CASE("a page without content is a page") {
  page::Pages pages;
  pages.info.title = "Empty";
  pages.pages.resize(1);
  const TemporaryFile file(write_pdf(pages, fonts()).value());
  CHECK(run("qpdf --check " + file.path()).status == 0);
  CHECK(run("python3 tests/pdf/ua_check.py " + file.path()).status == 0);
}

TEST_CASE("hundreds of pages keep their tree") {
  DemoComposer demo(fonts());
  for (int i = 0; i < 300; ++i) {
    if (i > 0) demo.next_page();
    const page::ElementId p = demo.element(page::Role::p);
    demo.text("Page " + std::to_string(i), {50, 100}, {}, p);
  }
  const TemporaryFile file(write_pdf(demo.pages, fonts()).value());
  const Ran ran = run("python3 tests/pdf/ua_check.py " + file.path());
  INFO(ran.output);
  CHECK(ran.status == 0);
  CHECK(run("pdftotext -f 300 -l 300 " + file.path() + " -").output.find("Page 299") != std::string::npos);
}
