#include <catch2/catch.hpp>

#include "resolve/lower.h"
#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;

TEST_CASE("plain text joins plain text, and marks join marks, each note once") {
  document::Inlines out;
  append_inline(out, document::Text{"a", {}, "", "", ""});
  append_inline(out, document::Text{"b", {}, "", "", ""});
  append_inline(out, document::NoteMarks{{3, 1}});
  append_marks(out, {1, 2});
  append_inline(out, document::Text{"", {}, "", "", ""});
  REQUIRE(out.size() == 2);
  CHECK(std::get<document::Text>(out[0]).text == "ab");
  CHECK(std::get<document::NoteMarks>(out[1]).notes == std::vector<document::NoteIndex>{3, 1, 2});
}

TEST_CASE("texts of unlike look are kept apart") {
  document::Inlines out;
  document::TextFlags strong;
  strong.is_strong = true;
  append_inline(out, document::Text{"a", strong, "", "", ""});
  append_inline(out, document::Text{"b", {}, "", "", ""});
  CHECK(out.size() == 2);
}

TEST_CASE("the program's sentences take figures where their names stand") {
  const auto out = filled_inlines(numfmt::Word::n_of_m, "en", {{"n", text_inlines("11")}, {"m", text_inlines("14")}});
  CHECK(document::plain_text(out) == "11 of 14");
  CHECK(document::plain_text(filled_inlines(numfmt::Word::n_of_m, "ko",
                                            {{"n", text_inlines("11")}, {"m", text_inlines("14")}})) == "14개 중 11");
}

TEST_CASE("an arrow in a text becomes a sign that is read as a word") {
  SmallPack pack;
  FigureBook book(pack.done(), "en");
  document::Document document;
  const templates::Template tree;
  const Foreknowledge known;
  Lowering lowering(pack.data, tree, known, book, document);
  const templates::Inlines words{{templates::Text{"13th → 5th", {}}, {}}};
  const auto out = lower_inlines(lowering, words, Scope{});
  REQUIRE(out.size() == 3);
  CHECK(std::get<document::Symbol>(out[1]).kind == document::SymbolKind::arrow_right);
  CHECK(std::get<document::Symbol>(out[1]).alt == "to");
}

TEST_CASE("a label names one exhibit or page") {
  SmallPack pack;
  FigureBook book(pack.done(), "en");
  document::Document document;
  const templates::Template tree;
  const Foreknowledge known;
  Lowering lowering(pack.data, tree, known, book, document);
  CHECK(lowering.take_label("card", {0, 3, 1, 4}));
  CHECK_FALSE(lowering.take_label("card", {0, 9, 1, 4}));
  REQUIRE(book.diagnostics().size() == 1);
  CHECK(book.diagnostics()[0].code == "resolve/duplicate-label");
  CHECK(book.diagnostics()[0].notes.at(0).span.line == 3);
}
