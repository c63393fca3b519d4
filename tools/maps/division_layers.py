"""The layers `regions` and `countries`."""
from . import divisions, names

REGION_COLUMNS = {"iso": str, "country": str, "kind": str, "name_kk": str, "name_ky": str,
                  "name_ru": str, "name_en": str, "centre": str, "centre_kk": str,
                  "centre_ky": str, "centre_ru": str, "centre_lon": float, "centre_lat": float,
                  "valid_from": str, "valid_to": str, "aliases": str, "schematic": int, "source": str}
COUNTRY_COLUMNS = {"iso": str, "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str,
                   "neighbour": int, "source": str}
SCHEMATIC = {"KZ-10", "KZ-63", "KZ-19", "KZ-33", "KZ-35", "KZ-62", "KZ-75", "KZ-71", "KZ-79",
             "KZ-11", "KZ-61", "KG-GO", "KG-O"}
# Other spellings to be found by: Kyrgyz names follow no single rule, Russian ones differ by year.
ALIASES = {
    "KZ-10": "Abay Region;Абайская область", "KZ-11": "Aqmola;Акмоло облусу",
    "KZ-15": "Aqtobe", "KZ-33": "Zhetysu;Zhetisu;Жетысуская область;Жетісуская область",
    "KZ-35": "Qaraghandy;Karagandy", "KZ-39": "Qostanay", "KZ-43": "Qyzylorda;Кызыл-Ордо облусу",
    "KZ-47": "Mangghystau;Маңгыстоо облусу", "KZ-59": "Soltustik Qazaqstan",
    "KZ-61": "Turkestan", "KZ-62": "Ulytau;Улытауская область", "KZ-79": "Chimkent;Чимкент",
    "KZ-71": "Nur-Sultan;Нур-Султан;Нұр-Сұлтан", "KZ-75": "Alma-Ata;Алма-Ата",
    "KG-C": "Chui;Чуй", "KG-J": "Jalalabad;Жалалабат облысы", "KG-Y": "Ysyk-Köl;Ysyk-Kol",
    "KG-GB": "Frunze;Фрунзе",
}
# Units that ended: their last day is the day before valid_to. The centre of Almaty Region was
# Taldykorgan, that of South Kazakhstan was Shymkent.
ENDED = {
    "KZ-19": {"centre_of": "KZ-33", "schematic": 1},
    "KZ-35": {"centre_of": "KZ-35", "schematic": 0},
    "KZ-63": {"centre_of": "KZ-63", "schematic": 0},
}
SOUTH = {"name_kk": "Оңтүстік Қазақстан облысы", "name_ky": "Түштүк Казакстан облусу",
         "name_ru": "Южно-Казахстанская область", "name_en": "South Kazakhstan Region"}
SOUTH_UNTIL = "2018-06-19"


def source(schematic):
    return divisions.NATURAL_EARTH + ("; " + divisions.WAYPOINTS if schematic else "")


def centre(row):
    return {"centre": row["centre_en"], "centre_kk": row["centre_kk"],
            "centre_ky": row["centre_ky"], "centre_ru": row["centre_ru"],
            "centre_lon": float(row["centre_lon"]), "centre_lat": float(row["centre_lat"])}


def unit(row):
    """The attributes of a unit of the table."""
    result = {"iso": row["iso3166_2"], "country": row["country"], "kind": row["kind"],
              "valid_from": row["valid_from"] or None}
    result.update({f"name_{code}": row[f"name_{code}"] for code in names.LANGUAGES})
    result.update(centre(row))
    result["aliases"] = ALIASES.get(row["iso3166_2"])
    result["schematic"] = int(row["iso3166_2"] in SCHEMATIC)
    result["source"] = source(result["schematic"])
    return result


def regions(built):
    """Current units, then those that ended, in the order of the table."""
    table, features = built["table"], []
    for iso, row in table.items():
        features.append((built["current"][iso], unit(row)))
    for iso, change in ENDED.items():
        values = unit(table[iso])
        values.update(centre(table[change["centre_of"]]))
        values.update(valid_from=None, valid_to=divisions.SINCE, schematic=change["schematic"],
                      source=source(change["schematic"]))
        features.append((built["before"][iso], values))
    south = divisions.topology.dissolve([built["current"]["KZ-61"], built["current"]["KZ-79"]])
    values = unit(table["KZ-61"]) | SOUTH | centre(table["KZ-79"])
    values.update(valid_from=None, valid_to=SOUTH_UNTIL, aliases=None, schematic=0,
                  source=source(0))
    features.append((south, values))
    return features


def countries(built):
    """Kazakhstan and Kyrgyzstan first, then the others by code."""
    known = names.countries()
    order = sorted(built["countries"], key=lambda iso: (iso not in ("KZ", "KG"), iso))
    return [(built["countries"][iso],
             {"iso": iso, **names.fields(known[iso]), "neighbour": int(iso not in ("KZ", "KG")),
              "source": divisions.NATURAL_EARTH + "; names: CLDR 48.2"})
            for iso in order]
