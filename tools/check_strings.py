#!/usr/bin/env python3
"""Fail when a message lacks a language, a place, or a definition that the code asks for."""
import json
import pathlib
import re
import sys

LANGUAGES = ("kk", "ky", "ru", "en")


def places(text: str) -> set[str]:
    """The {names} of a message; of a plural form only its first word counts."""
    return {match.split(",")[0].strip() for match in re.findall(r"\{(\w+(?:, plural)?)(?=[,}])", text)}


def faults(root: pathlib.Path) -> list[str]:
    folder = root / "assets" / "strings"
    texts = {code: (folder / f"{code}.json").read_text("utf-8") for code in LANGUAGES}
    tables = {code: json.loads(text) for code, text in texts.items()}
    found = []
    for code, text in texts.items():
        if text != json.dumps(tables[code], ensure_ascii=False, indent=2, sort_keys=True) + "\n":
            found.append(f"assets/strings/{code}.json: not sorted or not in its canonical form")
    for key in sorted(set().union(*tables.values())):
        for code in LANGUAGES:
            text = tables[code].get(key, "")
            if not text.strip():
                found.append(f"assets/strings/{code}.json: {key} is missing")
            elif places(text) != places(tables["en"].get(key, "")):
                found.append(f"assets/strings/{code}.json: {key} has other places than en")
    return found + unknown_keys(root, set(tables["en"]))


def unknown_keys(root: pathlib.Path, known: set[str]) -> list[str]:
    """Literal keys of tr(...), Message{...} and Error{...} that no table defines."""
    pattern = re.compile(r'(?:\btr\(\s*[\w.>\-()]+,\s*|\bMessage\{\s*|ErrorCode::\w+,\s*\{\s*)"([a-z_0-9.]+)"\s*[),}]')
    found = []
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        for key in pattern.findall(path.read_text("utf-8")):
            if key not in known and not key.endswith("."):
                found.append(f"{path.relative_to(root)}: the message {key} is in no table")
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = faults(root.resolve())
    print("\n".join(found) if found else "strings: every message is there in kk, ky, ru and en")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
