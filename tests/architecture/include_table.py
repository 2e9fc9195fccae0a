"""Who may include whom: the table of the folders of src/, and the check of every #include against it.

The same table stands in CMakeLists.txt (as libraries) and in docs/architecture.md (for readers). When a rule is wrong,
change all three in the commit of the code that needs it.
"""

import re
from pathlib import Path

# Folder -> the folders it may include directly, each an earlier row. Every folder may include itself and
# <briefpack/...>.
MAY_INCLUDE = {
    "base": [],
    "geometry": ["base"],
    "dataset": ["base"],
    "numfmt": ["base", "dataset"],
    "theme": ["base", "geometry", "dataset"],
    "metrics": ["base", "dataset", "numfmt"],
    "changes": ["base", "dataset", "numfmt"],
    "expression": ["base"],
    "templates": ["base", "geometry", "dataset", "theme", "expression"],
    "document": ["base", "dataset", "theme"],
    "truth": ["base", "dataset", "numfmt", "expression", "templates", "document"],
    "resolve": ["base", "dataset", "numfmt", "changes", "expression", "templates", "document", "truth"],
    "chart": ["base", "geometry", "dataset", "document", "numfmt"],
    "text": ["base", "geometry", "theme"],
    "page": ["base", "geometry", "dataset", "text"],
    "layout": ["base", "geometry", "dataset", "theme", "document", "text", "page", "chart"],
    "pdf": ["base", "geometry", "text", "page"],
    "svg": ["base", "geometry", "text", "page"],
    "workbook": ["base", "geometry", "dataset", "document", "numfmt"],
    "accessibility": ["base", "geometry", "dataset", "document", "templates", "text", "page", "workbook"],
    "job": ["base", "geometry", "dataset", "numfmt", "theme", "metrics", "changes", "expression", "templates", "document",
            "truth", "resolve", "chart", "text", "page", "layout", "pdf", "svg", "workbook", "accessibility"],
    "cli": ["base", "job"],
}

# (folder, folder) -> the only headers of the second that the first may include: types, not services.
ONLY_THESE_HEADERS = {
    ("page", "text"): ["text/fonts.h", "text/glyph_run.h"],
    ("pdf", "text"): ["text/fonts.h", "text/glyph_run.h"],
    ("svg", "text"): ["text/fonts.h", "text/glyph_run.h"],
    ("accessibility", "text"): ["text/glyph_run.h"],
    ("accessibility", "workbook"): ["workbook/facts.h"],
}

# Third party -> pattern of its headers, and the folders that may include them.
THIRD_PARTIES = {
    "ICU": (r"unicode/", ["numfmt", "text"]),
    "nlohmann_json": (r"nlohmann/", ["metrics", "job"]),
    "cmark-gfm": (r"cmark-gfm", ["templates"]),
    "yaml-cpp": (r"yaml-cpp/", ["templates"]),
    "HarfBuzz": (r"(harfbuzz/)?hb(-\w+)*\.h$", ["text"]),
    "fontconfig": (r"fontconfig/", ["text"]),
    "libharu": (r"hpdf", ["pdf"]),
    "libpng": (r"png\.h$", ["theme"]),
    "zlib": (r"zlib\.h$", ["pdf", "workbook"]),
    "libdeflate": (r"libdeflate\.h$", ["pdf", "workbook"]),
    "libxlsxwriter": (r"xlsxwriter", ["workbook"]),
    "minizip": (r"minizip/", ["workbook"]),
    "nettle": (r"nettle/", ["job"]),
    "CLI11": (r"CLI/", ["cli"]),
    "fmt": (r"fmt/", list(MAY_INCLUDE)),
}

# What the program may reach only in these folders, with the reason. Tests may use them all.
STANDARD_ONLY_IN = {
    "fstream": (["base"], "files are reached through base/file_system.h"),
    "filesystem": (["base", "job"], "files are reached through base/file_system.h; job takes paths apart"),
    "ctime": (["base"], "the time comes from base/clock.h"),
    "iostream": (["cli"], "cli alone prints"),
    "locale": ([], "the machine's locale must not show in the output"),
    "random": ([], "the same input gives the same bytes"),
    "regex": ([], "std::regex recurses once a character, which hostile input turns into a crash"),
}
# POSIX headers, for files and for asking whether there is a terminal.
PLATFORM_HEADER = re.compile(r"(unistd|fcntl|errno|signal|poll|dirent|dlfcn|time|sys/\w+)\.h$")
PLATFORM_FOLDERS = ["base", "cli"]

STANDARD_HEADERS = set(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes
    climits clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg
    cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem format
    forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator latch
    limits list locale map memory memory_resource mutex new numbers numeric optional ostream queue random ranges
    ratio regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept stop_token
    streambuf string string_view strstream syncstream system_error thread tuple type_traits typeindex typeinfo
    unordered_map unordered_set utility valarray variant vector version""".split())

COMMENT_OR_LITERAL = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | R"(?P<delimiter>[^()\\\s]{0,16})\(.*?\)(?P=delimiter)"
      | "(?:\\.|[^"\\\n])*"
      | '(?:\\[^'\n]{1,9}|[^'\\\n])'""",
    re.DOTALL | re.VERBOSE)
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include\b[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def without_comments(source):
    """The source with every comment blanked, lines kept, and no #include inside a raw string."""

    def blank(match):
        text = match.group(0)
        if match.group("comment") is not None or text.startswith("R"):
            return re.sub(r"[^\n]", " ", text)
        return text

    return COMMENT_OR_LITERAL.sub(blank, source)


def includes(source):
    """(line, kind, path) of each #include: kind is '<', '"', or '' for what is neither."""
    code = without_comments(source)
    for match in INCLUDE.finditer(code):
        line = code.count("\n", 0, match.start(1)) + 1
        target = match.group(1)
        named = re.fullmatch(r'<([^<>"]+)>|"([^<>"]+)"', target)
        if named is None:
            yield line, "", target
        else:
            yield line, target[0], named.group(1) or named.group(2)


def third_party(path):
    """Name of the third party that the header `path` belongs to, or None."""
    for name, (pattern, _) in THIRD_PARTIES.items():
        if re.match(pattern, path):
            return name
    return None


def sources(root):
    """Every C++ file of src/ and include/ as a path from `root`, sorted."""
    found = [path for top in ("src", "include") for path in (root / top).rglob("*") if path.suffix in (".h", ".cc")]
    return sorted(path.relative_to(root).as_posix() for path in found)


def check_public(root, file, found):
    """A header of include/ uses the standard library and its neighbours."""
    for line, kind, path in found:
        if kind == "<" and path.startswith("briefpack/"):
            if not (root / "include" / path).is_file():
                yield f"{file}:{line}: <{path}> does not exist"
        elif kind != "<" or path not in STANDARD_HEADERS:
            yield f"{file}:{line}: a public header includes only <briefpack/...> and the standard library, not {path}"


def check_own(root, file, folder, path):
    """Why `file` of `folder` must not include our header `path`, or None."""
    target = path.split("/")[0]
    if "/" not in path or target not in MAY_INCLUDE:
        return f'"{path}" is not a path from the root of src/'
    if not (root / "src" / path).is_file():
        return f'"{path}" does not exist'
    if target != folder and target not in MAY_INCLUDE[folder]:
        allowed = ", ".join(MAY_INCLUDE[folder]) or "nothing but itself"
        return f'{folder} must not include "{path}": its row allows {allowed}'
    types = ONLY_THESE_HEADERS.get((folder, target))
    # A test may make what its folder only reads.
    if types is not None and path not in types and not file.endswith(("_test.cc", "_test.h")):
        return f'{folder} takes only types from {target} ({", ".join(types)}), not "{path}"'
    return None


def check_foreign(root, file, folder, path):
    """Why `file` of `folder` must not include the header <path>, or None."""
    is_test = file.endswith("_test.cc")
    if path.startswith("briefpack/"):
        return None if (root / "include" / path).is_file() else f"<{path}> does not exist"
    if path in STANDARD_HEADERS:
        folders, reason = STANDARD_ONLY_IN.get(path, ([folder], ""))
        return None if folder in folders or is_test else f"{folder} must not include <{path}>: {reason}"
    if PLATFORM_HEADER.match(path):
        is_allowed = folder in PLATFORM_FOLDERS or is_test
        return None if is_allowed else f"{folder} must not include <{path}>: it is of the system"
    if path.startswith("catch2/"):
        return None if is_test else f"<{path}> belongs in *_test.cc"
    name = third_party(path)
    if name is None:
        return f"<{path}> belongs neither to the standard library nor to a known third party"
    if folder not in THIRD_PARTIES[name][1]:
        return f"{folder} must not include <{path}>: {name} is only for {', '.join(THIRD_PARTIES[name][1])}"
    return None


def check_third_party_headers(all_includes):
    """A header of ours that shows a third party's, itself or through another header, is for its own folder alone, so
    that foreign types stay there; fmt is in no header."""
    carriers = {}
    for file, found in all_includes.items():
        for line, kind, path in found:
            name = third_party(path) if kind == "<" else None
            if file.endswith(".h") and name == "fmt":
                yield f"{file}:{line}: <{path}> in a header; fmt stands in .cc files only"
            elif file.endswith(".h") and name is not None:
                carriers[file] = name
    grown = True
    while grown:
        grown = False
        for file, found in all_includes.items():
            shown = [f"src/{path}" for _, kind, path in found if kind == '"' and f"src/{path}" in carriers]
            if file.endswith(".h") and shown and file not in carriers:
                carriers[file] = carriers[shown[0]]
                grown = True
    for file, found in all_includes.items():
        for line, kind, path in found:
            carrier = f"src/{path}"
            if kind == '"' and carrier in carriers and Path(file).parent != Path(carrier).parent:
                yield f'{file}:{line}: "{path}" shows {carriers[carrier]}, so it is for {Path(carrier).parent} alone'


def check(root):
    """Every fault of the tree at `root`, as sentences that start with file and line. Empty when all is well."""
    root = Path(root)
    faults = []
    all_includes = {}
    for file in sources(root):
        source = (root / file).read_text(encoding="utf-8")
        all_includes[file] = list(includes(source))
        if file.endswith(".h") and not re.match(r"\s*#pragma once\n", without_comments(source)):
            faults.append(f"{file}:1: a header starts with #pragma once")
        if file.startswith("include/"):
            faults += check_public(root, file, all_includes.pop(file))
            continue
        parts = file.split("/")
        folder = parts[1]
        if len(parts) != 3 or folder not in MAY_INCLUDE:
            faults.append(f"{file}:1: not in a folder of the table")
            continue
        for line, kind, path in all_includes[file]:
            if kind == "":
                fault = f"#include {path} names no file"
            elif kind == '"':
                fault = check_own(root, file, folder, path)
            else:
                fault = check_foreign(root, file, folder, path)
            if fault is not None:
                faults.append(f"{file}:{line}: {fault}")
    faults += check_third_party_headers(all_includes)
    return faults


def cmake_table(text):
    """The table as CMakeLists.txt has it: folder -> folders."""
    table = {}
    for match in re.finditer(r"^briefpack_folder\((\w+)([^)]*)\)", text, re.MULTILINE):
        arguments = match.group(2).split("THIRD_PARTY")[0].split()
        row = []
        for argument in arguments[1:]:
            row += list(table) if argument == "${folders}" else [argument]
        table[match.group(1)] = row
    return table


def page_table(text):
    """The table as docs/architecture.md has it: folder -> (folders, those of them for types alone, third parties)."""
    table = {}
    for folder, row, third_parties in re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE):
        names = list(table) if row == "all above" else re.sub(r" \(types\)|–", "", row).split(", ")
        types = set(re.findall(r"(\w+) \(types\)", row))
        table[folder] = ([name for name in names if name], types, set(third_parties.split(", ")) - {"–"})
    return table
