"""The demonstration forum: plainly fictional, sound, of the size it says, and with exactly the two
conflicts that are planted in it."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECT = ROOT / "data" / "demo-forum"
BINARY = os.environ.get("DOSTYK_BINARY", str(ROOT / "build/dev/dostyk"))
sys.path.insert(0, str(ROOT / "tests" / "data"))
from project_test import canonical  # noqa: E402  (the writer that does not know ours)

FICTIONAL = {"en": "fictional", "kk": "ойдан алынған", "ky": "ойдон чыгарылган", "ru": "вымышлен"}
FACTS = ("crossing", "source")  # What is so outside of the demonstration, with its sources.


class DemoForum(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.paths = sorted(PROJECT.rglob("*.json"))
        cls.values = {path: json.loads(path.read_text()) for path in cls.paths}
        cls.settings = cls.values.pop(PROJECT / "project.json")
        cls.entities = {value["id"]: value for value in cls.values.values()}

    def of_kind(self, kind):
        return [each for each in self.entities.values() if each["kind"] == kind]

    def value(self, entity, field):
        return entity["fields"][field][0]["value"]

    def run_dostyk(self, *arguments):
        with tempfile.TemporaryDirectory() as home:
            return subprocess.run(
                [BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                env={**os.environ, "LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8",
                     "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home})

    def test_files_are_canonical(self):
        for path in self.paths:
            with self.subTest(path=path.name):
                self.assertEqual(path.read_text(), canonical(json.loads(path.read_text())) + "\n")

    def test_it_is_clean(self):
        result = self.run_dostyk("validate", PROJECT, "--json")
        self.assertEqual(result.returncode, 0, result)
        self.assertEqual(json.loads(result.stdout)["findings"], [])

    def test_its_numbers_are_those_it_is_made_for(self):
        counts = {kind: len(self.of_kind(kind))
                  for kind in ("delegation", "session", "venue", "interpreter", "vehicle")}
        self.assertEqual(counts, {"delegation": 2, "session": 40, "venue": 12, "interpreter": 8,
                                  "vehicle": 10})
        for delegation in self.of_kind("delegation"):
            members = self.value(delegation, "members")
            self.assertEqual(len(set(members)), 12)
            self.assertEqual(self.value(delegation, "size"), 12)
        cities = {self.value(venue, "city")["en"] for venue in self.of_kind("venue")}
        self.assertEqual(cities, {"Taraz", "Korday", "Bishkek", "Cholpon-Ata"})
        days = {self.value(session, "date")[:10] for session in self.of_kind("session")}
        self.assertEqual(len(days), 3)
        self.assertGreater(min(days), "2024-03-01")
        first, last = self.value(self.entities["demo-forum"], "date").split("/")
        self.assertEqual((first, last), (min(days), max(days)))

    def test_it_says_that_it_is_fictional(self):
        for language, word in FICTIONAL.items():
            self.assertIn(word, self.settings["name"][language].lower())
            for kind in ("meeting", "delegation", "person", "venue", "interpreter", "vehicle",
                         "organisation"):
                for each in self.of_kind(kind):
                    with self.subTest(entity=each["id"], language=language):
                        self.assertIn(word, self.value(each, "name")[language])
        for entity in self.entities.values():
            for field, claims in entity["fields"].items():
                for claim in claims if entity["kind"] not in FACTS else ():
                    with self.subTest(entity=entity["id"], field=field):
                        self.assertIn("demo", claim["flags"])
                        self.assertEqual(claim["sources"], ["demo-material"])
        closures = self.entities["korday-ak-zhol"]["fields"]["closure"]
        self.assertTrue(all("demo" in claim["flags"] for claim in closures))

    def test_a_fact_is_that_of_the_bundled_project(self):
        for kind in FACTS:
            for each in self.of_kind(kind):
                known = json.loads((ROOT / "data/kz-kg" / kind / f"{each['id']}.json").read_text())
                for field, claims in each["fields"].items():
                    if field != "closure":
                        self.assertEqual(claims, known["fields"][field], each["id"])

    def test_persons_are_roles_and_clocks_are_those_of_the_place(self):
        for person in self.of_kind("person"):
            position = self.value(person, "position")["en"]
            self.assertTrue(self.value(person, "name")["en"].startswith(position + ", "))
        offsets = {"KZ": "+05:00", "KG": "+06:00"}
        for session in self.of_kind("session"):
            venue = self.entities[self.value(session, "venue")]
            for stamp in self.value(session, "date").split("/"):
                self.assertEqual(stamp[-6:], offsets[self.value(venue, "country")], session["id"])

    def test_exactly_the_two_planted_conflicts_are_told_with_their_minutes(self):
        result = self.run_dostyk("conflicts", PROJECT, "--json")
        self.assertEqual(result.returncode, 1, result)
        self.assertEqual(result.stderr, "")
        conflicts = {each["rule"]: each for each in json.loads(result.stdout)["conflicts"]}
        self.assertEqual(len(json.loads(result.stdout)["conflicts"]), 2, result.stdout)
        border, clock = conflicts["H19"], conflicts["H03"]
        self.assertEqual(border["sessions"], ["checkpoint-visit", "joint-plenary"])
        self.assertEqual(border["participant"], "kz-delegation")
        self.assertEqual(border["way"]["crossing"], "korday-ak-zhol")
        self.assertLess(border["has"], border["needed"])
        self.assertEqual(clock["sessions"], ["border-working-group", "digital-border-talk"])
        self.assertEqual(clock["participant"], "kz-adviser-4")
        for each in (border, clock):
            self.assertTrue(re.search(r"\d+ (min|h)", each["text"]), each["text"])
            self.assertTrue(each["fixes"])

    def test_the_clock_trap_is_in_time_on_the_wall_and_an_hour_off(self):
        conflicts = json.loads(self.run_dostyk("conflicts", PROJECT, "--json").stdout)["conflicts"]
        clock = next(each for each in conflicts if each["rule"] == "H03")
        before, after = (self.value(self.entities[name], "date") for name in clock["sessions"])
        minutes = [int(stamp[11:13]) * 60 + int(stamp[14:16])
                   for stamp in (before.split("/")[1], after.split("/")[0])]
        on_the_wall = minutes[1] - minutes[0]
        self.assertEqual(on_the_wall - clock["has"], 60)
        self.assertGreaterEqual(on_the_wall, clock["needed"])
        self.assertLess(clock["has"], clock["needed"])


if __name__ == "__main__":
    unittest.main()
