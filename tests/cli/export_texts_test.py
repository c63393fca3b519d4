"""dostyk export: texts that break programs which take letters for granted."""
import csv
import json
import sqlite3
import unittest
import xml.etree.ElementTree as ET

import openpyxl

from support import ROOT, ExportCase, claim, entity

KML = "{http://www.opengis.net/kml/2.2}"


class Texts(ExportCase):
    def naughty_project(self):
        """Every naughty string in each kind of text field; the entities by string."""
        strings = json.loads((ROOT / "tests/cli/naughty/blns.json").read_text("utf-8"))
        strings = [each for each in strings if each] + ["\x01\x1f\x7f\ufffe\uffff", "_x0041_", "'=1"]
        entities = []
        for i, word in enumerate(strings):
            four = dict.fromkeys(("en", "kk", "ky", "ru"), word)
            entities.append(entity(
                "project", f"p{i}", name=[claim(four)], description=[claim(four, note=four)],
                tags=[claim([word, "x"])], aliases=[claim([word])], timeline=[claim([four, four])],
                action=[claim(four)]))
            entities.append({"fields": {"title": [{"value": word}], "url": [{"value": word}],
                                        "publisher": [{"value": word}]}, "format": "dostyk-entity",
                             "id": f"s{i}", "kind": "source", "pack": "strict", "version": 1})
            entities.append(entity("person", f"n{i}", name=[claim(four)], phone=[claim(word)]))
        return strings, self.project(*entities)

    def test_naughty_strings_survive_where_a_format_holds_them(self):
        strings, project = self.naughty_project()
        first = self.folder / "first"
        self.export(project, "json", out=first)
        store = self.folder / "store.gpkg"
        self.run_dostyk("import", first, "--format", "project", "--into", store)
        second, _ = self.export(store, "json", out=self.folder / "second")
        self.assertEqual(self.snapshot(first), self.snapshot(second))
        for i, word in enumerate(strings):
            fields = json.loads((second / f"project/p{i}.json").read_text("utf-8"))["fields"]
            self.assertEqual(fields["name"][0]["value"]["kk"], word)
            self.assertEqual(fields["timeline"][0]["value"][1]["ky"], word)

        out, told = self.export(store, "geojson", "--audience", "protocol")
        features = {each["id"]: each["properties"]
                    for each in json.loads(out.read_text("utf-8"))["features"]}
        self.assertEqual(told.stderr, "")
        gpkg, told = self.export(store, "gpkg", "--audience", "protocol")
        self.assertEqual(told.stderr, "")
        with sqlite3.connect(gpkg) as database:
            rows = dict(database.execute("SELECT id, description_ru FROM project"))
            phones = dict(database.execute("SELECT id, phone FROM person"))
        raw, told = self.export(store, "csv", "--raw", "--audience", "protocol")
        self.assertEqual(told.stderr, "")
        with open(raw, encoding="utf-8", newline="") as file:
            table = {row["id"]: row for row in csv.DictReader(file)}
        for i, word in enumerate(strings):
            with self.subTest(word=word):
                for cells in (features[f"project/p{i}"], table[f"p{i}"]):
                    self.assertEqual((cells["name_en"], cells["action_ky"]), (word, word))
                self.assertEqual(features[f"source/s{i}"]["publisher"], word)
                self.assertEqual((rows[f"p{i}"], phones[f"n{i}"]), (word, word))
                self.assertEqual(table[f"s{i}"]["title"], word)

    def test_what_a_format_cannot_hold_is_counted(self):
        strings, project = self.naughty_project()
        scope = ("--kind", "person")
        safe, told = self.export(project, "csv", *scope)
        with open(safe, encoding="utf-8-sig", newline="") as file:
            names = {row["id"]: row["name_en"] for row in csv.DictReader(file)}
        guarded = 0
        for i, word in enumerate(strings):
            cell = names[f"n{i}"]
            guarded += cell != word
            self.assertFalse(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), cell)
            self.assertEqual(cell[1:] if cell != word else cell, word)
        self.assertGreater(guarded, 10)
        self.assertIn(str(4 * guarded), told.stderr)

        def is_forbidden(letter):
            return letter < " " and letter not in "\t\n\r" or letter in "\ufffe\uffff"

        def held(word, forbidden):
            return "".join("\ufffd" if forbidden(letter) else letter for letter in word)

        kml, told = self.export(project, "kml", *scope)
        marks = {mark.get("id"): mark.find(f"{KML}name").text
                 for mark in ET.parse(kml).iter(KML + "Placemark")}
        for i, word in enumerate(strings):
            self.assertEqual(marks[f"person.n{i}"], held(word, is_forbidden))
        self.assertIn("U+FFFD", told.stderr)
        xlsx, told = self.export(project, "xlsx", *scope)
        sheet = openpyxl.load_workbook(xlsx)["person"]
        heads = [cell.value for cell in sheet[1]]
        at = {name: heads.index(name) for name in ("id", "name_en")}
        cells = {row[at["id"]]: row[at["name_en"]]
                 for row in sheet.iter_rows(min_row=2, values_only=True)}
        for i, word in enumerate(strings):
            self.assertEqual(cells[f"n{i}"],
                             held(word, lambda letter: letter == "\r" or is_forbidden(letter)))
        self.assertIn("U+FFFD", told.stderr)


if __name__ == "__main__":
    unittest.main()
