"""dostyk generate forum, dostyk schedule: made, planned, kept as one step, taken back, alike."""
import json
import unittest

from conflicts_test import hall, session, text
from support import Case, claim, entity

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
        self.assertEqual((planned["hard_cost"], planned["hard_conflicts"]), (0, 0))
        self.assertIn(planned["status"], ("feasible", "optimal"))
        self.assertLessEqual(0, planned["soft_bound"])
        self.assertLessEqual(planned["soft_bound"], planned["soft_cost"])
        self.assertIsNone(planned["why"])
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
        path, _ = self.forum(5)
        pinned = {each["id"] for each in self.rows(path) if "pinned" in each["fields"]}
        self.assertTrue(pinned)
        planned = self.schedule(path, "--iterations", 60000, "--seed", 1, "--dry-run")
        moved = {each["session"] for each in planned["sessions"] if each["moved"]}
        self.assertEqual(moved & pinned, set())
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
        for code, placed, cost in (("en", "30 of 30 sessions have a place", "wishes cost"),
                                   ("kk", "Орны бар іс-шаралар: 30 ішінен 30", "тілектердің құны"),
                                   ("ky", "30 иш-чара ичинен орду бары – 30", "каалоолордун баасы"),
                                   ("ru", "У 30 из 30 мероприятий есть место", "пожелания стоят")):
            with self.subTest(language=code):
                result = self.run_dostyk("schedule", path, "--iterations", 100000, "--seed", 1,
                                         "--dry-run", "--lang", code)
                self.assertEqual(result.returncode, 0, result)
                self.assertIn(placed, result.stdout)
                self.assertIn(cost, result.stdout)
                self.assertNotIn("{", result.stdout)


class Verdict(Case):
    """What a plan is worth: bounds, reasons where there is none, and what somebody has accepted."""

    def forum(self, *sessions):
        return self.project(
            entity("meeting", "forum", date=[claim("2026-05-12/2026-05-13")]),
            hall("almaty", "Almaty", "KZ", 43.24, 76.9), hall("bishkek", "Bishkek", "KG", 42.87, 74.6),
            entity("person", "dana"),
            entity("delegation", "guests", name=text("Guests"), meeting=[claim("forum")],
                   head=[claim("dana")]), *sessions)

    def too_near(self, *more):
        """Two pinned sessions an hour apart, in Almaty and Bishkek."""
        pinned = {"pinned": [claim(True)]}
        return self.forum(
            session("talks", "almaty", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00", **pinned),
            session("signing", "bishkek", "2026-05-12T13:00+06:00/2026-05-12T14:00+06:00", **pinned),
            *more)

    def schedule(self, project, code, *arguments):
        result = self.run_dostyk("schedule", project, "--iterations", 5000, "--seed", 1, "--dry-run",
                                 *arguments)
        self.assertEqual(result.returncode, code, result)
        return result.stdout

    def told(self, project, code):
        return json.loads(self.schedule(project, code, "--json"))

    def test_where_no_plan_exists_the_reason_is_named(self):
        project = self.too_near()
        told = self.told(project, 1)
        self.assertEqual((told["status"], told["soft_bound"]), ("infeasible", None))
        self.assertEqual([fact["kind"] for fact in told["why"]["facts"]],
                         ["held", "held", "pinned", "pinned", "one_place", "way"])
        self.assertTrue(told["why"]["proved"])
        self.assertGreater(told["hard_conflicts"], 0)
        asked = json.loads(self.run_dostyk("conflicts", project, "--why", "--json").stdout)
        self.assertEqual(told["why"], asked["why"])
        for code, words in (("en", "There is no plan"), ("kk", "Жоспар жоқ"), ("ky", "План жок"),
                            ("ru", "Плана нет")):
            said = self.schedule(project, 1, "--lang", code)
            self.assertIn(words, said)
            self.assertNotIn("{", said)

    def test_a_conflict_that_somebody_has_accepted_is_none_that_is_left(self):
        waiver = entity("waiver", "w", meeting=[claim("forum")], rule=[claim("H03")],
                        sessions=[claim(["talks", "signing"])], participants=[claim(["guests"])],
                        reason=text("By helicopter"))
        project = self.too_near(waiver)
        told = self.told(project, 0)
        self.assertGreater(told["hard_cost"], 0)
        self.assertEqual((told["status"], told["hard_conflicts"], told["accepted"], told["why"]),
                         ("feasible", 0, 1, None))
        for code, words in (("en", "somebody has accepted (1 conflict)"), ("kk", "1 қайшылық"),
                            ("ky", "1 карама-каршылык"), ("ru", "1 конфликт")):
            said = self.schedule(project, 0, "--lang", code)
            self.assertIn(words, said)
            self.assertNotIn("{", said)

    def test_a_plan_that_costs_no_more_than_any_must_is_the_best(self):
        at_any_time = session("talks", "almaty", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00")
        told = self.told(self.forum(at_any_time), 0)
        self.assertEqual((told["status"], told["soft_cost"], told["soft_bound"]), ("optimal", 0, 0))
        late = session("talks", "almaty", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00",
                       preferred_windows=[claim(["09:00-10:00"])], windows=[claim(["14:00-18:00"])])
        project = self.forum(late)
        told = self.told(project, 0)
        self.assertEqual(told["status"], "optimal")
        self.assertGreater(told["soft_bound"], 0)
        self.assertEqual(told["soft_cost"], told["soft_bound"])
        for code, words in (("en", "no plan costs less"), ("kk", "бұдан арзан жоспар жоқ"),
                            ("ky", "мындан арзан план жок"), ("ru", "дешевле плана нет")):
            said = self.schedule(project, 0, "--lang", code)
            self.assertIn(words, said)
            self.assertNotIn("{", said)


if __name__ == "__main__":
    unittest.main()
