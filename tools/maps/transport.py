"""The layers `roads` and `railways` from the project's own graph in data/transport/.

The graph is schematic: towns and border posts joined through points on the way. The lines are
rounded lightly so that they read as roads; the ends stay on their nodes.
"""
import json
import math

from shapely.geometry import LineString

from . import inputs, names, topology

COLUMNS = {"id": str, "ref": str, "class": str, "name_kk": str, "name_ky": str, "name_ru": str,
           "name_en": str, "corridor": str, "status": str, "estimated": int, "source": str}
SOURCE = "the project's own graph, schematic"
STEPS = 6      # points per stretch between two given points


def rounded(points):
    """A centripetal Catmull-Rom curve through all points (it makes no loops at short stretches)."""
    if len(points) < 3:
        return points
    ends = [tuple(2 * a - b for a, b in zip(points[0], points[1])),
            tuple(2 * a - b for a, b in zip(points[-1], points[-2]))]
    chain = [ends[0], *points, ends[1]]
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


def plain(value):
    """A text attribute; a list becomes ';'-separated."""
    return ";".join(map(str, value)) if isinstance(value, list) else value


def edge_names(edge):
    value = edge.get("name")
    if isinstance(value, str):
        return {"name_en": value}
    return names.fields(value) if value else {}


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
    features = []
    for edge in data["edges"]:
        points = [nodes[edge["from"]], *map(tuple, edge.get("via", [])), nodes[edge["to"]]]
        line = topology.rounded(rounded(points))
        features.append((LineString(line), {
            "id": edge["id"], "ref": plain(edge.get("ref")), "class": plain(edge.get("class")),
            **edge_names(edge), "corridor": plain(edge.get("corridor")),
            "status": edge.get("status", "open"), "estimated": int(bool(edge.get("estimated", 1))),
            "source": plain(edge.get("source")) or SOURCE}))
    return features
