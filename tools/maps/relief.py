"""The raster `relief`: a soft tint and a hillshade for the background, never a source of heights.

ETOPO5 is coarse and stepped over the Tian Shan (Bishkek 900 m too high), so its grid is blurred,
pulled towards the heights GeoNames gives for towns, lifted along the axes of the named ranges, and
given invented detail where it is steep: ridged noise, like mountains but none. Band 1 is height in
classes, band 2 the hillshade, band 3 is empty.
"""
import math

import numpy as np
from osgeo import gdal

from . import inputs, ranges

WEST, EAST, SOUTH = 42.0, 92.0, 36.4     # degrees; the north follows from the size
WIDTH, HEIGHT = 2048, 1408               # pixels, whole tiles of 128
RADIUS = 6378137.0                       # of the sphere of EPSG:3857, metres
CELL = 1 / 12                            # ETOPO5 cell, degrees
LOWEST, HIGHEST = -150.0, 7000.0         # metres: ends of band 1
FLAT = 180                               # hillshade of level ground
FADE = 90                                # pixels over which the edge fades out
RAISE = 1100.0                           # metres added along the axis of a range
SEED = 20260101
LAKE_LEVELS = ((76.5, 42.35, 1607), (77.1, 42.45, 1607), (77.7, 42.5, 1607))   # Issyk-Kul, metres


def blur(grid, sigma):
    """Gaussian blur of a 2-D grid, edges repeated; sigma in cells."""
    radius = max(1, int(3 * sigma + 0.5))
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        padded = np.pad(grid, [(radius, radius) if a == axis else (0, 0) for a in (0, 1)], "edge")
        size = grid.shape[axis]
        grid = sum(w * np.take(padded, range(i, i + size), axis) for i, w in enumerate(kernel))
    return grid


def read_heights():
    """ETOPO5 around the frame: (grid, longitude and latitude of the first cell centre)."""
    data = gdal.Open(str(inputs.path("etopo", "usr/share/ferret-vis/data/etopo5.cdf")))
    left, top = int(round((WEST - 3) / CELL)), int(round((90 - 62) / CELL))
    columns, rows = int(round((EAST - WEST + 6) / CELL)), int(round((62 - SOUTH + 3) / CELL))
    grid = data.ReadAsArray(left, top, columns, rows).astype(np.float64)
    return np.clip(grid, LOWEST, HIGHEST), left * CELL, 90 - top * CELL


def town_heights(west, north, shape):
    """GeoNames heights of towns on the ETOPO5 grid: rows, columns (fractions) and metres."""
    result = [((north - lat) / CELL, (lon - west) / CELL, height)
              for lon, lat, height in LAKE_LEVELS]
    with open(inputs.path("places", "package/dist/cities500.txt"), encoding="utf-8") as file:
        for line in file:
            row = line.split("\t")
            x, y = (float(row[5]) - west) / CELL, (north - float(row[4])) / CELL
            height = float(row[16] or -9999)
            if 0 <= x < shape[1] - 1 and 0 <= y < shape[0] - 1 and height > -200:
                result.append((y, x, height))
    return np.array(result)


def corrected(grid, west, north):
    """The blurred grid, pulled towards the towns' heights nearby (about 25 km around)."""
    fine, broad = blur(grid, 1.3), blur(grid, 4.0)
    dy, dx = np.gradient(broad)
    hilly = np.clip(blur(np.hypot(dx, dy), 2.0) / 40, 0, 1)   # metres per cell
    smooth = broad + (fine - broad) * hilly                   # hides the steps of the plains
    total, mean, weight = (np.zeros_like(grid) for _ in range(3))
    for y, x, height in town_heights(west, north, grid.shape):
        r, c, reach = int(round(y)), int(round(x)), 10
        rows = slice(max(0, r - reach), min(grid.shape[0], r + reach + 1))
        columns = slice(max(0, c - reach), min(grid.shape[1], c + reach + 1))
        j, i = np.mgrid[rows, columns]
        near = np.exp(-((j - y) ** 2 + (i - x) ** 2) / (2 * 2.6 ** 2))
        total[rows, columns] += near * (height - smooth[r, c])
        mean[rows, columns] += near * height
        weight[rows, columns] += near
    pulled = smooth + blur(total / (weight + 0.35), 1.0)
    lowest = np.minimum(smooth, mean / np.maximum(weight, 1e-9) - 60)   # no pits before mountains
    return blur(np.where(weight > 1e-3, np.maximum(pulled, lowest), pulled), 0.8)


def raised(grid, west, north):
    """The grid with the named ranges lifted along their axes, where it is mountainous already.

    ETOPO5 melts neighbouring ranges into one swell; the axes part them again.
    """
    j, i = np.mgrid[:grid.shape[0], :grid.shape[1]]
    shrink = math.cos(math.radians(43))     # a degree of longitude against one of latitude
    near = np.full(grid.shape, np.inf)
    for name, (kind, _, points, *_) in ranges.RANGES.items():
        if kind != "range" or name in ("tian-shan", "altai"):    # names of whole systems
            continue
        nodes = [((lon - west) / CELL * shrink, (north - lat) / CELL) for lon, lat in points]
        for (x0, y0), (x1, y1) in zip(nodes, nodes[1:]):
            dx, dy = x1 - x0, y1 - y0
            t = np.clip(((i * shrink - x0) * dx + (j - y0) * dy) / (dx * dx + dy * dy), 0, 1)
            near = np.minimum(near, np.hypot(i * shrink - x0 - t * dx, j - y0 - t * dy))
    lift = np.exp(-0.5 * (near / 1.5) ** 2)      # about 14 km to each side
    mountainous = np.clip((grid - 600) / 1600, 0.05, 1)
    return grid + (lift * RAISE - 0.35 * RAISE * np.exp(-0.5 * (near / 5) ** 2)) * mountainous


def sample(grid, y, x):
    """Cubic B-spline sampling of a grid at fractional rows and columns."""
    r, c = np.floor(y).astype(int), np.floor(x).astype(int)
    result = np.zeros(np.broadcast(y, x).shape)
    for j, wy in zip(range(-1, 3), spline(y - r)):
        rows = np.clip(r + j, 0, grid.shape[0] - 1)
        for i, wx in zip(range(-1, 3), spline(x - c)):
            result += wy * wx * grid[rows, np.clip(c + i, 0, grid.shape[1] - 1)]
    return result


def spline(t):
    """The four weights of a uniform cubic B-spline."""
    return ((1 - t) ** 3 / 6, (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
            (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6, t ** 3 / 6)


def noise(x, y, random):
    """Gradient noise in about -1..1 on a lattice of one unit."""
    columns, rows = int(x.max() - x.min()) + 3, int(y.max() - y.min()) + 3
    angle = random.uniform(0, 2 * math.pi, (rows, columns))
    gx, gy = np.cos(angle), np.sin(angle)
    x, y = x - math.floor(x.min()), y - math.floor(y.min())
    c, r = x.astype(int), y.astype(int)
    fx, fy = x - c, y - r
    u, v = (t ** 3 * (t * (t * 6 - 15) + 10) for t in (fx, fy))

    def corner(j, i):
        return gx[r + j, c + i] * (fx - i) + gy[r + j, c + i] * (fy - j)
    top = corner(0, 0) * (1 - u) + corner(0, 1) * u
    bottom = corner(1, 0) * (1 - u) + corner(1, 1) * u
    return 1.5 * (top * (1 - v) + bottom * v)


def ridges(x, y):
    """Ridged noise in 0..1: sharp crests, broad valleys; `x`, `y` in kilometres."""
    random = np.random.default_rng(SEED)
    bend_x, bend_y = noise(x / 90, y / 90, random), noise(x / 90, y / 90, random)
    x, y = x + 22 * bend_x, y + 22 * bend_y
    total, share, weight = 0.0, 1.0, 1.0
    for octave in range(5):
        size = 46 / 2 ** octave
        crest = (1 - np.abs(noise(x / (size * 1.5), y / size, random))) ** 2
        total = total + share * weight * crest
        weight = np.clip(crest * 1.4, 0, 1)
        share *= 0.52
    return total / 2.0


def hillshade(heights, metres):
    """Hillshade 0..255 with light from the north-west and softer light from around.

    `metres` is the size of a pixel on the ground by row.
    """
    dy, dx = np.gradient(heights)
    dx, dy = dx / metres * 7, dy / metres * 7    # exaggerated: a pixel is two kilometres
    length = np.sqrt(1 + dx ** 2 + dy ** 2)
    light = 0.0
    for azimuth, share in ((315, 0.6), (270, 0.2), (0, 0.2)):
        a, up = math.radians(azimuth), math.radians(45)
        east, north = math.sin(a) * math.cos(up), math.cos(a) * math.cos(up)
        light = light + share * (-dx * east + dy * north + math.sin(up)) / length
    level = math.sin(math.radians(45))
    return np.clip(FLAT + (light - level) * 210, 0, 255)


def build():
    """The two bands as arrays of bytes, and the geotransform in EPSG:3857."""
    left, right = (math.radians(lon) * RADIUS for lon in (WEST, EAST))
    pixel = (right - left) / WIDTH
    bottom = math.log(math.tan(math.pi / 4 + math.radians(SOUTH) / 2)) * RADIUS
    top = bottom + HEIGHT * pixel
    northing = top - (np.arange(HEIGHT)[:, None] + 0.5) * pixel
    lat = np.degrees(2 * np.arctan(np.exp(northing / RADIUS)) - math.pi / 2)
    lon = WEST + (np.arange(WIDTH)[None, :] + 0.5) * (EAST - WEST) / WIDTH
    metres = pixel * np.cos(np.radians(lat))

    grid, west, north = read_heights()
    grid = raised(corrected(grid, west, north), west, north)
    rows, columns = (north - lat) / CELL, (lon - west) / CELL
    heights = sample(grid, rows, columns)
    gy, gx = np.gradient(blur(heights, 4))
    steep = blur(np.hypot(gx, gy) / metres, 5)              # metres per metre, broad
    mountains = np.clip((heights - 300) / 1500, 0.12, 1)
    hills = 30 * np.clip((heights - 250) / 300, 0, 1)
    amplitude = np.clip(steep * 42000, 0, 1500) * mountains + hills
    x = np.broadcast_to((lon - WEST) * 82, heights.shape)     # kilometres, near enough
    y = np.broadcast_to((northing - bottom) * np.cos(np.radians(46)) / 1000, heights.shape)
    detailed = heights + amplitude * (ridges(x, y) - 0.33)
    shade = hillshade(detailed, metres)
    tint = np.sqrt((np.clip(detailed, LOWEST, HIGHEST) - LOWEST) / (HIGHEST - LOWEST)) * 255

    edge = np.minimum.reduce(np.broadcast_arrays(
        np.arange(WIDTH)[None, :], np.arange(WIDTH)[None, ::-1],
        np.arange(HEIGHT)[:, None], np.arange(HEIGHT)[::-1, None])) / FADE
    inside = np.clip(edge, 0, 1) ** 2 * (3 - 2 * np.clip(edge, 0, 1))
    shade = FLAT + (shade - FLAT) * inside
    lowland = math.sqrt((200 - LOWEST) / (HIGHEST - LOWEST)) * 255
    tint = lowland + (tint - lowland) * inside
    return [np.round(band).astype(np.uint8) for band in (tint, shade)], (left, pixel, 0, top, 0,
                                                                         -pixel)
