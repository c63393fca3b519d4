#!/usr/bin/env python3
"""Fail on long files, CRLF, tabs, trailing blanks, a missing last newline, a missing x-bit."""
import os
import pathlib
import subprocess
import sys

MOST_LINES = 400
CODE = {".cpp", ".hpp", ".py", ".sh"}
TEXT = CODE | {".md", ".txt", ".json", ".yml", ".svg", ".desktop", ".cmake"}
SCRIPTS = {"setup", "build", "run", "test", "fuzz", "make_maps", "screenshots"}

# A file that is longer, each with its reason.
LONGER = {
    "tests/data/project_test.py": "restates the tables of data/README.md beside the tests that use them",
}


def tracked(root: pathlib.Path) -> list[pathlib.Path]:
    names = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                           cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    return [root / name for name in names if (root / name).is_file()]


def faults_of(path: pathlib.Path, name: str) -> list[str]:
    if path.suffix not in TEXT and path.name not in SCRIPTS:
        return []
    if "golden/" in name or "licences/" in name or path.name == "OFL.txt":
        return []  # compared byte by byte, or other people's words
    raw = path.read_bytes()
    found = []
    if b"\r" in raw:
        found.append(f"{name}: CRLF line ends; use LF")
    if raw and not raw.endswith(b"\n"):
        found.append(f"{name}: no newline at the end")
    if path.suffix in CODE or path.name in SCRIPTS:
        lines = raw.decode("utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if "\t" in line:
                found.append(f"{name}:{number}: a tab; use spaces")
            if line != line.rstrip():
                found.append(f"{name}:{number}: blanks at the end of the line")
        if len(lines) > MOST_LINES and name not in LONGER:
            found.append(f"{name}: {len(lines)} lines; split it by responsibility (most: {MOST_LINES})")
    if path.name in SCRIPTS and path.parent.name == "tools" and not os.access(path, os.X_OK):
        found.append(f"{name}: not executable")
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    root = root.resolve()
    found = [fault for path in tracked(root) for fault in faults_of(path, str(path.relative_to(root)))]
    print("\n".join(found) if found else "style: files are short, LF and without tabs")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
