"""dostyk import FILE: rows of foreign files become entities, in one step, or are refused by name."""
import json
import os
import subprocess
import unittest

from support import BINARY, TEXT, Case, claim, entity

HALLS = "name_kk;name_ky;name_ru;name_en;city_kk;city_ky;city_ru;city_en;capacity;lat;lon\n"
ASTANA = "Астана;Астана;Астана;Astana"
GOOD = HALLS + f"Зал;Зал;Зал А;Hall A;{ASTANA};400;51,13;71,43\n"


class Import(Case):
    def setUp(self):
        super().setUp()
        self.target = self.project(entity("venue", "old", name=[claim({**TEXT, "ru": "Старый зал"})]))

    def bring(self, content, *arguments, name="halls.csv"):
        path = self.write(self.folder / name, content)
        return self.run_dostyk("import", path, "--into", self.target, *arguments)

    def report(self, content, *arguments, code=0, name="halls.csv"):
        result = self.bring(content, "--json", *arguments, name=name)
        self.assertEqual(result.returncode, code, result)
        return json.loads(result.stdout)

    def verdicts(self, report):
        return [row["verdict"] for row in report["rows"]]

    def codes(self, row):
        return [each["code"] for each in row["findings"]]

    def edit(self, *commands):
        result = subprocess.run(
            [BINARY, "edit", str(self.target)], input="".join(json.dumps(each) + "\n" for each in commands),
            env={**os.environ, "XDG_CONFIG_HOME": str(self.folder / "config"),
                 "XDG_STATE_HOME": str(self.folder / "state")}, capture_output=True, text=True, timeout=60)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_rows_become_entities_in_one_step_that_undo_takes_back(self):
        [before] = self.edit({"command": "hash"})
        report = self.report(GOOD)
        self.assertEqual((report["kind"], report["kind_guessed"]), ("venue", True))
        self.assertEqual(self.verdicts(report), ["insert"])
        self.assertTrue(report["applied"])
        self.assertTrue(report["confined"])
        validated = self.run_dostyk("validate", self.target, "--json")
        self.assertEqual(validated.returncode, 0, validated)
        self.run_dostyk("export", self.target, "--format", "json")
        made = json.loads((self.target / "venue/hall-a.json").read_text())
        self.assertEqual(made["fields"]["capacity"][0]["value"], 400)
        self.assertEqual(made["fields"]["place"][0]["value"]["lat"], 51.13)
        self.assertEqual(made["fields"]["name"][0]["sources"], [report["source"]])
        undone, after = self.edit({"command": "undo"}, {"command": "hash"})
        self.assertTrue(undone["ok"])
        self.assertEqual(after["hash"], before["hash"])

    def test_a_look_ahead_changes_nothing(self):
        before = self.snapshot(self.target)
        report = self.report(GOOD, "--dry-run")
        self.assertEqual(self.verdicts(report), ["insert"])
        self.assertFalse(report["applied"])
        self.assertEqual(self.snapshot(self.target), before)
        self.assertFalse((self.folder / "state/dostyk/import-columns.tsv").exists())
        self.assertEqual(self.verdicts(self.report(GOOD)), ["insert"])

    def test_the_same_file_again_changes_nothing(self):
        self.report(GOOD)
        again = self.report(GOOD)
        self.assertEqual(self.verdicts(again), ["same"])
        self.assertFalse(again["applied"])

    def test_mistakes_are_named_with_row_and_column_and_the_rest_is_imported(self):
        bad = GOOD + "Б;Б;Зал Б;Hall B;;;;;много;51;71\n;;;;;;Ош;;5;;\nВ;В;Зал В;Hall C;;;;;;71,4;51,1\n"
        report = self.report(bad, code=1)
        self.assertEqual(self.verdicts(report), ["insert", "refused", "refused", "refused"])
        wrong = report["rows"][1]
        self.assertEqual(wrong["row"], 3)
        self.assertEqual(wrong["findings"][0]["column"], "capacity")
        self.assertEqual(self.codes(wrong), ["import.cell.no_number"])
        self.assertEqual(self.codes(report["rows"][2]), ["import.row.missing_field"])
        self.assertEqual(self.codes(report["rows"][3]), ["import.cell.place_exchanged"])
        result = self.bring(bad)
        self.assertIn('halls.csv, row 3, column "capacity"', result.stderr)

    def test_an_ambiguous_date_is_never_guessed(self):
        text = "name_ru,date\nОткрытие,01/03/2024\n"
        report = self.report(text, "--as", "session", code=1)
        self.assertEqual(self.codes(report["rows"][0]), ["import.cell.two_dates"])
        for reading in ("2024-03-01", "2024-01-03"):
            self.assertIn(reading, report["rows"][0]["findings"][0]["message"])
        self.assertFalse(report["applied"])
        self.assertEqual(self.verdicts(self.report(text, "--as", "session", "--dates", "day-first")),
                         ["insert"])
        self.run_dostyk("export", self.target, "--format", "json")
        [made] = (self.target / "session").glob("*.json")
        self.assertIn('"2024-03-01"', made.read_text())

    def test_months_are_read_in_four_languages(self):
        rows = ["1 марта 2024 г.", "2024 жылғы 1 наурыз", "2024-жылдын 1-марты", "March 1, 2024"]
        text = "name_ru;date\n" + "".join(f"Сессия {i};{row}\n" for i, row in enumerate(rows))
        self.assertEqual(self.verdicts(self.report(text, "--as", "session")), ["insert"] * 4)
        self.run_dostyk("export", self.target, "--format", "json")
        for made in (self.target / "session").glob("*.json"):
            self.assertIn('"2024-03-01"', made.read_text())

    def test_the_same_name_is_proposed_for_merging(self):
        report = self.report("name_ru;capacity\nСТАРЫЙ ЗАЛ;50\n", "--as", "venue")
        self.assertEqual(self.verdicts(report), ["change"])
        self.assertEqual(report["rows"][0]["duplicate_of"], "old")
        self.assertEqual(report["rows"][0]["fields"], ["capacity", "name"])

    def test_encodings_and_delimiters_are_found(self):
        rows = "Название;Город;Вместимость\nЗал {};Астана;{}\n"
        for i, encoding in enumerate(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                      "windows-1251")):
            with self.subTest(encoding=encoding):
                text = rows.format(chr(ord("А") + i), i + 10)
                report = self.report(text.encode(encoding), name=f"halls{i}.csv")
                self.assertEqual(self.verdicts(report), ["insert"])
        for i, delimiter in enumerate(",;\t|"):
            with self.subTest(delimiter=delimiter):
                text = rows.format(f"Г{i}", i + 50).replace(";", delimiter)
                self.assertEqual(self.verdicts(self.report(text, name=f"d{i}.csv", code=0)), ["insert"])

    def test_every_format_is_read(self):
        from osgeo import gdal, ogr, osr
        gdal.UseExceptions()
        zone = osr.SpatialReference()
        zone.ImportFromEPSG(32643)
        for i, (driver, ending) in enumerate((("XLSX", "xlsx"), ("ODS", "ods"), ("GPKG", "gpkg"),
                                              ("ESRI Shapefile", "shp"), ("FlatGeobuf", "fgb"))):
            path = self.folder / f"venues.{ending}"
            source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
            is_sheet = ending in ("xlsx", "ods")
            layer = source.CreateLayer("venues", None if is_sheet else zone,
                                       ogr.wkbNone if is_sheet else ogr.wkbPoint,
                                       ["ENCODING=UTF-8"] if ending == "shp" else [])
            layer.CreateField(ogr.FieldDefn("name_ru", ogr.OFTString))
            layer.CreateField(ogr.FieldDefn("capacity", ogr.OFTInteger))
            row = ogr.Feature(layer.GetLayerDefn())
            row["name_ru"], row["capacity"] = f"Зал {ending}", 7
            if not is_sheet:
                row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (475570 4761450)"))
            layer.CreateFeature(row)
            del row, layer, source
            with self.subTest(format=ending):
                result = self.run_dostyk("import", path, "--into", self.target, "--json")
                self.assertEqual(result.returncode, 0, result)
                self.assertEqual(self.verdicts(json.loads(result.stdout)), ["insert"])
        point = {"type": "Feature", "properties": {"name_ru": "Зал geojson", "capacity": 1},
                 "geometry": {"type": "Point", "coordinates": [74.6, 42.9]}}
        self.assertEqual(self.verdicts(self.report({"type": "FeatureCollection", "features": [point]},
                                                   name="venues.geojson")), ["insert"])
        kml = ("<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Placemark><name>Зал kml</name>"
               "<Point><coordinates>74.6,42.9</coordinates></Point></Placemark></Document></kml>")
        self.assertEqual(self.verdicts(self.report(kml, "--as", "venue", name="a.kml")), ["insert"])
        gpx = ("<gpx version='1.1' creator='x' xmlns='http://www.topografix.com/GPX/1/1'>"
               "<wpt lat='42.9' lon='74.6'><name>Зал gpx</name></wpt></gpx>")
        self.assertEqual(self.verdicts(self.report(gpx, "--as", "venue", name="a.gpx")), ["insert"])
        ics = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
               "SUMMARY:Открытие\r\nDTSTART;TZID=Asia/Almaty:20261124T090000\r\n"
               "DTEND;TZID=Asia/Almaty:20261124T103000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        report = self.report(ics, name="visit.ics")
        self.assertEqual((report["kind"], self.verdicts(report)), ("session", ["insert"]))
        self.run_dostyk("export", self.target, "--format", "json")
        [made] = (self.target / "session").glob("*.json")
        self.assertIn("2026-11-24T09:00+05:00/2026-11-24T10:30+05:00", made.read_text())

    def test_what_is_refused_whole_has_a_reason(self):
        before = self.snapshot(self.target)
        cases = {"a.vrt": ("<x/>", "import.unknown_ending"), "b.csv": (b"\x89PNG\0\0", "import.no_text"),
                 "c.xlsx": ("no zip", "import.no_archive"), "d.csv": ("name\n", "import.no_rows"),
                 "e.csv": ("Qa;Qb\n1;2\n", "import.kind_unknown")}
        for name, (content, code) in cases.items():
            with self.subTest(name=name):
                report = self.report(content, name=name, code=3)
                self.assertEqual((report["refused"], report["code"]), (True, code))
                self.assertTrue(report["message"].strip())
                result = self.bring(content, name=name)
                self.assert_fails(result, 3, name)
        self.assertEqual(self.snapshot(self.target), before)
        result = self.run_dostyk("import", self.folder / "none.csv", "--into", self.target)
        self.assert_fails(result, 3, "none.csv")
        result = self.run_dostyk("import", self.folder / "d.csv", "--into", self.folder / "no", "--as", "venue")
        self.assertEqual(result.returncode, 3)
        result = self.bring(GOOD, "--as", "layer")
        self.assertEqual(result.returncode, 3)

    def test_a_missing_coordinate_system_is_asked_for(self):
        from osgeo import ogr
        path = self.folder / "venues.shp"
        source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
        layer = source.CreateLayer("venues", None, ogr.wkbPoint)
        layer.CreateField(ogr.FieldDefn("name_en", ogr.OFTString))
        row = ogr.Feature(layer.GetLayerDefn())
        row["name_en"] = "Hall"
        row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (475570 4761450)"))
        layer.CreateFeature(row)
        del row, layer, source
        result = self.run_dostyk("import", path, "--into", self.target)
        self.assert_fails(result, 3, "--crs")
        result = self.run_dostyk("import", path, "--into", self.target, "--crs", "EPSG:32643")
        self.assertEqual(result.returncode, 0, result)

    def test_wrong_use_is_told(self):
        path = self.write(self.folder / "a.csv", GOOD)
        for arguments in ([path], ["--into", self.target], [path, "--into", self.target, "--as", "castle"],
                          [path, "--into", self.target, "--dates", "whenever"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.run_dostyk("import", *arguments).returncode, 2)

    def test_naughty_texts_are_kept_to_the_letter(self):
        naughty = ["'; DROP TABLE entity; --", "<script>alert(1)</script>", "\u202etest\u202c", "Ω≈ç√∫",
                   "=cmd|' /C calc'!A0", "../../etc/passwd", "null", "𝕬𝖓𝖓𝖆", "a\tb", "{0}", "%s%n"]
        rows = "".join('"Зал {}";"{}"\n'.format(i, text.replace('"', '""')) for i, text in enumerate(naughty))
        report = self.report("name_ru;zone\n" + rows, "--as", "venue")
        self.assertEqual(self.verdicts(report), ["insert"] * len(naughty))
        self.run_dostyk("export", self.target, "--format", "json")
        kept = {json.loads(path.read_text())["fields"]["zone"][0]["value"]
                for path in (self.target / "venue").glob("zal-*.json")}
        self.assertEqual(kept, set(naughty))

    def test_columns_are_remembered(self):
        self.report(GOOD)
        memory = (self.folder / "state/dostyk/import-columns.tsv").read_text()
        self.assertIn("venue\t", memory)


if __name__ == "__main__":
    unittest.main()
