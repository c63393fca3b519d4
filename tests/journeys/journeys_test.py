"""Journeys through the real panels: in four languages, by mouse and by keyboard alone."""
import json
import pathlib
import shutil
import sys
import unittest

from osgeo import ogr, osr

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from support import BUNDLED, ROOT, Case  # noqa: E402

LANGUAGES = ("kk", "ky", "ru", "en")
MOST_INPUTS = {"p2-site-explorer": 20, "edit-title": 12, "begin-forum": 80}


def steps_of(name):
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


def entities(folder):
    for file in sorted(folder.glob("*/*.json")):
        yield json.loads(file.read_text("utf-8"))


def shown_place(entity):
    """The place that the enriched pack shows: the chosen one, else the newest of it."""
    claims = entity["fields"].get("place", [])
    chosen = [each for each in claims if each.get("chosen")]
    enriched = [each for each in claims if each.get("pack") == "enriched"]
    return (chosen or enriched[-1:] or claims[-1:] or [{"value": {}}])[0]["value"]


class Journeys(Case):
    def replay(self, name, lang, *options):
        folder = self.folder / f"{name}-{lang}-{len(options)}"
        shutil.copytree(BUNDLED, folder)
        result = self.run_dostyk("replay", HERE / f"{name}.jsonl", "--project", folder, "--lang",
                                 lang, "--json", *options)
        self.assertEqual(result.returncode, 0, result.stderr)
        report = json.loads(result.stdout)
        frame = report["slowest_frame"]
        print(f"{name} {lang} {'keyboard' if options else 'mouse':8} {report['inputs']} inputs, "
              f"{report['keys']} keys, slowest frame {frame['wall_ms']} ms wall, "
              f"{frame['cpu_ms']} ms CPU in line {frame['line']}", flush=True)
        self.assertLessEqual(report["inputs"], MOST_INPUTS[name])
        return report

    def everywhere(self, name):
        """A journey ends with the same document however it is made."""
        reports = [self.replay(name, lang, *options)
                   for lang in LANGUAGES for options in ((), ("--no-mouse",))]
        self.assertEqual(len({each["hash"] for each in reports}), 1)
        self.assertEqual(len({each["inputs"] for each in reports}), 1)
        return reports[0]

    def test_a_title_is_edited_undone_to_the_first_hash_and_done_again(self):
        self.everywhere("edit-title")

    def test_a_forum_is_begun_with_three_venues_and_undone_to_the_first_hash(self):
        # Done again it has a source named in the language of the screen: it ends undone once more.
        self.everywhere("begin-forum")

    def test_sites_near_a_crossing_are_explored(self):
        self.everywhere("p2-site-explorer")


class PassConditions(unittest.TestCase):
    def test_the_hits_of_the_buffer_are_those_of_an_independent_query(self):
        steps = steps_of("p2-site-explorer")
        told = next(each["expect"]["hits"] for each in steps if "hits" in each.get("expect", {}))
        crossing = json.loads((BUNDLED / "crossing/karasu-ak-tilek.json").read_text("utf-8"))
        middle = shown_place(crossing)
        # Azimuthal equidistant about the middle: distances from there are those on the ellipsoid.
        degrees = osr.SpatialReference()
        degrees.ImportFromEPSG(4326)
        degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        about = osr.SpatialReference()
        about.ImportFromProj4(f"+proj=aeqd +lat_0={middle['lat']} +lon_0={middle['lon']} "
                              "+ellps=WGS84 +units=m")
        to_metres = osr.CoordinateTransformation(degrees, about)
        area = ogr.CreateGeometryFromWkt("POINT (0 0)").Buffer(150_000, 256)
        found = []
        for entity in entities(BUNDLED):
            geometry = geometry_of(shown_place(entity))
            if geometry is not None and entity["id"] != crossing["id"]:
                geometry.Transform(to_metres)
                if geometry.Intersects(area):
                    found.append(entity["id"])
        self.assertEqual(sorted(told), sorted(found))

    def test_every_field_of_the_card_has_a_source(self):
        steps = steps_of("p2-site-explorer")
        for step in steps:
            chosen = step.get("expect", {}).get("selected")
            for entity in entities(BUNDLED):
                if chosen and entity["id"] == chosen:
                    for field, claims in entity["fields"].items():
                        for claim in claims:
                            has_source = claim.get("sources") or "computed" in claim.get("flags", [])
                            self.assertTrue(has_source, f"{chosen}: {field}")


def geometry_of(place):
    """Points, and the roads of corridors; what has no site of its own has none here."""
    if place.get("type") == "point":
        return ogr.CreateGeometryFromWkt(f"POINT ({place['lon']} {place['lat']})")
    if place.get("type") != "corridor":
        return None
    roads = json.loads((ROOT / "data/transport/roads.json").read_text("utf-8"))
    nodes = {each["id"]: (each["lon"], each["lat"]) for each in roads["nodes"]}
    [corridor] = [each for each in roads["corridors"] if each["id"] == place["corridor"]]
    ways = ogr.Geometry(ogr.wkbMultiLineString)
    for one, other in zip(corridor["stops"], corridor["stops"][1:]):
        for edge in roads["edges"]:
            if {edge["from"], edge["to"]} == {one, other}:
                way = ogr.Geometry(ogr.wkbLineString)
                for lon, lat in [nodes[edge["from"]], *edge.get("via", []), nodes[edge["to"]]]:
                    way.AddPoint_2D(lon, lat)
                ways.AddGeometry(way)
    return ways


if __name__ == "__main__":
    unittest.main()
