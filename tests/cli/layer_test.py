"""dostyk layer: files of the user's as layers of a project, in one step, or refused by name."""
import json
import os
import shutil
import subprocess
import unittest

from support import BINARY, Case

SITES = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "Иле", "area": 12.5},
     "geometry": {"type": "Polygon", "coordinates": [[[76, 43], [77, 43], [77, 44], [76, 43]]]}},
    {"type": "Feature", "properties": {"name": "Чу", "area": 3},
     "geometry": {"type": "Point", "coordinates": [74.5, 42.9]}}]}


class Layer(Case):
    def setUp(self):
        super().setUp()
        self.target = self.project()
        self.file = self.write(self.folder / "maps/sites.geojson", SITES)

    def layer(self, verb, *arguments, code=0):
        result = self.run_dostyk("layer", verb, self.target, *arguments)
        self.assertEqual(result.returncode, code, result)
        return result

    def listed(self):
        return json.loads(self.layer("list", "--json").stdout)["layers"]

    def edit(self, *commands):
        result = subprocess.run([BINARY, "edit", str(self.target)], env=self.environment(), text=True,
                                input="".join(json.dumps(each) + "\n" for each in commands),
                                capture_output=True, timeout=60)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_a_file_becomes_a_layer_that_undo_takes_back(self):
        [before] = self.edit({"command": "hash"})
        made = json.loads(self.layer("add", self.file, "--name", "Sites", "--json").stdout)
        self.assertTrue(made["applied"])
        [layer] = made["layers"]
        self.assertEqual((layer["id"], layer["features"], layer["vertices"]), ("sites", 2, 5))
        self.assertEqual(layer["path"], "../maps/sites.geojson")
        [listed] = self.listed()
        self.assertEqual((listed["id"], listed["state"], listed["title"]), ("sites", "ready", {"en": "Sites"}))
        undone, after = self.edit({"command": "undo"}, {"command": "hash"})
        self.assertTrue(undone["ok"])
        self.assertEqual(after["hash"], before["hash"])
        self.assertEqual(self.listed(), [])

    def test_layers_survive_export_and_import_byte_for_byte(self):
        self.layer("add", self.file)
        self.run_dostyk("export", self.target, "--format", "json")
        first = (self.target / "project.json").read_bytes()
        self.assertIn(b'"sites"', first)
        self.assertEqual(self.run_dostyk("validate", self.target, "--files").returncode, 0)
        copy = self.folder / "copy"
        self.run_dostyk("import", self.target, "--format", "project", "--into", copy)
        self.run_dostyk("export", copy, "--format", "json", "--out", self.folder / "again")
        self.assertEqual((self.folder / "again/project.json").read_bytes(), first)
        self.assertEqual(self.run_dostyk("audit", "verify", self.target).returncode, 0)

    def test_a_missing_and_a_changed_file_are_told(self):
        self.layer("add", self.file)
        self.write(self.file, {**SITES, "features": SITES["features"][:1]})
        self.assertEqual(self.listed()[0]["state"], "changed")
        self.file.unlink()
        self.assertEqual(self.listed()[0]["state"], "missing")

    def test_a_layer_is_taken_out_by_its_id(self):
        self.layer("add", self.file)
        refused = self.layer("remove", "castle", code=1)
        self.assertIn("sites", refused.stderr)
        self.layer("remove", "sites")
        self.assertEqual(self.listed(), [])
        self.assertTrue(self.file.exists())

    def test_import_as_layer_is_the_same_and_a_look_ahead_changes_nothing(self):
        result = self.run_dostyk("import", self.file, "--as", "layer", "--into", self.target, "--dry-run", "--json")
        self.assertEqual(result.returncode, 0, result)
        self.assertFalse(json.loads(result.stdout)["applied"])
        self.assertEqual(self.listed(), [])
        result = self.run_dostyk("import", self.file, "--as", "layer", "--into", self.target)
        self.assertEqual(result.returncode, 0, result)
        self.assertEqual(len(self.listed()), 1)

    def test_what_has_no_place_is_refused_and_says_what_to_do(self):
        rows = self.write(self.folder / "halls.csv", "name;capacity\nA;4\n")
        refused = self.layer("add", rows, "--json", code=1)
        self.assertEqual(json.loads(refused.stdout)["code"], "layer.no_places")
        result = self.run_dostyk("import", rows, "--as", "layer", "--into", self.target)
        self.assertEqual(result.returncode, 3, result)
        self.layer("add", self.folder / "nothing.shp", code=1)
        self.layer("add", code=2)

    @unittest.skipUnless(shutil.which("ogr2ogr"), "needs ogr2ogr")
    def test_a_missing_crs_is_asked_for_and_never_guessed(self):
        shape = self.folder / "maps/survey.shp"
        csv = self.write(self.folder / "p.csv", "x,y,name\n500000,4800000,A\n501000,4801000,B\n")
        subprocess.run(["ogr2ogr", "-f", "ESRI Shapefile", str(shape), str(csv), "-oo", "X_POSSIBLE_NAMES=x",
                        "-oo", "Y_POSSIBLE_NAMES=y"], check=True, capture_output=True)
        refused = self.layer("add", shape, "--json", code=1)
        self.assertEqual(json.loads(refused.stdout)["code"], "layer.no_crs")
        self.layer("add", shape, "--crs", "EPSG:32643")
        [listed] = self.listed()
        self.assertEqual(listed["state"], "ready")
        # Its parts count: another table of attributes is another content.
        os.utime(shape.with_suffix(".dbf"))
        self.assertEqual(self.listed()[0]["state"], "ready")
        table = shape.with_suffix(".dbf")
        table.write_bytes(table.read_bytes().replace(b"A ", b"Q "))
        self.assertEqual(self.listed()[0]["state"], "changed")

    def test_two_people_who_style_one_layer_merge_without_a_conflict(self):
        self.layer("add", self.file)
        self.run_dostyk("export", self.target, "--format", "json")
        base, mine, theirs = (self.folder / name for name in ("base", "mine", "theirs"))
        for each in (base, mine, theirs):
            shutil.copytree(self.target, each)
        for folder, key, value in ((mine, "color", "#112233"), (theirs, "width", 4)):
            settings = json.loads((folder / "project.json").read_text())
            settings["layers"]["sites"][key] = value
            self.write(folder / "project.json", settings)
        result = self.run_dostyk("merge", base, mine, theirs, "--out", self.folder / "merged", "--files")
        self.assertEqual(result.returncode, 0, result)
        merged = json.loads((self.folder / "merged/project.json").read_text())["layers"]["sites"]
        self.assertEqual((merged["color"], merged["width"]), ("#112233", 4))


if __name__ == "__main__":
    unittest.main()
