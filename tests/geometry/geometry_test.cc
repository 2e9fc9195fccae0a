// Nothing overlaps, nothing is cut off, nothing leaves the measure, and the structure tree keeps its rules: on the sample packs
// and on a pack that strains every page (bench/make_stress_pack.py, written by the build).

#include "laid_out.h"

namespace briefpack {

TEST_CASE("the pages of the sample packs keep apart what stands on them") {
  CHECK(checked_pages(resolved("inputs/korea-ai.json", "templates/monthly-brief.md")).pages.size() >= 9);
}

TEST_CASE("so do those of the Korean edition, of a French document and of names from right to left") {
  CHECK(checked_pages(resolved("inputs/korea-ai.json", "templates/monthly-brief.md", {}, "ko")).pages.size() >= 9);
  CHECK(checked_pages(resolved("tests/languages/files/lacs.json", "tests/languages/files/lacs.md")).pages.size() >= 5);
  CHECK(checked_pages(resolved("tests/languages/files/right-to-left.json", "tests/languages/files/right-to-left.md")).pages.size() == 1);
}

TEST_CASE("the country profile has two pages in both languages") {
  CHECK(checked_pages(resolved("inputs/korea-ai.json", "templates/country-profile.md")).pages.size() == 2);
  CHECK(checked_pages(resolved("inputs/korea-ai.json", "templates/country-profile.ko.md")).pages.size() == 2);
}

TEST_CASE("a hundred and twenty pages of sixty countries, long names, many rows and many notes keep apart, too, and can be read") {
  CHECK(checked_pages(resolved(BRIEFPACK_STRESS "/stress.json", BRIEFPACK_STRESS "/stress.md")).pages.size() >= 120);
}

}  // namespace briefpack
