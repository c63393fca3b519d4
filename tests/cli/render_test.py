"""dostyk render: pictures without a display, and what can go wrong."""
import os
import shutil
import struct
import unittest

from osgeo import gdal

from support import BUNDLED, Case


def size_of(path):
    return struct.unpack(">II", path.read_bytes()[16:24])


def ink(path):
    """Share of the pixels that are nearly black: letters and borders."""
    pixels = gdal.Open(str(path)).ReadAsArray()[:3].max(axis=0)
    return (pixels < 60).mean()


class Render(Case):
    def render(self, *arguments, **more):
        env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", **more.pop("env", {})}
        return self.run_dostyk("render", BUNDLED, *arguments, env=env, **more)

    def test_a_picture_has_the_size_asked_for_and_is_the_same_again(self):
        first, second = self.folder / "a.png", self.folder / "b.png"
        for path in (first, second):
            result = self.render("--out", path, "--size", "640x360", "--fit", "KG", "--lang", "ky",
                                 "--style", "print", "--mode", "projects", "--date", "2024-04-19",
                                 "--pack", "strict", "--legend")
            self.assertEqual(result.returncode, 0, result)
        self.assertEqual(size_of(first), (640, 360))
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_options_change_the_picture(self):
        pictures = set()
        for extra in ([], ["--lang", "kk"], ["--style", "day"], ["--fit", "KZ-31"],
                      ["--view", "74.6,42.9,8"], ["--fit", "trade-logistics-complex"],
                      ["--legend"]):
            path = self.folder / "x.png"
            result = self.render("--out", path, "--size", "400x300", *extra)
            self.assertEqual(result.returncode, 0, result)
            pictures.add(path.read_bytes())
        self.assertEqual(len(pictures), 7)

    def test_a_mode_may_be_written_as_its_button_is(self):
        pictures = set()
        for mode in ("water_energy", "water-energy"):
            path = self.folder / "x.png"
            result = self.render("--out", path, "--size", "400x300", "--mode", mode)
            self.assertEqual(result.returncode, 0, result)
            pictures.add(path.read_bytes())
        self.assertEqual(len(pictures), 1)

    def test_a_large_picture_is_the_same_map_with_larger_letters(self):
        small, large = self.folder / "small.png", self.folder / "large.png"
        for path, size, zoom in ((small, "1920x1080", 7), (large, "3840x2160", 8)):
            result = self.render("--out", path, "--size", size, "--view", f"74.6,42.9,{zoom}",
                                 "--mode", "plain", "--style", "print")
            self.assertEqual(result.returncode, 0, result)
        # A stroke of a letter is twice as thick; thin letters on a bare map are nearly white.
        self.assertGreater(ink(large), 0.6 * ink(small))

    def test_wrong_options_exit_2(self):
        out = ["--out", self.folder / "x.png"]
        for arguments, words in (
                ([], "--out"), ([*out, "--size", "0x10"], "0x10"), ([*out, "--size", "10"], "10"),
                ([*out, "--view", "1,2"], "1,2"), ([*out, "--view", "74,42,99"], "74,42,99"),
                ([*out, "--view", "42.9,74.6,8"], "42.9"), ([*out, "--fit", "nowhere"], "nowhere"),
                ([*out, "--fit", "KG", "--view", "74,42,8"], "--view"),
                ([*out, "--style", "neon"], "neon"), ([*out, "--mode", "x"], "x"),
                ([*out, "--date", "19.04.2024"], "19.04.2024"), ([*out, "--pack", "x"], "x")):
            with self.subTest(arguments=arguments):
                self.assert_fails(self.render(*arguments), 2, words)
        self.assertFalse((self.folder / "x.png").exists())

    def test_an_unwritable_picture_is_one_sentence(self):
        (self.folder / "dir.png").mkdir()
        self.assert_fails(self.render("--out", self.folder / "dir.png", "--size", "100x100"), 1,
                          "dir.png")
        self.assertEqual(os.listdir(self.folder / "dir.png"), [])

    def test_missing_parts_of_the_program_are_named(self):
        for part in ("assets/styles/hall.json", "assets/fonts/Inter-Regular.otf", "maps/base.gpkg"):
            with self.subTest(part=part):
                home = self.home(part)
                result = self.render("--out", self.folder / "x.png",
                                     env={"DOSTYK_HOME": str(home)})
                self.assert_fails(result, 1, part.split("/")[-1])
                self.assertFalse((self.folder / "x.png").exists())
                for child in ("assets", "maps", "data"):
                    shutil.rmtree(home / child)

    def test_a_damaged_style_is_named(self):
        home = self.home("assets/styles/hall.json")
        self.write(home / "assets/styles/hall.json", '{"water": 7}')
        result = self.render("--out", self.folder / "x.png", env={"DOSTYK_HOME": str(home)})
        self.assert_fails(result, 1, "hall.json")


if __name__ == "__main__":
    unittest.main()
