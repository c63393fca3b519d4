"""dostyk export: what others' programs read of it, for whom, and nothing that is not for them."""
import csv
import io
import json
import sqlite3
import subprocess
import unittest
import xml.etree.ElementTree as ET
import zipfile

import icalendar
import openpyxl
from osgeo import ogr

from support import BINARY, BUNDLED, SUFFIX, TEXT, ExportCase, claim, entity

ogr.UseExceptions()
KML = "{http://www.opengis.net/kml/2.2}"
POINT = {"type": "point", "lon": 74.5, "lat": 42.875, "precision": "exact"}


def text(word):
    return {code: f"{word} {code}" for code in ("en", "kk", "ky", "ru")}


def site(name, place=None, **fields):
    if place is not None:
        fields["place"] = [claim(place)]
    return entity("project", name, name=[claim(text(name))], **fields)


class Export(ExportCase):
    def features(self, project, *more):
        out, _ = self.export(project, "geojson", *more)
        return {each["id"]: each for each in json.loads(out.read_text("utf-8"))["features"]}

    def everything(self, out):
        """All bytes of an export, unpacked."""
        paths = [path for path in out.rglob("*") if path.is_file()] if out.is_dir() else [out]
        content = b""
        for path in paths:
            content += str(path).encode() + path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    content += b"".join(archive.read(name) for name in archive.namelist())
        return content

    # One format after the other, read by another program

    def test_geojson_has_points_only_where_a_source_locates_something(self):
        project = self.project(
            site("a", POINT), site("b", {"type": "area", "units": ["KG"]}), site("c"),
            site("d", {"type": "border", "units": []}), site("e", {"type": "link", "units": ["KZ"]}))
        features = self.features(project, "--kind", "project")
        self.assertEqual(features["project/a"]["geometry"],
                         {"type": "Point", "coordinates": [74.5, 42.875]})
        for name in "bcde":
            self.assertIsNone(features[f"project/{name}"]["geometry"])
            self.assertNotIn("lon", features[f"project/{name}"]["properties"])
        self.assertEqual(features["project/b"]["properties"]["name_ky"], "b ky")
        self.assertEqual(features["project/b"]["properties"]["place_units"], "KG")
        dataset = ogr.Open(str(self.folder / "out.geojson"))  # its layers do not outlive it
        self.assertEqual(dataset.GetLayer().GetFeatureCount(), 5)

    def test_lines_and_outlines_are_what_they_are_and_outlines_turn_left(self):
        corners = [[74, 42], [74, 43], [75, 43], [75, 42]]  # clockwise
        project = self.project(
            site("a", POINT), site("line", {"type": "line", "coordinates": corners[:2],
                                            "precision": "exact"}),
            site("area", {"type": "polygon", "coordinates": corners, "precision": "exact"}))
        features = self.features(project, "--kind", "project")
        self.assertEqual(features["project/line"]["geometry"],
                         {"type": "LineString", "coordinates": [[74, 42], [74, 43]]})
        self.assertEqual(features["project/area"]["geometry"], {
            "type": "Polygon", "coordinates": [[[74, 42], [75, 42], [75, 43], [74, 43], [74, 42]]]})
        out, _ = self.export(project, "gpkg", "--kind", "project")
        dataset = ogr.Open(str(out))
        kinds = {row.GetField("id"): row.GetGeometryRef().GetGeometryName()
                 for row in dataset.GetLayer("project")}
        self.assertEqual(kinds, {"a": "POINT", "line": "MULTILINESTRING", "area": "MULTIPOLYGON"})
        kml, _ = self.export(project, "kml", "--kind", "project")
        self.assertEqual(len(list(ET.parse(kml).iter(KML + "Polygon"))), 1)

    def test_geopackage_has_a_layer_for_each_kind_and_styles_for_qgis(self):
        project = self.project(site("a", POINT), site("c", cost=[claim({"number": 5, "unit": "USD"})]))
        out, _ = self.export(project, "gpkg", "--lang", "en")
        dataset = ogr.Open(str(out))
        rows = {row.GetField("id"): row for row in dataset.GetLayer("project")}
        self.assertEqual(rows["a"].GetGeometryRef().ExportToWkt(), "POINT (74.5 42.875)")
        self.assertIsNone(rows["c"].GetGeometryRef())
        self.assertEqual(rows["a"].GetField("name"), "a en")
        with sqlite3.connect(out) as database:
            styles = dict(database.execute(
                "SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault = 1 "
                "AND f_geometry_column = 'geom'"))
            self.assertEqual(database.execute(
                "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"
            ).fetchone(), ("attributes",))
        self.assertEqual(set(styles), {"project", "goal", "source"})
        for style in styles.values():
            self.assertEqual(ET.fromstring(style.split("\n", 1)[1]).tag, "qgis")
        self.assertIn('fieldName="name"', styles["project"])

    def test_kml_has_time_spans_and_one_language(self):
        project = self.project(
            site("a", POINT, due=[claim("2030")]),
            entity("meeting", "m", date=[claim("2023-09-22/2023-09-23")]),
            entity("session", "s", date=[claim("2026-11-24T09:00+05:00")]))
        out, _ = self.export(project, "kml", "--lang", "ky")
        root = ET.parse(out)
        marks = {mark.get("id"): mark for mark in root.iter(KML + "Placemark")}
        self.assertEqual(marks["project.a"].find(f"{KML}name").text, "a ky")
        self.assertEqual(marks["project.a"].find(f"{KML}Point/{KML}coordinates").text, "74.5,42.875")
        self.assertIsNone(marks["meeting.m"].find(f"{KML}Point"))
        span = marks["meeting.m"].find(f"{KML}TimeSpan")
        self.assertEqual([each.text for each in span], ["2023-09-22", "2023-09-23"])

    def test_csv_is_one_table_or_one_for_each_kind(self):
        project = self.project(site("a", POINT), site("b"))
        one, _ = self.export(project, "csv")
        rows = list(csv.DictReader(io.StringIO(one.read_text("utf-8-sig"))))
        self.assertEqual([(row["kind"], row["id"]) for row in rows],
                         [("project", "a"), ("project", "b"), ("goal", "g"), ("source", "paper")])
        self.assertEqual((rows[0]["lon"], rows[1]["lon"]), ("74.5", ""))
        said, _ = self.export(project, "csv", "--lang", "ru", "--kind", "project")
        rows = list(csv.DictReader(io.StringIO(said.read_text("utf-8-sig"))))
        self.assertEqual((rows[0]["Название"], rows[0]["Вид"]), ("a ru", "Проект"))
        many, _ = self.export(project, "csv", out=self.folder / "many")
        self.assertEqual({path.name for path in many.iterdir()},
                         {"project.csv", "goal.csv", "source.csv"})

    def test_xlsx_has_a_sheet_for_each_kind_and_numbers_that_are_numbers(self):
        project = self.project(site("a", POINT, cost=[claim({"number": 1.5e9, "unit": "USD"})],
                                    tags=[claim(["=1+1"])]))
        out, _ = self.export(project, "xlsx")
        book = openpyxl.load_workbook(out)
        self.assertEqual(book.sheetnames, ["project", "goal", "source"])
        heads, row = [[cell.value for cell in row] for row in book["project"].iter_rows()]
        cells = dict(zip(heads, row))
        self.assertEqual((cells["cost"], cells["cost_unit"]), (1500000000, "USD"))
        cell = book["project"].cell(2, heads.index("tags") + 1)
        self.assertEqual((cell.value, cell.data_type), ("=1+1", "s"))

    def test_ics_has_the_instants_and_stable_uids(self):
        project = self.project(
            entity("session", "s", venue=[claim("v")],
                   date=[claim("2026-11-24T10:00+05:00/2026-11-24T11:30+05:00")]),
            entity("session", "same", date=[claim("2024-02-28T10:00+06:00")]),
            entity("venue", "v", place=[claim(POINT)], city=[claim(text("City"))]),
            entity("meeting", "m", date=[claim("2024-04-19")]),
            entity("meeting", "year", date=[claim("2024")]))
        out, told = self.export(project, "ics", "--lang", "ru")
        events = {str(each["UID"]): each for each in
                  icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")}
        self.assertEqual(set(events), {"session-s@test.dostyk", "session-same@test.dostyk",
                                       "meeting-m@test.dostyk"})
        session = events["session-s@test.dostyk"]
        self.assertEqual(session["DTSTART"].dt.isoformat(), "2026-11-24T05:00:00+00:00")
        self.assertEqual(session["DTEND"].dt.isoformat(), "2026-11-24T06:30:00+00:00")
        self.assertEqual(str(session["LOCATION"]), "T, City ru")
        self.assertEqual(events["session-same@test.dostyk"]["DTSTART"].dt.isoformat(),
                         "2024-02-28T04:00:00+00:00")
        self.assertEqual(events["meeting-m@test.dostyk"]["DTSTART"].dt.isoformat(), "2024-04-19")
        self.assertIn("1", told.stderr)
        self.assertIn("3", told.stdout)

    # What goes in

    def test_a_selection_is_exported_alone(self):
        project = self.project(site("a"), site("b"), entity("meeting", "m"))
        self.assertEqual(set(self.features(project, "--only", "a,m")), {"project/a", "meeting/m"})
        self.assertEqual(set(self.features(project, "--kind", "meeting,goal")),
                         {"meeting/m", "goal/g"})
        out, _ = self.export(project, "json", "--only", "a", out=self.folder / "json")
        self.assertEqual(set(self.snapshot(out)),
                         {"project.json", "project/a.json", "source/paper.json"})

    def test_a_disagreement_without_a_chosen_value_is_not_exported(self):
        fields = {"due": [claim("2027"), claim("2030")]}
        project = self.project(site("a", **fields), site("b"))
        for language, words in (("en", "none is chosen"), ("ru", "ни одно не выбрано"),
                                ("kk", "ешқайсысы таңдалмаған"), ("ky", "бири да тандалган эмес")):
            out, result = self.export(project, "geojson", "--lang", language, code=1)
            self.assertIn("project/a.json: /fields/due", result.stderr)
            self.assertIn(words, result.stderr)
            self.assertFalse(out.exists())
        self.features(project, "--only", "b")
        self.export(project, "json", out=self.folder / "json")
        self.write(project / "project/a.json",
                   site("a", due=[claim("2027"), claim("2030", chosen=True)]))
        self.assertEqual(self.features(project)["project/a"]["properties"]["due"], "2030")

    def test_the_bundled_project_goes_out_whole_in_every_format(self):
        files = len(list(BUNDLED.glob("*/*.json")))
        for form in ("gpkg", "geojson", "kml", "csv", "xlsx", "ics"):
            with self.subTest(format=form):
                out, result = self.export(BUNDLED, form)
                self.assertTrue(out.stat().st_size)
                if form != "ics":  # which has what has a day
                    self.assertIn(f" {files} items", result.stdout)
        trade = self.features(BUNDLED)["indicator/mutual-trade"]["properties"]
        self.assertEqual((trade["value"], trade["value_unit"]), (1.7e9, "USD"))

    def test_edits_that_the_folder_has_not_yet_are_exported(self):
        project = self.project(site("a"))
        self.edit_name(project, "a", "New name")
        self.assertEqual(self.features(project)["project/a"]["properties"]["name_en"], "New name")
        self.assertEqual(
            self.features(project, "--files")["project/a"]["properties"]["name_en"], "a en")

    def edit_name(self, project, name, value):
        import subprocess
        command = {"command": "set_field", "kind": "project", "id": name,
                   "pointer": "/fields/name/0/value/en", "value": value}
        subprocess.run([BINARY, "edit", str(project)], input=json.dumps(command) + "\n", text=True,
                       env=self.environment(), check=True, capture_output=True)

    # For whom

    def secret_project(self):
        """A project with 50 secrets in all sorts of places."""
        words = [f"SECRET{number:02}X" for number in range(50)]
        left = iter(words)

        def hidden(value, **more):
            return claim(value, restricted=True, **more)

        persons = [entity("person", f"person{i}", phone=[claim(next(left))],
                          plate=[claim(next(left))], room=[claim(next(left))]) for i in range(5)]
        sites = [site(f"site{i}", POINT if i % 2 else None,
                      description=[hidden(text(next(left)))],
                      tags=[hidden([next(left), "x"], chosen=True), claim(["open"])],
                      timeline=[hidden([text(next(left)), text("t")])],
                      action=[claim(text("open"), at="2020"),
                              hidden(text("x"), at="2024", note=text(next(left)))])
                 for i in range(5)]
        names = []
        for i in range(4):
            each = entity("meeting", f"secret{next(left).lower()}",
                          name=[hidden(text(next(left)))], date=[claim("2026-11-24")])
            names.append(each)
        paper = {"fields": {"title": [{"value": next(left), "restricted": True}],
                            "url": [{"value": "u"}]}, "format": "dostyk-entity",
                 "id": "secret-paper", "kind": "source", "pack": "strict", "version": 1}
        names.append(entity("session", "session", name=[
            {"sources": ["paper", "secret-paper"], "value": TEXT}],
            meeting=[claim(names[0]["id"])], date=[claim("2026-11-24")]))
        names += [entity("goal", f"goal{i}", description=[hidden(text(word))])
                  for i, word in enumerate(left)]
        credentials = entity("delegation", "d", credentials=[claim("pending")])
        return self.project(*persons, *sites, *names, paper, credentials)

    def test_nothing_restricted_is_in_any_format_for_the_public_or_partners(self):
        project = self.secret_project()
        secret_words = [b"SECRET", b"secretsecret", b"secret-paper"]
        for audience in ("public", "partner"):
            for form in ("json", *SUFFIX):
                for more in ([], ["--lang", "ru"]):
                    out = self.folder / f"{audience}-{len(more)}" / ("out" + SUFFIX.get(form, ""))
                    out.parent.mkdir(exist_ok=True)
                    target = out / form if form == "json" else out
                    self.export(project, form, "--audience", audience, *more, out=target)
                    content = self.everything(target)
                    with self.subTest(audience=audience, form=form, more=more):
                        for word in secret_words:
                            self.assertNotIn(word, content)
                        self.assertNotIn(b"restricted", content)
                        if form in ("json", "geojson", "csv"):
                            self.assertEqual(b"pending" in content,
                                             audience == "partner" and not more or
                                             audience == "partner" and form == "json")
        usual, _ = self.export(project, "geojson")
        self.assertNotIn(b"SECRET", usual.read_bytes())

    def test_our_own_protocol_gets_everything_and_files_that_others_cannot_read(self):
        project = self.secret_project()
        for form in ("geojson", "gpkg", "kml", "csv", "xlsx"):
            out, _ = self.export(project, form, "--audience", "protocol")
            content = self.everything(out)
            for number in range(15):
                self.assertIn(b"SECRET%02dX" % number, content)
            self.assertEqual(out.stat().st_mode & 0o777, 0o600, form)
        public, _ = self.export(project, "geojson", out=self.folder / "public.geojson")
        self.assertEqual(public.stat().st_mode & 0o077, 0o044)
        json_out, _ = self.export(project, "json", out=self.folder / "json")
        for number in range(50):
            self.assertIn(b"SECRET%02d" % number, self.everything(json_out).upper())

    def test_an_id_that_is_hidden_is_told_as_one_that_is_not_there(self):
        project = self.project(entity("goal", "h", name=[claim(TEXT, restricted=True)]))
        _, hidden = self.export(project, "geojson", "--only", "h", code=1)
        _, missing = self.export(project, "geojson", "--only", "i", code=1)
        self.assertEqual(hidden.stderr.replace('"h"', ""), missing.stderr.replace('"i"', ""))

    # Wrong use

    def test_what_is_wrong_is_told_and_nothing_is_written_over(self):
        project = self.project(site("a"))
        for more in (["--format", "doc"], ["--format", "csv"], ["--format", "csv", "--out", "x.csv",
                     "--audience", "all"], ["--format", "kml", "--out", "x.kml", "--raw"],
                     ["--format", "kml", "--out", "x.kml", "--kind", "cat"], []):
            with self.subTest(more=more):
                self.assert_fails(self.run_dostyk("export", project, *more), 2, "")
        store = self.folder / "store.gpkg"
        self.run_dostyk("import", project, "--format", "project", "--into", store)
        before = store.read_bytes()
        self.export(store, "gpkg", out=store, code=1)
        self.assertEqual(store.read_bytes(), before)
        files = self.snapshot(project)
        self.export(project, "json", "--audience", "public", out=project, code=1)
        self.assertEqual(self.snapshot(project), files)


if __name__ == "__main__":
    unittest.main()
