#!/usr/bin/env python3
"""Holds the workflows of docs/ci.md: they are YAML, their commands are shell, and what they call exists.

The options are looked up in the program's own help when the environment variable BRIEFPACK names it.
"""

import os
import re
import subprocess
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
WORKFLOWS = [yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)]
PROGRAM = os.environ.get("BRIEFPACK")


def github():
    return WORKFLOWS[0]["jobs"]["pack"]


def gitlab():
    return WORKFLOWS[1]["pack"]


def commands():
    """Each workflow's shell script as one text."""
    return ["\n".join(step["run"] for step in github()["steps"] if "run" in step), "\n".join(gitlab()["script"])]


class Workflows(unittest.TestCase):
    def test_there_are_two(self):
        self.assertEqual(len(WORKFLOWS), 2)

    def test_both_run_on_bare_debian(self):
        self.assertEqual(github()["container"], "debian:12")
        self.assertEqual(gitlab()["image"], "debian:12")

    def test_the_commands_are_shell(self):
        for script in commands():
            run = subprocess.run(["bash", "-n"], input=script.encode(), capture_output=True, check=False)
            self.assertEqual((run.returncode, run.stderr), (0, b""), script)

    def test_they_check_build_twice_compare_and_keep(self):
        for script in commands():
            steps = re.findall(r"scripts/run (check|build)|\b(cmp)\b", script)
            self.assertEqual([first or second for first, second in steps], ["check", "build", "build", "cmp"])
        self.assertEqual(github()["steps"][-1]["with"]["path"], "out/")
        self.assertEqual(gitlab()["artifacts"]["paths"], ["out/"])

    def test_the_scripts_and_inputs_exist(self):
        for script in commands():
            for path in re.findall(r"scripts/\w+", script):
                self.assertTrue(os.access(ROOT / path, os.X_OK), path)
        for variables in (github()["env"], gitlab()["variables"]):
            for path in variables.values():
                self.assertTrue((ROOT / path).is_file(), path)

    def test_the_program_knows_the_options(self):
        if not PROGRAM:
            self.skipTest("BRIEFPACK is not set: its options were not looked up")
        for script in commands():
            for command, options in re.findall(r"scripts/run (check|build)([^\n]*)", script):
                run = subprocess.run([PROGRAM, command, "--help"], capture_output=True, check=True)
                known = re.findall(r"--?[a-z]+", run.stdout.decode("utf-8"))
                for option in re.findall(r" (--?[a-z]+)", options):
                    self.assertIn(option, known)


if __name__ == "__main__":
    unittest.main()
