"""Holds the tree against the include table, and the check itself against trees that break it."""

import tempfile
import unittest
from pathlib import Path

import include_table

ROOT = Path(__file__).resolve().parents[2]


def faults_of(files):
    """The faults of a made-up tree: path -> text. Each header without a text of its own gets `#pragma once`."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return include_table.check(folder)


HEADER = "#pragma once\n"


class ThisTree(unittest.TestCase):
    def test_every_include_is_allowed(self):
        self.assertGreater(len(include_table.sources(ROOT)), 0)
        self.assertEqual("", "\n".join(include_table.check(ROOT)))

    def test_cmake_links_the_same_table(self):
        cmake = include_table.cmake_table((ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
        self.assertEqual(include_table.MAY_INCLUDE, cmake)

    def test_the_page_for_readers_shows_the_same_table(self):
        page = include_table.page_table((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))
        self.assertEqual(list(include_table.MAY_INCLUDE), list(page))
        for folder, (row, types, third_parties) in page.items():
            self.assertEqual(include_table.MAY_INCLUDE[folder], row, folder)
            self.assertEqual({to for of, to in include_table.ONLY_THESE_HEADERS if of == folder}, types, folder)
            allowed = {name for name, (_, folders) in include_table.THIRD_PARTIES.items() if folder in folders}
            self.assertEqual(allowed - {"fmt"}, third_parties, folder)

    def test_each_row_names_earlier_rows_only(self):
        earlier = set()
        for folder, row in include_table.MAY_INCLUDE.items():
            self.assertLessEqual(set(row), earlier, folder)
            earlier.add(folder)


class MadeUpTrees(unittest.TestCase):
    def assert_fault(self, files, *parts):
        """Exactly one fault, with all of `parts` in it."""
        faults = faults_of(files)
        self.assertEqual(1, len(faults), faults)
        for part in parts:
            self.assertIn(part, faults[0])

    def test_a_tree_that_keeps_the_table_has_no_faults(self):
        self.assertEqual([], faults_of({
            "include/briefpack/result.h": HEADER + "#include <optional>\n#include <briefpack/diagnostic.h>\n",
            "include/briefpack/diagnostic.h": "// Faults.\n#pragma once\n#include <string>\n",
            "src/base/clock.h": HEADER + "#include <briefpack/result.h>\n",
            "src/base/clock.cc": '#include "base/clock.h"\n\n#include <ctime>\n#include <unistd.h>\n'
                                 '#include <fmt/format.h>\n',
            "src/base/clock_test.cc": '#include <fstream>\n#include <catch2/catch.hpp>\n#include "base/clock.h"\n',
            "src/text/glyph_run.h": HEADER,
            "src/text/faces.h": HEADER + "#include <hb.h>\n",
            "src/text/more_faces.h": HEADER + '#include "text/faces.h"\n#include <hb-ot.h>\n',
            "src/text/shape.cc": '#include "text/more_faces.h"\n#include <hb-subset.h>\n#include <unicode/ubidi.h>\n',
            "src/page/page.h": HEADER + '#include "text/glyph_run.h"\n',
        }))

    def test_an_edge_outside_the_row(self):
        self.assert_fault({"src/layout/line_box.h": HEADER, "src/pdf/write.cc": '\n#include "layout/line_box.h"\n'},
                          "src/pdf/write.cc:2:", "pdf must not include", "base, geometry, text, page")

    def test_an_edge_upwards(self):
        self.assert_fault({"src/job/job.h": HEADER, "src/base/clock.h": HEADER + '  #  include "job/job.h" // why\n'},
                          "src/base/clock.h:2:", "nothing but itself")

    def test_a_service_where_only_types_are_allowed(self):
        self.assert_fault({"src/text/shape.h": HEADER, "src/page/page.cc": '#include "text/shape.h"\n'},
                          "page takes only types from text")

    def test_a_test_follows_its_folder(self):
        self.assert_fault({"src/text/shape.h": HEADER, "src/chart/bar_test.cc": '#include "text/shape.h"\n'},
                          "chart must not include")

    def test_a_path_that_is_not_from_the_root(self):
        self.assert_fault({"src/base/clock.h": HEADER, "src/base/clock.cc": '#include "clock.h"\n'},
                          "not a path from the root of src/")

    def test_a_header_that_is_not_there(self):
        self.assert_fault({"src/base/clock.cc": '#include "base/clock.h"\n'}, "does not exist")

    def test_a_public_header_that_is_not_there(self):
        self.assert_fault({"src/base/clock.cc": "#include <briefpack/clock.h>\n"}, "does not exist")

    def test_our_header_in_angle_brackets(self):
        self.assert_fault({"src/base/clock.h": HEADER, "src/base/clock.cc": "#include <base/clock.h>\n"}, "neither")

    def test_a_macro_in_place_of_a_file(self):
        self.assert_fault({"src/base/clock.cc": "#include CLOCK\n"}, "CLOCK names no file")

    def test_a_third_party_in_the_wrong_folder(self):
        self.assert_fault({"src/resolve/lookup.cc": "#include <nlohmann/json.hpp>\n"},
                          "nlohmann_json is only for metrics, job")
        self.assert_fault({"src/layout/line.cc": "#include <harfbuzz/hb.h>\n"}, "HarfBuzz is only for text")
        self.assert_fault({"src/page/page.cc": "#include <zlib.h>\n"}, "zlib is only for pdf")

    def test_an_unknown_third_party(self):
        self.assert_fault({"src/text/shape.cc": "#include <boost/any.hpp>\n"}, "known third party")

    def test_a_third_party_in_a_header_for_others(self):
        tree = {"src/text/faces.h": HEADER + "#include <hb.h>\n"}
        self.assert_fault(tree | {"src/layout/line.cc": '#include "text/faces.h"\n'},
                          "src/layout/line.cc:1:", "shows HarfBuzz", "for src/text alone")

    def test_a_third_party_behind_a_header_for_others(self):
        tree = {"src/text/faces.h": HEADER + "#include <hb.h>\n",
                "src/text/all_faces.h": HEADER + '#include "text/faces.h"\n',
                "src/text/shape.h": HEADER + '#include "text/all_faces.h"\n'}
        self.assert_fault(tree | {"src/layout/line.h": HEADER + '#include "text/shape.h"\n'},
                          "src/layout/line.h:2:", "shows HarfBuzz", "for src/text alone")

    def test_fmt_in_a_header(self):
        self.assert_fault({"src/base/clock.h": HEADER + "#include <fmt/format.h>\n"}, "fmt stands in .cc files only")

    def test_catch_outside_a_test(self):
        self.assert_fault({"src/base/clock.cc": "#include <catch2/catch.hpp>\n"}, "belongs in *_test.cc")

    def test_files_clock_and_locale_past_base(self):
        self.assert_fault({"src/metrics/read.cc": "#include <fstream>\n"}, "base/file_system.h")
        self.assert_fault({"src/pdf/info.cc": "#include <ctime>\n"}, "base/clock.h")
        self.assert_fault({"src/numfmt/number.cc": "#include <locale>\n"}, "locale")
        self.assert_fault({"src/job/run.cc": "#include <sys/stat.h>\n"}, "of the system")

    def test_a_public_header_that_reaches_inside(self):
        self.assert_fault({"src/base/clock.h": HEADER, "include/briefpack/job.h": HEADER + '#include "base/clock.h"\n'},
                          "include/briefpack/job.h:2:", "a public header")
        self.assert_fault({"include/briefpack/job.h": HEADER + "#include <fmt/format.h>\n"}, "a public header")

    def test_a_header_without_pragma_once(self):
        self.assert_fault({"src/base/clock.h": "#ifndef CLOCK\n#define CLOCK\n#endif\n"}, "#pragma once")
        self.assert_fault({"include/briefpack/job.h": "#include <string>\n#pragma once\n"}, "#pragma once")

    def test_a_folder_that_is_not_in_the_table(self):
        self.assert_fault({"src/utils/strings.cc": ""}, "src/utils/strings.cc:1:", "not in a folder of the table")
        self.assert_fault({"src/main.cc": ""}, "not in a folder of the table")
        self.assert_fault({"src/base/posix/clock.cc": ""}, "not in a folder of the table")

    def test_text_that_only_looks_like_an_include(self):
        self.assertEqual([], faults_of({
            "src/base/a.cc": '// #include "job/job.h"\n/*\n#include "job/job.h"\n*/\n'
                             'auto a = R"(\n#include "job/job.h"\n)";\n'
                             'auto b = "/*";  // a comment opens in no string\nauto c = \'"\';\nauto d = 1\'000;\n'}))

    def test_an_include_after_such_text(self):
        source = 'auto b = "/*";\n#include "job/job.h"\nauto c = "*/";\n'
        self.assert_fault({"src/job/job.h": HEADER, "src/base/a.cc": source}, "src/base/a.cc:2:")

    def test_the_table_of_a_cmake_file(self):
        self.assertEqual({"a": [], "b": ["a"], "c": ["a", "b"]}, include_table.cmake_table(
            "briefpack_folder(a)\nbriefpack_folder(b  MAY_INCLUDE a\n  THIRD_PARTY x::y)\n"
            "briefpack_folder(c MAY_INCLUDE ${folders} THIRD_PARTY z)\n"))

    def test_the_table_of_a_page(self):
        self.assertEqual({"a": ([], set(), set()), "b": (["a"], {"a"}, {"X", "Y"}), "c": (["a", "b"], set(), set())}, include_table.page_table(
            "| Folder | Holds | May include | Third parties |\n|---|---|---|---|\n| `a` | one, two | – | – |\n"
            "| `b` | three | a (types) | X, Y |\n| `c` | four | all above | – |\n"))


if __name__ == "__main__":
    unittest.main()
