#!/usr/bin/env python3
"""Runs the command lines of the *.md files beside this script, and those of README.md, and compares what they print.

Each heading of a file starts a case with a folder of its own, in which inputs/ and templates/ are links to those of the
repository, and lakes.json and lakes.md are copies of those in files/: a pack and a template of a few lines. `scripts/run` is the
program itself, already built. In a case

    ```json broken.json          a fence with a file name after its language writes that file
    ```

    ```console                   a console fence runs commands with bash, one after the other
    $ briefpack schema | head -1
    {
    2> a line that starts with "2> " was said on stderr
    => 2
    ```

`=> N` is the exit status of the command above; without it the status is 0. stdout and stderr must be exactly as shown, but
`...` stands for any text within a line, and alone on a line for any lines. A command goes on over lines that end in a
backslash. The path of the case's folder is printed as FOLDER; nothing else is changed. Beside the usual commands there is

    bounded SECONDS MEGABYTES COMMAND...     runs the command; status 99 and a sentence when it took more of either

Run it with BRIEFPACK=path/to/briefpack. Arguments are file names to run alone; --update writes what was printed into the
files in place of what did not fit. The machine's locale and colours are off.
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("BRIEFPACK")
TIME_LIMIT = 300  # seconds for one command; a longer run is a hang

BOUNDED = """#!/usr/bin/python3
import resource, subprocess, sys, time
seconds, megabytes = float(sys.argv[1]), float(sys.argv[2])
start = time.monotonic()
status = subprocess.run(sys.argv[3:], check=False).returncode
took, peak = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
if took > seconds or peak > megabytes:
    sys.exit(print(f"took {took:.1f} s and {peak:.0f} MiB", file=sys.stderr) or 99)
sys.exit(status)
"""


@dataclass
class Command:
    """One `$ ` line and what is expected of it. `first` and `last` are the lines of the file that hold the expectation."""
    text: str
    first: int
    last: int
    expected: list = field(default_factory=list)


@dataclass
class Case:
    title: str
    line: int
    steps: list = field(default_factory=list)  # Command, or (file name, contents)


def read_cases(text):
    """The cases of one file, in order. A heading without a console fence is no case."""
    cases = [Case("", 1)]
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        heading = re.match(r"#+ (.*)", lines[at])
        fence = re.match(r"(```+)(\w*) ?(.*)$", lines[at])
        at += 1
        if heading:
            cases.append(Case(heading.group(1), at))
        elif fence:
            end = lines.index(fence.group(1), at)
            body = lines[at:end]
            if fence.group(2) == "console":
                cases[-1].steps += read_commands(body, at)
            elif fence.group(3):
                cases[-1].steps.append((fence.group(3), "".join(line + "\n" for line in body)))
            at = end + 1
    return [case for case in cases if any(isinstance(step, Command) for step in case.steps)]


def read_commands(body, offset):
    commands = []
    at = 0
    while at < len(body):
        if not body[at].startswith("$ "):
            raise ValueError(f"line {offset + at + 1}: a console fence starts with a command, not {body[at]!r}")
        text = body[at][2:]
        while text.endswith("\\"):
            at += 1
            text += "\n" + body[at]
        at += 1
        command = Command(text, offset + at, offset + at)
        while at < len(body) and not body[at].startswith("$ "):
            command.expected.append(body[at])
            at += 1
        command.last = offset + at
        commands.append(command)
    return commands


def printed_lines(text, prefix=""):
    """Output as lines of an expectation; a last line without its end says so."""
    if not text:
        return []
    lines = text.split("\n")
    if lines[-1]:
        lines.append("(no line end)")
    else:
        lines.pop()
    return [prefix + line for line in lines]


def fits(expected, actual):
    """Whether the lines `actual` are those `expected`, in which `...` stands for any text or, alone, for any lines."""
    pattern = "".join(r"(?:[^\n]*\n)*?" if line.strip() == "..." else re.escape(line).replace(r"\.\.\.", r"[^\n]*") + r"\n"
                      for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def fits_outcome(expected, actual):
    """Compares stdout, stderr and exit status, each by itself, as their order on the terminal is not kept."""
    def parts(lines):
        status = [line for line in lines if line.startswith("=> ")] or ["=> 0"]
        stderr = [line[3:] for line in lines if line.startswith("2> ") or line == "2>"]
        stdout = [line for line in lines if not line.startswith(("2> ", "=> ")) and line != "2>"]
        return stdout, stderr, status
    return all(fits(*pair) for pair in zip(parts(expected), parts(actual)))


class Folder:
    """A case's folder, and commands run in it."""

    def __init__(self):
        self._directory = tempfile.TemporaryDirectory(prefix="briefpack-")
        base = Path(self._directory.name).resolve()
        self.path = base / "case"
        tools = base / "tools"
        self.path.mkdir()
        tools.mkdir()
        for name in ("inputs", "templates"):
            (self.path / name).symlink_to(ROOT / name)
        for file in (HERE / "files").iterdir():
            self.write(file.name, file.read_text(encoding="utf-8"))
        (tools / "briefpack").symlink_to(Path(PROGRAM).resolve())
        (self.path / "scripts").mkdir()
        (self.path / "scripts/run").symlink_to(tools / "briefpack")
        (tools / "bounded").write_text(BOUNDED, encoding="utf-8")
        (tools / "bounded").chmod(0o755)
        keep = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS") or name == "HOME"}
        self._environment = {**keep, "PATH": f"{tools}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def write(self, name, contents):
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(contents, encoding="utf-8")

    def run(self, command):
        """What the command printed, as the lines of an expectation."""
        done = subprocess.run(["bash", "-c", command], cwd=self.path, env=self._environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=TIME_LIMIT, check=False)
        shown = [raw.decode("utf-8", "backslashreplace").replace(str(self.path), "FOLDER") for raw in (done.stdout, done.stderr)]
        status = [f"=> {done.returncode}"] if done.returncode else []
        return printed_lines(shown[0]) + printed_lines(shown[1], "2> ") + status

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._directory.cleanup()


def outcomes(case):
    """Runs a case: each command with what it printed."""
    with Folder() as folder:
        for step in case.steps:
            if isinstance(step, Command):
                yield step, folder.run(step.text)
            else:
                folder.write(*step)


def test_of(path, case):
    def test(self):
        if not PROGRAM:
            self.skipTest("BRIEFPACK is not set: the command was not run")
        for command, actual in outcomes(case):
            if not fits_outcome(command.expected, actual):
                self.fail(f"{path.name}:{command.first}: $ {command.text}\n--- expected\n" + "\n".join(command.expected) +
                          "\n--- printed\n" + "\n".join(actual))
    return test


def update(path):
    """Rewrites what did not fit. Read the change before you keep it."""
    lines = path.read_text(encoding="utf-8").split("\n")
    changes = []
    for case in read_cases("\n".join(lines)):
        for command, actual in outcomes(case):
            if not fits_outcome(command.expected, actual):
                changes.append((command, actual))
    for command, actual in reversed(changes):
        lines[command.first:command.last] = actual
        print(f"{path.name}:{command.first}: updated")
    path.write_text("\n".join(lines), encoding="utf-8")


class Runner(unittest.TestCase):
    """The runner itself, so that a test that cannot fail is noticed."""

    def test_reads_files_commands_and_expectations(self):
        cases = read_cases("# One\n\n```json a.json\n{}\n```\n\n```console\n$ cat \\\n  a.json\n{}\n$ false\n=> 1\n```\n## Two\n\ntext\n")
        self.assertEqual([case.title for case in cases], ["One"])
        file, first, second = cases[0].steps
        self.assertEqual(file, ("a.json", "{}\n"))
        self.assertEqual((first.text, first.expected), ("cat \\\n  a.json", ["{}"]))
        self.assertEqual((second.text, second.expected), ("false", ["=> 1"]))

    def test_dots_stand_for_any_text_or_any_lines(self):
        self.assertTrue(fits(["a ... c", "...", "d"], ["a bb c", "x", "y", "d"]))
        self.assertTrue(fits(["...", "d"], ["d"]))
        self.assertFalse(fits(["a ... c"], ["a b d"]))
        self.assertFalse(fits(["a"], ["a", "b"]))
        self.assertFalse(fits(["a.c"], ["abc"]))

    def test_streams_and_status_are_told_apart(self):
        self.assertTrue(fits_outcome(["out", "2> err", "=> 1"], ["out", "2> err", "=> 1"]))
        self.assertFalse(fits_outcome(["out"], ["2> out"]))
        self.assertFalse(fits_outcome([], ["=> 1"]))
        self.assertFalse(fits_outcome(["=> 1"], []))

    def test_a_line_without_its_end_shows(self):
        self.assertEqual(printed_lines("a\nb"), ["a", "b", "(no line end)"])
        self.assertEqual(printed_lines("a\n\n"), ["a", ""])


class Commands(unittest.TestCase):
    pass


def add_tests(paths):
    for path in paths:
        for number, case in enumerate(read_cases(path.read_text(encoding="utf-8")), 1):
            name = re.sub(r"\W+", "_", f"test_{path.stem}_{number}_{case.title}").strip("_")
            setattr(Commands, name, test_of(path, case))


if __name__ == "__main__":
    everything = [*sorted(HERE.glob("*.md")), ROOT / "README.md"]
    named = [Path(argument).name for argument in sys.argv[1:] if argument.endswith(".md")]
    files = [file for file in everything if not named or file.name in named]
    if "--update" in sys.argv:
        for each in files:
            update(each)
        sys.exit(0)
    add_tests(files)
    unittest.main(argv=[sys.argv[0], *(argument for argument in sys.argv[1:] if not argument.endswith(".md"))])
