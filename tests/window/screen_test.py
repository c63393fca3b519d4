#!/usr/bin/python3
"""The real window on a virtual display: the screen shows what the program drew."""
import pathlib
import subprocess
import tempfile
import time
import unittest

import display

PROJECT = pathlib.Path(__file__).resolve().parents[2] / "data" / "kz-kg"

WIDTH = 1280


def box_of_difference(one, other):
    """(left, top, right, bottom) of the pixels that differ; None = none does."""
    rows = [y for y in range(len(one) // (4 * WIDTH))
            if one[y * 4 * WIDTH:(y + 1) * 4 * WIDTH] != other[y * 4 * WIDTH:(y + 1) * 4 * WIDTH]]
    if not rows:
        return None
    columns = [x for y in rows for x in range(WIDTH)
               if one[(y * WIDTH + x) * 4:(y * WIDTH + x) * 4 + 4]
               != other[(y * WIDTH + x) * 4:(y * WIDTH + x) * 4 + 4]]
    return min(columns), rows[0], max(columns) + 1, rows[-1] + 1


class Screen(unittest.TestCase):
    def test_a_part_that_was_drawn_alone_fits_into_the_rest(self):
        different = self.difference_of_parts_and_whole()
        self.assertIsNone(different, f"the pictures differ in {different}")

    def difference_of_parts_and_whole(self):
        """The box in which a window that was drawn in parts differs from one drawn whole."""
        with tempfile.TemporaryDirectory() as folder, display.Display(folder) as shown:
            env = display.environment(shown, folder)
            # A project that is named opens without the start screen.
            program = subprocess.Popen([display.BINARY, "--project", PROJECT], env=env)
            try:
                window = display.window_of(env)
                self.bottom = self.bottom_of(window, env)
                before = self.picture_at_rest(folder, program)
                point = ["xdotool", "mousemove", "121", "300", "mousemove", "120", "300"]
                subprocess.run(point, env=env, check=True)
                in_parts = self.picture_at_rest(folder, program)
                self.assertNotEqual(before, in_parts, "a row under the pointer looks as before")

                # A window that comes back has lost its picture and has to draw all of it.
                for verb in ("windowunmap", "windowmap"):
                    subprocess.run(["xdotool", verb, "--sync", window], env=env, check=True)
                self.picture_at_rest(folder, program)
                subprocess.run(point, env=env, check=True)
                return box_of_difference(in_parts, self.picture_at_rest(folder, program))
            finally:
                program.kill()
                program.wait()

    @staticmethod
    def bottom_of(window, env):
        """Row of the screen below the window, which does not fill it."""
        shown = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], env=env,
                               check=True, capture_output=True, text=True).stdout
        box = dict(line.split("=") for line in shown.split())
        return int(box["Y"]) + int(box["HEIGHT"])

    def picture_at_rest(self, folder, program):
        """The pixels of the screen, once they are not empty and neither they nor the program have
        moved for a second: on a busy machine one that waits for its turn has not drawn yet.

        Without the status bar: its clocks go on.
        """
        last = b"", 0
        for _ in range(120):
            time.sleep(1)
            picture = pathlib.Path(folder, "Xvfb_screen0").read_bytes()[-WIDTH * 720 * 4:]
            picture = picture[:WIDTH * (self.bottom - 48) * 4]
            now = picture, display.cpu_ticks(program)
            if now == last and len(set(picture[::997])) > 8 and not display.wants_to_run(program):
                return picture
            last = now
        self.fail("the screen never came to rest")


if __name__ == "__main__":
    display.main()
