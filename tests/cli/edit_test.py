"""dostyk edit, history, audit, export, import: edits of a project from the command line."""
import json
import shutil
import sqlite3
import subprocess
import unittest

from support import BINARY, BUNDLED, TEXT, Case, claim, entity

EN = "/fields/name/0/value/en"


def set_name(value, name="g", pointer=EN):
    return {"command": "set_field", "kind": "goal", "id": name, "pointer": pointer, "value": value}


class Edit(Case):
    def edit(self, project, *commands):
        """The answers to commands, which may be texts that are none."""
        lines = [each if isinstance(each, str) else json.dumps(each) for each in commands]
        result = subprocess.run([BINARY, "edit", str(project)], input="\n".join(lines) + "\n",
                                env=self.environment(), timeout=120, capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual(len(answers), len(commands))
        return answers

    def test_each_command_is_a_step_and_one_that_changes_nothing_is_none(self):
        project = self.project()
        first, again, other = self.edit(project, set_name("A"), set_name("A"), set_name("B"))
        self.assertEqual(first, {"ok": True, "rev": 2})
        self.assertEqual(again, {"ok": True, "rev": 2})
        self.assertEqual(other, {"ok": True, "rev": 3})

    def test_undo_and_redo_work_over_processes_and_end_with_a_reason(self):
        project = self.project()
        [before] = self.edit(project, {"command": "hash"})
        *_, after = self.edit(project, set_name("A"),
                              {"command": "insert", "kind": "goal", "id": "new",
                               "doc": {"fields": {"name": [claim(TEXT)]}}},
                              {"command": "remove", "kind": "goal", "id": "g"}, {"command": "hash"})
        answers = self.edit(project, *[{"command": "undo"}] * 4, {"command": "hash"})
        self.assertEqual([each["ok"] for each in answers], [True, True, True, False, True])
        self.assertEqual(answers[3]["code"], "error.nothing_to_undo")
        self.assertEqual(answers[4]["hash"], before["hash"])
        answers = self.edit(project, *[{"command": "redo"}] * 4, {"command": "hash"})
        self.assertEqual([each["ok"] for each in answers], [True, True, True, False, True])
        self.assertEqual(answers[4]["hash"], after["hash"])

    def test_who_edits_leaves_a_backup_and_who_asks_none(self):
        project = self.project()
        def backups():
            return list((self.folder / "state/dostyk/backups").glob("*/*.gpkg"))
        self.edit(project, {"command": "hash"}, {"command": "undo"})
        self.assertEqual(backups(), [])
        self.edit(project, set_name("A"))
        self.assertEqual(len(backups()), 1)

    def test_what_is_wrong_is_told_and_changes_nothing(self):
        project = self.project()
        [before] = self.edit(project, {"command": "hash"})
        [unknown] = self.edit(project, {"command": "fly"})
        self.assertIn("set_field, remove_field, insert, remove, group, undo, redo, hash.",
                      unknown["error"])
        wrong = {"not JSON": "{", "an array": "[]", "unknown": {"command": "fly"},
                 "no kind": {"command": "remove", "id": "g"},
                 "no such document": set_name("A", name="none"),
                 "no such place": set_name("A", pointer="/fields/none/3/x"),
                 "no pointer": set_name("A", pointer="fields"),
                 "wrong type": set_name(7),
                 "another id": set_name("h", pointer="/id"),
                 "unknown field": set_name([claim(TEXT)], pointer="/fields/colour"),
                 "twice the key": '{"command": "undo", "command": "redo"}',
                 "exists": {"command": "insert", "kind": "goal", "id": "g", "doc": {}},
                 "settings": {"command": "remove", "kind": "settings", "id": "project"}}
        for name, command in wrong.items():
            with self.subTest(name=name):
                answer, after = self.edit(project, command, {"command": "hash"})
                self.assertFalse(answer["ok"], answer)
                self.assertTrue(answer["error"].strip())
                self.assertEqual(after["hash"], before["hash"])

    def test_a_group_is_one_step_or_nothing(self):
        project = self.project()
        good = {"command": "group", "commands": [set_name("A"), set_name("B", pointer=EN[:-2] + "ru")]}
        bad = {"command": "group", "commands": [set_name("C"), set_name("D", name="none")]}
        answers = self.edit(project, good, bad, {"command": "undo"}, {"command": "undo"})
        self.assertEqual([each["ok"] for each in answers], [True, False, True, False])

    def test_reading_verbs_show_edits_that_the_folder_has_not(self):
        project = self.project()
        self.edit(project, set_name("Seen at once"))
        shown = self.run_dostyk("describe", project)
        self.assertIn("Seen at once", shown.stdout)
        self.assertIn("1", shown.stderr)
        self.assertIn("--files", shown.stderr)
        files = self.run_dostyk("describe", project, "--files")
        self.assertNotIn("Seen at once", files.stdout)
        self.assertEqual(files.stderr, "")
        self.assertEqual(self.run_dostyk("validate", project).returncode, 0)

        self.assertEqual(self.run_dostyk("export", project, "--format", "json").returncode, 0)
        after = self.run_dostyk("describe", project)
        self.assertIn("Seen at once", after.stdout)
        self.assertEqual(after.stderr, "")

    def test_a_verb_that_only_reads_makes_no_store(self):
        project = self.project()
        self.run_dostyk("describe", project)
        self.run_dostyk("validate", project)
        self.assertFalse((self.folder / "state").exists())

    def test_one_edited_field_is_one_changed_line(self):
        project = self.folder / "p"
        shutil.copytree(BUNDLED, project)
        self.edit(project, set_name("Trade", name="mutual-trade-2bn"))
        self.run_dostyk("export", project, "--format", "json")
        changed = []
        for old in BUNDLED.rglob("*.json"):
            new = (project / old.relative_to(BUNDLED)).read_text("utf-8").splitlines()
            lines = old.read_text("utf-8").splitlines()
            self.assertEqual(len(new), len(lines))
            changed += [pair for pair in zip(lines, new) if pair[0] != pair[1]]
        self.assertEqual(len(changed), 1)

    def test_export_import_export_is_the_same_to_the_byte(self):
        first, second, made = (self.folder / name for name in ("one", "two", "made"))
        self.assertEqual(self.run_dostyk("export", BUNDLED, "--format", "json", "--out",
                                         first).returncode, 0)
        for target in (made, self.folder / "made.gpkg"):
            result = self.run_dostyk("import", first, "--format", "project", "--into", target)
            self.assertEqual(result.returncode, 0, result)
            shutil.rmtree(second, ignore_errors=True)
            self.run_dostyk("export", target, "--format", "json", "--out", second)
            self.assertEqual(self.snapshot(first), self.snapshot(second))
        self.assertEqual(self.snapshot(made), self.snapshot(first))
        info = self.run_dostyk("info", self.folder / "made.gpkg", "--json")
        self.assertEqual(json.loads(info.stdout)["project"], "kz-kg")

    def test_a_folder_that_is_made_anew_has_nothing_of_the_one_before(self):
        source = self.project()
        made = self.folder / "made"
        self.run_dostyk("import", source, "--format", "project", "--into", made)
        self.edit(made, {"command": "insert", "kind": "goal", "id": "old",
                         "doc": {"fields": {"name": [claim(TEXT)]}}})
        shutil.rmtree(made)
        self.run_dostyk("import", source, "--format", "project", "--into", made)
        steps = json.loads(self.run_dostyk("history", made, "--json").stdout)["steps"]
        self.assertEqual([each["command"] for each in steps], ["begin"])
        self.assertFalse((made / "goal/old.json").exists())
        self.assertEqual(len(list((self.folder / "state/dostyk").glob("made-*before*"))), 1)

    def test_history_and_audit(self):
        project = self.project()
        self.edit(project, set_name("A"), {"command": "undo"})
        steps = json.loads(self.run_dostyk("history", project, "--json").stdout)["steps"]
        self.assertEqual([each["command"] for each in steps], ["undo", "set_field", "begin"])
        self.assertEqual(steps[0]["of"], 2)
        self.assertIn("Поле изменено", self.run_dostyk("history", project, "--lang", "ru").stdout)
        self.assertEqual(self.run_dostyk("audit", "verify", project).returncode, 0)

        [store] = (self.folder / "state/dostyk").glob("*.gpkg")
        with sqlite3.connect(store) as database:
            database.execute("UPDATE change_log SET before = 'x' WHERE seq = 4")
        result = self.run_dostyk("audit", "verify", project)
        self.assertEqual(result.returncode, 1)
        self.assertIn("4", result.stdout)

    def test_a_generated_store_is_a_project_and_replaces_no_file(self):
        store = self.folder / "large.gpkg"
        arguments = ("generate", "store", "--entities", "30", "--seed", "7", "--out", store)
        self.assertEqual(self.run_dostyk(*arguments).returncode, 0)
        self.assertEqual(self.run_dostyk("validate", store).returncode, 0)
        info = json.loads(self.run_dostyk("info", store, "--json").stdout)
        self.assertEqual(info["entities"]["project"], 30)
        before = store.read_bytes()
        self.assert_fails(self.run_dostyk(*arguments), 1, "large.gpkg")
        self.assertEqual(store.read_bytes(), before)
        for wrong in (["--entities", "many", "--out", "x"], ["--entities", "-1", "--out", "x"],
                      ["--entities", "3"], ["--entities", "3", "--seed", "1x", "--out", "x"]):
            self.assert_fails(self.run_dostyk("generate", "store", *wrong), 2, "--entities")

    def test_what_is_no_project_is_refused(self):
        text = self.write(self.folder / "text.gpkg", b"no store " * 100)
        for target in (self.folder / "none", self.folder, text, BUNDLED / "project.json"):
            with self.subTest(target=target):
                self.assert_fails(self.run_dostyk("edit", target), 1, "")
        self.assertEqual(text.read_bytes(), b"no store " * 100)
        for arguments in (["export", BUNDLED], ["import", BUNDLED, "--into", "x"], ["audit"],
                          ["import", "--format", "project"], ["edit"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.run_dostyk(*arguments).returncode, 2)


if __name__ == "__main__":
    unittest.main()
