#!/usr/bin/python3
"""The real window on a virtual display: shortcuts act under every keyboard layout."""
import json
import pathlib
import subprocess
import tempfile
import time
import unittest

import display


class Layouts(unittest.TestCase):
    def run_under(self, layout):
        """Language that is kept after L was pressed once under a layout."""
        with display.Display() as shown, tempfile.TemporaryDirectory() as config:
            env = display.environment(shown, config)
            subprocess.run(["setxkbmap", layout], env=env, check=True)
            program = subprocess.Popen([display.BINARY, "--lang", "kk"], env=env)
            try:
                window = display.window_of(env)
                time.sleep(3)  # the first frame is the program's business, not the display's
                # Escape leaves the start screen.
                for keys in (["windowfocus", window], ["key", "Escape"], ["key", "--clearmodifiers", "46"],
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
    display.main()
