"""Rivers and lakes out of the GSHHG database, through GMT (its files are binned, GDAL cannot)."""
import subprocess

from shapely.geometry import LineString, Polygon
from shapely.ops import polygonize, unary_union

from . import inputs

EXTENT = "42/92/35/59"   # west/east/south/north, degrees
RIVER_CLASSES = (0, 1, 2, 3, 4, 5, 6, 7)   # double-lined, permanent, intermittent; no canals


def dump(*options):
    """Line segments of one pscoast dump: pairs (level, coordinates)."""
    folder = inputs.path("gshhg", "usr/share/gmt-gshhg")
    text = subprocess.run(["gmt", "pscoast", f"-R{EXTENT}", "-JX10d", "-Df", "-M", *options,
                           f"--DIR_GSHHG={folder}", "--FORMAT_FLOAT_OUT=%.6f"],
                          cwd=inputs.INPUTS, check=True, capture_output=True, text=True).stdout
    segments = []
    for line in text.splitlines():
        if line.startswith(">"):
            segments.append((int(line.split()[-1]), []))
        elif line and not line.startswith("#"):
            x, y = line.split()[:2]
            segments[-1][1].append((float(x), float(y)))
    return [(level, points) for level, points in segments if len(points) > 1]


def rivers():
    """All river pieces: pairs (class, coordinates); the pieces end at bin edges and junctions."""
    return [(river_class, points) for river_class in RIVER_CLASSES
            for _, points in dump(f"-I{river_class}")]


def lakes():
    """Lakes without their islands, largest first."""
    levels = {2: [], 3: []}
    for level, points in dump("-W1", "-A0/2/4"):
        if level in levels:
            levels[level].append(LineString(points))
    water = [Polygon(p.exterior) for p in polygonize(unary_union(levels[2]))]
    islands = unary_union([Polygon(p.exterior) for p in polygonize(unary_union(levels[3]))])
    return sorted((p.difference(islands) if p.intersects(islands) else p for p in water),
                  key=lambda p: -p.area)
