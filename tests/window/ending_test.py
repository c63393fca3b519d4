#!/usr/bin/python3
"""The real window on a virtual display: however it is ended, it remembers how it was left."""
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import display


class Ending(unittest.TestCase):
    def run_and_end(self, end, kept=None):
        """Settings that are kept after the program was ended, and the window's size."""
        with display.Display() as shown, tempfile.TemporaryDirectory() as config:
            env = display.environment(shown, config)
            file = pathlib.Path(config) / "dostyk" / "settings.json"
            if kept is not None:
                file.parent.mkdir()
                file.write_text(json.dumps(kept), "utf-8")
            program = subprocess.Popen([display.BINARY, "--style", "print"], env=env)
            try:
                window = display.window_of(env)
                time.sleep(3)  # the first frame is the program's business, not the display's
                size = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], env=env,
                                      capture_output=True, text=True, check=True).stdout
                end(program, env, window)
                self.assertEqual(program.wait(timeout=10), 0)
            finally:
                if program.poll() is None:
                    program.kill()
                    program.wait()
            numbers = dict(line.split("=") for line in size.split())
            return (json.loads(file.read_text("utf-8")),
                    (int(numbers["WIDTH"]), int(numbers["HEIGHT"])))

    def test_signals_end_the_program_with_its_settings_saved(self):
        for wanted in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=wanted.name):
                kept, _ = self.run_and_end(lambda program, *_, s=wanted: program.send_signal(s))
                self.assertEqual(kept["style"], "print")

    def test_full_screen_and_the_size_behind_it_are_found_again(self):
        kept, size = self.run_and_end(
            lambda program, *_: program.send_signal(signal.SIGTERM),
            {"is_full_screen": True, "window_width": 1000, "window_height": 600})
        self.assertEqual(size, (1280, 720))
        self.assertTrue(kept["is_full_screen"])
        self.assertEqual((kept["window_width"], kept["window_height"]), (1000, 600))


if __name__ == "__main__":
    display.main()
