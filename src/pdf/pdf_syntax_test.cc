#include "pdf/pdf_syntax.h"

#include <catch2/catch.hpp>

#include "pdf/md5.h"
#include "pdf/metadata.h"

using namespace briefpack;
using namespace briefpack::pdf;

TEST_CASE("strings escape brackets and backslashes, or are hexadecimal") {
  CHECK(byte_string("plain (a\\b)") == "(plain \\(a\\\\b\\))");
  CHECK(byte_string("\xFF\n") == "<FF0A>");
  CHECK(text_string("plain") == "(plain)");
  CHECK(text_string("é") == "<FEFF00E9>");
  CHECK(text_string("\U0001D49C") == "<FEFFD835DC9C>");
  CHECK(text_string("line\nend") == "<FEFF006C0069006E0065000A0065006E0064>");
}

TEST_CASE("names escape what would end them") {
  CHECK(name_text("text/csv") == "/text#2Fcsv");
  CHECK(name_text("a b#") == "/a#20b#23");
}

TEST_CASE("dates are those of the second, also before 1970") {
  CHECK(pdf_date(0) == "D:19700101000000Z");
  CHECK(pdf_date(1'795'996'800) == "D:20261130000000Z");
  CHECK(iso_date(1'795'996'800 + 3661) == "2026-11-30T01:01:01Z");
  CHECK(iso_date(-1) == "1969-12-31T23:59:59Z");
}

TEST_CASE("a box is turned over: the PDF's y runs up") {
  CHECK(rectangle({10, 20, 30, 40.5}, 100) == "[10 39.5 40 80]");
}

TEST_CASE("the digest is MD5") {
  std::string hex;
  append_hex(hex, md5("abc"));
  CHECK(hex == "900150983CD24FB0D6963F7D28E17F72");
}

TEST_CASE("metadata escapes markup and leaves out what is not given") {
  page::DocumentInfo info;
  info.title = "R&D <2026>\x01";
  const std::string xmp = xmp_packet(info, "briefpack");
  CHECK(xmp.find("R&amp;D &lt;2026&gt;</rdf:li>") != std::string::npos);
  CHECK(xmp.find("dc:creator") == std::string::npos);
  CHECK(xmp.find("pdf:Keywords") == std::string::npos);
}
