"""The layer `rivers`: GSHHG pieces; a named river is the way through them past given points."""
import heapq
import math

from shapely.geometry import LineString, MultiLineString
from shapely.ops import linemerge

from . import gshhg, topology, water_data

COLUMNS = {"id": str, "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str,
           "rank": int, "aliases": str, "derived": str, "source": str}
GSHHG = "GSHHG 2.3.7, WDBII rivers (LGPL-3.0-or-later)"
TOLERANCE = 0.0015       # degrees, about 150 m
NEAR = 0.35              # degrees: a given point must have the river this near
BRIDGE = 0.02            # degrees: gaps this short are closed
FRAME = (44, 37, 90, 57)   # west, south, east, north


class Network:
    """River vertices as a graph, with short bridges where pieces fail to meet."""

    def __init__(self, pieces):
        self.links = {}
        for _, points in pieces:
            for a, b in zip(points, points[1:]):
                self.join(a, b, math.dist(a, b))
        self.bridge(pieces)
        self.points = list(self.links)

    def bridge(self, pieces):
        """Link every loose end to the nearest vertex of another piece."""
        cells, owner = {}, {}
        for number, (_, points) in enumerate(pieces):
            for point in points:
                owner.setdefault(point, set()).add(number)
                cells.setdefault((int(point[0] / BRIDGE), int(point[1] / BRIDGE)), []).append(point)
        for number, (_, points) in enumerate(pieces):
            for end in (points[0], points[-1]):
                if len(self.links[end]) > 1:
                    continue
                x, y = int(end[0] / BRIDGE), int(end[1] / BRIDGE)
                near = [p for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1)
                        for p in cells.get((i, j), ()) if number not in owner[p]]
                if near:
                    other = min(near, key=lambda p: math.dist(p, end))
                    self.join(end, other, 5 * math.dist(end, other))

    def join(self, a, b, cost):
        self.links.setdefault(a, {})[b] = cost
        self.links.setdefault(b, {})[a] = cost

    def nearest(self, x, y):
        point = min(self.points, key=lambda p: (p[0] - x) ** 2 + (p[1] - y) ** 2)
        if math.dist(point, (x, y)) > NEAR:
            raise RuntimeError(f"No river near {x}, {y}: {point}")
        return point

    def way(self, start, end):
        """The shortest way between two vertices."""
        best, queue, before = {start: 0.0}, [(0.0, start)], {}
        while queue:
            cost, point = heapq.heappop(queue)
            if point == end:
                break
            if cost > best[point]:
                continue
            for other, step in self.links[point].items():
                if cost + step < best.get(other, math.inf):
                    best[other] = cost + step
                    before[other] = point
                    heapq.heappush(queue, (cost + step, other))
        if end not in best:
            raise RuntimeError(f"No way from {start} to {end}")
        points = [end]
        while points[-1] != start:
            points.append(before[points[-1]])
        return points[::-1]

    def river(self, part):
        """The line past the given points."""
        stops = [self.nearest(*point) for point in part]
        line = stops[:1]
        for a, b in zip(stops, stops[1:]):
            line += self.way(a, b)[1:]
        return without_loops(line)


def without_loops(line):
    """A line without the detours to points a little off the river: what returns is dropped."""
    result, index = [], {}
    for point in line:
        if point in index:
            for dropped in result[index[point] + 1:]:
                del index[dropped]
            del result[index[point] + 1:]
        else:
            index[point] = len(result)
            result.append(point)
    return result


def pairs(points):
    return {frozenset(pair) for pair in zip(points, points[1:])}


def trace():
    """Named rivers as full-detail lines by id, and the pieces that no name claims."""
    pieces = gshhg.rivers()
    network = Network(pieces)
    named, used = {}, set()
    for identity, (_, parts, *_) in water_data.RIVERS.items():
        lines = [network.river(part) for part in parts]
        named[identity] = MultiLineString(lines)
        used.update(*map(pairs, lines))
    rest = []
    for river_class, points in pieces:
        run = [points[0]]
        for a, b in zip(points, points[1:]):
            if frozenset((a, b)) in used:
                if len(run) > 1:
                    rest.append((river_class, run))
                run = [b]
            else:
                run.append(b)
        if len(run) > 1:
            rest.append((river_class, run))
    return named, rest


def build(named, rest):
    """The layer's features, greatest rivers first."""
    features = []
    for identity, (rank, _, kk, ky, ru, en, derived) in water_data.RIVERS.items():
        features.append((thinned(named[identity]), {
            "id": identity, "name_kk": kk, "name_ky": ky, "name_ru": ru, "name_en": en,
            "rank": rank, "aliases": water_data.ALIASES.get(identity),
            "derived": derived or None, "source": GSHHG}))
    merged = linemerge([LineString(points) for _, points in rest])
    for line in topology.parts(merged):
        line = thinned(line)
        if line.length < 0.25:
            continue
        point = topology.parts(line)[0].interpolate(0.5, normalized=True)
        features.append((line, {
            "id": f"river-{point.x:.2f}-{point.y:.2f}", "rank": 3 if line.length > 1.5 else 4,
            "source": GSHHG}))
    return sorted(features, key=lambda pair: (pair[1]["rank"], pair[1]["id"]))


def thinned(geometry):
    """Lines cut to the frame and simplified, on the coordinate grid.

    Whole vertices are kept or dropped: a geometric intersection would also cut a line wherever
    it crosses itself.
    """
    west, south, east, north = FRAME
    runs = []
    for line in topology.parts(geometry):
        run = []
        for x, y in [*line.simplify(TOLERANCE).coords, (math.inf, math.inf)]:
            if west <= x <= east and south <= y <= north:
                run.append((x, y))
            elif run:
                runs.append(topology.rounded(run))
                run = []
    return MultiLineString([run for run in runs if len(run) > 1])
