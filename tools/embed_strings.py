#!/usr/bin/env python3
"""Turn assets/strings/{kk,ky,ru,en}.json into one constant C++ table.

usage: embed_strings.py STRINGS_DIR OUTPUT.cpp
"""
import json
import pathlib
import sys

LANGUAGES = ("kk", "ky", "ru", "en")


def literal(text: str) -> str:
    """A C++ string literal; JSON's escapes are C++'s too once non-ASCII stays as it is."""
    # "sv": the compiler knows the length; clang gives up counting it for so many texts.
    return json.dumps(text, ensure_ascii=False) + "sv"


def main() -> int:
    folder, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    tables = {code: json.loads((folder / f"{code}.json").read_text("utf-8")) for code in LANGUAGES}
    keys = sorted(set().union(*tables.values()), key=lambda key: key.encode())
    rows = [
        "    {%s, {%s}}," % (literal(key), ", ".join(literal(tables[code].get(key, "")) for code in LANGUAGES))
        for key in keys
    ]
    text = "\n".join([
        '#include "core/strings_table.hpp"',
        "",
        "namespace dostyk {",
        "",
        "namespace {",
        "",
        "using namespace std::string_view_literals;",
        "",
        f"constexpr std::array<StringRow, {len(rows)}> rows{{{{",
        *rows,
        "}};",
        "",
        "} // namespace",
        "",
        "std::span<const StringRow> strings_table() noexcept",
        "{",
        "    return rows;",
        "}",
        "",
        "} // namespace dostyk",
        "",
    ])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
