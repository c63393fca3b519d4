#!/usr/bin/python3
"""Checks the committed maps/base.gpkg and what stands beside it (needs GDAL and Shapely).

Another file can be checked with DOSTYK_BASE_MAP=path, to see that a planted fault is found.
"""
import collections
import csv
import hashlib
import json
import os
import pathlib
import sys
import unittest
import warnings

from osgeo import gdal, ogr
from shapely import wkb
from shapely.geometry import Point
from shapely.ops import unary_union

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASE = pathlib.Path(os.environ.get("DOSTYK_BASE_MAP", ROOT / "maps/base.gpkg"))
NAMES = ("name_kk", "name_ky", "name_ru", "name_en")
NAMED = {"id", "source", *NAMES}
FIELDS = {
    "countries": {"iso", "source", *NAMES},
    "regions": {"iso", "country", "kind", "centre", "valid_from", "valid_to", "schematic",
                "aliases", "source", *NAMES},
    "lakes": NAMED | {"rank", "schematic", "aliases"},
    "rivers": NAMED | {"rank", "aliases"},
    "places": NAMED | {"country", "region", "kind", "population", "rank", "aliases", "derived"},
    "airports": NAMED | {"iata", "icao", "country"},
    "roads": NAMED | {"ref", "class", "corridor", "status", "estimated"},
    "railways": NAMED | {"ref", "class", "corridor", "status", "estimated"},
    "crossings": NAMED | {"mode", "confirmed", "approximate"},
    "ranges": NAMED | {"rank"},
    "peaks": NAMED | {"height_m"},
}
LAKES = {"caspian", "aral-north", "aral-south", "issyk-kul", "balkhash", "kapchagay", "toktogul",
         "zaysan", "alakol", "sasykkol", "son-kul", "tengiz", "kirov", "orto-tokoy", "shardara",
         "bukhtarma"}
RIVERS = {"chu", "talas", "naryn", "kara-darya", "syr-darya", "irtysh", "ishim", "tobol", "ural",
          "ili"}
CROSSINGS = {"korday-ak-zhol", "karasu-ak-tilek", "aukhatty-ken-bulun", "sortobe-tokmok",
             "kegen-karkyra", "sypatai-batyr-chaldybar", "aisha-bibi-chon-kapka",
             "besagash-kichi-kapka", "kaindy-rail", "tomonku-chuy"}
# The centre of a region may lie in a city that is a unit of its own.
CENTRE_IN = {"KG-C": "KG-GB", "KG-O": "KG-GO"}
AREA = 1e-9     # square degrees, about ten square metres: rounding of the comparison itself


def read(name):
    """Pairs (shape, attributes) of a layer."""
    layer = DATA.GetLayerByName(name)
    layer.ResetReading()
    return [(wkb.loads(bytes(f.GetGeometryRef().ExportToWkb())), f.items()) for f in layer]


def cyrillic(text):
    return all("\u0400" <= c <= "\u04ff" for c in text if c.isalpha())


def latin(text):
    return all(c < "\u0250" for c in text if c.isalpha())


def vertices(shape):
    return {p for part in shape.geoms for ring in (part.exterior, *part.interiors)
            for p in ring.coords}


def edges(shape):
    """How often each stretch of border occurs, regardless of its direction."""
    return collections.Counter(
        tuple(sorted(pair)) for part in shape.geoms for ring in (part.exterior, *part.interiors)
        for pair in zip(ring.coords, ring.coords[1:]))


def in_force(date):
    """The regions of a day, by ISO code."""
    result = {}
    for shape, row in read("regions"):
        if ((row["valid_from"] or "") <= date
                and (not row["valid_to"] or date < row["valid_to"])):
            assert row["iso"] not in result, f"{row['iso']} twice on {date}"
            result[row["iso"]] = (shape, row)
    return result


class File(unittest.TestCase):
    def test_size(self):
        self.assertLessEqual(BASE.stat().st_size, 6_000_000)

    def test_layers_and_fields(self):
        for name, fields in FIELDS.items():
            layer = DATA.GetLayerByName(name)
            self.assertIsNotNone(layer, name)
            found = {field.name for field in layer.schema}
            self.assertEqual(fields - found, set(), name)
            self.assertEqual(layer.GetSpatialRef().GetAuthorityCode(None), "4326", name)

    def test_every_feature_has_a_source_and_a_valid_shape(self):
        for name in FIELDS:
            for shape, row in read(name):
                self.assertTrue(row["source"], f"{name} {row}")
                self.assertTrue(shape.is_valid and not shape.is_empty, f"{name} {row}")

    def test_ids_are_unique(self):
        for name in set(FIELDS) - {"countries", "regions"}:
            ids = [row["id"] for _, row in read(name)]
            self.assertEqual(len(ids), len(set(ids)), name)

    def test_relief(self):
        raster = gdal.Open(f"GPKG:{BASE}:relief")
        self.assertEqual(raster.GetSpatialRef().GetAuthorityCode(None), "3857")
        tint, shade = (raster.GetRasterBand(i).ReadAsArray() for i in (1, 2))
        self.assertGreater(tint.max() - int(tint.min()), 150)
        self.assertGreater(shade.std(), 5)
        x, pixel, _, y, _, _ = raster.GetGeoTransform()
        self.assertLess(x, 44 * 111319.5)
        self.assertGreater(x + pixel * raster.RasterXSize, 90 * 111319.4)
        self.assertGreater(y, 7_725_000)     # 57 degrees north


class Divisions(unittest.TestCase):
    def test_units_today(self):
        with open(ROOT / "maps/sources/regions.csv", encoding="utf-8") as file:
            table = {row["iso3166_2"]: row for row in csv.DictReader(file)}
        units = in_force("2026-11-24")
        self.assertEqual(set(units), set(table))
        countries = [row["country"] for _, row in units.values()]
        self.assertEqual((countries.count("KZ"), countries.count("KG")), (20, 9))
        for iso, (_, row) in units.items():
            self.assertIsNone(row["valid_to"])
            for name in NAMES:
                self.assertEqual(row[name], table[iso][name])

    def test_division_before_june_2022(self):
        units = in_force("2022-06-07")
        self.assertEqual(sum(iso.startswith("KZ") for iso in units), 17)
        self.assertEqual(sum(iso.startswith("KG") for iso in units), 9)
        self.assertFalse({"KZ-10", "KZ-33", "KZ-62"} & set(units))
        self.assertEqual(units["KZ-19"][1]["centre"], "Taldykorgan")
        self.assertEqual(len(in_force("2022-06-08")), 29)
        self.assertEqual(sum(iso.startswith("KZ") for iso in in_force("2018-06-18")), 16)

    def test_both_divisions_cover_the_countries(self):
        countries = {row["iso"]: shape for shape, row in read("countries")}
        for date in ("2026-11-24", "2022-06-07", "2018-06-18"):
            for country in ("KZ", "KG"):
                shapes = [s for iso, (s, _) in in_force(date).items() if iso.startswith(country)]
                union = unary_union(shapes)
                self.assertLess(union.symmetric_difference(countries[country]).area, AREA)
                self.assertLess(abs(sum(s.area for s in shapes) - union.area), AREA, date)

    def test_shared_borders_are_shared_vertices(self):
        """Every stretch of a border belongs to two units, or to one and the outer line."""
        countries = {row["iso"]: shape for shape, row in read("countries")}
        outer = edges(countries["KZ"]) + edges(countries["KG"])
        for date in ("2026-11-24", "2022-06-07", "2018-06-18"):
            count = collections.Counter()
            for shape, _ in in_force(date).values():
                count += edges(shape)
            alone = {edge for edge, times in count.items() if times == 1}
            self.assertLessEqual(max(count.values()), 2, date)
            between = {edge for edge, times in outer.items() if times == 2}
            self.assertEqual(alone, set(outer) - between, date)

    def test_no_sliver_to_the_neighbours(self):
        countries = {row["iso"]: shape for shape, row in read("countries")}
        caspian = next(s for s, row in read("lakes") if row["id"] == "caspian")
        count = collections.Counter()
        for shape in (*countries.values(), caspian):
            count += edges(shape)
        for iso in ("KZ", "KG"):
            single = [edge for edge in edges(countries[iso]) if count[edge] != 2]
            self.assertEqual(single, [], iso)
        everything = unary_union([*countries.values(), caspian])
        ours = countries["KZ"].envelope.union(countries["KG"].envelope)
        slivers = [hole for part in getattr(everything, "geoms", [everything])
                   for hole in part.interiors if ours.intersects(hole)]
        self.assertEqual(slivers, [])

    def test_places_with_a_stated_unit(self):
        units = in_force("2026-11-24")
        self.assertTrue(units["KZ-43"][0].contains(Point(63.3, 45.95)))    # Baikonur
        self.assertTrue(units["KG-GO"][0].contains(Point(72.8, 40.53)))    # Osh
        for iso, (_, row) in units.items():
            point = Point(row["centre_lon"], row["centre_lat"])
            self.assertTrue(units[CENTRE_IN.get(iso, iso)][0].contains(point), iso)

    def test_neighbours_have_names(self):
        rows = {row["iso"]: row for _, row in read("countries")}
        self.assertLessEqual({"KZ", "KG", "RU", "CN", "UZ", "TM", "TJ"}, set(rows))
        self.assertEqual(rows["KG"]["name_ru"], "Кыргызстан")
        for iso, row in rows.items():
            check_names(self, row, iso)


def check_names(test, row, label):
    for name in NAMES:
        test.assertTrue(row[name], f"{label} {name}")
        test.assertTrue((latin if name == "name_en" else cyrillic)(row[name]),
                        f"{label}: {row[name]}")


class Themes(unittest.TestCase):
    def check_named(self, layer, wanted):
        rows = {row["id"]: (shape, row) for shape, row in read(layer)}
        self.assertEqual(wanted - set(rows), set(), layer)
        for identity in wanted:
            check_names(self, rows[identity][1], identity)
        return rows

    def test_lakes(self):
        rows = self.check_named("lakes", LAKES)
        for identity, x, y in (("issyk-kul", 77.2, 42.45), ("toktogul", 72.9, 41.8),
                               ("balkhash", 74.0, 45.9), ("aral-north", 61.0, 46.35)):
            self.assertTrue(rows[identity][0].contains(Point(x, y)), identity)
        dry = Point(61.0, 44.8)     # sea bed until the 1980s
        self.assertFalse(any(shape.contains(dry) for shape, _ in rows.values()))

    def test_rivers(self):
        rows = self.check_named("rivers", RIVERS)
        for identity, x, y in (("chu", 75.29, 42.87), ("chu", 73.76, 43.6),
                               ("talas", 71.37, 42.95), ("naryn", 75.99, 41.43)):
            self.assertLess(rows[identity][0].distance(Point(x, y)), 0.09, identity)

    def test_ranges(self):
        self.check_named("ranges", {"tian-shan", "kyrgyz", "altai", "saryarka", "alay"})

    def test_places(self):
        rows = read("places")
        self.assertGreaterEqual(len(rows), 300)
        for _, row in rows:
            self.assertFalse(set((row["derived"] or "").split(",")) - {"", "kk", "ky", "ru", "en"})
        full = [row for _, row in rows if all(row[name] for name in NAMES)]
        self.assertGreaterEqual(len(full), 87)
        for row in full:
            check_names(self, row, row["id"])
        self.assertEqual(sorted(row["name_en"] for _, row in rows if row["rank"] == 0),
                         ["Astana", "Bishkek"])

    def test_the_27_centres_are_places(self):
        places = [row for _, row in read("places") if row["kind"] in ("capital", "centre")]
        centres = {row["centre"] for _, row in in_force("2026-11-24").values()}
        self.assertEqual(len(places), 27)
        self.assertEqual({row["name_en"] for row in places}, centres)
        units = {row["centre"]: row for _, row in in_force("2026-11-24").values()}
        for row in places:
            centre = units[row["name_en"]]
            for language in ("kk", "ky", "ru"):
                self.assertEqual(row[f"name_{language}"], centre[f"centre_{language}"])

    def test_places_know_their_region(self):
        units = in_force("2026-11-24")
        for point, row in read("places"):
            if row["country"] in ("KZ", "KG"):
                self.assertLess(units[row["region"]][0].distance(point), 0.05, row["name_en"])

    def test_no_place_stands_in_a_neighbour(self):
        countries = {row["iso"]: shape for shape, row in read("countries")}
        for point, row in read("places"):
            if row["country"] in ("KZ", "KG"):
                self.assertTrue(countries[row["country"]].contains(point), row["name_en"])

    def test_names_of_neighbours_cities_are_of_the_right_language(self):
        rows = {row["name_en"]: row for _, row in read("places")}
        for city in ("Ufa", "Izhevsk", "Ulyanovsk", "Chelyabinsk", "Orenburg"):
            self.assertEqual(rows[city]["name_ky"], rows[city]["name_ru"])

    def test_renamed_places(self):
        rows = {row["name_en"]: row for _, row in read("places")}
        for now, before in (("Manas", "Jalal-Abad"), ("Qonaev", "Kapchagay"),
                            ("Ridder", "Leninogorsk"), ("Altai", "Zyryanovsk"),
                            ("Astana", "Nur-Sultan"), ("Korday", "Georgievka")):
            self.assertIn(before, rows[now]["aliases"].split(";"))

    def test_crossings(self):
        rows = self.check_named("crossings", CROSSINGS)
        self.assertEqual(set(rows), CROSSINGS)
        units = in_force("2026-11-24")
        sides = [unary_union([s for iso, (s, _) in units.items() if iso.startswith(country)])
                 for country in ("KZ", "KG")]
        for identity, (point, row) in rows.items():
            self.assertEqual(row["approximate"], 1)
            for side in sides:
                self.assertLess(side.boundary.distance(point), 1e-9, identity)

    def test_airports(self):
        rows = read("airports")
        self.assertGreaterEqual(len(rows), 25)
        codes = {row["iata"] for _, row in rows}
        self.assertLessEqual({"NQZ", "ALA", "BSZ", "OSS", "IKU"}, codes)
        self.assertNotIn("FRU", codes)

    def test_roads_follow_the_graph(self):
        for name in ("roads", "railways"):
            path = ROOT / f"data/transport/{name}.json"
            if path.exists():
                edges_ = {e["id"] for e in json.loads(path.read_text("utf-8"))["edges"]}
                self.assertEqual({row["id"] for _, row in read(name)}, edges_,
                                 "run tools/make_maps")


class Documents(unittest.TestCase):
    def test_attribution(self):
        data = json.loads((ROOT / "maps/attribution.json").read_text("utf-8"))
        self.assertEqual((data["format"], data["version"]), ("dostyk-attribution", 1))
        for source in data["sources"]:
            self.assertEqual(set(source), {"name", "licence", "text", "url"})
            self.assertEqual(set(source["text"]), {"kk", "ky", "ru", "en"})
            self.assertNotIn("ODbL", source["licence"])

    def test_inputs_are_stated(self):
        sys.path.insert(0, str(ROOT / "tools"))
        sys.dont_write_bytecode = True
        from maps import inputs
        readme = (ROOT / "maps/README.md").read_text("utf-8")
        for package in inputs.PACKAGES:
            self.assertIn(package.sha256, readme)
            self.assertNotIn("ODbL", package.licence)
            if (inputs.INPUTS / package.file).exists():
                found = hashlib.sha256((inputs.INPUTS / package.file).read_bytes()).hexdigest()
                self.assertEqual(found, package.sha256, package.file)
        self.assertGreaterEqual(len(list((ROOT / "maps/licences").glob("*.txt"))),
                                len(inputs.PACKAGES))


gdal.UseExceptions()
warnings.simplefilter("ignore")
DATA = ogr.Open(str(BASE))

if __name__ == "__main__":
    unittest.main()
