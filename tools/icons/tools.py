"""Icons of the map's tools."""
from pen import draw


@draw
def tool_select(i):
    return i.poly([(5, 2.6), (19.4, 14.2), (12.9, 14.9), (16.2, 20.8), (13.5, 22.2), (10.3, 16.2), (5, 20.4)], 0.8)


@draw
def tool_move(i):
    i.stroke((12, 4), (12, 20)).stroke((4, 12), (20, 12))
    for (x, y), (dx, dy) in (((12, 2), (1, 0)), ((12, 22), (1, 0)), ((2, 12), (0, 1)), ((22, 12), (0, 1))):
        into = (12 - x) / 10, (12 - y) / 10
        tip = x + into[0] * 3.4, y + into[1] * 3.4
        i.poly([(x, y), (tip[0] + dx * 3, tip[1] + dy * 3), (tip[0] - dx * 3, tip[1] - dy * 3)], 0.4)
    return i


@draw
def tool_point(i):
    return i.ring(12, 12, 7.4).circle(12, 12, 2.6)


@draw
def tool_line(i):
    i.stroke((5, 18.6), (10.4, 8.4)).stroke((10.4, 8.4), (19, 5.4))
    return i.circle(5, 18.6, 2.9).circle(10.4, 8.4, 2.9).circle(19, 5.4, 2.9)


@draw
def tool_polygon(i):
    corners = [(5, 6), (18.6, 4.6), (19.6, 17.6), (8, 19.6)]
    for a, b in zip(corners, corners[1:] + corners[:1]):
        i.stroke(a, b)
    for x, y in corners:
        i.circle(x, y, 2.6)
    return i


@draw
def tool_vertices(i):
    i.stroke((3.4, 18.6), (9.4, 9.6)).stroke((14.6, 9.6), (20.6, 18.6))
    i.rect(8.4, 4.4, 7.2, 7.2, 0.8)
    return i.rect(10.4, 6.4, 3.2, 3.2, 0.4, hole=True)


@draw
def tool_border(i):
    for x in (2.6, 10.2, 17.8):
        i.stroke((x + 0.4, 12), (x + 3.2, 12), w=3.2)
    return i.stroke((5, 5), (19, 5)).stroke((5, 19), (19, 19))


@draw
def tool_buffer(i):
    i.ring(12, 12, 9.2).circle(12, 12, 2.4)
    return i.stroke((12, 12), (18.2, 5.8))


@draw
def tool_measure(i):
    i.rect(1.8, 7.4, 20.4, 9.2, 1.2).rect(3.8, 9.4, 16.4, 5.2, 0.4, hole=True)
    for x in (7, 12, 17):
        i.stroke((x, 9), (x, 11.6), w=1.8)
    return i


@draw
def tool_measure_road(i):
    i.stroke((8.6, 3), (3.6, 21)).stroke((15.4, 3), (20.4, 21))
    for y in (4, 10.6, 17.2):
        i.stroke((12, y), (12, y + 2.6))
    return i
