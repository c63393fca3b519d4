#!/usr/bin/python3
"""tools/run opens what it is asked to: the bundled project, or a demonstration by its name."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Run(unittest.TestCase):
    def setUp(self):
        """A tree in which building does nothing and the program says how it was called."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name, text in (("tools/setup", "true"), ("tools/build", "true"),
                           ("build/release/dostyk", 'echo "$@"')):
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"#!/bin/sh\n{text}\n")
            path.chmod(0o755)
        shutil.copy(ROOT / "tools/run", self.root / "tools/run")
        for project in ("kz-kg", "demo-forum"):
            folder = self.root / "data" / project
            folder.mkdir(parents=True)
            (folder / "project.json").write_text("{}")

    def run_tool(self, *arguments, display=""):
        return subprocess.run([self.root / "tools/run", *arguments], capture_output=True, text=True,
                              env={**os.environ, "DISPLAY": display})

    def test_without_a_display_the_contents_and_the_opening_view_follow(self):
        for arguments, project in (([], "data/kz-kg"), (["--demo", "forum"], "data/demo-forum")):
            lines = self.run_tool(*arguments).stdout.splitlines()
            self.assertIn(f"describe {project}", lines)
            self.assertIn(f"render {project} --out out/opening-view.png --size 1920x1080 --legend",
                          lines)

    def test_with_a_display_the_window_opens(self):
        self.assertEqual(self.run_tool(display=":9").stdout.strip(), "")
        self.assertEqual(self.run_tool("--demo", "forum", display=":9").stdout.strip(),
                         "--project data/demo-forum")

    def test_arguments_go_to_the_program(self):
        self.assertEqual(self.run_tool("validate", "data/kz-kg").stdout.strip(),
                         "validate data/kz-kg")
        self.assertEqual(self.run_tool("--demo", "forum", "--lang", "ky").stdout.strip(),
                         "--project data/demo-forum --lang ky")

    def test_a_demonstration_that_is_not_there_is_refused_with_those_that_are(self):
        for arguments in (["--demo", "summit"], ["--demo"]):
            result = self.run_tool(*arguments)
            self.assertEqual(result.returncode, 2)
            self.assertIn("one of: forum", result.stderr)
            self.assertEqual(result.stdout, "")


if __name__ == "__main__":
    unittest.main()
