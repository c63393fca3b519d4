#!/usr/bin/python3
"""The real window on a virtual display: shortcuts act under every keyboard layout."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import json

BINARY = os.environ.get("DOSTYK_BINARY", "build/dev/dostyk")
NEEDED = ("Xvfb", "xdotool", "setxkbmap")


class Display:
    """An Xvfb of our own, ended with the test."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
            pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


class Layouts(unittest.TestCase):
    def run_under(self, layout):
        """Language that is kept after L was pressed once under a layout."""
        with Display() as display, tempfile.TemporaryDirectory() as config:
            env = os.environ | {"DISPLAY": display.name, "XDG_CONFIG_HOME": config}
            subprocess.run(["setxkbmap", layout], env=env, check=True)
            program = subprocess.Popen([BINARY, "--lang", "kk"], env=env)
            try:
                found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class",
                                        "dostyk"], env=env, capture_output=True, text=True,
                                       timeout=60)
                window = found.stdout.split()[0]
                time.sleep(3)  # the first frame is the program's business, not the display's
                for keys in (["windowfocus", window], ["key", "--clearmodifiers", "46"],
                             ["key", "ctrl+24"]):
                    subprocess.run(["xdotool", *keys], env=env, check=True)
                    time.sleep(1)
                self.assertEqual(program.wait(timeout=30), 0, "Ctrl+Q did not end the program")
            finally:
                if program.poll() is None:
                    program.kill()
                    program.wait()
            kept = json.loads((pathlib.Path(config) / "dostyk" / "settings.json").read_text("utf-8"))
            return kept["language"]

    def test_l_cycles_the_language_under_every_layout(self):
        for layout in ("us", "ru", "kz", "kg"):
            with self.subTest(layout=layout):
                self.assertEqual(self.run_under(layout), "ky")


if __name__ == "__main__":
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print("skipped: not on this machine: " + ", ".join(missing))
        sys.exit(0)
    unittest.main()
