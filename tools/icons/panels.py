"""Icons of transport, of the map and of the panels."""
import math

from pen import ICONS, Icon, draw, head, polar, star as star_points


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


@draw
def two_lines(i):
    i.stroke((3, 5.4), (21, 5.4), w=2.8).stroke((5.5, 10.6), (18.5, 10.6), w=2.8)
    return i.stroke((3, 16), (21, 16), w=1.5).stroke((5.5, 20), (18.5, 20), w=1.5)


@draw
def star(i):
    i.poly(star_points(12, 12.6, 10.6, 4.5), 0.6)
    return i.poly(star_points(12, 12.6, 6, 2.55), 0.2, hole=True)


@draw
def star_on(i):
    return i.poly(star_points(12, 12.6, 10.6, 4.5), 0.6)


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


# Editing ----------------------------------------------------------------------------------------
def turn_back(i, flip):
    """An arrow that turns back; the way forth is its mirror image."""
    def at(x, y):
        return (24 - x, y) if flip else (x, y)
    i.stroke(at(4, 9), at(14.5, 9), w=2.2)
    i.stroke(at(8.6, 4.2), at(3.8, 9), at(8.6, 13.8), w=2.2)
    return i.arc(*at(14.5, 14), 5, *((90, 270) if flip else (-90, 90)), 2.2).stroke(at(8, 19), at(14.5, 19), w=2.2)


@draw
def undo(i):
    return turn_back(i, False)


@draw
def redo(i):
    return turn_back(i, True)


@draw
def history(i):
    i.arc(12.6, 12, 8.4, -150, 150, 2.2)
    i.stroke((2.6, 4.6), (4.4, 8.6), (8.8, 7.6), w=2.2)
    return i.stroke((12.6, 7.4), (12.6, 12.4), (16, 14.4), w=2.2)


@draw
def folder(i):
    return i.outline([(2.6, 5), (9, 5), (11.2, 7.4), (21.4, 7.4), (21.4, 19.4), (2.6, 19.4)], 2)


@draw
def table(i):
    i.frame(2.8, 4, 18.4, 16, 2, 2)
    i.stroke((3.4, 9.4), (20.6, 9.4), w=2).stroke((3.4, 14.6), (20.6, 14.6), w=1.6)
    return i.stroke((9.4, 9.4), (9.4, 19.4), w=1.6)


@draw
def graph(i):
    i.stroke((6, 6.4), (17.6, 12), w=1.8).stroke((6, 17.8), (17.6, 12), w=1.8)
    return i.circle(5.4, 6, 3.2).circle(5.4, 18, 3.2).circle(18.4, 12, 3.8)


@draw
def edit(i):
    i.poly([(15.6, 3.2), (20.8, 8.4), (8.8, 20.4), (2.8, 21.2), (3.6, 15.2)], 0.8)
    return i.poly([(15.6, 6.4), (17.6, 8.4), (7.8, 18.2), (5.4, 18.6), (5.8, 16.2)], 0.3, hole=True)


@draw
def trash(i):
    i.stroke((3.6, 6), (20.4, 6), w=2.2).stroke((9, 3.4), (15, 3.4), w=2.2)
    i.poly([(5.4, 8), (18.6, 8), (17.6, 21.8), (6.4, 21.8)], 1)
    return i.rect(9, 10.6, 1.8, 8.2, 0.8, hole=True).rect(13.2, 10.6, 1.8, 8.2, 0.8, hole=True)


@draw
def copy(i):
    i.rect(8.4, 8.4, 13, 13, 1.8)
    i.rect(10.4, 10.4, 9, 9, 0.6, hole=True)
    return i.poly([(2.6, 2.6), (15.6, 2.6), (15.6, 6.8), (13.6, 6.8), (13.6, 4.6), (4.6, 4.6), (4.6, 13.6), (6.8, 13.6), (6.8, 15.6), (2.6, 15.6)], 0.6)


# Files ------------------------------------------------------------------------------------------
@draw
def folder_open(i):
    i.stroke((3.2, 18.8), (3.2, 4.8), (9, 4.8), (11.2, 7.2), (19.4, 7.2), (19.4, 10), w=2)
    return i.poly([(6, 10.4), (22.6, 10.4), (19.2, 20.2), (2.4, 20.2)], 1)


@draw
def drive(i):
    i.frame(2.4, 5.6, 19.2, 12.8, 2.4, 2)
    i.stroke((3.4, 13), (20.6, 13), w=1.8)
    return i.circle(17.2, 15.7, 1.1).circle(13.6, 15.7, 1.1)


@draw
def camera(i):
    i.poly([(8.4, 4), (15.6, 4), (17, 6.8), (22, 6.8), (22, 20), (2, 20), (2, 6.8), (7, 6.8)], 1.6)
    return i.circle(12, 13, 4.6, hole=True).circle(12, 13, 2.6)


@draw
def menu(i):
    return i.stroke((3.4, 6), (20.6, 6), w=2.2).stroke((3.4, 12), (20.6, 12), w=2.2).stroke((3.4, 18), (20.6, 18), w=2.2)
