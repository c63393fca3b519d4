"""dostyk generate forum, dostyk schedule: made, planned, kept as one step, taken back, alike."""
import json
import unittest

from support import Case

SIZE = ["--sessions", 30, "--delegations", 12, "--venues", 6, "--cities", 4, "--days", 3]


class Schedule(Case):
    def forum(self, seed=1, *more, name="forum.gpkg"):
        path = self.folder / name
        result = self.run_dostyk("generate", "forum", *SIZE, "--seed", seed, "--out", path, "--json",
                                 *more)
        self.assertEqual(result.returncode, 0, result)
        return path, json.loads(result.stdout)

    def schedule(self, project, *arguments, code=0):
        result = self.run_dostyk("schedule", project, "--json", *arguments)
        self.assertEqual(result.returncode, code, result)
        return json.loads(result.stdout)

    def conflicts(self, project):
        result = self.run_dostyk("conflicts", project, "--json")
        return json.loads(result.stdout)

    def test_the_plan_that_a_forum_is_made_around_has_no_conflicts(self):
        path, made = self.forum(3, "--planted")
        self.assertEqual(made["planted_hard_cost"], 0)
        found = self.conflicts(path)
        self.assertEqual(found["conflicts"], [])
        self.assertEqual(found["soft_cost"], made["planted_soft_cost"])

    def test_a_forum_is_planned_kept_as_one_step_and_taken_back(self):
        path, made = self.forum()
        self.assertEqual(made["sessions"], 30)
        # What is not placed yet is what the conflicts are about.
        self.assertEqual({each["rule"] for each in self.conflicts(path)["conflicts"]}, {"H01"})
        before = self.run_dostyk("edit", path, given='{"command": "hash"}\n').stdout
        planned = self.schedule(path, "--iterations", 150000)
        self.assertEqual(planned["hard_cost"], 0)
        self.assertTrue(all("start" in each for each in planned["sessions"]))
        kept = self.conflicts(path)
        self.assertEqual(kept["conflicts"], [])
        steps = json.loads(self.run_dostyk("history", path, "--json").stdout)
        self.assertEqual(len(steps["steps"] if isinstance(steps, dict) else steps), 2)
        answers = self.run_dostyk("edit", path, given='{"command": "undo"}\n{"command": "hash"}\n')
        self.assertEqual(json.loads(answers.stdout.splitlines()[1])["hash"],
                         json.loads(before)["hash"])

    def test_the_same_seed_and_moves_give_the_same_plan_and_a_dry_run_changes_nothing(self):
        path, _ = self.forum(2)
        arguments = ("--dry-run", "--iterations", 20000, "--threads", 2, "--seed")
        one = self.run_dostyk("schedule", path, "--json", *arguments, 5)
        other = self.run_dostyk("schedule", path, "--json", *arguments, 5)
        third = self.run_dostyk("schedule", path, "--json", *arguments, 6)
        plans = [json.loads(each.stdout)["sessions"] for each in (one, other, third)]
        self.assertEqual(plans[0], plans[1])
        self.assertNotEqual(plans[0], plans[2])
        self.assertEqual({each["rule"] for each in self.conflicts(path)["conflicts"]}, {"H01"})

    def test_pins_are_honoured(self):
        path, _ = self.forum(4)
        pinned = {each["id"]: each for each in self.rows(path) if "pinned" in each["fields"]}
        planned = self.schedule(path, "--iterations", 60000, "--dry-run")
        for each in planned["sessions"]:
            if each["session"] in pinned:
                self.assertFalse(each["moved"])
        # A plan that is there already and holds stays as it is where its changes cost more.
        self.assertGreater(sum(each["moved"] for each in planned["sessions"]), 20)

    def rows(self, path):
        out = self.folder / "rows"
        self.assertEqual(self.run_dostyk("export", path, "--format", "json", "--out", out)
                         .returncode, 0)
        return [json.loads(each.read_text("utf-8")) for each in out.glob("session/*.json")]

    def test_what_does_not_fit_is_named_and_nothing_is_made(self):
        path, _ = self.forum()
        for arguments, word in ((["--seed", "x"], "--seed"), (["--threads", "0"], "--threads"),
                                (["--iterations", "-5"], "--iterations"),
                                (["--time", "0"], "more than 0 and at most 86400"),
                                (["--time", "nan"], "--time nan"),
                                (["--time", "1", "--iterations", "9"], "--iterations")):
            result = self.run_dostyk("schedule", path, *arguments)
            self.assertEqual(result.returncode, 2, result)
            self.assertIn(word, result.stderr)
        result = self.run_dostyk("generate", "forum", "--sessions", 9000, "--out",
                                 self.folder / "large.gpkg")
        self.assert_fails(result, 2, "--sessions 9000 does not fit; give a whole number from 1 to 5000")
        self.assertFalse((self.folder / "large.gpkg").exists())
        result = self.run_dostyk("generate", "forum", *SIZE, "--out", path)
        self.assertEqual(result.returncode, 1, result)

    def test_it_says_what_it_did_in_four_languages(self):
        path, _ = self.forum()
        for code, word in (("en", "30 of 30"), ("kk", "30"), ("ky", "30"), ("ru", "У 30 из 30")):
            result = self.run_dostyk("schedule", path, "--iterations", 100000, "--dry-run", "--lang",
                                     code)
            self.assertIn(word, result.stdout)


if __name__ == "__main__":
    unittest.main()
