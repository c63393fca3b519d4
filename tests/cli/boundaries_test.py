"""dostyk boundaries use: a user's boundary file, all or nothing."""
import json
import unittest

from support import ROOT, Case


def square(lon, lat, **properties):
    ring = [[lon, lat], [lon + 1, lat], [lon + 1, lat + 1], [lon, lat + 1], [lon, lat]]
    return {"type": "Feature", "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": [ring]}}


def codes():
    from osgeo import ogr
    source = ogr.Open(str(ROOT / "maps/base.gpkg"))
    layer = source.GetLayerByName("regions")
    return sorted({feature.GetField("iso") for feature in layer
                   if feature.GetField("valid_to") is None})


class Boundaries(Case):
    def file(self, units):
        features = [square(50 + i % 30, 40 + i // 30, iso=unit) for i, unit in enumerate(units)]
        return self.write(self.folder / "own.geojson",
                          {"type": "FeatureCollection", "features": features})

    def use(self, folder, *arguments):
        return self.run_dostyk("boundaries", "use", *arguments, "--project", folder)

    def test_a_full_file_is_used_and_reverted(self):
        folder = self.project()
        before = self.snapshot(folder)
        result = self.use(folder, self.file(codes()))
        self.assertEqual(result.returncode, 0, result)
        self.assertTrue((folder / "boundaries.gpkg").exists())
        info = json.loads(self.run_dostyk("info", folder, "--json").stdout)
        self.assertTrue(any(each["name"] == "regions" for each in info["layers"]))
        self.assertEqual(self.use(folder, "--revert").returncode, 0)
        self.assertEqual(self.snapshot(folder), before)

    def test_a_unit_without_partner_changes_nothing(self):
        folder = self.project()
        before = self.snapshot(folder)
        units = codes()
        result = self.use(folder, self.file(units[1:]))
        self.assertEqual(result.returncode, 1)
        self.assertIn(units[0], result.stderr)
        self.assertEqual(self.snapshot(folder), before)

    def test_reverting_nothing_is_no_failure(self):
        self.assertEqual(self.use(self.project(), "--revert").returncode, 0)

    def test_bad_files_change_nothing(self):
        folder = self.project()
        before = self.snapshot(folder)
        cases = {"missing.gpkg": None, "empty.gpkg": b"", "foreign.shp": b"x" * 200,
                 "points.geojson": b'{"type": "FeatureCollection", "features": []}'}
        for name, content in cases.items():
            with self.subTest(name=name):
                path = self.folder / name
                if content is not None:
                    self.write(path, content)
                result = self.use(folder, path)
                self.assertEqual(result.returncode, 1, result)
                self.assertTrue(result.stderr.strip())
                self.assertEqual(self.snapshot(folder), before)

    def test_the_project_must_be_one(self):
        self.assert_fails(self.use(self.folder / "none", self.file(["KZ-31"])), 1, "none")


if __name__ == "__main__":
    unittest.main()
