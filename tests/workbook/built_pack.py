"""The pack that the tests of this folder look at: inputs/korea-ai.json, built by the program under test into a new folder."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
METRICS = ROOT / "inputs" / "korea-ai.json"


class BuiltPack:
    """Paths of one build's outputs; the folder is removed at the end of the `with` block."""

    def __init__(self, *arguments, metrics=METRICS, environment=None, working_folder=None):
        self.arguments = arguments
        self.metrics = metrics
        self.environment = environment or {}
        self.working_folder = working_folder

    def __enter__(self):
        program = os.environ.get("BRIEFPACK")
        if not program or not Path(program).is_file():
            raise SystemExit("BRIEFPACK must name the program under test")
        self._folder = tempfile.TemporaryDirectory(prefix="briefpack-workbook-")
        self.folder = Path(self._folder.name)
        run = subprocess.run(
            [program, "build", str(self.metrics), "-o", str(self.folder), "--name", "pack", *self.arguments],
            capture_output=True, text=True, timeout=300, cwd=self.working_folder or ROOT,
            env={**os.environ, **self.environment})
        if run.returncode != 0:
            raise SystemExit(f"the build ended with {run.returncode}:\n{run.stdout}{run.stderr}")
        self.messages = run.stderr
        self.xlsx = self.folder / "pack.xlsx"
        self.csv = self.folder / "pack.csv"
        self.manifest = json.loads((self.folder / "pack.manifest.json").read_text(encoding="utf-8"))
        return self

    def __exit__(self, *failure):
        self._folder.cleanup()


class Checks:
    """Collects what does not hold; `done` prints all of it and gives the exit code."""

    def __init__(self):
        self.count = 0
        self.faults = []

    def that(self, holds, message):
        self.count += 1
        if not holds:
            self.faults.append(message)

    def equal(self, found, wanted, what):
        self.that(found == wanted, f"{what}: found {found!r}, expected {wanted!r}")

    def done(self):
        for fault in self.faults[:50]:
            print("FAILED:", fault)
        if self.count == 0:
            print("FAILED: nothing was checked")
        print(f"{self.count} checks, {len(self.faults)} failed")
        return 1 if self.faults or self.count == 0 else 0
