#!/usr/bin/python3
"""The checks of the tree find the faults that are planted for them."""
import importlib.util
import json
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Tree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)

    def put(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path


class Layers(Tree):
    def setUp(self):
        super().setUp()
        self.put("CMakeLists.txt", "dostyk_module(core LIBS fmt::fmt)\ndostyk_module(geo DEPENDS core)\n")

    def test_an_upward_include_is_found(self):
        self.put("src/core/a.hpp", '#include "geo/b.hpp"\n')
        self.assertEqual(len(load("check_layers").faults(self.root)), 1)

    def test_a_downward_include_passes(self):
        self.put("src/geo/a.hpp", '#include "core/b.hpp"\n#include <vector>\n')
        self.assertEqual(load("check_layers").faults(self.root), [])

    def test_a_fenced_library_is_found(self):
        self.put("src/geo/a.hpp", "#include <ogr_api.h>\n")
        self.assertEqual(len(load("check_layers").faults(self.root)), 1)

    def test_an_unknown_module_is_found(self):
        self.put("src/misc/a.hpp", "\n")
        self.assertEqual(len(load("check_layers").faults(self.root)), 1)


class Tests(Tree):
    def test_a_source_without_a_test_is_found_and_an_empty_test_too(self):
        check = load("check_tests")
        check.ELSEWHERE = {}
        self.put("src/core/a.cpp", "")
        self.assertEqual(len(check.faults(self.root)), 1)
        self.put("tests/core/a_test.cpp", "TEST_CASE {}")
        self.assertEqual(len(check.faults(self.root)), 1)
        self.put("tests/core/a_test.cpp", "CHECK(1 == 1);")
        self.assertEqual(check.faults(self.root), [])


class Style(Tree):
    def faults(self, name, text):
        return load("check_style").faults_of(self.put(name, text), name)

    def test_each_fault_is_named(self):
        self.assertIn("CRLF", self.faults("a.cpp", "x\r\n")[0])
        self.assertIn("tab", self.faults("a.cpp", "\tx\n")[0])
        self.assertIn("blanks", self.faults("a.cpp", "x \n")[0])
        self.assertIn("newline", self.faults("a.cpp", "x")[0])
        self.assertIn("401 lines", self.faults("a.cpp", "x\n" * 401)[0])
        self.assertEqual(self.faults("a.cpp", "x\n" * 400), [])


class Strings(Tree):
    def write(self, **changes):
        for code in ("kk", "ky", "ru", "en"):
            table = {"a": f"{{count}} {code}"} | changes.get(code, {})
            table = {key: text for key, text in table.items() if text is not None}
            self.put(f"assets/strings/{code}.json",
                     json.dumps(table, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        (self.root / "src").mkdir(exist_ok=True)
        return load("check_strings").faults(self.root)

    def test_whole_tables_pass(self):
        self.assertEqual(self.write(), [])

    def test_a_missing_language_is_found(self):
        self.assertIn("ky.json: a is missing", self.write(ky={"a": None})[0])

    def test_a_place_that_one_language_forgot_is_found(self):
        self.assertIn("other places", self.write(ru={"a": "нет"})[0])

    def test_a_key_that_no_table_has_is_found(self):
        self.put("src/core/a.cpp", 'tr(language, "no.such"); tr(language, "a");')
        self.assertEqual(len(self.write()), 1)


class Setup(Tree):
    def test_nothing_is_done_when_all_is_there(self):
        listed = self.put("list.txt", "# a comment\nbash\n")
        done = subprocess.run([ROOT / "tools" / "setup", listed], capture_output=True, text=True, check=True)
        self.assertIn("are installed", done.stdout)


if __name__ == "__main__":
    unittest.main()
