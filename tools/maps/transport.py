"""The layers `roads` and `railways` from the project's own graph in data/transport/.

The graph is schematic: towns and border posts joined through points on the way. The lines are
rounded lightly so that they read as roads; the ends stay on their nodes. A stretch has the name of
its corridor.
"""
import json
import math

from shapely.geometry import LineString

from . import inputs, names, topology

COLUMNS = {"id": str, "ref": str, "class": str, "name_kk": str, "name_ky": str, "name_ru": str,
           "name_en": str, "corridor": str, "status": str, "length_km": float,
           "estimated": int, "source": str}
SOURCE = "the project's own graph, schematic"
STEPS = 6      # points per stretch between two given points


def rounded(before, points, after):
    """A centripetal Catmull-Rom curve through all points (it makes no loops at short stretches).

    `before` and `after` are the next points of the corridor to each side, or None at its ends.
    """
    if len(points) < 3 and not before and not after:
        return points
    before = before or tuple(2 * a - b for a, b in zip(points[0], points[1]))
    after = after or tuple(2 * a - b for a, b in zip(points[-1], points[-2]))
    chain = [before, *points, after]
    curve = [points[0]]
    for p0, p1, p2, p3 in zip(chain, chain[1:], chain[2:], chain[3:]):
        t1 = math.sqrt(math.dist(p0, p1)) or 1e-6
        t2 = t1 + (math.sqrt(math.dist(p1, p2)) or 1e-6)
        t3 = t2 + (math.sqrt(math.dist(p2, p3)) or 1e-6)
        for step in range(1, STEPS + 1):
            t = t1 + (t2 - t1) * step / STEPS
            a1 = mix(p0, p1, 0.0, t1, t)
            a2 = mix(p1, p2, t1, t2, t)
            a3 = mix(p2, p3, t2, t3, t)
            curve.append(mix(mix(a1, a2, 0.0, t2, t), mix(a2, a3, t1, t3, t), t1, t2, t))
    return curve


def mix(p, q, t0, t1, t):
    """The point at `t` on the line that is `p` at `t0` and `q` at `t1`."""
    share = (t - t0) / (t1 - t0)
    return tuple(a + (b - a) * share for a, b in zip(p, q))


def neighbours(data, paths):
    """For each edge the points before and after it in its corridor, so that curves run on."""
    by_ends = {frozenset((edge["from"], edge["to"])): edge for edge in data["edges"]}
    result = {}
    for corridor in data["corridors"]:
        edges = [by_ends[frozenset(pair)] for pair in zip(corridor["stops"], corridor["stops"][1:])]
        ways = [paths[edge["id"]][::1 if edge["from"] == stop else -1]
                for edge, stop in zip(edges, corridor["stops"])]
        for number, edge in enumerate(edges):
            if edge["corridor"] != corridor["id"]:
                continue
            before = ways[number - 1][-2] if number else None
            after = ways[number + 1][1] if number + 1 < len(ways) else None
            forward = edge["from"] == corridor["stops"][number]
            result[edge["id"]] = (before, after) if forward else (after, before)
    return result


def build(file_name):
    """The features of roads.json or railways.json; none while the file does not exist."""
    path = inputs.ROOT / "data/transport" / file_name
    if not path.exists():
        print(f"transport: no {path.name}")
        return []
    data = json.loads(path.read_text(encoding="utf-8"))
    if (data["format"], data["version"]) != ("dostyk-transport", 1):
        raise SystemExit(f"{path}: not a dostyk-transport file of version 1")
    nodes = {node["id"]: (node["lon"], node["lat"]) for node in data["nodes"]}
    corridors = {corridor["id"]: corridor["name"] for corridor in data["corridors"]}
    paths = {edge["id"]: [nodes[edge["from"]], *map(tuple, edge["via"]), nodes[edge["to"]]]
             for edge in data["edges"]}
    beyond = neighbours(data, paths)
    features = []
    for edge in data["edges"]:
        before, after = beyond.get(edge["id"], (None, None))
        line = topology.rounded(rounded(before, paths[edge["id"]], after))
        features.append((LineString(line), {
            "id": edge["id"], "ref": edge["ref"], "class": edge["class"],
            **names.fields(corridors[edge["corridor"]]), "corridor": edge["corridor"],
            "status": edge["status"], "estimated": int(edge["estimated"]),
            "length_km": edge["length_km"], "source": SOURCE}))
    return features
