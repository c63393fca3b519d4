"""Every format that is read: a fixture of it comes in as rows or as a layer, goes out and comes back the same."""
import csv
import json
import shutil
import unittest

from osgeo import gdal, ogr, osr

from support import ExportCase

gdal.UseExceptions()
HALLS = [
    {"id": "hall-a", "name_kk": "Үлкен зал", "name_ky": "Чоң зал", "name_ru": "Большой зал",
     "name_en": "Great Hall", "capacity": 400, "zone": "Asia/Almaty", "at": (71.43, 51.13)},
    {"id": "hall-b", "name_kk": "Кіші зал", "name_ky": "Кичи зал", "name_ru": "Малый зал",
     "name_en": "Small Hall", "capacity": 40, "zone": "Asia/Bishkek", "at": (74.59, 42.875)},
]
TEXTS = ("id", "name_kk", "name_ky", "name_ru", "name_en", "zone")
SHEETS = {"csv": None, "xlsx": "XLSX", "ods": "ODS"}
MAPS = {"gpkg": "GPKG", "geojson": "GeoJSON", "kml": "KML", "shp": "ESRI Shapefile", "fgb": "FlatGeobuf"}
WRITTEN = ("gpkg", "geojson", "kml", "csv", "xlsx")  # by our own export


class RoundTrip(ExportCase):
    maxDiff = None

    # Fixtures, written by another program

    def sheet(self, ending):
        path = self.folder / f"venues.{ending}"
        columns = [*TEXTS, "capacity", "lat", "lon"]
        rows = [[str(hall[name]) for name in TEXTS] + [str(hall["capacity"]), str(hall["at"][1]), str(hall["at"][0])]
                for hall in HALLS]
        if ending == "csv":
            with path.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([columns, *rows])
            return path
        book = ogr.GetDriverByName(SHEETS[ending]).CreateDataSource(str(path))
        layer = book.CreateLayer("venues", None, ogr.wkbNone)
        for name in columns:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
        for cells in rows:
            row = ogr.Feature(layer.GetLayerDefn())
            for name, cell in zip(columns, cells):
                row[name] = cell
            layer.CreateFeature(row)
        del row, layer, book
        return path

    def map(self, ending):
        path = self.folder / f"venues.{ending}"
        degrees = osr.SpatialReference()
        degrees.ImportFromEPSG(4326)
        degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        source = ogr.GetDriverByName(MAPS[ending]).CreateDataSource(str(path))
        layer = source.CreateLayer("venues", degrees, ogr.wkbPoint,
                                   ["ENCODING=UTF-8"] if ending == "shp" else [])
        for name in TEXTS:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("capacity", ogr.OFTInteger))
        if ending == "kml":  # the placemark's own name; all else is ExtendedData
            layer.CreateField(ogr.FieldDefn("Name", ogr.OFTString))
        for hall in HALLS:
            row = ogr.Feature(layer.GetLayerDefn())
            if ending == "kml":
                row["Name"] = hall["name_en"]
            for name in (*TEXTS, "capacity"):
                row[name] = hall[name]
            row.SetGeometry(ogr.CreateGeometryFromWkt("POINT ({} {})".format(*hall["at"])))
            layer.CreateFeature(row)
        del row, layer, source
        return path

    def grid(self):
        path = self.folder / "heights.tif"
        made = gdal.GetDriverByName("GTiff").Create(str(path), 40, 20, 1, gdal.GDT_Byte)
        zone = osr.SpatialReference()
        zone.ImportFromEPSG(32643)
        made.SetProjection(zone.ExportToWkt())
        made.SetGeoTransform([400_000, 1_000, 0, 4_800_000, 0, -1_000])
        made.GetRasterBand(1).Fill(120)
        del made
        return path

    # What came of them

    def bring(self, path, project, *more):
        result = self.run_dostyk("import", path, "--into", project, "--as", "venue", "--json", *more)
        self.assertEqual(result.returncode, 0, result)
        return [row["verdict"] for row in json.loads(result.stdout)["rows"]]

    def venues(self, project):
        """id -> what the documents say of it, as the fixtures say it."""
        out = self.folder / "documents"
        shutil.rmtree(out, ignore_errors=True)
        self.export(project, "json", out=out)
        found = {}
        for path in (out / "venue").glob("*.json"):
            fields = json.loads(path.read_text("utf-8"))["fields"]
            value = {name: claims[0]["value"] for name, claims in fields.items()}
            place = value["place"]
            found[path.stem] = {"id": path.stem, "capacity": value["capacity"], "zone": value["zone"],
                                "at": (round(place["lon"], 6), round(place["lat"], 6)),
                                **{f"name_{code}": text for code, text in value["name"].items()}}
        return found

    def test_rows_of_every_format_say_what_the_file_says(self):
        for ending in (*SHEETS, *MAPS):
            with self.subTest(format=ending):
                project = self.project()
                path = self.sheet(ending) if ending in SHEETS else self.map(ending)
                self.assertEqual(self.bring(path, project), ["insert", "insert"])
                self.assertEqual(self.venues(project), {hall["id"]: hall for hall in HALLS})
                self.assertEqual(self.bring(path, project), ["same", "same"])
                shutil.rmtree(project)
                shutil.rmtree(self.folder / "state")

    def test_what_is_exported_comes_back_without_a_difference(self):
        project = self.project()
        self.bring(self.sheet("csv"), project)
        before = self.venues(project)
        for ending in WRITTEN:
            with self.subTest(format=ending):
                out, _ = self.export(project, ending, "--kind", "venue", "--audience", "protocol",
                                     out=self.folder / f"copy/venues.{ending}")
                self.assertEqual(self.bring(out, project, "--dry-run"), ["same", "same"])
                copy = self.folder / f"into-{ending}"
                shutil.copytree(self.project_without_venues(), copy)
                self.assertEqual(self.bring(out, copy), ["insert", "insert"])
                self.assertEqual(self.venues(copy), before)

    def project_without_venues(self):
        folder = self.folder / "empty"
        if not folder.exists():
            shutil.copytree(self.folder / "p", folder, ignore=shutil.ignore_patterns("venue"))
        return folder

    # As layers

    def layers(self, project):
        result = self.run_dostyk("layer", "list", project, "--json")
        self.assertEqual(result.returncode, 0, result)
        return json.loads(result.stdout)["layers"]

    def test_maps_of_every_format_are_layers_that_a_copy_of_the_project_has_too(self):
        paths = [self.map(ending) for ending in MAPS] + [self.grid()]
        for path in paths:
            with self.subTest(format=path.suffix):
                project = self.project()
                result = self.run_dostyk("layer", "add", project, path, "--json")
                self.assertEqual(result.returncode, 0, result)
                [made] = json.loads(result.stdout)["layers"]
                if path.suffix != ".tif":
                    self.assertEqual((made["features"], made["vertices"]), (2, 2))
                [before] = self.layers(project)
                self.assertEqual((before["state"], before["path"]), ("ready", f"../{path.name}"))
                copy = self.folder / "copy"
                self.run_dostyk("export", project, "--format", "json", "--out", copy)
                self.assertEqual(self.layers(copy), [before])
                for folder in (project, copy, self.folder / "state"):
                    shutil.rmtree(folder)


if __name__ == "__main__":
    unittest.main()
