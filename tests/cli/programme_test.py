"""Programmes to other programs and back: calendars, schedules of frab, tables, instances, minutes."""
import csv
import io
import json
import re
import shutil
import subprocess
import unittest

import icalendar
from openpyxl import Workbook, load_workbook
from release_test import ProgrammeCase
from support import ROOT, claim, entity


class Programme(ProgrammeCase):
    def export(self, project, form, *arguments, name="out", code=0):
        out = self.folder / name
        result = self.run_dostyk("export", project, "--format", form, "--out", out, *arguments)
        self.assertEqual(result.returncode, code, result)
        return out

    def events(self, file):
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        return {str(event["UID"]): event for event in calendar.walk("VEVENT")}

    def held(self, project, meeting="forum"):
        """Start, end and venue of each session of a meeting, by its title."""
        rows = self.export(project, "csv", "--meeting", meeting, "--raw", name="held.csv")
        return {row["name"]: (row["date"], row["time"], row["end"], row["zone"], row["venue"], row["duration"])
                for row in csv.DictReader(io.StringIO(rows.read_text("utf-8-sig")))}

    def empty(self):
        """A forum that has halls and no session, and nothing in its working store."""
        shutil.rmtree(self.folder / "state", ignore_errors=True)
        project = self.forum()
        for name in ("talks", "signing"):
            (project / "session" / f"{name}.json").unlink()
        return project

    def test_everybody_has_a_calendar_of_a_release(self):
        project = self.forum()
        self.set(project, "session", "signing", "participants", ["hosts"])
        self.release(project)
        folder = self.export(project, "ics", "--release", "last", name="calendars")
        self.assertEqual(sorted(file.name for file in folder.iterdir()),
                         ["almaty.ics", "bishkek.ics", "guests.ics", "hosts.ics"])
        guests = self.events(folder / "guests.ics")
        self.assertEqual(list(guests), ["session-talks@test.dostyk"])
        talks = guests["session-talks@test.dostyk"]
        self.assertEqual(talks.decoded("DTSTART").isoformat(), "2026-05-12T10:00:00+05:00")
        self.assertEqual(talks["SEQUENCE"], 0)
        self.assertEqual(talks["GEO"].to_ical(), "43.24;76.9")
        self.assertIn(b"BEGIN:VTIMEZONE", (folder / "bishkek.ics").read_bytes())

        self.set(project, "session", "talks", "date", "2026-05-12T11:00+05:00/2026-05-12T12:00+05:00")
        self.edit(project, {"command": "remove", "kind": "session", "id": "signing"})
        self.release(project)
        self.release(project)
        events = self.events(self.export(project, "ics", "--release", "last", name="all.ics"))
        self.assertEqual({uid: (event["SEQUENCE"], event["STATUS"]) for uid, event in events.items()},
                         {"session-talks@test.dostyk": (1, "CONFIRMED"),
                          "session-signing@test.dostyk": (1, "CANCELLED")})
        dana = self.events(self.export(project, "ics", "--of", "dana", name="dana.ics"))
        self.assertEqual(list(dana), ["session-talks@test.dostyk"])

    def test_a_calendar_needs_a_release_and_somebody_who_is_there(self):
        project = self.forum()
        result = self.run_dostyk("export", project, "--format", "ics", "--meeting", "forum", "--out",
                                 self.folder / "x.ics")
        self.assert_fails(result, 1, "last")
        self.release(project)
        result = self.run_dostyk("export", project, "--format", "ics", "--of", "nobody", "--out",
                                 self.folder / "x.ics")
        self.assert_fails(result, 1, "nobody")
        result = self.run_dostyk("export", project, "--format", "kml", "--meeting", "forum", "--out",
                                 self.folder / "x.kml")
        self.assert_fails(result, 2, "frab-xml")
        result = self.run_dostyk("export", project, "--format", "frab-xml")
        self.assert_fails(result, 2, "the export is to be written")

    def test_the_xml_keeps_to_the_schema_and_both_forms_come_back_the_same(self):
        project = self.forum()
        before = self.held(project)
        self.assertEqual(len(before), 2)
        xml = self.export(project, "frab-xml", name="schedule.xml")
        checked = subprocess.run(["xmllint", "--noout", "--schema", str(ROOT / "tests/io/frab.xsd"),
                                  str(xml)], capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        files = (xml, self.export(project, "frab-json", name="schedule.json"))
        for file in files:
            with self.subTest(file=file.name):
                empty = self.empty()
                result = self.run_dostyk("import", file, "--into", empty)
                self.assertEqual(result.returncode, 0, result)
                self.assertEqual(self.held(empty), before)
                again = json.loads(self.run_dostyk("import", file, "--into", empty, "--json").stdout)
                self.assertEqual([row["verdict"] for row in again["rows"]], ["same", "same"], again)

    def test_a_schedule_goes_into_another_meeting_without_touching_the_first(self):
        project = self.forum(entity("meeting", "second", date=[claim("2026-05-12/2026-05-13")]))
        before = self.held(project)
        xml = self.export(project, "frab-xml", "--meeting", "forum", name="schedule.xml")
        result = self.run_dostyk("import", xml, "--meeting", "second", "--into", project)
        self.assertEqual(result.returncode, 0, result)
        self.assertEqual(self.held(project), before)
        self.assertEqual(self.held(project, "second"), before)

    def test_a_bad_event_is_named_and_nothing_changes(self):
        project = self.forum()
        xml = self.export(project, "frab-xml", name="schedule.xml")
        good = xml.read_text("utf-8")
        for broken, words in ((re.sub("<duration>01:30", "<duration>soon", good), "soon"),
                              (good.replace("<room>bishkek</room>", "<room>Osh</room>"), "Osh"),
                              (good[:len(good) // 2], "XML")):
            with self.subTest(words=words):
                empty = self.empty()
                xml.write_text(broken, "utf-8")
                result = self.run_dostyk("import", xml, "--into", empty)
                self.assertNotEqual(result.returncode, 0)
                self.assertIn(words, result.stdout + result.stderr)
                self.assertEqual(self.held(empty), {})
                history = self.run_dostyk("history", empty)
                self.assertEqual(history.returncode, 0, history)
                self.assertNotIn("mport", history.stdout)

    def test_tables_have_both_clocks_and_the_people(self):
        project = self.forum()
        rows = list(csv.DictReader(io.StringIO(self.export(
            project, "csv", "--meeting", "forum", "--raw", name="p.csv").read_text("utf-8-sig"))))
        self.assertEqual([row["id"] for row in rows], ["talks", "signing"])
        self.assertEqual((rows[1]["time"], rows[1]["zone"], rows[1]["meeting_clock"], rows[1]["city"],
                          rows[1]["delegations"]),
                         ("10:00", "Asia/Bishkek", "2026-05-13 09:00 UTC+05", "Bishkek", "Guests"))
        book = load_workbook(self.export(project, "xlsx", "--meeting", "forum", "--lang", "ru",
                                         name="p.xlsx"))
        sheet = book.worksheets[0]
        self.assertIn("По часам заседания", [cell.value for cell in sheet[1]])
        self.assertEqual(sheet.max_row, 3)

    def test_an_instance_is_told_by_its_score(self):
        project = self.forum()
        out = self.export(project, "instance", name="i.json")
        instance = json.loads(out.read_text("utf-8"))
        self.assertEqual(instance["format"], "dostyk-instance")
        self.assertEqual(instance["assign"]["talks"], {"start": "2026-05-12T05:00:00Z", "venue": "almaty"})
        told = json.loads(self.run_dostyk("conflicts", project, "--json").stdout)
        self.assertEqual(instance["score"], {"hard": told["hard_cost"], "soft": told["soft_cost"]})
        self.assertEqual(json.loads(self.run_dostyk("conflicts", out, "--json").stdout), told)
        out.write_text(out.read_text("utf-8").replace('"dur": 90', '"dur": "long"'), "utf-8")
        self.assert_fails(self.run_dostyk("conflicts", out), 1, "/sessions/0/dur")

    def test_minutes_between_venues_are_ways_in_one_step(self):
        project = self.forum()
        matrix = self.write(self.folder / "m.csv", "from/to,almaty,Bishkek hall\nalmaty,,170\nbishkek,180,0\n")
        result = self.run_dostyk("import", matrix, "--as", "travel", "--into", project)
        self.assertEqual(result.returncode, 3)
        self.assertIn("Row 1, column Bishkek hall", result.stderr)
        matrix.write_text("from/to,almaty,bishkek\nalmaty,,170\nbishkek,-180,0\n", "utf-8")
        self.assertIn("Row 3, column almaty", self.run_dostyk(
            "import", matrix, "--as", "travel", "--into", project).stderr)
        matrix.write_text("from/to,almaty,bishkek\nalmaty,,170\nbishkek,180,0\n", "utf-8")
        result = self.run_dostyk("import", matrix, "--as", "travel", "--into", project, "--json")
        self.assertEqual(json.loads(result.stdout)["added"], 2)
        instance = json.loads(self.export(project, "instance", name="i.json").read_text("utf-8"))
        edges = {(edge["from"], edge["to"]): edge.get("min") for edge in instance["travel"]["edges"]}
        self.assertEqual((edges["almaty", "bishkek"], edges["bishkek", "almaty"]), (170, 180))
        self.edit(project, {"command": "undo"})
        instance = json.loads(self.export(project, "instance", name="i.json").read_text("utf-8"))
        edges = {(edge["from"], edge["to"]): edge.get("min") for edge in instance["travel"]["edges"]}
        self.assertNotEqual(edges["almaty", "bishkek"], 170)

    def test_minutes_are_read_from_the_sheet_that_is_named(self):
        project = self.forum()
        book = Workbook()
        book.active.title = "Notes"
        book.active.append(["nobody", "reads", "this"])
        sheet = book.create_sheet("Minutes")
        for row in (["", "almaty", "bishkek"], ["almaty", None, 165], ["bishkek", 185, None]):
            sheet.append(row)
        file = self.folder / "m.xlsx"
        book.save(file)
        arguments = ("import", file, "--as", "travel", "--into", project, "--json", "--table")
        result = self.run_dostyk(*arguments, "Minutes")
        self.assertEqual(result.returncode, 0, result)
        self.assertEqual(json.loads(result.stdout)["added"], 2)
        result = self.run_dostyk(*arguments, "Hours")
        self.assertEqual(result.returncode, 3, result)
        refusal = json.loads(result.stdout)
        self.assertEqual((refusal["refused"], refusal["code"]), (True, "import.no_table"))
        self.assertIn("Notes, Minutes", refusal["message"])


if __name__ == "__main__":
    unittest.main()
