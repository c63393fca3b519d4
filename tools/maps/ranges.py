"""The layers `ranges` and `peaks`: names along the axes of mountains, uplands and deserts.

The axes are drawn by hand through three to six points to carry a label: they are schematic.
"""
from shapely.geometry import LineString, Point

RANGE_COLUMNS = {"id": str, "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str,
                 "kind": str, "rank": int, "schematic": int, "derived": str, "source": str}
PEAK_COLUMNS = {"id": str, "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str,
                "height_m": int, "rank": int, "approximate": int, "source": str}
SOURCE = "drawn by hand along the axis, schematic"
# id: (kind, rank, points (degrees), kk, ky, ru, en, derived)
RANGES = {
    "tian-shan": ("range", 0, [(73.2, 41.75), (75.5, 41.75), (78.0, 41.95), (80.5, 42.3),
                               (83.5, 42.9)], "Тянь-Шань", "Теңир-Тоо", "Тянь-Шань", "Tian Shan",
                  ""),
    "kyrgyz": ("range", 1, [(72.2, 42.72), (73.4, 42.58), (74.6, 42.52), (75.7, 42.5)],
               "Қырғыз Алатауы", "Кыргыз Ала-Тоосу", "Кыргызский Ала-Тоо", "Kyrgyz Ala-Too", ""),
    "ile-alatau": ("range", 1, [(75.6, 43.0), (76.6, 43.08), (77.4, 43.08), (78.2, 43.17)],
                   "Іле Алатауы", "Иле Ала-Тоосу", "Заилийский Алатау", "Ile Alatau", "ky"),
    "kungey": ("range", 2, [(76.1, 42.78), (77.1, 42.85), (78.2, 42.87)],
               "Күнгей Алатау", "Күңгөй Ала-Тоо", "Кунгей-Ала-Тоо", "Kungey Ala-Too", ""),
    "terskey": ("range", 1, [(76.0, 42.05), (77.3, 42.0), (78.4, 42.2), (79.4, 42.5)],
                "Теріскей Алатау", "Тескей Ала-Тоо", "Терскей-Ала-Тоо", "Terskey Ala-Too", ""),
    "talas": ("range", 2, [(70.6, 42.25), (71.6, 42.28), (72.7, 42.22), (73.3, 42.2)],
              "Талас Алатауы", "Талас Ала-Тоосу", "Таласский Ала-Тоо", "Talas Ala-Too", ""),
    "suusamyr": ("range", 3, [(73.2, 42.12), (74.2, 42.05), (75.0, 42.0)],
                 "Суусамыр-Тоо", "Суусамыр-Тоо", "Сусамыртау", "Suusamyr-Too", "kk"),
    "chatkal": ("range", 3, [(70.2, 41.3), (70.9, 41.6), (71.5, 41.95)],
                "Шатқал жотасы", "Чаткал тоо тизмеги", "Чаткальский хребет", "Chatkal Range",
                "kk"),
    "fergana": ("range", 1, [(73.0, 41.45), (73.8, 41.05), (74.5, 40.6)],
                "Ферғана жотасы", "Фергана тоо тизмеги", "Ферганский хребет", "Fergana Range",
                ""),
    "naryn-too": ("range", 3, [(75.0, 41.35), (75.9, 41.32), (76.8, 41.35)],
                  "Нарын-Тоо", "Нарын-Тоо", "Нарынтау", "Naryn-Too", "kk"),
    "at-bashy": ("range", 3, [(74.7, 40.85), (75.6, 41.0), (76.5, 41.15)],
                 "Атбасы жотасы", "Ат-Башы тоо тизмеги", "Хребет Ат-Баши", "At-Bashy Range",
                 "kk"),
    "kokshaal": ("range", 2, [(75.8, 40.65), (77.2, 41.0), (78.6, 41.4), (79.8, 41.9)],
                 "Көкшаал-Тоо", "Какшаал-Тоо", "Какшаал-Тоо", "Kakshaal-Too", "kk"),
    "alay": ("range", 1, [(70.8, 39.72), (72.0, 39.85), (73.2, 39.95), (74.0, 40.15)],
             "Алай жотасы", "Алай тоо тизмеги", "Алайский хребет", "Alay Range", ""),
    "chong-alay": ("range", 2, [(71.5, 39.3), (72.6, 39.35), (73.6, 39.42)],
                   "Алай арғы жотасы", "Чоң-Алай тоо тизмеги", "Чон-Алайский хребет",
                   "Chong-Alay Range", "kk"),
    "turkistan": ("range", 3, [(69.0, 39.55), (69.9, 39.65), (70.7, 39.62)],
                  "Түркістан жотасы", "Түркстан тоо тизмеги", "Туркестанский хребет",
                  "Turkistan Range", "kk"),
    "jetisu": ("range", 1, [(78.4, 44.5), (79.5, 44.9), (80.6, 45.15), (81.8, 45.3)],
               "Жетісу Алатауы", "Жетисуу Ала-Тоосу", "Джунгарский Алатау", "Jetisu Alatau",
               "ky"),
    "tarbagatai": ("range", 1, [(80.8, 47.25), (82.0, 47.2), (83.2, 47.05)],
                   "Тарбағатай", "Тарбагатай", "Тарбагатай", "Tarbagatai", "ky"),
    "altai": ("range", 0, [(83.2, 50.2), (84.6, 49.75), (86.0, 49.45), (87.6, 49.15)],
              "Алтай", "Алтай", "Алтай", "Altai", ""),
    "saur": ("range", 3, [(84.6, 47.1), (85.4, 47.05), (86.0, 47.1)],
             "Сауыр", "Саур", "Саур", "Saur", "ky"),
    "kalba": ("range", 3, [(80.8, 49.3), (81.9, 49.35), (82.9, 49.2)],
              "Қалба жотасы", "Калба тоо тизмеги", "Калбинский хребет", "Kalba Range", "ky"),
    "shyngystau": ("range", 3, [(77.6, 49.4), (78.8, 48.85), (79.9, 48.45)],
                   "Шыңғыстау", "Чыңгыз-Тоо", "Чингизтау", "Shyngystau", "ky"),
    "shu-ile": ("range", 3, [(73.8, 44.3), (74.8, 43.75), (75.6, 43.35)],
                "Шу-Іле таулары", "Чүй-Иле тоолору", "Чу-Илийские горы", "Shu-Ile Mountains",
                "ky"),
    "karatau": ("range", 1, [(67.6, 44.1), (68.7, 43.65), (69.7, 43.15), (70.6, 42.8)],
                "Қаратау", "Кара-Тоо", "Каратау", "Karatau", "ky"),
    "ulytau": ("range", 2, [(66.6, 49.2), (66.9, 48.7), (67.1, 48.2)],
               "Ұлытау", "Улуу-Тоо", "Улытау", "Ulytau", "ky"),
    "saryarka": ("upland", 0, [(68.8, 49.7), (71.5, 49.35), (74.5, 49.1), (77.2, 48.6)],
                 "Сарыарқа", "Сарыарка", "Сарыарка (Казахский мелкосопочник)",
                 "Saryarka (Kazakh Uplands)", "ky"),
    "mugodzhary": ("range", 2, [(58.6, 50.0), (58.7, 49.2), (58.5, 48.3)],
                   "Мұғалжар", "Мугалжар", "Мугоджары", "Mugodzhary", "ky"),
    "ustyurt": ("upland", 1, [(54.2, 44.4), (55.6, 43.9), (57.2, 43.6)],
                "Үстірт", "Үстүрт", "Устюрт", "Ustyurt", "ky"),
    "mangystau": ("range", 3, [(51.3, 44.45), (52.3, 44.2), (53.2, 44.0)],
                  "Маңғыстау таулары", "Маңгыстау тоолору", "Мангистауские горы",
                  "Mangystau Mountains", "ky"),
    "torgay": ("upland", 2, [(63.4, 51.3), (64.2, 50.3), (64.6, 49.3)],
               "Торғай үстірті", "Торгай бөксө тоосу", "Тургайское плато", "Torgay Plateau",
               "ky"),
    "caspian-lowland": ("lowland", 1, [(48.2, 48.1), (50.3, 48.0), (52.4, 48.0)],
                        "Каспий маңы ойпаты", "Каспий ойдуңу", "Прикаспийская низменность",
                        "Caspian Lowland", "ky"),
    "betpak-dala": ("desert", 1, [(68.6, 46.1), (70.3, 46.0), (72.2, 46.0)],
                    "Бетпақдала", "Бетпак-Дала", "Бетпак-Дала", "Betpak-Dala", "ky"),
    "kyzylkum": ("desert", 1, [(61.6, 43.3), (63.4, 42.9), (65.6, 42.7)],
                 "Қызылқұм", "Кызыл-Кум", "Кызылкум", "Kyzylkum", "ky"),
    "moiynkum": ("desert", 1, [(69.9, 44.3), (71.5, 44.1), (73.2, 43.85)],
                 "Мойынқұм", "Моюн-Кум", "Мойынкум", "Moiynkum", "ky"),
    "saryesik": ("desert", 2, [(75.2, 45.9), (76.3, 45.8), (77.3, 45.6)],
                 "Сарыесік Атырау", "Сарыесик-Атырау", "Сарыесик-Атырау", "Saryesik-Atyrau",
                 "ky"),
    "karakum-aral": ("desert", 2, [(61.8, 47.3), (63.0, 47.2), (64.3, 47.0)],
                     "Арал Қарақұмы", "Арал Кара-Куму", "Приаральские Каракумы",
                     "Aral Karakum", "ky"),
    "naryn-sands": ("desert", 3, [(48.0, 48.7), (49.2, 48.6), (50.3, 48.4)],
                    "Нарын құмы", "Нарын куму", "Нарынские пески", "Naryn Sands", "ky"),
}
# id: (longitude, latitude, height in metres, rank, kk, ky, ru, en)
PEAKS = {
    "jengish-chokusu": (80.13, 42.03, 7439, 0, "Жеңіс шыңы", "Жеңиш чокусу", "Пик Победы",
                        "Jengish Chokusu"),
    "khan-tengri": (80.17, 42.21, 7010, 0, "Хан Тәңірі", "Хан-Теңири", "Хан-Тенгри",
                    "Khan Tengri"),
    "lenin": (72.88, 39.34, 7134, 1, "Ленин шыңы", "Ленин чокусу", "Пик Ленина", "Lenin Peak"),
    "talgar": (77.34, 43.11, 4979, 2, "Талғар шыңы", "Талгар чокусу", "Пик Талгар",
               "Talgar Peak"),
    "belukha": (86.59, 49.81, 4506, 1, "Мұзтау", "Белуха", "Белуха", "Belukha"),
}


def ranges():
    return [(LineString(points), {
        "id": identity, "name_kk": kk, "name_ky": ky, "name_ru": ru, "name_en": en, "kind": kind,
        "rank": rank, "schematic": 1, "derived": derived or None, "source": SOURCE})
        for identity, (kind, rank, points, kk, ky, ru, en, derived) in sorted(
            RANGES.items(), key=lambda item: (item[1][1], item[0]))]


def peaks():
    return [(Point(lon, lat), {
        "id": identity, "name_kk": kk, "name_ky": ky, "name_ru": ru, "name_en": en,
        "height_m": height, "rank": rank, "approximate": 1,
        "source": "placed by hand, approximate to about 1 km"})
        for identity, (lon, lat, height, rank, kk, ky, ru, en) in PEAKS.items()]
