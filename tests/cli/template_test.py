"""dostyk template: empty tables that an import understands, and those that are shipped."""
import json
import unittest

from support import ROOT, Case

NAMES = {"delegations": "delegation", "sessions": "session", "venues": "venue", "sites": "project",
         "posts": "post", "requests": "b2b_request"}


class Template(Case):
    def test_the_shipped_ones_are_what_the_program_writes(self):
        for name in NAMES:
            with self.subTest(name=name):
                result = self.run_dostyk("template", name, "--out", self.folder)
                self.assertEqual(result.returncode, 0, result)
                for ending in ("xlsx", "csv"):
                    shipped = ROOT / f"data/templates/{name}.{ending}"
                    self.assertEqual((self.folder / shipped.name).read_bytes(), shipped.read_bytes())

    def test_a_filled_one_is_imported(self):
        project = self.project()
        self.run_dostyk("template", "venues", "--out", self.folder)
        path = self.folder / "venues.csv"
        cells = {"name_kk": "Зал", "name_ky": "Зал", "name_ru": "Зал", "name_en": "Hall", "country": "KZ",
                 "capacity": "40", "lat": "51,13", "lon": "71,43", "precision": "settlement"}
        headings = path.read_text("utf-8-sig").strip().split(";")
        self.assertLessEqual(set(cells), set(headings))
        with path.open("a", encoding="utf-8") as out:
            out.write(";".join(cells.get(heading, "") for heading in headings) + "\r\n")
        result = self.run_dostyk("import", path, "--into", project, "--json")
        self.assertEqual(result.returncode, 0, result)
        report = json.loads(result.stdout)
        self.assertEqual((report["kind"], report["counts"]["insert"]), ("venue", 1))

    def test_an_empty_one_has_no_rows(self):
        project = self.project()
        self.run_dostyk("template", "sessions", "--out", self.folder)
        for ending in ("xlsx", "csv"):
            result = self.run_dostyk("import", self.folder / f"sessions.{ending}", "--into", project)
            self.assert_fails(result, 3, "no rows")

    def test_another_kind_and_wrong_use(self):
        self.assertEqual(self.run_dostyk("template", "person", "--out", self.folder).returncode, 0)
        self.assertTrue((self.folder / "person.xlsx").exists())
        self.assertEqual(self.run_dostyk("template", "castle").returncode, 2)
        self.assertEqual(self.run_dostyk("template").returncode, 2)


if __name__ == "__main__":
    unittest.main()
