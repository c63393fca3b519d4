"""Strokes and solids as closed outlines, and the parts that several icons share."""
import math
import pathlib

KAPPA = 0.5522847498  # cubic control length of a quarter circle


def number(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Part:
    """A closed outline of lines and cubics: [(x, y), (c1, c2, p), ...]."""

    def __init__(self, start):
        self.start = start
        self.steps = []
        self.at = start

    def line(self, x, y):
        self.steps.append(((x, y),))
        self.at = (x, y)

    def cubic(self, a, b, p):
        self.steps.append((a, b, p))
        self.at = p

    def quad(self, c, p):
        x, y = self.at
        self.cubic((x + (c[0] - x) * 2 / 3, y + (c[1] - y) * 2 / 3),
                   (p[0] + (c[0] - p[0]) * 2 / 3, p[1] + (c[1] - p[1]) * 2 / 3), p)

    def arc(self, cx, cy, r, a0, a1):
        """Along a circle from angle a0 to a1 [deg]; the pen is taken to be at a0."""
        n = max(1, math.ceil(abs(a1 - a0) / 90 - 1e-9))
        step = math.radians((a1 - a0) / n)
        k = 4 / 3 * math.tan(step / 4) * r
        for i in range(n):
            s = math.radians(a0) + i * step
            e = s + step
            self.cubic((cx + r * math.cos(s) - k * math.sin(s), cy + r * math.sin(s) + k * math.cos(s)),
                       (cx + r * math.cos(e) + k * math.sin(e), cy + r * math.sin(e) - k * math.cos(e)),
                       (cx + r * math.cos(e), cy + r * math.sin(e)))

    def area(self):
        points = [self.start] + [p for step in self.steps for p in step]
        return sum(x0 * y1 - x1 * y0
                   for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1])) / 2

    def reversed(self):
        ends = [self.start] + [step[-1] for step in self.steps]
        part = Part(ends[-1])
        for i in range(len(self.steps) - 1, -1, -1):
            step = self.steps[i]
            if len(step) == 1:
                part.line(*ends[i])
            else:
                part.cubic(step[1], step[0], ends[i])
        return part

    def text(self):
        out = [f"M{number(self.start[0])} {number(self.start[1])}"]
        for step in self.steps:
            out.append(("L" if len(step) == 1 else "C") +
                       " ".join(f"{number(x)} {number(y)}" for x, y in step))
        return "".join(out) + "Z"


class Icon:
    def __init__(self):
        self.parts = []

    def add(self, part, hole=False):
        if (part.area() < 0) != hole:
            part = part.reversed()
        self.parts.append(part)
        return self

    # Solids ---------------------------------------------------------------------------------
    def circle(self, cx, cy, r, hole=False):
        part = Part((cx + r, cy))
        part.arc(cx, cy, r, 0, 360)
        return self.add(part, hole)

    def poly(self, points, radius=1.0, hole=False):
        """Polygon with round corners."""
        n = len(points)
        part = None
        for i in range(n):
            before, at, after = points[i - 1], points[i], points[(i + 1) % n]
            db, da = math.dist(before, at), math.dist(at, after)
            # Keep the tangent length of a true arc, but never more than half an edge.
            turn = math.acos(max(-1, min(1, ((before[0] - at[0]) * (after[0] - at[0]) +
                                             (before[1] - at[1]) * (after[1] - at[1])) / (db * da))))
            cut = min(radius / max(math.tan(turn / 2), 0.2), db / 2, da / 2)
            a = (at[0] + (before[0] - at[0]) * cut / db, at[1] + (before[1] - at[1]) * cut / db)
            b = (at[0] + (after[0] - at[0]) * cut / da, at[1] + (after[1] - at[1]) * cut / da)
            if part is None:
                part = Part(a)
            else:
                part.line(*a)
            if cut > 1e-6:
                part.quad(at, b)
        return self.add(part, hole)

    def rect(self, x, y, w, h, radius=1.0, hole=False):
        return self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], radius, hole)

    def shape(self, start, steps, hole=False):
        """Free outline: a pair is a line, a triple of pairs a cubic, two pairs a quadratic."""
        part = Part(start)
        for step in steps:
            if not isinstance(step[0], tuple):
                part.line(*step)
            elif len(step) == 2:
                part.quad(*step)
            else:
                part.cubic(*step)
        return self.add(part, hole)

    # Strokes --------------------------------------------------------------------------------
    def stroke(self, *points, w=2.0, hole=False):
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            r = w / 2
            angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            part = Part((x0 + s * r, y0 - c * r))
            part.line(x1 + s * r, y1 - c * r)
            part.arc(x1, y1, r, angle - 90, angle + 90)
            part.line(x0 - s * r, y0 + c * r)
            part.arc(x0, y0, r, angle + 90, angle + 270)
            self.add(part, hole)
        return self

    def ring(self, cx, cy, r, w=2.0):
        return self.circle(cx, cy, r + w / 2).circle(cx, cy, r - w / 2, hole=True)

    def arc(self, cx, cy, r, a0, a1, w=2.0):
        """Round-ended arc from a0 clockwise to a1 [deg, y down]."""
        h = w / 2

        def at(radius, a):
            return cx + radius * math.cos(math.radians(a)), cy + radius * math.sin(math.radians(a))

        part = Part(at(r + h, a0))
        part.arc(cx, cy, r + h, a0, a1)
        part.arc(*at(r, a1), h, a1, a1 + 180)
        part.arc(cx, cy, r - h, a1, a0)
        part.arc(*at(r, a0), h, a0 + 180, a0 + 360)
        return self.add(part)

    def frame(self, x, y, w, h, radius=2.0, width=2.0):
        """Rectangle as a line; x, y, w, h of its middle."""
        d = width / 2
        self.rect(x - d, y - d, w + width, h + width, radius + d)
        return self.rect(x + d, y + d, w - width, h - width, max(radius - d, 0.3), hole=True)

    def outline(self, points, width=2.0):
        return self.stroke(*points, points[0], w=width)

    def svg(self):
        return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  <path d="' +
                "\n    ".join(part.text() for part in self.parts) + '"/>\n</svg>\n')


def polar(cx, cy, r, a):
    return cx + r * math.cos(math.radians(a)), cy + r * math.sin(math.radians(a))


def star(cx, cy, r, inner, points=5, turn=-90):
    return [polar(cx, cy, r if i % 2 == 0 else inner, turn + i * 180 / points)
            for i in range(2 * points)]


def bust(icon, cx, top, r, width, bottom):
    """Head and shoulders."""
    icon.circle(cx, top + r, r)
    left, right = cx - width / 2, cx + width / 2
    y = top + 2 * r + 1.2
    deep = min(width * 0.55, bottom - y)
    icon.shape((left, bottom - 0.8), [
        ((left, y + deep * 0.45), (left + width * 0.2, y), (cx, y)),
        ((right - width * 0.2, y), (right, y + deep * 0.45), (right, bottom - 0.8)),
        ((right, bottom), (right - 0.8, bottom)), (left + 0.8, bottom),
        ((left, bottom), (left, bottom - 0.8))])
    return icon


def tick(icon, cx, cy):
    """A tick cut out as one hole: two crossing strokes would count twice."""
    x, y = cx - 12, cy - 13.8
    return icon.shape((7.1 + x, 13.9 + y), [
        ((6.4 + x, 13.1 + y), (7.6 + x, 11.9 + y), (8.5 + x, 12.7 + y)), (10.8 + x, 15.2 + y),
        (15.3 + x, 9.7 + y), ((16.2 + x, 8.8 + y), (17.7 + x, 10 + y), (16.9 + x, 11 + y)),
        (11.7 + x, 17.4 + y), ((11 + x, 18.1 + y), (10.3 + x, 17.6 + y))], hole=True)


def wave(icon, y, x0=2.5, x1=21.5, height=1.6, w=2.0):
    """A swell of three crests as a band."""
    n = 3
    step = (x1 - x0) / n
    h = w / 2
    part = Part((x0, y - h))
    for i in range(n):
        s = x0 + i * step
        part.cubic((s + step * 0.3, y - h - height), (s + step * 0.2, y - h - height * 0.2),
                   (s + step * 0.5, y - h))
        part.cubic((s + step * 0.8, y - h + height * 0.2), (s + step * 0.7, y - h - height),
                   (s + step, y - h))
    part.line(x1, y + h)
    for i in range(n - 1, -1, -1):
        s = x0 + i * step
        part.cubic((s + step * 0.7, y + h - height), (s + step * 0.8, y + h + height * 0.2),
                   (s + step * 0.5, y + h))
        part.cubic((s + step * 0.2, y + h - height * 0.2), (s + step * 0.3, y + h - height),
                   (s, y + h))
    return icon.add(part)


def drop(icon, cx, top, r, hole=False):
    """Pointed above, round below."""
    cy = top + 2.1 * r
    return icon.shape((cx, top), [
        ((cx + r * 0.35, top + r * 0.6), (cx + r, cy - r * 0.75), (cx + r, cy)),
        ((cx + r, cy + KAPPA * r), (cx + KAPPA * r, cy + r), (cx, cy + r)),
        ((cx - KAPPA * r, cy + r), (cx - r, cy + KAPPA * r), (cx - r, cy)),
        ((cx - r, cy - r * 0.75), (cx - r * 0.35, top + r * 0.6), (cx, top))], hole)


def head(icon, tip, direction, size=4.2, w=2.0):
    """The two strokes of an arrow head."""
    for turn in (135, -135):
        icon.stroke(tip, polar(*tip, size, direction + turn), w=w)
    return icon


ICONS = {}


def draw(function):
    ICONS[function.__name__.strip("_")] = function(Icon())
    return function
