"""dostyk --help, --version and wrong use."""
import os
import pathlib
import re
import subprocess
import unittest

from support import BINARY, BUNDLED, Case

VERBS = ("validate", "info", "describe", "boundaries", "render", "edit", "history", "audit",
         "export", "import", "template", "merge", "generate", "solve", "conflicts", "schedule", "replan",
         "release", "diff", "bench", "replay")


class Usage(Case):
    def test_version(self):
        result = self.run_dostyk("--version")
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout, r"^dostyk \d+\.\d+\.\d+\n$")

    def test_help_names_every_verb(self):
        result = self.run_dostyk("--help")
        self.assertEqual(result.returncode, 0)
        for verb in VERBS:
            self.assertIn(verb, result.stdout)

    def test_every_verb_has_examples_in_every_language(self):
        for verb in VERBS + ("boundaries use",):
            for lang, word in (("en", "Examples:"), ("ru", "Примеры:"), ("kk", "Мысалдар:"),
                               ("ky", "Мисалдар:")):
                with self.subTest(verb=verb, lang=lang):
                    result = self.run_dostyk(*verb.split(), "--help", lang=lang)
                    self.assertEqual(result.returncode, 0)
                    self.assertIn(word, result.stdout)
                    self.assertIn("dostyk " + verb.split()[0], result.stdout.split(word)[1])
                    self.assertEqual(result.stderr, "")

    def test_wrong_use_exits_2_with_a_sentence(self):
        cases = (
            (["fly"], "fly"),
            (["validate"], "No project folder"),
            (["validate", "a", "b"], "b"),
            (["validate", BUNDLED, "--colour"], "--colour"),
            (["validate", BUNDLED, "--project", BUNDLED], "twice"),
            (["info", BUNDLED, "--pack", "loose"], "loose"),
            (["describe", BUNDLED, "--lang", "de"], "de"),
            (["describe", BUNDLED, "--lang"], "--lang"),
            (["boundaries"], "boundaries use"),
            (["boundaries", "use", "--project", BUNDLED], "--revert"),
            (["boundaries", "use", "f.gpkg", "--project", BUNDLED, "--revert"], "--revert"),
            (["boundaries", "use", "f.gpkg"], "No project folder"),
            (["--size", "wide"], "wide"),
            (["--style", "neon"], "neon"),
            (["--scale", "huge"], "huge"),
            (["info", BUNDLED, "--pack", "strict", "--pack", "strict"], "more than once"),
            (["info", BUNDLED, "--json=perhaps"], "no value"),
        )
        for arguments, words in cases:
            with self.subTest(arguments=arguments):
                result = self.run_dostyk(*arguments)
                self.assert_fails(result, 2, words)
                self.assertIn("--help", result.stderr)

    def test_no_word_of_the_library_is_said(self):
        """CLI11 speaks English alone: under Russian no Latin word but names of ours may be left."""
        ours = {"Dostyk", "dostyk", "help", "kk", "ky", "ru", "en", "hall", "day", "print", "events", "trade",
                "delegations", "projects", "water_energy", "borders", "institutes", "plain",
                "strict", "enriched", "data", "kz", "kg", "KG", "map", "chu", "official", "mutual",
                "bn", "goal", "maps", "base", "gpkg", "png", "PNG", "GDAL", "ISO", "JSON", "json",
                "all", "P", "FILE", "id", "h", "use", *VERBS, "fit", "lang", "style", "out", "view",
                "size", "pack", "project", "revert", "legend", "date", "mode", "scale", "version",
                "fly", "yes", "x", "files", "commands", "jsonl", "echo", "command", "undo",
                "forum", "verify", "format", "into", "FOLDER",
                "entities", "seed", "store", "large",
                "BASE", "MINE", "THEIRS", "base", "mine", "theirs", "merged",
                "geojson", "kml", "csv", "CSV", "xlsx", "ics", "sites", "posts", "meeting", "council", "wishes", "audience", "public", "partner",
                "protocol", "only", "kind", "raw",
                "as", "dry", "run", "crs", "EPSG", "table", "dates", "month", "first", "venue", "session",
                "delegation", "programme", "template", "venues", "sessions", "KIND", "forms",
                "layer", "add", "list", "remove", "ID", "GeoTIFF", "name", "reserves", "Reserves", "survey", "shp", "replay", "record", "LOG", "no", "mouse", "journey",
                "solve", "csplib", "b", "tic", "original", "dzn", "instances", "md", "instance", "fairness", "time",
                "cities", "days", "planted", "iterations", "threads", "now", "last", "guests", "frab", "xml", "of", "minutes",
                "travel", "requests", "FROM", "TO",
                "why", "change", "apply", "closed", "late"}
        cases = [[*verb.split(), "--help"] for verb in ("", *VERBS, "boundaries use", "audit verify", "generate store", "generate forum",
                                                       "layer add", "layer list", "layer remove")]
        cases += [["fly"], ["info", "x", "fly"], ["info", "x", "--fly"], ["info", "--lang"],
                  ["info", "x", "--json=yes"], ["info", "x", "--pack", "x", "--pack", "x"],
                  ["info", "x", "--project", "x"], ["boundaries"], ["boundaries", "fly"]]
        for arguments in cases:
            with self.subTest(arguments=arguments):
                result = self.run_dostyk(*arguments, lang="ru_RU.UTF-8")
                words = set(re.findall(r"[A-Za-z_]+", result.stdout + result.stderr))
                self.assertEqual(words - ours, set())

    def test_errors_follow_the_users_language(self):
        self.assertIn("Папка проекта", self.run_dostyk("info", "/none", lang="ru_RU.UTF-8").stderr)
        self.assertIn("жоба қалтасы", self.run_dostyk("info", "/none", "--lang", "kk").stderr)
        self.assertIn("долбоор папкасы", self.run_dostyk("info", "/none", "--lang=ky").stderr)


class Clock(Case):
    """The time-zone database is the system's: a mount of our own stands in for it."""

    ZONES = pathlib.Path("/usr/share/zoneinfo")

    def test_a_damaged_or_old_database_is_one_sentence(self):
        # Without the rights to mount nothing can be shown here.
        if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode != 0:
            self.skipTest("unshare -rm is not allowed on this machine")
        cases = {"damaged": b"", "before 2024a": (self.ZONES / "Asia/Bishkek").read_bytes()}
        for name, almaty in cases.items():
            with self.subTest(name):
                zones = self.folder / "zones"
                self.write(zones / "Asia/Almaty", almaty)
                self.write(zones / "Asia/Bishkek", (self.ZONES / "Asia/Bishkek").read_bytes())
                script = f'mount --bind "{zones}" "{self.ZONES}" && exec "{BINARY}" bench'
                result = subprocess.run(["unshare", "-rm", "sh", "-c", script], timeout=120,
                                        capture_output=True, text=True,
                                        env={**os.environ, "LC_ALL": "en_GB.UTF-8"})
                self.assert_fails(result, 1, "tzdata")


if __name__ == "__main__":
    unittest.main()
