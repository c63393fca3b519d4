"""Names in four languages: country names, and transliteration where no source has a name.

The rules are stated in maps/README.md. A transliterated name is always marked as derived.
"""
import json

from . import inputs

LANGUAGES = ("kk", "ky", "ru", "en")
COUNTRY_RU = {"KG": "Кыргызстан"}   # CLDR has an older form, not used in Kyrgyzstan

# Russian (BGN/PCGN-like, plain ASCII). Letters only Kazakh or Kyrgyz has are included.
LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                 ("a", "b", "v", "g", "d", "e", "yo", "zh", "z", "i", "y", "k", "l", "m", "n", "o",
                  "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e",
                  "yu", "ya")))
LATIN.update({"ә": "a", "ғ": "g", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
              "і": "i"})
# Kazakh letters as Kyrgyz writes the same sounds, and as Russian does.
TO_KYRGYZ = {"ә": "а", "ғ": "г", "қ": "к", "ұ": "у", "һ": "х", "і": "и"}
TO_RUSSIAN = {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х",
              "і": "и"}
KAZAKH_LETTERS, KYRGYZ_LETTERS = set("әғқңөұүһі"), set("ңөү")


def replace(text, table):
    """Replace letters by a table of lower-case letters, keeping capitals."""
    result = []
    for letter in text:
        other = table.get(letter.lower())
        if other is None:
            result.append(letter)
        elif letter.isupper():
            result.append(other[:1].upper() + other[1:])
        else:
            result.append(other)
    return "".join(result)


def is_cyrillic(text):
    """Whether all letters are Cyrillic (and there is one)."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("\u0400" <= c <= "\u04ff" for c in letters)


def script_fits(text, language):
    """Whether a name is written in the language's letters."""
    if language == "en":
        return all(ord(c) < 0x250 or c in "’‘ʻ" for c in text)
    letters = {c for c in text.lower() if c.isalpha()}
    if not is_cyrillic(text):
        return False
    return {"kk": True, "ky": not letters & (KAZAKH_LETTERS - KYRGYZ_LETTERS),
            "ru": not letters & (KAZAKH_LETTERS | KYRGYZ_LETTERS)}[language]


def complete(known):
    """All four names and the languages that were derived, from those that a source has.

    Kazakh and Kyrgyz derive from each other or from Russian; Russian from Kazakh or Kyrgyz;
    English from any of them.
    """
    names = {k: v for k, v in known.items() if v}
    derived = []

    def derive(language, choices):
        if language in names:
            return
        for other, table in choices:
            if other in names:
                names[language] = replace(names[other], table) if table else names[other]
                derived.append(language)
                return

    derive("ru", (("kk", TO_RUSSIAN), ("ky", TO_RUSSIAN)))
    derive("kk", (("ky", None), ("ru", None)))
    derive("ky", (("kk", TO_KYRGYZ), ("ru", None)))
    derive("en", (("kk", LATIN), ("ky", LATIN), ("ru", LATIN)))
    return names, ",".join(derived)


def fields(names):
    """Attribute values name_kk .. name_en."""
    return {f"name_{language}": names.get(language) for language in LANGUAGES}


def countries():
    """Country names by ISO code and language, from CLDR."""
    result = {}
    for language in LANGUAGES:
        with open(inputs.path("cldr", f"package/main/{language}/territories.json"),
                  encoding="utf-8") as file:
            main = json.load(file)["main"][language]
        for iso, name in main["localeDisplayNames"]["territories"].items():
            result.setdefault(iso, {})[language] = name
    for iso, name in COUNTRY_RU.items():
        result[iso]["ru"] = name
    return result
