#!/usr/bin/env python3
"""Fail when a file under src/ includes a module, or a library, that its own may not.

The allow-list of modules is read from the dostyk_module() lines of CMakeLists.txt: the build and
this check cannot disagree.
"""
import pathlib
import re
import sys

# Head of an external header -> the only modules that may include it.
FENCED = {
    "spdlog/": {"core"}, "unicode/": {"core"}, "date/": {"core"},
    # The json module owns the parser; these build or take apart documents of it.
    "nlohmann/": {"json", "io", "scene", "schedule", "store", "editor", "cli"}, "simdjson": {"json"},
    "sqlite3": {"store"}, "sha2.h": {"store"},
    "ft2build": {"text"}, "freetype/": {"text"}, "hb": {"text"},
    "geos_c": {"geo"}, "boost/geometry": {"geo"}, "GL/glu": {"geo"},
    "boost/graph": {"schedule"}, "cadical": {"schedule"}, "geodesic.h": {"geo"},
    "gdal": {"gis"}, "ogr": {"gis"}, "cpl_": {"gis"}, "proj.h": {"gis"},
    "seccomp.h": {"intake"}, "linux/landlock.h": {"intake"}, "expat.h": {"intake"}, "libical/": {"io", "intake"}, "xlsxwriter": {"io", "intake"},
    "zlib.h": {"intake"},
    "epoxy/": {"render"}, "EGL/": {"render"}, "png.h": {"render"},
    "imgui": {"ui", "app"}, "backends/imgui": {"app"}, "SFML/": {"app"}, "X11/": {"app"},
    "CLI/": {"cli"},
}


def allowed_modules(cmake: str) -> dict[str, set[str]]:
    """Module -> itself and what its DEPENDS names."""
    calls = re.findall(r"^dostyk_module\(\s*(\w+)([^)]*)\)", cmake, flags=re.M)
    allowed = {}
    for name, rest in calls:
        depends = re.sub(r"LIBS.*", "", rest, flags=re.S).replace("DEPENDS", "").split()
        allowed[name] = {name, *depends}
    return allowed


def faults(root: pathlib.Path) -> list[str]:
    allowed = allowed_modules((root / "CMakeLists.txt").read_text("utf-8"))
    found = []
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        module = path.relative_to(root / "src").parts[0]
        if module not in allowed:
            found.append(f"{path.relative_to(root)}: no dostyk_module({module}) in CMakeLists.txt")
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            quote, target = match.groups()
            if quote == '"':
                wrong = target.split("/")[0] not in allowed[module]
            else:
                wrong = any(target.startswith(head) and module not in who
                            for head, who in FENCED.items())
            if wrong:
                found.append(f"{path.relative_to(root)}:{number}: {module} may not include {target}")
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = faults(root.resolve())
    print("\n".join(found) if found else "layers: every include keeps to its level")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
