"""Personal data: in its own table, in files of its owner's, and in nothing that is printed."""
import json
import sqlite3
import subprocess
import unittest

from support import BINARY, Case, claim, entity

PHONES = ("+7 701 111 22 33", "+996 555 44 55 66")


class Personal(Case):
    def edit(self, project, *commands):
        result = subprocess.run([BINARY, "edit", str(project)], text=True, check=True,
                                input="".join(json.dumps(each) + "\n" for each in commands),
                                env=self.environment(), capture_output=True)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertTrue(all(each["ok"] for each in answers), answers)
        return result

    def set_phone(self, number, name="p"):
        return {"command": "set_field", "kind": "person", "id": name, "pointer": "/fields/phone",
                "value": [claim(number)]}

    def tables(self, store):
        """Each table's rows as text."""
        with sqlite3.connect(store) as database:
            names = [name for name, in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: repr(database.execute(f'SELECT * FROM "{name}"').fetchall())
                    for name in names}

    def test_numbers_lie_in_one_table_alone_through_edits_undo_and_the_folder(self):
        project = self.project(entity("person", "p", phone=[claim(PHONES[0])]))
        before = json.loads((project / "person/p.json").read_text("utf-8"))
        self.edit(project, self.set_phone(PHONES[1]), {"command": "undo"}, {"command": "redo"})
        self.run_dostyk("export", project, "--format", "json")
        after = json.loads((project / "person/p.json").read_text("utf-8"))
        self.assertEqual(after["fields"]["phone"], [claim(PHONES[1])])
        self.edit(project, {"command": "undo"})
        self.run_dostyk("export", project, "--format", "json")
        self.assertEqual(json.loads((project / "person/p.json").read_text("utf-8")), before)

        [store] = (self.folder / "state/dostyk").glob("*.gpkg")
        tables = self.tables(store)
        for number in PHONES:
            self.assertEqual([name for name, rows in tables.items() if number in rows],
                             ["personal"])
        self.assertEqual(self.run_dostyk("audit", "verify", project).returncode, 0)
        with sqlite3.connect(store) as database:
            database.execute("UPDATE personal SET value = replace(value, '701', '702')")
        result = self.run_dostyk("audit", "verify", project)
        self.assertEqual(result.returncode, 1)
        self.assertIn("personal", result.stdout)

    def test_rooms_and_plates_of_a_visit_lie_there_too(self):
        project = self.project(
            entity("accommodation", "stay", room=[claim("ROOM-1207")], host_covered=[claim(True)]),
            entity("vehicle", "car", plate=[claim("01KG-PLATE-7")]))
        self.edit(project, {"command": "set_field", "kind": "vehicle", "id": "car",
                            "pointer": "/fields/plate", "value": [claim("01KG-PLATE-8")]})
        [store] = (self.folder / "state/dostyk").glob("*.gpkg")
        for secret in ("ROOM-1207", "PLATE-7", "PLATE-8"):
            self.assertEqual([name for name, rows in self.tables(store).items() if secret in rows],
                             ["personal"])

    def test_files_with_numbers_are_for_their_owner_alone(self):
        project = self.project(entity("person", "p"), entity("person", "q"))
        self.edit(project, self.set_phone(PHONES[0]))
        self.run_dostyk("export", project, "--format", "json")
        modes = {path.name: path.stat().st_mode & 0o777 for path in project.rglob("*.json")}
        self.assertEqual(modes["p.json"], 0o600)
        self.assertEqual(modes["q.json"] & 0o044, 0o044)
        store = self.folder / "s.gpkg"
        self.run_dostyk("import", project, "--format", "project", "--into", store)
        kept = [path for path in (self.folder / "state").rglob("*") if path.is_file()]
        self.assertGreaterEqual(len(kept), 1)
        for path in [store, *kept]:
            self.assertEqual(path.stat().st_mode & 0o777, 0o600, path)

    def test_no_verb_prints_a_number_that_nobody_asked_for(self):
        project = self.project(entity("person", "p", phone=[claim(PHONES[0])]))
        copies = []
        for name, number in (("base", None), ("mine", PHONES[1]), ("theirs", "+7 702 000")):
            copies.append(self.folder / name)
            self.run_dostyk("export", project, "--format", "json", "--out", copies[-1])
            if number:
                self.edit(copies[-1], self.set_phone(number))
        verbs = [["describe", project], ["info", project, "--json"], ["validate", project],
                 ["history", copies[1], "--json"], ["audit", "verify", copies[1]],
                 ["merge", *copies, "--out", self.folder / "out"],
                 ["merge", *copies, "--out", self.folder / "again", "--json"],
                 ["export", project, "--format", "csv", "--out", self.folder / "o.csv",
                  "--audience", "protocol"]]
        for verb in verbs:
            result = self.run_dostyk(*verb)
            with self.subTest(verb=verb):
                for number in ("701 111", "555 44", "702 000"):
                    self.assertNotIn(number, result.stdout + result.stderr)
        self.assertIn("/fields/phone", self.run_dostyk(
            "merge", *copies, "--out", self.folder / "third").stdout)
        self.assertIn(PHONES[0], self.run_dostyk("describe", project, "--audience",
                                                 "protocol").stdout)

    def test_numbers_of_passports_have_no_field(self):
        project = self.project(entity("person", "p", passport=[claim("N1234567")]))
        self.assertIn("passport", self.run_dostyk("validate", project).stdout)


if __name__ == "__main__":
    unittest.main()
