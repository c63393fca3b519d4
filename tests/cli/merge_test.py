"""dostyk merge: two people's copies of one project become one, field by field."""
import json
import shutil
import subprocess
import unittest

from support import BINARY, BUNDLED, TEXT, Case, claim, entity


def text(word):
    return {code: f"{word} {code}" for code in ("en", "kk", "ky", "ru")}


class Merge(Case):
    def copies(self, *entities):
        """Base, mine and theirs: three folders that are alike, in canonical form."""
        source = self.project(*entities)
        folders = [self.folder / name for name in ("base", "mine", "theirs")]
        for folder in folders:
            result = self.run_dostyk("export", source, "--format", "json", "--out", folder)
            self.assertEqual(result.returncode, 0, result)
        return folders

    def change(self, folder, path, edit):
        file = folder / path
        document = json.loads(file.read_text("utf-8"))
        edit(document["fields"])
        self.write(file, document)

    def merge(self, *arguments, code=0):
        result = self.run_dostyk("merge", *arguments, "--json")
        self.assertEqual(result.returncode, code, result)
        return json.loads(result.stdout)

    def read(self, folder, path):
        return json.loads((folder / path).read_text("utf-8"))["fields"]

    def test_edits_that_do_not_overlap_merge_without_a_question(self):
        base, mine, theirs = self.copies(entity("goal", "h"))
        out = self.folder / "out"
        self.change(mine, "goal/g.json", lambda f: f.update(due=[claim("2027")]))
        self.change(theirs, "goal/g.json", lambda f: f.update(name=[claim(text("N"))]))
        self.change(theirs, "goal/h.json", lambda f: f.update(due=[claim("2030")]))
        self.write(mine / "goal/new.json", entity("goal", "new"))
        (theirs / "goal/h2.json").write_text(
            json.dumps(entity("goal", "h2")), "utf-8")

        told = self.merge(base, mine, theirs, "--out", out)

        self.assertEqual((told["conflicts"], told["findings"]), ([], []))
        self.assertEqual(self.read(out, "goal/g.json")["due"], [claim("2027")])
        self.assertEqual(self.read(out, "goal/g.json")["name"], [claim(text("N"))])
        self.assertEqual(self.read(out, "goal/h.json")["due"], [claim("2030")])
        self.assertTrue((out / "goal/new.json").exists() and (out / "goal/h2.json").exists())
        self.assertEqual(self.run_dostyk("validate", out, "--json").returncode, 0)

    def test_what_both_changed_stays_mine_and_both_values_are_told(self):
        base, mine, theirs = self.copies()
        out = self.folder / "out"
        self.change(mine, "goal/g.json", lambda f: f.update(due=[claim("2027")]))
        self.change(theirs, "goal/g.json", lambda f: f.update(due=[claim("2031")],
                                                              name=[claim(text("N"))]))
        [conflict] = self.merge(base, mine, theirs, "--out", out, code=1)["conflicts"]
        self.assertEqual((conflict["kind"], conflict["id"], conflict["pointer"], conflict["kept"]),
                         ("goal", "g", "/fields/due", "mine"))
        self.assertEqual((conflict["base"], conflict["mine"], conflict["theirs"]),
                         (None, [claim("2027")], [claim("2031")]))
        self.assertEqual(self.read(out, "goal/g.json")["due"], [claim("2027")])
        self.assertEqual(self.read(out, "goal/g.json")["name"], [claim(text("N"))])
        for language, words in (("ru", "остаётся MINE"), ("kk", "MINE қалады"),
                                ("ky", "MINE калат"), ("en", "MINE stays")):
            shutil.rmtree(out)
            result = self.run_dostyk("merge", base, mine, theirs, "--out", out, "--lang", language)
            self.assertEqual(result.returncode, 1)
            self.assertIn(words, result.stdout)
            self.assertIn("2031", result.stdout)

    def test_a_removed_document_goes_unless_the_other_side_changed_it(self):
        base, mine, theirs = self.copies(entity("goal", "h"), entity("goal", "i"))
        (mine / "goal/h.json").unlink()
        (theirs / "goal/i.json").unlink()
        self.change(mine, "goal/i.json", lambda f: f.update(due=[claim("2027")]))
        [conflict] = self.merge(base, mine, theirs, "--out", self.folder / "out",
                                code=1)["conflicts"]
        self.assertEqual((conflict["id"], conflict["pointer"], conflict["theirs"]), ("i", "", None))
        self.assertFalse((self.folder / "out/goal/h.json").exists())
        self.assertTrue((self.folder / "out/goal/i.json").exists())

    def test_what_only_both_together_break_is_told(self):
        base, mine, theirs = self.copies(entity("meeting", "m"), entity("session", "s"))
        self.change(mine, "session/s.json", lambda f: f.update(meeting=[claim("m")]))
        (theirs / "meeting/m.json").unlink()
        told = self.merge(base, mine, theirs, "--out", self.folder / "out", code=1)
        self.assertEqual(told["conflicts"], [])
        self.assertEqual([each["code"] for each in told["findings"]], ["model.dangling_reference"])

    def test_nothing_is_written_over(self):
        base, mine, theirs = self.copies()
        full = self.write(self.folder / "full/keep.txt", "mine").parent
        file = self.write(self.folder / "file", "mine")
        before = self.snapshot(self.folder)
        for out in (base, theirs, full, file):
            with self.subTest(out=out):
                result = self.run_dostyk("merge", base, mine, theirs, "--out", out)
                self.assert_fails(result, 1, "empty")
        self.assertEqual(self.snapshot(self.folder), before)

    def test_into_mine_it_is_one_step_that_undo_takes_back(self):
        base, mine, theirs = self.copies(entity("goal", "h"))
        stores = []
        for folder in (base, mine, theirs):
            store = self.folder / f"{folder.name}.gpkg"
            self.run_dostyk("import", folder, "--format", "project", "--into", store)
            stores.append(store)
        self.change(theirs, "goal/g.json", lambda f: f.update(due=[claim("2031")]))
        (theirs / "goal/h.json").unlink()
        before = self.snapshot(mine)
        for target, sides in ((mine, (base, mine, theirs)), (stores[1], (stores[0], stores[1], theirs))):
            with self.subTest(target=target):
                told = self.merge(*sides, "--out", target)
                self.assertEqual(told["changed"], 2)
                steps = json.loads(self.run_dostyk("history", target, "--json").stdout)["steps"]
                self.assertEqual([each["command"] for each in steps], ["merge", "begin"])
        self.assertEqual(self.read(mine, "goal/g.json")["due"], [claim("2031")])
        self.assertFalse((mine / "goal/h.json").exists())
        subprocess.run([BINARY, "edit", str(mine)], input='{"command": "undo"}\n', text=True,
                       env=self.environment(), check=True, capture_output=True)
        self.run_dostyk("export", mine, "--format", "json")
        self.assertEqual(self.snapshot(mine), before)

    def test_edits_that_the_folder_has_not_yet_count(self):
        base, mine, theirs = self.copies()
        command = {"command": "set_field", "kind": "goal", "id": "g",
                   "pointer": "/fields/name/0/value/en", "value": "Edited"}
        subprocess.run([BINARY, "edit", str(mine)], input=json.dumps(command) + "\n", text=True,
                       env=self.environment(), check=True, capture_output=True)
        self.change(theirs, "goal/g.json", lambda f: f.update(due=[claim("2031")]))
        out = self.folder / "out.gpkg"
        result = self.run_dostyk("merge", base, mine, theirs, "--out", out)
        self.assertEqual(result.returncode, 0, result)
        self.assertIn("--files", result.stderr)
        self.run_dostyk("export", out, "--format", "json", "--out", self.folder / "json")
        merged = self.read(self.folder / "json", "goal/g.json")
        self.assertEqual(merged["name"][0]["value"]["en"], "Edited")
        self.assertEqual(merged["due"], [claim("2031")])
        self.merge(base, mine, theirs, "--files", "--out", self.folder / "files")
        self.assertEqual(self.read(self.folder / "files", "goal/g.json")["name"], [claim(TEXT)])

    def test_a_side_that_is_not_sound_refuses_all_of_it(self):
        base, mine, theirs = self.copies()
        self.write(theirs / "goal/g.json", "<<<<<<< ours\n{}\n")
        result = self.run_dostyk("merge", base, mine, theirs, "--out", self.folder / "out")
        self.assert_fails(result, 1, "goal/g.json:1:1")
        self.assertFalse((self.folder / "out").exists())
        for wrong in ([], [base], [base, mine], [base, mine, theirs],
                      [base, mine, "--out", self.folder / "out"]):
            self.assertEqual(self.run_dostyk("merge", *wrong).returncode, 2)
        self.assert_fails(self.run_dostyk("merge", base, mine, self.folder / "none", "--out",
                                          self.folder / "out"), 1, "none")

    def test_the_bundled_project_merges_with_itself(self):
        out = self.folder / "out"
        told = self.merge(BUNDLED, BUNDLED, BUNDLED, "--out", out)
        self.assertEqual((told["changed"], told["conflicts"], told["findings"]), (0, [], []))
        for path in BUNDLED.rglob("*.json"):
            self.assertEqual((out / path.relative_to(BUNDLED)).read_bytes(), path.read_bytes())


if __name__ == "__main__":
    unittest.main()
