"""Lines to polygons that share their borders, vertex by vertex.

All coordinates are degrees on a grid of 1e-5 (about one metre). Borders are cut at every crossing
until rounding moves nothing, so two neighbours hold the very same numbers along their border and
every junction is a vertex of all polygons that meet in it.
"""
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import linemerge, polygonize, unary_union
from shapely.strtree import STRtree

DIGITS = 5


def parts(geometry):
    """The simple geometries of a possibly multiple one."""
    return list(geometry.geoms) if hasattr(geometry, "geoms") else [geometry]


def rings(geometry):
    """All rings of a polygon or multipolygon, as coordinate lists."""
    return [list(ring.coords) for polygon in parts(geometry)
            for ring in (polygon.exterior, *polygon.interiors)]


def rounded(coordinates):
    """Coordinates on the grid, repeated points dropped."""
    result = []
    for x, y in coordinates:
        point = (round(x, DIGITS), round(y, DIGITS))
        if not result or point != result[-1]:
            result.append(point)
    return result


def node(lines):
    """Cut lines at their crossings, on the grid: unions and rounds until nothing moves."""
    lines = [line for line in map(rounded, lines) if len(line) > 1]
    for _ in range(12):
        union = unary_union([LineString(line) for line in lines])
        cut = [list(line.coords) for line in parts(union)]
        lines = [line for line in map(rounded, cut) if len(line) > 1]
        if lines == cut:
            return union
    raise RuntimeError("The borders do not settle on the coordinate grid")


def faces(noded):
    """The polygons between noded lines."""
    return list(polygonize(parts(noded)))


def dissolve(polygons):
    """One MultiPolygon of faces that share exact edges."""
    union = unary_union(polygons)
    return MultiPolygon([p for p in parts(union) if isinstance(p, Polygon)])


class Locator:
    """Finds which of many labelled polygons holds a point."""

    def __init__(self, labelled):
        pairs = [(part, label) for label, shape in labelled.items() for part in parts(shape)]
        self.shapes = [part for part, _ in pairs]   # keeps them alive: the index goes by identity
        self.index = {id(part): label for part, label in pairs}
        self.tree = STRtree(self.shapes)

    def label(self, point):
        """The label of the polygon that holds the point, or None."""
        for shape in self.tree.query(point):
            if shape.contains(point):
                return self.index[id(shape)]
        return None


def arcs(shapes):
    """The border lines of polygons, merged between junctions."""
    lines = [LineString(ring) for shape in shapes for ring in rings(shape)]
    return parts(linemerge(unary_union(lines)))


def vertices(shape):
    """The set of a polygon's vertices."""
    return {point for ring in rings(shape) for point in ring}
