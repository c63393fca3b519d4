"""What the tests of the command line share: the built program, a small project, a crippled home."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("DOSTYK_BINARY", str(ROOT / "build/dev/dostyk"))
BUNDLED = ROOT / "data/kz-kg"

TEXT = {"en": "T", "kk": "T", "ky": "T", "ru": "T"}
PROJECT = {"countries": ["KZ", "KG"], "default_pack": "enriched", "format": "dostyk-project",
           "id": "test", "name": TEXT, "packs": ["strict", "enriched"], "version": 1,
           "view": {"lat": 43, "lon": 75, "zoom": 6}}


def claim(value, **more):
    return {"sources": ["paper"], "value": value, **more}


def entity(kind, name, /, pack="strict", **fields):
    fields.setdefault("name", [claim(TEXT)])
    return {"fields": fields, "format": "dostyk-entity", "id": name, "kind": kind, "pack": pack,
            "version": 1}


PAPER = {"fields": {"title": [{"value": "P"}], "url": [{"value": "u"}]},
         "format": "dostyk-entity", "id": "paper", "kind": "source", "pack": "strict", "version": 1}


class Case(unittest.TestCase):
    """A test with a folder of its own that goes when it ends."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dostyk-test-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def environment(self, lang="en_GB.UTF-8"):
        """With settings and working stores of the test's own."""
        return {**os.environ, "LC_ALL": "", "LC_MESSAGES": "", "LANG": lang,
                "XDG_CONFIG_HOME": str(self.folder / "config"),
                "XDG_STATE_HOME": str(self.folder / "state")}

    def run_dostyk(self, *arguments, lang="en_GB.UTF-8", env=None, given=None, cwd=None,
                   timeout=120):
        environment = {**self.environment(lang), **(env or {})}
        return subprocess.run([BINARY, *map(str, arguments)], env=environment, timeout=timeout,
                              capture_output=True, text=True, input=given, cwd=cwd)

    def project(self, *entities):
        """A folder with a sound project and the given entities."""
        folder = self.folder / "p"
        self.write(folder / "project.json", PROJECT)
        for each in (PAPER, entity("goal", "g"), *entities):
            self.write(folder / each["kind"] / f"{each['id']}.json", each)
        return folder

    def write(self, path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, "utf-8")
        return path

    def home(self, *without):
        """A copy of the program's files, by links, without some of them."""
        home = self.folder / "home"
        for name in ("assets", "maps", "data"):
            shutil.copytree(ROOT / name, home / name, copy_function=os.symlink,
                            ignore=shutil.ignore_patterns("screenshots"))
        for name in without:
            path = home / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return home

    def snapshot(self, folder):
        return {str(path.relative_to(folder)): path.read_bytes()
                for path in sorted(folder.rglob("*")) if path.is_file()}

    def assert_fails(self, result, code, words):
        """One clear sentence on standard error, nothing on standard output, the right exit code."""
        self.assertEqual(result.returncode, code, result)
        self.assertIn(words, result.stderr)
        self.assertEqual(result.stdout, "")
        self.assertNotIn("{", result.stderr.replace("{kk", ""))


# What files of the formats that `export` writes are called.
SUFFIX = {"geojson": ".geojson", "gpkg": ".gpkg", "kml": ".kml", "csv": ".csv", "xlsx": ".xlsx",
          "ics": ".ics"}


class ExportCase(Case):
    """A test of what is exported."""

    def export(self, project, form, *more, out=None, code=0):
        out = out or self.folder / ("out" + SUFFIX.get(form, ""))
        result = self.run_dostyk("export", project, "--format", form, "--out", out, *more)
        self.assertEqual(result.returncode, code, result)
        return out, result
