"""The layer `crossings`: border posts between Kazakhstan and Kyrgyzstan.

No source gives trustworthy coordinates. Each post is placed by its nearest village and moved to
the nearest point of the border line of our own regions; all are approximate.
"""
from shapely.geometry import LineString, Point
from shapely.ops import nearest_points, unary_union

from . import topology

SIDES = ("kz_name_kk", "kz_name_ky", "kz_name_ru", "kz_name_en",
         "kg_name_kk", "kg_name_ky", "kg_name_ru", "kg_name_en")
COLUMNS = {"id": str, "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str,
           **{side: str for side in SIDES}, "mode": str, "confirmed": int, "approximate": int,
           "since": str, "note": str, "source": str}
SOURCE = "placed by the nearest village on the border line, approximate"
ROAD, RAIL = "road", "rail"
# id, longitude, latitude, mode, confirmed, names of the Kazakh side, of the Kyrgyz side, note
POSTS = (
    ("korday-ak-zhol", 74.711, 43.037, ROAD, 1, ("Қордай", "Кордай", "Кордай", "Korday"),
     ("Ақжол", "Ак-Жол", "Ак-Жол", "Ak-Zhol"), ""),
    ("karasu-ak-tilek", 75.08, 42.96, ROAD, 1, ("Қарасу", "Кара-Суу", "Карасу", "Karasu"),
     ("Ақтілек", "Ак-Тилек", "Ак-Тилек", "Ak-Tilek"), ""),
    ("aukhatty-ken-bulun", 75.17, 42.92, ROAD, 1, ("Ауқатты", "Аукатты", "Аухатты", "Aukhatty"),
     ("Кең-Бұлұң", "Кең-Булуң", "Кен-Булун", "Ken-Bulun"), ""),
    ("sortobe-tokmok", 75.25, 42.87, ROAD, 1, ("Сортөбе", "Сортөбө", "Сортобе", "Sortobe"),
     ("Тоқмақ", "Токмок", "Токмок", "Tokmok"), ""),
    ("kegen-karkyra", 79.13, 42.80, ROAD, 1, ("Кеген", "Кеген", "Кеген", "Kegen"),
     ("Қарқара", "Каркыра", "Каркыра", "Karkyra"), "open day and night since 25 August 2025"),
    ("sypatai-batyr-chaldybar", 73.50, 42.84, ROAD, 0,
     ("Сыпатай батыр", "Сыпатай баатыр", "Сыпатай батыр", "Sypatai Batyr"),
     ("Шалдыбар", "Чалдыбар", "Чалдыбар", "Chaldybar"), "the pairing is not confirmed"),
    ("aisha-bibi-chon-kapka", 71.37, 42.75, ROAD, 0,
     ("Айша бибі", "Айша-Биби", "Айша-Биби", "Aisha-Bibi"),
     ("Шоңқапқа", "Чоң-Капка", "Чон-Капка", "Chon-Kapka"), "the pairing is not confirmed"),
    ("besagash-kichi-kapka", 71.50, 42.80, ROAD, 0,
     ("Бесағаш", "Бесагаш", "Бесагаш", "Besagash"),
     ("Кішіқапқа", "Кичи-Капка", "Кичи-Капка", "Kichi-Kapka"), "the pairing is not confirmed"),
    ("kaindy-rail", 73.51, 42.89, RAIL, 0, None, ("Қайыңды", "Кайыңды", "Каинда", "Kaindy"),
     "the post on the Kazakh side is not known to us"),
    ("tomonku-chuy", 73.95, 43.12, ROAD, 0, None,
     ("Төмөнкү-Чүй", "Төмөнкү-Чүй", "Томонку-Чуй", "Tomonku-Chuy"),
     "now Kamyshanovka; to be international by the protocol of 22 August 2025"),
)


def border(current):
    """The line that both countries share."""
    sides = [unary_union([shape for iso, shape in current.items() if iso.startswith(country)])
             for country in ("KZ", "KG")]
    shared = sides[0].boundary.intersection(sides[1].boundary)
    return unary_union([line for line in topology.parts(shared) if isinstance(line, LineString)])


def build(current):
    line, features = border(current), []
    for identity, lon, lat, mode, confirmed, kz, kg, note in POSTS:
        point = nearest_points(line, Point(lon, lat))[0]
        moved = Point(lon, lat).distance(point)
        print(f"crossings: {identity} moved by {moved:.3f} degrees")
        names = {f"name_{code}": f"{kz[i]} – {kg[i]}" if kz else kg[i]
                 for i, code in enumerate(("kk", "ky", "ru", "en"))}
        sides = dict(zip(SIDES, (*(kz or (None,) * 4), *kg)))
        features.append((point, {
            "id": identity, **names, **sides, "mode": mode, "confirmed": confirmed,
            "approximate": 1, "note": note or None, "source": SOURCE,
            "since": "2025-08-25" if identity == "kegen-karkyra" else None}))
    return features
