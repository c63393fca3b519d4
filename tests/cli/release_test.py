"""dostyk release and diff: programmes are handed out, compared, and told to whom they concern."""
import json
import shutil
import unittest

from conflicts_test import hall, session, text
from support import Case, claim, entity


class ProgrammeCase(Case):
    """A forum in Almaty and Bishkek whose sessions conflict with nothing."""

    def forum(self, *more):
        return self.project(
            entity("meeting", "forum", name=text("Forum"), date=[claim("2026-05-12/2026-05-13")]),
            hall("almaty", "Almaty", "KZ", 43.24, 76.9), hall("bishkek", "Bishkek", "KG", 42.87, 74.6),
            entity("person", "dana"), entity("person", "asel"),
            entity("delegation", "guests", name=text("Guests"), meeting=[claim("forum")],
                   head=[claim("dana")]),
            entity("delegation", "hosts", name=text("Hosts"), meeting=[claim("forum")],
                   head=[claim("asel")]),
            session("talks", "almaty", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00"),
            {**session("signing", "bishkek", "2026-05-13T10:00+06:00/2026-05-13T11:30+06:00")}, *more)

    def edit(self, project, *commands):
        lines = "".join(json.dumps(command) + "\n" for command in commands)
        result = self.run_dostyk("edit", project, given=lines)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual(len(answers), len(commands), result)
        self.assertTrue(all(answer["ok"] for answer in answers), result)

    def set(self, project, kind, name, field, value):
        self.edit(project, {"command": "set_field", "kind": kind, "id": name,
                            "pointer": f"/fields/{field}/0/value", "value": value})

    def release(self, project, *arguments):
        result = self.run_dostyk("release", project, "--json", *arguments)
        self.assertEqual(result.returncode, 0, result)
        return json.loads(result.stdout)


class Release(ProgrammeCase):
    def diff(self, project, *versions):
        result = self.run_dostyk("diff", project, *versions, "--json")
        self.assertEqual(result.returncode, 0, result)
        return json.loads(result.stdout)

    def test_a_release_is_a_row_that_undo_takes_back(self):
        project = self.forum()
        made = self.release(project)
        self.assertEqual((made["number"], made["sessions"], made["changed"]),
                         (1, 2, ["signing", "talks"]))
        self.assertEqual(self.release(project)["number"], 2)
        self.edit(project, {"command": "undo"})
        again = self.release(project)
        self.assertEqual((again["number"], again["changed"]), (2, []))
        out = self.folder / "out"
        self.assertEqual(self.run_dostyk("export", project, "--format", "json", "--out", out).returncode, 0)
        kept = json.loads((out / "release" / "release-forum-1.json").read_text("utf-8"))
        self.assertEqual(len(kept["fields"]["programme"][0]["value"]), 2)
        self.assertEqual(self.run_dostyk("validate", out).returncode, 0)

    def test_conflicts_hold_it_back_and_are_named(self):
        project = self.forum(session("clash", "bishkek", "2026-05-12T10:30+05:00/2026-05-12T11:30+05:00"))
        result = self.run_dostyk("release", project)
        self.assert_fails(result, 1, "clash")
        self.assertIn("talks", result.stderr)
        history = self.run_dostyk("history", project)
        self.assertEqual(history.returncode, 0, history)
        self.assertNotIn("release", history.stdout.lower())

    def test_the_sheet_has_exactly_those_who_are_concerned(self):
        project = self.forum(session("dinner", "almaty", "2026-05-12T15:00+05:00/2026-05-12T16:00+05:00"))
        self.set(project, "session", "dinner", "participants", ["hosts"])
        self.release(project)
        self.set(project, "session", "dinner", "date", "2026-05-12T16:00+05:00/2026-05-12T17:00+05:00")
        self.set(project, "session", "talks", "venue", "bishkek")
        told = self.diff(project, "1", "now")
        self.assertEqual({change["session"]: change["differs"] for change in told["changes"]},
                         {"dinner": ["time"], "talks": ["venue"]})
        self.assertEqual({entry["id"]: entry["sessions"] for entry in told["sheet"]},
                         {"almaty": ["dinner", "talks"], "bishkek": ["talks"], "guests": ["talks"],
                          "hosts": ["dinner"]})
        self.assertEqual(told["moves"], [{"session": "talks", "from": "almaty", "to": "bishkek"}])
        self.assertIn("Guests", self.run_dostyk("diff", project, "1", "now").stdout)

    def test_a_time_is_said_on_both_clocks(self):
        project = self.forum()
        self.release(project)
        self.set(project, "session", "signing", "date", "2026-05-13T11:00+06:00/2026-05-13T12:30+06:00")
        self.assertIn("11:00 UTC+6 (10:00 UTC+5)", self.run_dostyk("diff", project, "1", "now").stdout)
        self.assertNotIn("{", self.run_dostyk("diff", project, "1", "now", "--lang", "ky").stdout)

    def test_two_releases_are_said_on_the_clock_of_the_meeting_as_well(self):
        project = self.forum()
        self.release(project)
        self.set(project, "session", "signing", "date", "2026-05-13T11:00+06:00/2026-05-13T12:30+06:00")
        self.release(project)
        self.assertIn("11:00 UTC+6 (10:00 UTC+5)", self.run_dostyk("diff", project, "1", "2").stdout)

    def test_a_removed_and_a_renamed_session_are_still_in_the_release(self):
        project = self.forum()
        self.release(project)
        self.edit(project, {"command": "remove", "kind": "session", "id": "talks"})
        self.set(project, "session", "signing", "name", {k: "Ceremony" for k in ("en", "kk", "ky", "ru")})
        changes = {change["session"]: change for change in self.diff(project, "1", "now")["changes"]}
        self.assertEqual(changes["talks"]["change"], "removed")
        self.assertEqual(changes["talks"]["before"]["venue"], "almaty")
        self.assertEqual(changes["signing"]["differs"], ["title"])
        self.assertIn("Ceremony", changes["signing"]["text"])
        made = self.release(project)
        self.assertEqual((made["number"], made["changed"]), (2, ["signing", "talks"]))
        self.assertEqual(self.diff(project, "2", "now")["changes"], [])

    def test_two_people_who_release_the_same_number_are_told_by_a_merge(self):
        base = self.forum()
        copies = {}
        for who, start in (("mine", "10:00"), ("theirs", "10:30")):
            folder = shutil.copytree(base, self.folder / f"{who}-edited")
            self.set(folder, "session", "signing", "date", f"2026-05-13T{start}+06:00/2026-05-13T12:00+06:00")
            self.release(folder)
            copies[who] = self.folder / who
            self.run_dostyk("export", folder, "--format", "json", "--out", copies[who])
        result = self.run_dostyk("merge", base, copies["mine"], copies["theirs"], "--out",
                                 self.folder / "merged", "--json")
        self.assertEqual(result.returncode, 1, result)
        self.assertIn("release-forum-1", result.stdout)

    def test_a_picture_shows_what_two_versions_hold_elsewhere(self):
        project = self.forum()
        self.release(project)
        self.set(project, "session", "talks", "venue", "bishkek")
        self.set(project, "session", "signing", "date", "2026-05-13T11:00+06:00/2026-05-13T12:30+06:00")
        self.release(project)

        def picture(*arguments):
            path = self.folder / "map.png"
            result = self.run_dostyk("render", project, "--out", path, "--size", "640x360", *arguments)
            self.assertEqual(result.returncode, 0, result)
            return path.read_bytes()

        plain, view = picture(), ("--view", "75.7,43,7")
        self.assertEqual(picture("--diff", "2,now"), plain)
        self.assertNotEqual(picture("--diff", "1,last"), plain)  # the arrow, and the map flown to it
        self.assertEqual(picture("--diff", "1,last"), picture("--diff", "1,now"))
        self.assertNotEqual(picture("--diff", "1,2", *view), picture(*view))
        for wrong, code, words in (("last", 2, "“last”"), ("1,7", 1, "version 7")):
            result = self.run_dostyk("render", project, "--out", self.folder / "x.png", "--diff", wrong)
            self.assert_fails(result, code, words)
            self.assertFalse((self.folder / "x.png").exists())

    def test_wrong_versions_are_named(self):
        project = self.forum()
        self.assert_fails(self.run_dostyk("diff", project, "1", "now"), 1, "now")
        self.assert_fails(self.run_dostyk("diff", project, "1"), 2, "diff P 1 2")


if __name__ == "__main__":
    unittest.main()
