"""Holds data/transport/ to its README: form, connection, lengths, corridors, lakes and border posts."""

import collections
import heapq
import json
import math
import pathlib
import re
import sqlite3
import struct
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRANSPORT = ROOT / "data" / "transport"
BASE_MAP = ROOT / "maps" / "base.gpkg"
LANGUAGES = ("en", "kk", "ky", "ru")
WEST, EAST, SOUTH, NORTH = 46.0, 88.0, 38.5, 56.0
KINDS = {"town", "crossing", "junction", "pass", "station"}
CLASSES = {"roads": {"international", "national", "local"}, "railways": {"main", "secondary"}}

NODE_KEYS = {"id", "name", "lon", "lat", "country", "kind"}
EDGE_KEYS = {"id", "from", "to", "via", "ref", "class", "speed_kmh", "length_km", "estimated",
             "corridor", "status", "sources"}
CORRIDOR_KEYS = {"id", "name", "refs", "sources", "status", "stops"}

# What must be drawn: the corridor and places that it joins, in this order.
ROAD_CORRIDORS = {
    "almaty-korday-bishkek": "almaty korday korday-ak-zhol bishkek",
    "almaty-taraz-shymkent-tashkent": "almaty taraz shymkent zhibek-zholy",
    "merke-kara-balta-bishkek": "merke sypatai-batyr-chaldybar kaindy kara-balta bishkek",
    "almaty-taldykorgan-semey": "almaty qonaev saryozek taldykorgan ayagoz semey",
    "almaty-khorgos": "almaty shelek khorgos",
    "almaty-kegen-karakol": "almaty kegen kegen-karkyra tyup karakol",
    "almaty-balkhash-karaganda-astana": "almaty qonaev balkhash karaganda astana",
    "astana-kokshetau-petropavl": "astana kokshetau petropavl",
    "astana-pavlodar-semey-oskemen": "astana pavlodar semey oskemen",
    "astana-kostanay": "astana kostanay",
    "karaganda-jezkazgan-kyzylorda": "karaganda jezkazgan kyzylorda",
    "shymkent-kyzylorda-aktobe-oral": "shymkent turkistan kyzylorda aral aktobe oral",
    "aktobe-atyrau-aktau": "aktobe dossor aktau",
    "oral-atyrau": "oral atyrau",
    "kostanay-aktobe": "kostanay aktobe",
    "bishkek-osh": "bishkek kara-balta suusamyr toktogul tash-kumyr manas osh",
    "suusamyr-talas-taraz": "suusamyr talas aisha-bibi-chon-kapka taraz",
    "bishkek-karakol-north": "bishkek tokmok balykchy cholpon-ata tyup karakol",
    "balykchy-karakol-south": "balykchy bokonbaev karakol",
    "balykchy-naryn-torugart": "balykchy kochkor naryn torugart",
    "kochkor-manas": "kochkor kazarman manas",
    "osh-batken": "osh batken",
    "osh-sary-tash": "osh sary-tash",
    "almaty-issyk-kul": "almaty uzynagash kastek mikhailovka cholpon-ata",
}
# Stations; their ids end in -station.
RAIL_CORRIDORS = {
    "rail-almaty-shymkent-kyzylorda-aktobe": "almaty taraz shymkent kyzylorda aktobe",
    "rail-astana-karaganda-balkhash-almaty": "astana karaganda moyynty almaty",
    "rail-lugovaya-bishkek-balykchy": "lugovaya kaindy bishkek balykchy",
    "rail-semey-almaty": "semey almaty",
    "rail-jezkazgan-karaganda": "jezkazgan karaganda",
}
ROAD_POSTS = set(
    "korday-ak-zhol karasu-ak-tilek aukhatty-ken-bulun sortobe-tokmok kegen-karkyra"
    " sypatai-batyr-chaldybar aisha-bibi-chon-kapka besagash-kichi-kapka tomonku-chuy"
    " zhibek-zholy khorgos torugart".split()
)
# Road kilometres that must come out: the sanity ranges, then what sources state.
DISTANCES = [
    ("almaty", "bishkek", 220, 260),
    ("bishkek", "osh", 600, 700),
    ("almaty", "shymkent", 650, 760),
    ("astana", "karaganda", 190, 240),
]
STATED = [
    ("bishkek", "torugart", 539), ("balykchy", "manas", 433), ("aktobe", "atyrau", 616),
    ("almaty", "shemonaikha", 1194), ("almaty", "taldykorgan", 275), ("almaty", "shelek", 126),
    ("khromtau", "yrgyz", 317), ("aral", "kyzylorda", 444), ("kyzylorda", "turkistan", 289),
    ("astana", "balkhash", 592),
]
# Edges that do not exist yet, and the nodes that only they reach.
PLANNED = set(
    "kastek-mikhailovka mikhailovka-kemin rail-torugart-makmal rail-makmal-manas"
    " rail-balykchy-kochkor rail-kochkor-kara-keche rail-kara-keche-makmal".split()
)
ONLY_PLANNED = {
    "roads": {"mikhailovka"},
    "railways": set("torugart-station makmal-station manas-station kochkor-station"
                    " kara-keche-station".split()),
}
# Points in the middle of lakes, and the least distance of any line from them in km.
WATER = [
    ("Issyk-Kul", 76.45, 42.41, 5), ("Issyk-Kul", 76.8, 42.4, 10), ("Issyk-Kul", 77.2, 42.4, 10),
    ("Issyk-Kul", 77.6, 42.45, 10), ("Issyk-Kul", 77.9, 42.6, 10), ("Toktogul", 72.85, 41.81, 5),
    ("Balkhash", 73.85, 45.6, 8), ("Balkhash", 76.5, 46.6, 8), ("Alakol", 81.75, 46.12, 15),
    ("Sasykkol", 80.95, 46.57, 8), ("Son-Kul", 75.15, 41.84, 8),
    ("Kapchagay", 77.6, 43.82, 6), ("Aral Sea", 60.9, 46.4, 8),
]


def canonical(value, indent=""):
    """The form of data/README.md: an array of plain values stands on one line."""
    deeper = indent + "  "
    if isinstance(value, dict) and value:
        rows = [f"{deeper}{json.dumps(key, ensure_ascii=False)}: {canonical(value[key], deeper)}"
                for key in sorted(value)]
        return "{\n" + ",\n".join(rows) + "\n" + indent + "}"
    if isinstance(value, list) and any(isinstance(item, (list, dict)) for item in value):
        rows = [deeper + canonical(item, deeper) for item in value]
        return "[\n" + ",\n".join(rows) + "\n" + indent + "]"
    return json.dumps(value, ensure_ascii=False)


def geodesic_km(start, end):
    """Length on WGS 84 by Vincenty's inverse formula (Survey Review 23, 1975)."""
    if start == end:
        return 0.0
    major, flattening = 6378137.0, 1 / 298.257223563
    minor = major * (1 - flattening)
    reduced = [math.atan((1 - flattening) * math.tan(math.radians(p[1]))) for p in (start, end)]
    (sin1, cos1), (sin2, cos2) = ((math.sin(u), math.cos(u)) for u in reduced)
    difference = math.radians(end[0] - start[0])
    angle = difference
    for _ in range(50):
        sine, cosine = math.sin(angle), math.cos(angle)
        sin_sigma = math.hypot(cos2 * sine, cos1 * sin2 - sin1 * cos2 * cosine)
        cos_sigma = sin1 * sin2 + cos1 * cos2 * cosine
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = cos1 * cos2 * sine / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        middle = cos_sigma - 2 * sin1 * sin2 / cos2_alpha
        c = flattening / 16 * cos2_alpha * (4 + flattening * (4 - 3 * cos2_alpha))
        last = angle
        angle = difference + (1 - c) * flattening * sin_alpha * (
            sigma + c * sin_sigma * (middle + c * cos_sigma * (2 * middle**2 - 1)))
        if abs(angle - last) < 1e-12:
            break
    u2 = cos2_alpha * (major**2 - minor**2) / minor**2
    a = 1 + u2 / 16384 * (4096 + u2 * (u2 * (320 - 175 * u2) - 768))
    b = u2 / 1024 * (256 + u2 * (u2 * (74 - 47 * u2) - 128))
    correction = b * sin_sigma * (middle + b / 4 * (
        cos_sigma * (2 * middle**2 - 1)
        - b / 6 * middle * (4 * sin_sigma**2 - 3) * (4 * middle**2 - 3)))
    return minor * a * (sigma - correction) / 1000


def distance_to_segment_km(point, start, end):
    """Flat distance near the point: exact enough for a lake."""
    kx, ky = 111.32 * math.cos(math.radians(point[1])), 110.9
    ax, ay = (start[0] - point[0]) * kx, (start[1] - point[1]) * ky
    bx, by = (end[0] - point[0]) * kx, (end[1] - point[1]) * ky
    length2 = (bx - ax) ** 2 + (by - ay) ** 2
    t = 0.0 if length2 == 0 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length2))
    return math.hypot(ax + t * (bx - ax), ay + t * (by - ay))


class Network:
    """One of the two files with its lookups."""

    def __init__(self, kind):
        self.kind = kind
        self.text = (TRANSPORT / f"{kind}.json").read_text(encoding="utf-8")
        self.data = json.loads(self.text)
        self.nodes = {node["id"]: node for node in self.data["nodes"]}
        self.edges = self.data["edges"]
        self.corridors = {corridor["id"]: corridor for corridor in self.data["corridors"]}
        self.neighbours = collections.defaultdict(list)
        for edge in self.edges:
            if edge["status"] == "open":
                self.neighbours[edge["from"]].append((edge["to"], edge["length_km"]))
                self.neighbours[edge["to"]].append((edge["from"], edge["length_km"]))

    def at(self, node):
        return (self.nodes[node]["lon"], self.nodes[node]["lat"])

    def path(self, edge):
        return [self.at(edge["from"]), *map(tuple, edge["via"]), self.at(edge["to"])]

    def shortest_km(self, start, end):
        queue, done = [(0.0, start)], set()
        while queue:
            length, node = heapq.heappop(queue)
            if node == end:
                return length
            if node not in done:
                done.add(node)
                for neighbour, step in self.neighbours[node]:
                    heapq.heappush(queue, (length + step, neighbour))
        return math.inf

    def reachable(self, start):
        found, waiting = set(), [start]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += [neighbour for neighbour, _ in self.neighbours[node]]
        return found


NETWORKS = [Network("roads"), Network("railways")]
ROADS, RAILWAYS = NETWORKS


class FormTest(unittest.TestCase):
    def test_files_are_canonical(self):
        for network in NETWORKS:
            self.assertEqual(network.text, canonical(network.data) + "\n", network.kind)
            self.assertNotRegex(network.text, r"\d\.0[,\]\n]|\d[eE][-+]?\d", "shortest numbers")
            self.assertEqual((network.data["format"], network.data["version"], network.data["kind"]),
                             ("dostyk-transport", 1, network.kind))

    def test_ids_are_unique_words_and_nodes_are_sorted(self):
        for network in NETWORKS:
            for key in ("nodes", "edges", "corridors"):
                ids = [item["id"] for item in network.data[key]]
                self.assertEqual(len(ids), len(set(ids)), f"{network.kind} {key}")
                for name in ids:
                    self.assertRegex(name, r"^[a-z0-9]+(-[a-z0-9]+)*$")
            ids = [node["id"] for node in network.data["nodes"]]
            self.assertEqual(ids, sorted(ids))

    def test_no_id_is_in_both_files(self):
        for key in ("nodes", "edges", "corridors"):
            roads, railways = ({item["id"] for item in network.data[key]} for network in NETWORKS)
            self.assertEqual(roads & railways, set(), key)

    def test_nodes(self):
        for network in NETWORKS:
            used = {edge[end] for edge in network.edges for end in ("from", "to")}
            self.assertEqual(used, set(network.nodes), "every node ends an edge")
            for node in network.data["nodes"]:
                with self.subTest(network.kind, node=node["id"]):
                    self.assertEqual(set(node) - {"geonameid", "approximate"}, NODE_KEYS)
                    self.assertIn(node["kind"], KINDS)
                    self.assertIn(node["country"], ("KZ", "KG"))
                    self.assertTrue(WEST < node["lon"] < EAST and SOUTH < node["lat"] < NORTH)
                    self.assertTrue(node.get("approximate", True) is True)

    def test_names_are_in_four_languages_and_their_scripts(self):
        cyrillic = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі0-9 ()–-]+")
        latin = re.compile(r"[A-Za-zÖöÜü0-9 ()–'-]+")
        kazakh_only = re.compile(r"[ӘәҒғҚқҰұҺһІі]")
        for network in NETWORKS:
            for item in network.data["nodes"] + network.data["corridors"]:
                with self.subTest(network.kind, item=item["id"]):
                    name = item["name"]
                    self.assertEqual(tuple(sorted(name)), LANGUAGES)
                    self.assertRegex(name["en"], f"^{latin.pattern}$")
                    for language in ("kk", "ky", "ru"):
                        self.assertRegex(name[language], f"^{cyrillic.pattern}$")
                    self.assertIsNone(kazakh_only.search(name["ky"]), name["ky"])
                    self.assertIsNone(re.search(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", name["ru"]), name["ru"])

    def test_edges(self):
        for network in NETWORKS:
            pairs = set()
            for edge in network.edges:
                with self.subTest(network.kind, edge=edge["id"]):
                    extra = {"surface", "mountain"} if network.kind == "roads" else {"mountain"}
                    self.assertEqual(set(edge) - extra, EDGE_KEYS)
                    self.assertIn(edge["from"], network.nodes)
                    self.assertIn(edge["to"], network.nodes)
                    ends = [edge[end].removesuffix("-station") for end in ("from", "to")]
                    rail = ["rail"] if network is RAILWAYS else []
                    self.assertEqual(edge["id"], "-".join(rail + ends))
                    pair = frozenset((edge["from"], edge["to"]))
                    self.assertEqual(len(pair), 2)
                    self.assertNotIn(pair, pairs, "one edge between two nodes")
                    pairs.add(pair)
                    self.assertIn(edge["class"], CLASSES[network.kind])
                    self.assertIn(edge["status"], ("open", "planned"))
                    self.assertIn(edge["corridor"], network.corridors)
                    self.assertTrue(20 <= edge["speed_kmh"] <= 140)
                    if network.kind == "roads":
                        self.assertIn(edge["surface"], ("paved", "gravel", "unknown"))
                    for lon, lat in edge["via"]:
                        self.assertTrue(WEST < lon < EAST and SOUTH < lat < NORTH)
                    for source in edge["sources"]:
                        self.assertRegex(source, r"^https://[a-z0-9.-]+\.[a-z]+/\S+$")


class LengthTest(unittest.TestCase):
    def test_geodesic(self):
        # A degree of the equator, and of the meridian at the equator.
        self.assertAlmostEqual(geodesic_km((60, 0.0001), (61, 0.0001)), 111.319, places=2)
        self.assertAlmostEqual(geodesic_km((60, 0), (60, 1)), 110.574, places=2)

    def test_estimated_lengths_are_path_times_factor_and_others_have_a_source(self):
        for network in NETWORKS:
            for edge in network.edges:
                with self.subTest(network.kind, edge=edge["id"]):
                    path = network.path(edge)
                    along = sum(geodesic_km(a, b) for a, b in zip(path, path[1:]))
                    if edge["estimated"]:
                        group = "mountain" if edge.get("mountain") else edge["class"]
                        expected = along * network.data["detour_factor"][group]
                        self.assertAlmostEqual(edge["length_km"], expected, delta=0.1)
                    else:
                        self.assertTrue(edge["sources"])
                        self.assertTrue(0.97 * along <= edge["length_km"] <= 1.7 * along, along)

    def test_no_edge_is_shorter_than_the_geodesic(self):
        for network in NETWORKS:
            for edge in network.edges:
                straight = geodesic_km(network.at(edge["from"]), network.at(edge["to"]))
                self.assertGreaterEqual(edge["length_km"], straight - 0.05, edge["id"])

    def test_known_distances(self):
        stated = [(start, end, km * 0.965, km * 1.035) for start, end, km in STATED]
        for start, end, least, most in DISTANCES + stated:
            length = ROADS.shortest_km(start, end)
            self.assertTrue(least <= length <= most, f"{start} - {end}: {length:.1f} km")


class ConnectionTest(unittest.TestCase):
    def test_open_edges_form_one_component(self):
        for network in NETWORKS:
            ends = set(network.neighbours)
            missing = ends - network.reachable(min(ends))
            self.assertEqual(missing, set(), network.kind)
            self.assertEqual(set(network.nodes) - ends, ONLY_PLANNED[network.kind])

    def test_corridors_run_from_stop_to_stop(self):
        for network in NETWORKS:
            pairs = {frozenset((edge["from"], edge["to"])) for edge in network.edges}
            drawn = {edge["corridor"] for edge in network.edges}
            for corridor in network.data["corridors"]:
                with self.subTest(network.kind, corridor=corridor["id"]):
                    self.assertEqual(set(corridor) - {"length_km"}, CORRIDOR_KEYS)
                    self.assertIn(corridor["id"], drawn)
                    stops = corridor["stops"]
                    for start, end in zip(stops, stops[1:]):
                        self.assertIn(frozenset((start, end)), pairs)

    def test_every_corridor_of_the_list_is_there(self):
        for network, wanted, end in ((ROADS, ROAD_CORRIDORS, ""),
                                     (RAILWAYS, RAIL_CORRIDORS, "-station")):
            for name, places in wanted.items():
                with self.subTest(network.kind, corridor=name):
                    self.assertIn(name, network.corridors)
                    stops = iter(network.corridors[name]["stops"])
                    for place in places.split():
                        self.assertIn(place + end, stops, "in this order")

    def test_planned_is_what_has_to_be_built(self):
        planned = {edge["id"] for network in NETWORKS for edge in network.edges
                   if edge["status"] == "planned"}
        self.assertEqual(planned, PLANNED)
        corridor = ROADS.corridors["almaty-issyk-kul"]
        self.assertEqual((corridor["status"], corridor["length_km"]), ("planned", 280))
        self.assertTrue(corridor["sources"])


class GroundTest(unittest.TestCase):
    def test_no_edge_passes_over_a_lake(self):
        for network in NETWORKS:
            for edge in network.edges:
                path = network.path(edge)
                for lake, lon, lat, least in WATER:
                    near = min(distance_to_segment_km((lon, lat), a, b)
                               for a, b in zip(path, path[1:]))
                    self.assertGreater(near, least, f"{edge['id']} over {lake}")

    def test_border_posts_are_there(self):
        posts = {name for name, node in ROADS.nodes.items() if node["kind"] == "crossing"}
        self.assertLessEqual(ROAD_POSTS, posts)
        self.assertEqual(RAILWAYS.nodes["kaindy-rail"]["kind"], "crossing")

    def test_border_posts_stand_where_the_base_map_has_them(self):
        if not BASE_MAP.exists():
            self.skipTest("no base map")
        base = sqlite3.connect(f"file:{BASE_MAP}?mode=ro", uri=True)
        column, = base.execute("SELECT column_name FROM gpkg_geometry_columns"
                               " WHERE table_name = 'crossings'").fetchone()
        rows = base.execute(f"SELECT id, mode, {column} FROM crossings").fetchall()
        base.close()
        self.assertTrue(rows)
        for name, mode, blob in rows:
            # A GeoPackage point ends with its little-endian x and y.
            lon, lat = struct.unpack("<dd", blob[-16:])
            network = RAILWAYS if mode == "rail" else ROADS
            self.assertLess(geodesic_km(network.at(name), (lon, lat)), 0.5, name)


if __name__ == "__main__":
    unittest.main()
