"""Journeys through the real panels: in four languages, by mouse and by keyboard alone."""
import concurrent.futures
import csv
import filecmp
import heapq
import json
import os
import pathlib
import shutil
import signal
import struct
import sys
import unittest

from osgeo import ogr, osr

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from support import BUNDLED, ROOT, Case  # noqa: E402

LANGUAGES = ("kk", "ky", "ru", "en")
WAYS = [(lang, *options) for lang in LANGUAGES for options in ((), ("--no-mouse",))]
MOST_INPUTS = {"p2-site-explorer": 20, "edit-title": 12, "p3-data-editor": 80, "p4-programme": 6,
               "p4-crossing-closes": 15}
DEMO_FORUM = ROOT / "data/demo-forum"
ADVISERS = ("kz-adviser-7", "kz-adviser-8", "kg-adviser-8")
PINNED = ("opening-plenary", "joint-plenary", "lake-plenary", "closing-dinner")
GOLDEN = ROOT / "tests/golden/journeys"
TODAY = "2026-06-15"  # as the logs say
TODAY_ID = TODAY.replace("-", "")


def steps_of(name):
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


def load(path):
    return json.loads(path.read_text("utf-8"))


def entities(folder):
    for file in sorted(folder.glob("*/*.json")):
        yield load(file)


def shown_place(entity):
    """The place that the enriched pack shows: the chosen one, else the newest of it."""
    claims = entity["fields"].get("place", [])
    chosen = [each for each in claims if each.get("chosen")]
    enriched = [each for each in claims if each.get("pack") == "enriched"]
    return (chosen or enriched[-1:] or claims[-1:] or [{"value": {}}])[0]["value"]


def save(file, entity):
    file.write_text(json.dumps(entity, ensure_ascii=False), "utf-8")


def add_claim(file, field, value):
    entity = load(file)
    entity["fields"][field] = [{"flags": ["assumed"], "value": value}]
    save(file, entity)


def prepare_sound_forum(project):
    """The demonstration forum without its conflicts; three advisers cross the border in time."""
    crossing = project / "crossing/korday-ak-zhol.json"
    entity = load(crossing)
    entity["fields"]["closure"][0]["at"] = "2027-05-17T14:00+05:00/2027-05-17T18:00+05:00"
    save(crossing, entity)
    for session, field, value in (
            ("border-working-group", "date", "2027-05-20T09:45+05:00/2027-05-20T11:45+05:00"),
            ("logistics-panel", "date", "2027-05-19T14:30+05:00/2027-05-19T16:00+05:00"),
            ("reception-bishkek", "participants", ["kz-delegation", "kg-delegation", *ADVISERS])):
        add_claim(project / f"session/{session}.json", field, value)


def held(project, session):
    fields = load(project / f"session/{session}.json")["fields"]
    return fields["date"], fields["venue"]


def documents(folder):
    return {str(file.relative_to(folder)) for file in folder.rglob("*.json")}


class Run:
    """One way to make a journey: a language, with a mouse or without, and folders of its own."""

    def __init__(self, case, name, lang, *options, project=BUNDLED):
        self.case, self.lang, self.options = case, lang, options
        self.folder = case.folder / f"{name}-{lang}-{len(options)}"
        self.project = self.folder / project.name
        shutil.copytree(project, self.project)
        # Logs name files as people do, from home: "~/delegation-kz-demo.csv".
        self.home = self.folder / "home"
        shutil.copytree(HERE / "files", self.home)
        self.inputs = 0

    def environment(self):
        return {"HOME": str(self.home), "XDG_STATE_HOME": str(self.folder / "state"),
                "XDG_CONFIG_HOME": str(self.folder / "config")}

    def run(self, *arguments, given=None):
        return self.case.run_dostyk(*arguments, env=self.environment(), given=given, cwd=self.home,
                                    timeout=900)  # also where others use the machine

    def replay(self, log, code=0):
        result = self.run("replay", HERE / f"{log}.jsonl", "--project", self.project, "--lang",
                          self.lang, "--json", *self.options)
        self.case.assertEqual(result.returncode, code,
                              f"{log} {self.lang} {self.options}: {result.stderr}")
        report = json.loads(result.stdout)
        self.inputs += report["inputs"]
        frame = report["slowest_frame"]
        print(f"{log} {self.lang} {'keyboard' if self.options else 'mouse':8} {report['inputs']} "
              f"inputs, {report['keys']} keys, slowest frame {frame['wall_ms']} ms wall, "
              f"{frame['cpu_ms']} ms CPU in line {frame['line']}", flush=True)
        return report

    def hash(self):
        return json.loads(self.run("edit", self.project, given='{"command":"hash"}\n').stdout)["hash"]


class Journeys(Case):
    def everywhere(self, name, make, project=BUNDLED):
        """Make a journey in every way, as many at a time as there are processors."""
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = [Run(self, name, *way, project=project) for way in WAYS]
            ends = list(pool.map(make, runs))
        self.assertEqual(len({run.inputs for run in runs}), 1)
        self.assertLessEqual(runs[0].inputs, MOST_INPUTS[name])
        return ends

    def test_a_title_is_edited_undone_to_the_first_hash_and_done_again(self):
        ends = self.everywhere("edit-title", lambda run: run.replay("edit-title")["hash"])
        self.assertEqual(len(set(ends)), 1)

    def test_sites_near_a_crossing_are_explored_and_handed_on(self):
        def make(run):
            end = run.replay("p2-site-explorer")["hash"]
            self.assert_handed_on(run)
            return end

        ends = self.everywhere("p2-site-explorer", make)
        self.assertEqual(len(set(ends)), 1)

    def assert_handed_on(self, run):
        """The hits as GeoJSON and CSV, which say nothing new to the project, and a picture."""
        told = sorted(expected("hits"))
        table, layer = (run.home / f"kz-kg-{TODAY}{ending}" for ending in (".csv", ".geojson"))
        with table.open(encoding="utf-8-sig", newline="") as rows:
            self.assertEqual(sorted(row["id"] for row in csv.DictReader(rows)), told)
        self.assertEqual(sorted(each["properties"]["id"] for each in load(layer)["features"]), told)
        for file in (table, layer):
            result = run.run("import", file, "--into", run.project, "--dry-run", "--json")
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            counts = json.loads(result.stdout)["counts"]
            self.assertEqual({each: count for each, count in counts.items() if count},
                             {"same": len(told)})
        picture = (run.home / "dostyk.png").read_bytes()
        self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">II", picture[16:24]), (1920, 1080))

    def test_a_forum_is_added_outlives_a_kill_and_is_undone_to_the_first_hash(self):
        if os.environ.get("DOSTYK_UPDATE_GOLDEN"):
            self.rewrite_golden(Run(self, "golden", "en"))

        def make(run):
            first = run.hash()
            reached = run.replay("p3-data-editor", code=-signal.SIGKILL)["hash"]
            self.assertEqual(run.hash(), reached)
            self.assertEqual(run.replay("p3-data-editor-again")["hash"], reached)
            self.assert_as_golden(run)
            result = run.run("validate", run.project)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            result = run.run("conflicts", run.project, "--meeting", f"meeting-{TODAY_ID}-1", "--json")
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(json.loads(result.stdout)["hard_cost"], 0)
            run.replay("p3-data-editor-release")
            result = run.run("diff", run.project, "--meeting", f"meeting-{TODAY_ID}-1", "1", "now",
                             "--json")
            self.assertEqual((result.returncode, json.loads(result.stdout)["changes"]), (0, []))
            inputs, run.inputs = run.inputs, 0
            self.assertEqual(run.replay("p3-data-editor-undone")["hash"], first)
            run.inputs = inputs  # undoing is what the journey is judged by, no part of it

        self.everywhere("p3-data-editor", make)

    def test_a_programme_with_pins_is_planned_and_a_wish_explained(self):
        def make(run):
            for session in PINNED:
                add_claim(run.project / f"session/{session}.json", "pinned", True)
            before = [held(run.project, session) for session in PINNED]
            end = run.replay("p4-programme")["hash"]
            self.assertEqual([held(run.project, session) for session in PINNED], before)
            result = run.run("conflicts", run.project, "--json")
            self.assertEqual((result.returncode, json.loads(result.stdout)["conflicts"]), (0, []))
            return end

        # The search counts moves, so that it comes to one plan everywhere.
        self.assertEqual(len(set(self.everywhere("p4-programme", make, DEMO_FORUM))), 1)

    def test_a_crossing_closes_and_a_second_release_tells_exactly_those_it_concerns(self):
        def make(run):
            prepare_sound_forum(run.project)
            self.assertEqual(run.run("release", run.project).returncode, 0)
            end = run.replay("p4-crossing-closes")["hash"]
            result = run.run("diff", run.project, "1", "2", "--json")
            self.assertEqual(result.returncode, 0, result.stderr)
            diff = json.loads(result.stdout)
            self.assertEqual(sorted(each["session"] for each in diff["changes"]),
                             ["districts-round-table", "logistics-panel"])
            people = {each["id"] for each in diff["sheet"] if each["kind"] == "person"}
            self.assertLessEqual(set(ADVISERS), people)
            wanted = {person for session in ("districts-round-table", "logistics-panel")
                      for person in load(run.project / f"session/{session}.json")["fields"][
                          "participants"][0]["value"]}
            self.assertEqual(people, wanted)
            self.assertNotIn("delegation", {each["kind"] for each in diff["sheet"]})
            return end

        self.everywhere("p4-crossing-closes", make, DEMO_FORUM)

    def rewrite_golden(self, run):
        golden = GOLDEN / "p3-data-editor"
        shutil.rmtree(golden, ignore_errors=True)
        run.replay("p3-data-editor", code=-signal.SIGKILL)
        run.replay("p3-data-editor-again")
        for file in sorted(documents(run.project) - documents(BUNDLED)):
            (golden / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(run.project / file, golden / file)

    def assert_as_golden(self, run):
        golden = GOLDEN / "p3-data-editor"
        new = documents(run.project) - documents(BUNDLED)
        self.assertEqual(new, documents(golden))
        for file in documents(BUNDLED):
            self.assertTrue(filecmp.cmp(BUNDLED / file, run.project / file, shallow=False), file)
        own_title, title = (load(ROOT / f"assets/strings/{lang}.json")["new_meeting.source"]
                            for lang in (run.lang, "en"))
        for file in new:
            text = (run.project / file).read_text("utf-8")
            if file.startswith("source/planning-"):
                text = text.replace(own_title, title)  # the planner's own words, in their language
            if file.startswith("venue/") and run.options:
                # Without a mouse the place is typed, and what is typed is meant as it stands.
                text = text.replace('"precision": "exact"', '"precision": "settlement"')
            self.assertEqual(text, (golden / file).read_text("utf-8"), f"{run.lang}: {file}")


def expected(what):
    return next(each["expect"][what] for each in steps_of("p2-site-explorer")
                if what in each.get("expect", {}))


class PassConditions(unittest.TestCase):
    def test_the_hits_of_the_buffer_are_those_of_an_independent_query(self):
        crossing = load(BUNDLED / "crossing/karasu-ak-tilek.json")
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
        self.assertEqual(sorted(expected("hits")), sorted(found))

    def test_the_measured_way_is_the_shortest_along_the_open_roads(self):
        roads = load(ROOT / "data/transport/roads.json")
        reached, waiting = {}, [(0, "karasu-ak-tilek")]
        while waiting:
            km, node = heapq.heappop(waiting)
            if node not in reached:
                reached[node] = km
                for edge in roads["edges"]:
                    ends = {edge["from"], edge["to"]}
                    if node in ends and edge["status"] == "open":
                        [other] = ends - {node}
                        heapq.heappush(waiting, (km + edge["length_km"], other))
        self.assertEqual(expected("measured_km"), round(reached["korday-ak-zhol"], 1))

    def test_every_field_of_the_card_has_a_source(self):
        for step in steps_of("p2-site-explorer"):
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
