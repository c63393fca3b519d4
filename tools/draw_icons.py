#!/usr/bin/env python3
"""Write assets/icons/*.svg: the drawings as strokes and solids, outlined to filled paths.

One family: a 24 x 24 grid, 2 wide strokes with round ends, corners of radius 1. A hole
is a part that runs the other way round; everything overlaps under the nonzero rule.
"""
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


# Kinds of entities ------------------------------------------------------------------------------
@draw
def institution(i):
    i.poly([(12, 2.5), (21.5, 8.8), (2.5, 8.8)], 0.8)
    for x in (5.6, 9.87, 14.13, 18.4):
        i.stroke((x, 11.4), (x, 16.6))
    return i.rect(2.5, 18.8, 19, 2.7, 0.9)


@draw
def meeting(i):
    bust(i, 7, 3, 2.7, 8.6, 16)
    bust(i, 17, 3, 2.7, 8.6, 16)
    return i.rect(2, 17.6, 20, 3.4, 1.2)


@draw
def session(i):
    i.poly([(2.5, 3.5), (21.5, 3.5), (21.5, 16.8), (12.6, 16.8), (7, 21.6), (7, 16.8), (2.5, 16.8)], 1.6)
    i.stroke((7.2, 8.1), (16.8, 8.1), hole=True)
    return i.stroke((7.2, 12.2), (13.4, 12.2), hole=True)


@draw
def person(i):
    return bust(i, 12, 2.5, 4.4, 17, 21.5)


@draw
def organisation(i):
    i.rect(4.5, 2.5, 15, 19, 1.4)
    for y in (6, 10.2):
        for x in (7.9, 13.3):
            i.rect(x, y, 2.8, 2.4, 0.4, hole=True)
    return i.poly([(9.9, 15), (14.1, 15), (14.1, 21.6), (9.9, 21.6)], 0.3, hole=True)


@draw
def delegation(i):
    i.circle(5.3, 8, 2.3).circle(18.7, 8, 2.3)
    i.shape((1.5, 18.2), [((1.5, 13.4), (3, 11.4), (5.6, 11.4)), ((6.6, 11.4), (7.4, 11.8)),
                          ((6.3, 13.3), (5.7, 15.2), (5.6, 19)), (2.3, 19), ((1.5, 19), (1.5, 18.2))])
    i.shape((22.5, 18.2), [((22.5, 13.4), (21, 11.4), (18.4, 11.4)), ((17.4, 11.4), (16.6, 11.8)),
                           ((17.7, 13.3), (18.3, 15.2), (18.4, 19)), (21.7, 19), ((22.5, 19), (22.5, 18.2))])
    return bust(i, 12, 3, 3.3, 9.4, 21)


@draw
def venue(i):
    i.stroke((12, 2.8), (12, 8), w=2.2).circle(12, 3.6, 1.9)
    i.poly([(4, 8), (20, 8), (18.9, 12.2), (5.1, 12.2)], 0.9)
    i.poly([(7, 13.4), (17, 13.4), (16.2, 19.4), (7.8, 19.4)], 0.5)
    return i.rect(6, 19, 12, 2.6, 0.9)


@draw
def document(i):
    i.poly([(4.5, 2), (13.8, 2), (19.5, 7.7), (19.5, 22), (4.5, 22)], 1.3)
    i.poly([(13.2, 3.2), (13.2, 8.3), (18.3, 8.3), (17.2, 9.6), (11.8, 9.6), (11.8, 3.2)], 0.2, hole=True)
    i.stroke((8.2, 13.2), (15.8, 13.2), w=1.8, hole=True)
    return i.stroke((8.2, 17.2), (15.8, 17.2), w=1.8, hole=True)


@draw
def project(i):
    i.stroke((8, 3.4), (8, 20)).stroke((2.8, 7), (21, 7)).stroke((8, 3.4), (19, 7), w=1.6)
    i.stroke((8, 3.4), (3.2, 7), w=1.6)
    i.rect(2, 7, 3.6, 3.8, 0.6).stroke((17.6, 7), (17.6, 12.2), w=1.6)
    i.rect(15, 12, 5.2, 4, 0.7)
    return i.rect(3.6, 19, 9, 2.6, 0.9)


@draw
def joint_enterprise(i):
    return i.ring(8.4, 12, 5.4, 2.6).ring(15.6, 12, 5.4, 2.6)


@draw
def research_institute(i):
    i.rect(7.6, 2, 8.8, 2.5, 1)
    i.poly([(9, 3.5), (15, 3.5), (15, 9), (21, 19.6), (19.6, 22), (4.4, 22), (3, 19.6), (9, 9)], 1)
    i.poly([(11.1, 4.8), (12.9, 4.8), (12.9, 9.6), (15, 13.4), (9, 13.4), (11.1, 9.6)], 0.3, hole=True)
    return i.circle(10, 17.6, 1.3, hole=True).circle(14.4, 18.4, 0.95, hole=True)


@draw
def programme(i):
    i.rect(4, 3.8, 16, 18.2, 1.8).rect(8, 1.8, 8, 4.6, 1.2)
    return tick(i, 12, 13.8)


@draw
def crossing(i):
    i.rect(2.6, 6.2, 4.4, 15.4, 1).circle(4.8, 4.4, 2)
    i.rect(2, 19.4, 5.6, 2.4, 0.8)
    i.poly([(6, 8.4), (22, 8.4), (22, 12.8), (6, 12.8)], 0.8)
    for x in (9.6, 14.4, 19.2):
        i.poly([(x, 9.5), (x + 2.1, 9.5), (x + 0.5, 11.7), (x - 1.6, 11.7)], 0.1, hole=True)
    return i


@draw
def indicator(i):
    i.rect(3, 13, 4.6, 8.4, 1).rect(9.7, 8.4, 4.6, 13, 1)
    return i.rect(16.4, 3, 4.6, 18.4, 1)


@draw
def goal(i):
    i.stroke((12.4, 3), (12.4, 10), w=1.8)
    i.poly([(12.4, 2.2), (19.2, 4.7), (12.4, 7.2)], 0.4)
    return i.poly([(12.4, 8.6), (16, 14), (17.4, 12.4), (22, 21.4), (2, 21.4)], 1)


@draw
def commitment(i):
    i.poly(star(12, 12, 10.4, 8.6, 10), 1.0)
    return tick(i, 12, 12.2)


@draw
def award(i):
    i.poly([(6.4, 1.8), (10.6, 1.8), (13.4, 8), (9.4, 9.6)], 0.5)
    i.poly([(17.6, 1.8), (13.4, 1.8), (10.6, 8), (14.6, 9.6)], 0.5)
    i.circle(12, 15, 7)
    return i.poly(star(12, 15.2, 4.1, 1.75), 0.25, hole=True)


@draw
def relation(i):
    i.stroke((5.6, 12), (17.6, 5.6)).stroke((5.6, 12), (17.6, 18.4))
    return i.circle(5.6, 12, 3.4).circle(18.2, 5.4, 3.2).circle(18.2, 18.6, 3.2)


@draw
def source(i):
    for x in (2.6, 13):
        i.shape((x, 14.2), [((x, 8.6), (x + 2.4, 5.4), (x + 6.9, 4.6)), (x + 7.7, 7),
                            ((x + 5.4, 7.6), (x + 4.3, 8.8), (x + 4, 10.6)),
                            ((x + 6.6, 10.8), (x + 8.2, 12.4), (x + 8.2, 14.8)),
                            ((x + 8.2, 17.3), (x + 6.4, 19.2), (x + 4.1, 19.2)),
                            ((x + 1.7, 19.2), (x, 17.3), (x, 14.2))])
    return i


# Sectors ----------------------------------------------------------------------------------------
@draw
def logistics(i):
    i.rect(1.6, 5.4, 12.4, 11.2, 1.1)
    i.poly([(14.9, 8.6), (19, 8.6), (22.4, 12.4), (22.4, 16.6), (14.9, 16.6)], 1)
    i.poly([(16.6, 10.2), (18.4, 10.2), (20.2, 12.4), (16.6, 12.4)], 0.3, hole=True)
    i.circle(6.6, 17.4, 3).circle(17.6, 17.4, 3)
    return i.circle(6.6, 17.4, 1.2, hole=True).circle(17.6, 17.4, 1.2, hole=True)


@draw
def energy(i):
    return i.poly([(13.8, 1.6), (4.6, 13.6), (10.8, 13.6), (9.4, 22.4), (19.4, 9.8), (13, 9.8)], 0.9)


@draw
def metallurgy(i):
    def ingot(x, y):
        i.poly([(x + 2, y), (x + 7.2, y), (x + 9.2, y + 6.6), (x, y + 6.6)], 0.9)
    ingot(7.4, 4.4)
    ingot(2.2, 13)
    ingot(12.6, 13)
    return i


@draw
def transport(i):
    i.poly([(8.4, 2.4), (15.6, 2.4), (22, 21.6), (2, 21.6)], 1)
    i.stroke((12, 5), (12, 6.6), w=1.8, hole=True).stroke((12, 10.4), (12, 12.6), w=2, hole=True)
    return i.stroke((12, 16.6), (12, 19), w=2.2, hole=True)


@draw
def water(i):
    drop(i, 12, 1.6, 6.8)
    return i.shape((8, 15.4), [((8.1, 18), (9.8, 19.7), (12.2, 19.8)),
                               ((13.1, 19.7), (13.1, 18.4), (12.2, 18.2)),
                               ((10.8, 18.1), (9.7, 17), (9.6, 15.4)),
                               ((9.4, 14.5), (8.1, 14.5), (8, 15.4))], hole=True)


@draw
def tourism(i):
    i.circle(18, 5.6, 2.8)
    i.poly([(9, 5), (16.4, 16), (17.6, 14.2), (22.4, 21), (1.6, 21)], 0.9)
    return i.poly([(9, 8.2), (11.3, 11.7), (9.9, 12.6), (8.6, 11.5), (7, 12.4), (6.6, 11.7)], 0.2, hole=True)


@draw
def trade(i):
    i.stroke((3, 8), (20.6, 8), w=2.4)
    head(i, (20.8, 8), 0, 6, 2.4)
    i.stroke((21, 16), (3.4, 16), w=2.4)
    return head(i, (3.2, 16), 180, 6, 2.4)


@draw
def agriculture(i):
    i.stroke((12, 7), (12, 22), w=1.8)

    def grain(x, y, side, dx=5.2):
        i.shape((x, y), [((x + side * 0.4, y - 3.2), (x + side * dx * 0.6, y - 4.8), (x + side * dx, y - 4.8)),
                         ((x + side * (dx + 0.2), y - 2), (x + side * dx * 0.6, y), (x, y))])
    for y in (11.6, 15.6, 19.6):
        grain(12.9, y, 1)
        grain(11.1, y, -1)
    return i.shape((12, 8.2), [((9.8, 6.2), (9.8, 3.8), (12, 1.6)), ((14.2, 3.8), (14.2, 6.2), (12, 8.2))])


@draw
def industry(i):
    i.poly([(2.4, 21.6), (2.4, 11.4), (8.6, 14.8), (8.6, 11.4), (14.8, 14.8), (15.6, 2.6), (20, 2.6), (21.6, 21.6)], 0.8)
    for x in (6, 10.8, 15.6):
        i.rect(x, 17, 2.4, 2.4, 0.3, hole=True)
    return i


@draw
def solar(i):
    i.circle(12, 5.6, 3)
    for a in (180, 225, 315, 360):
        i.stroke(polar(12, 5.6, 4.9, a), polar(12, 5.6, 6.3, a), w=1.7)
    i.poly([(5.6, 12.4), (18.4, 12.4), (21.6, 21.4), (2.4, 21.4)], 0.9)
    i.stroke((4.6, 16.6), (19.4, 16.6), w=1.2, hole=True)
    for a, b in ((9.9, 8.8), (14.1, 15.2)):
        i.poly([(a - 0.6, 13.3), (a + 0.6, 13.3), (a + (b - a) * 0.36 + 0.6, 16), (a + (b - a) * 0.36 - 0.6, 16)], 0.1, hole=True)
        i.poly([(a + (b - a) * 0.46 - 0.6, 17.2), (a + (b - a) * 0.46 + 0.6, 17.2), (b + 0.6, 20.4), (b - 0.6, 20.4)], 0.1, hole=True)
    return i


@draw
def wind(i):
    cx, cy = 12, 9.4
    for a in (-90, 30, 150):
        tip = polar(cx, cy, 8.6, a)
        out = polar(cx, cy, 3.6, a - 24)
        back = polar(cx, cy, 1.6, a + 60)
        i.shape(polar(cx, cy, 1.3, a - 90), [(out, tip), (tuple(back))])
    i.circle(cx, cy, 2)
    return i.poly([(11.4, 12.6), (12.6, 12.6), (13.6, 22.4), (10.4, 22.4)], 0.6)


@draw
def hydro(i):
    i.poly([(3.4, 3), (9, 3), (9, 4.8), (10.4, 15), (3.4, 15)], 0.8)
    i.shape((10.4, 6), [((15.4, 6.2), (17.4, 9), (17.6, 15)), (14.8, 15),
                        ((14.6, 11), (13.4, 9.2), (10.9, 9.2))])
    return wave(i, 18.9, 2, 22, 2.2)


# Transport and the map --------------------------------------------------------------------------
@draw
def airport(i):
    return i.shape((12, 1.6), [
        ((13.4, 1.6), (14, 3.2), (14, 5)), (14, 9), (22.2, 14), ((22.6, 14.3), (22.6, 14.9)), (22.6, 16.2),
        (14, 13.6), (14, 18), (16.8, 20.2), (16.8, 22.2), (12, 20.8), (7.2, 22.2), (7.2, 20.2), (10, 18),
        (10, 13.6), (1.4, 16.2), (1.4, 14.9), ((1.4, 14.3), (1.8, 14)), (10, 9), (10, 5),
        ((10, 3.2), (10.6, 1.6), (12, 1.6))])


@draw
def rail(i):
    i.rect(4.6, 2.2, 14.8, 15.6, 3)
    i.rect(7, 5, 10, 5.4, 0.8, hole=True)
    i.circle(8.6, 14, 1.3, hole=True).circle(15.4, 14, 1.3, hole=True)
    return i.stroke((8, 18.4), (5.6, 21.6)).stroke((16, 18.4), (18.4, 21.6))


@draw
def pin(i):
    i.shape((12, 22.4), [((7.4, 17), (4.4, 13.4), (4.4, 9.4)), ((4.4, 5.1), (7.8, 1.7), (12, 1.7)),
                         ((16.2, 1.7), (19.6, 5.1), (19.6, 9.4)), ((19.6, 13.4), (16.6, 17), (12, 22.4))])
    return i.circle(12, 9.4, 3, hole=True)


@draw
def home(i):
    i.poly([(12, 2.2), (22.4, 11.6), (21, 13), (19.4, 11.6), (19.4, 21.6), (4.6, 21.6), (4.6, 11.6), (3, 13), (1.6, 11.6)], 0.8)
    return i.poly([(9.8, 14), (14.2, 14), (14.2, 21.7), (9.8, 21.7)], 0.3, hole=True)


@draw
def flag(i):
    i.stroke((4.8, 3), (4.8, 21.4), w=2.2)
    return i.shape((6, 3.6), [((9.4, 1.8), (12.6, 5.6), (20.4, 3.4)), (20.4, 13.4),
                              ((12.6, 15.6), (9.4, 11.8), (6, 13.6))])


# Panels -----------------------------------------------------------------------------------------
@draw
def search(i):
    return i.ring(10.4, 10.4, 6.6, 2.2).stroke((15.4, 15.4), (20.8, 20.8), w=2.6)


@draw
def layers(i):
    i.poly([(12, 2.2), (22, 8), (12, 13.8), (2, 8)], 0.8)
    i.stroke((3, 12.3), (12, 17.3), (21, 12.3))
    return i.stroke((3, 16.6), (12, 21.6), (21, 16.6))


@draw
def clock(i):
    return i.ring(12, 12, 8.8, 2.2).stroke((12, 7), (12, 12.4), (15.8, 14.4), w=2.2)


@draw
def play(i):
    return i.poly([(6, 2.8), (21, 12), (6, 21.2)], 1.4)


@draw
def pause(i):
    return i.rect(5, 3.4, 5, 17.2, 1.3).rect(14, 3.4, 5, 17.2, 1.3)


def globe_of(i):
    i.ring(12, 12, 8.9, 2)
    i.stroke((3.6, 12), (20.4, 12), w=1.7)
    for side in (-1, 1):
        i.shape((12, 3), [((12 + side * 7, 7), (12 + side * 7, 17), (12, 21)),
                          ((12 + side * 4.6, 16.6), (12 + side * 4.6, 7.4), (12, 3))])
    return i


@draw
def globe(i):
    return globe_of(i)


@draw
def language(i):
    return globe_of(i)


def eye_of(i):
    i.shape((1.4, 12), [((4.4, 7), (7.8, 4.8), (12, 4.8)), ((16.2, 4.8), (19.6, 7), (22.6, 12)),
                        ((19.6, 17), (16.2, 19.2), (12, 19.2)), ((7.8, 19.2), (4.4, 17), (1.4, 12))])
    i.shape((3.8, 12), [((6, 8.6), (8.6, 6.9), (12, 6.9)), ((15.4, 6.9), (18, 8.6), (20.2, 12)),
                        ((18, 15.4), (15.4, 17.1), (12, 17.1)), ((8.6, 17.1), (6, 15.4), (3.8, 12))], hole=True)
    return i.circle(12, 12, 3.5)


@draw
def eye(i):
    return eye_of(i)


@draw
def eye_off(i):
    i.arc(12, 4.2, 9.6, 34, 146, w=2.1)
    for a in (50, 77, 103, 130):
        i.stroke(polar(12, 4.2, 10, a), polar(12, 4.2, 14, a), w=2)
    return i


@draw
def lock(i):
    i.arc(12, 8.2, 4.4, 180, 360, w=2.4).stroke((7.6, 8.2), (7.6, 11), w=2.4).stroke((16.4, 8.2), (16.4, 11), w=2.4)
    i.rect(4, 10.2, 16, 11.6, 1.8)
    return i.stroke((12, 15), (12, 17.4), w=2.4, hole=True)


@draw
def unlock(i):
    i.arc(12, 7, 4.4, 180, 350, w=2.4).stroke((7.6, 7), (7.6, 11), w=2.4)
    i.rect(4, 10.2, 16, 11.6, 1.8)
    return i.stroke((12, 15), (12, 17.4), w=2.4, hole=True)


@draw
def solo(i):
    i.ring(12, 12, 6.8, 2.2).circle(12, 12, 2.6)
    for a in (0, 90, 180, 270):
        i.stroke(polar(12, 12, 7, a), polar(12, 12, 10.4, a), w=2.2)
    return i


@draw
def close(i):
    return i.stroke((5.4, 5.4), (18.6, 18.6), w=2.5).stroke((18.6, 5.4), (5.4, 18.6), w=2.5)


for name, points in {"left": [(15, 5), (8, 12), (15, 19)], "right": [(9, 5), (16, 12), (9, 19)],
                     "up": [(5, 15), (12, 8), (19, 15)], "down": [(5, 9), (12, 16), (19, 9)]}.items():
    ICONS["chevron_" + name] = Icon().stroke(*points, w=2.6)


@draw
def plus(i):
    return i.stroke((4.4, 12), (19.6, 12), w=2.6).stroke((12, 4.4), (12, 19.6), w=2.6)


@draw
def minus(i):
    return i.stroke((4.4, 12), (19.6, 12), w=2.6)


@draw
def check(i):
    return i.stroke((4.4, 12.8), (9.6, 18), (19.8, 6.4), w=2.6)


@draw
def legend(i):
    i.circle(5.2, 5.4, 2.8).rect(2.6, 10, 5.2, 5.2, 0.9).poly([(5.2, 16.4), (8.2, 21.8), (2.2, 21.8)], 0.6)
    for y in (5.4, 12.6, 19.6):
        i.stroke((12, y), (21, y), w=2.2)
    return i


@draw
def list(i):
    for y in (5.4, 12, 18.6):
        i.circle(4, y, 1.7).stroke((9, y), (21, y), w=2.2)
    return i


@draw
def info(i):
    i.circle(12, 12, 10)
    return i.circle(12, 7.4, 1.5, hole=True).stroke((12, 11.6), (12, 17), w=2.5, hole=True)


@draw
def warning(i):
    i.poly([(12, 1.8), (23, 21.4), (1, 21.4)], 1.7)
    return i.stroke((12, 8.6), (12, 13.6), w=2.5, hole=True).circle(12, 17.6, 1.5, hole=True)


@draw
def link(i):
    def loop(cx, cy, turn):
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

        def at(x, y):
            return cx + c * x - s * y, cy + s * x + c * y
        i.stroke(at(-3.2, -3.4), at(1.6, -3.4), w=2.3).stroke(at(-3.2, 3.4), at(1.6, 3.4), w=2.3)
        i.arc(*at(-3.2, 0), 3.4, turn + 90, turn + 270, w=2.3)
    loop(8.2, 15.8, -45)
    loop(15.8, 8.2, 135)
    return i.stroke((9.2, 14.8), (14.8, 9.2), w=2.3)


@draw
def arrow_in(i):
    i.stroke((2.6, 12), (14.4, 12), w=2.3)
    head(i, (14.8, 12), 0, 5.6, 2.3)
    return i.stroke((13, 3.4), (20.4, 3.4), (20.4, 20.6), (13, 20.6), w=2.3)


@draw
def arrow_out(i):
    i.stroke((9, 12), (20.8, 12), w=2.3)
    head(i, (21.2, 12), 0, 5.6, 2.3)
    return i.stroke((11, 3.4), (3.6, 3.4), (3.6, 20.6), (11, 20.6), w=2.3)


@draw
def settings(i):
    points = []
    for tooth in range(8):
        a = tooth * 45
        points += [polar(12, 12, 7.9, a - 15), polar(12, 12, 10.6, a - 9), polar(12, 12, 10.6, a + 9), polar(12, 12, 7.9, a + 15)]
    i.poly(points, 0.6)
    return i.circle(12, 12, 3.5, hole=True)


@draw
def moon(i):
    return i.shape((14.2, 2.6), [((6, 3), (2.4, 9.4), (3.4, 14.6)), ((4.8, 21), (13.4, 24), (19.2, 18.6)),
                                 ((20.3, 17.5), (20.9, 16.5), (21.4, 15.2)),
                                 ((13, 17.4), (7.2, 9.8), (14.2, 2.6))])


@draw
def sun(i):
    i.circle(12, 12, 4.8)
    for a in range(0, 360, 45):
        i.stroke(polar(12, 12, 7.8, a), polar(12, 12, 10, a), w=2.1)
    return i


@draw
def printer(i):
    i.rect(6, 2.4, 12, 5, 0.8).rect(2, 8.4, 20, 9.4, 1.6)
    i.circle(18.6, 11.4, 1.1, hole=True)
    i.poly([(5.2, 13.6), (18.8, 13.6), (18.8, 17.8), (5.2, 17.8)], 0.2, hole=True)
    return i.rect(6.6, 15, 10.8, 7, 0.8)


@draw
def full_screen(i):
    for x, y in ((3.4, 3.4), (20.6, 3.4), (3.4, 20.6), (20.6, 20.6)):
        dx = 5 if x < 12 else -5
        dy = 5 if y < 12 else -5
        i.stroke((x + dx, y), (x, y), (x, y + dy), w=2.3)
    return i


@draw
def calendar(i):
    i.rect(2.6, 4, 18.8, 17.8, 1.8).stroke((7.6, 2.8), (7.6, 6), w=2.2).stroke((16.4, 2.8), (16.4, 6), w=2.2)
    i.rect(4.8, 9.4, 14.4, 10.2, 0.5, hole=True)
    for x, y in ((6.6, 11.2), (10.8, 11.2), (15, 11.2), (6.6, 15.2), (10.8, 15.2)):
        i.rect(x, y, 2.4, 2.4, 0.4)
    return i


@draw
def book(i):
    i.shape((12, 5.6), [((9.4, 3.4), (6, 3), (1.8, 3.4)), (1.8, 18.8), ((6, 18.4), (9.4, 18.8), (12, 21)),
                        ((14.6, 18.8), (18, 18.4), (22.2, 18.8)), (22.2, 3.4), ((18, 3), (14.6, 3.4), (12, 5.6))])
    return i.stroke((12, 7.4), (12, 18.2), w=1.5, hole=True)


def main():
    folder = pathlib.Path(__file__).resolve().parent.parent / "assets" / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    for name, icon in ICONS.items():
        (folder / f"{name}.svg").write_text(icon.svg())


if __name__ == "__main__":
    main()
