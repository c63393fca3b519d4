#!/usr/bin/env python3
"""Write assets/icons/*.svg: the drawings as strokes and solids, outlined to filled paths.

One family: a 24 x 24 grid, 2 wide strokes with round ends, corners of radius 1. A hole
is a part that runs the other way round; everything overlaps under the nonzero rule.
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools" / "icons"))

import panels  # noqa: E402,F401: fills the list
import symbols  # noqa: E402,F401
import tools  # noqa: E402,F401
from pen import ICONS  # noqa: E402


def main():
    folder = ROOT / "assets" / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    for name, icon in ICONS.items():
        (folder / f"{name}.svg").write_text(icon.svg())


if __name__ == "__main__":
    main()
