"""Icons of the kinds of entities and of the sectors."""
from pen import bust, draw, drop, head, polar, star, tick, wave


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
def agenda_item(i):
    i.rect(3, 2.4, 18, 19.2, 1.8)
    for y in (7.2, 12, 16.8):
        i.circle(7.2, y, 1.4, hole=True)
        i.stroke((11, y), (17.2, y), w=1.8, hole=True)
    return i


@draw
def person(i):
    return bust(i, 12, 2.5, 4.4, 17, 21.5)


@draw
def post(i):
    """A rostrum: the first, the second, the third."""
    i.rect(8.4, 4.4, 7.2, 16.8, 1)
    i.rect(1.6, 10.2, 8, 11, 1)
    i.rect(14.4, 13.2, 8, 8, 1)
    i.stroke((12, 8.2), (12, 12.6), w=1.8, hole=True)
    return i


@draw
def interpreter(i):
    """Two who speak, one after the other."""
    i.poly([(2, 2.6), (15, 2.6), (15, 10), (8.4, 10), (5, 13.4), (5, 10), (2, 10)], 1.4)
    i.poly([(9, 12.6), (22, 12.6), (22, 19), (19, 19), (19, 22.2), (15.6, 19), (9, 19)], 1.4)
    i.stroke((5.6, 6.3), (11.4, 6.3), w=1.8, hole=True)
    return i.stroke((12.6, 15.8), (18.4, 15.8), w=1.8, hole=True)


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
def accommodation(i):
    i.stroke((3, 5.4), (3, 19.6), w=2.2).circle(7.4, 11.2, 2.4)
    i.poly([(11.2, 8.8), (19, 8.8), (22, 11.8), (22, 14.6), (11.2, 14.6)], 1.2)
    i.rect(2.4, 14, 19.6, 2.8, 0.8)
    return i.stroke((20.9, 16), (20.9, 19.6), w=2.2)


@draw
def arrival(i):
    """Down onto a line, from wherever it comes."""
    i.stroke((3, 20.4), (21, 20.4), w=2.4).stroke((5, 3.6), (15.4, 14), w=2.6)
    return i.stroke((15.6, 5.8), (15.6, 14.2), (7.2, 14.2), w=2.6)


@draw
def vehicle(i):
    i.poly([(6.4, 4.6), (17.6, 4.6), (20, 11), (4, 11)], 1.6)
    i.poly([(7.6, 6.6), (16.4, 6.6), (17.5, 9.8), (6.5, 9.8)], 0.5, hole=True)
    i.rect(2.4, 10.6, 19.2, 7.4, 1.6)
    i.rect(3.8, 16, 4, 5, 0.9).rect(16.2, 16, 4, 5, 0.9)
    return i.circle(6.2, 14.2, 1.4, hole=True).circle(17.8, 14.2, 1.4, hole=True)


@draw
def b2b_request(i):
    """Two at a table."""
    i.circle(4.6, 6.4, 2.8).circle(19.4, 6.4, 2.8)
    i.poly([(2.2, 10.4), (7, 10.4), (7, 20.4), (2.2, 20.4)], 1.6)
    i.poly([(17, 10.4), (21.8, 10.4), (21.8, 20.4), (17, 20.4)], 1.6)
    i.stroke((8.8, 12.6), (15.2, 12.6), w=2.4)
    return i.stroke((12, 13.4), (12, 20.4), w=2.2)


@draw
def waiver(i):
    """A stamp under which somebody has put a tick."""
    i.rect(3, 2.4, 18, 19.2, 1.8)
    i.stroke((7.4, 7), (16.6, 7), w=1.8, hole=True)
    return tick(i, 12, 14.4)


@draw
def release(i):
    """A printed programme that goes out."""
    i.rect(2.2, 2.4, 11.2, 19.2, 1.6)
    i.stroke((5, 7.4), (10.6, 7.4), w=1.8, hole=True).stroke((5, 12), (10.6, 12), w=1.8, hole=True)
    i.stroke((5, 16.6), (8.6, 16.6), w=1.8, hole=True)
    return i.stroke((15.4, 12), (21.4, 12), w=2.2).stroke((18, 8.4), (21.6, 12), (18, 15.6), w=2.2)


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
