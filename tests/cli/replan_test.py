"""dostyk replan: one change is planned around, looked at, applied as one step and taken back; and
dostyk conflicts --why: what does not go together."""
import json
import unittest

from conflicts_test import hall, session, text
from support import Case, claim, entity

FORMAT = {"format": "dostyk-change", "version": 1}
OTHERS = ("aukhatty-ken-bulun", "sortobe-tokmok", "karasu-ak-tilek", "kegen-karkyra",
          "sypatai-batyr-chaldybar", "aisha-bibi-chon-kapka", "besagash-kichi-kapka", "tomonku-chuy")


class Replan(Case):
    def forum(self, *more, **signing):
        """Talks in Almaty in the morning, a signing in Bishkek in the evening of one day."""
        return self.project(
            entity("meeting", "forum", date=[claim("2026-05-12/2026-05-13")]),
            hall("almaty", "Almaty", "KZ", 43.24, 76.9), hall("palace", "Almaty", "KZ", 43.25, 76.95),
            hall("bishkek", "Bishkek", "KG", 42.87, 74.6),
            entity("person", "dana"), entity("interpreter", "aida", language_pairs=[claim(["kk-ky"])]),
            entity("delegation", "guests", name=text("Guests"), meeting=[claim("forum")],
                   head=[claim("dana")]),
            entity("crossing", "korday-ak-zhol", name=text("Korday")),
            *(entity("crossing", name, status=[claim("closed")]) for name in OTHERS),
            session("talks", "almaty", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00"),
            session("signing", "bishkek", "2026-05-12T17:00+06:00/2026-05-12T18:00+06:00", **signing),
            *more)

    def replan(self, project, code=0, *arguments, **change):
        path = self.write(self.folder / "change.json", {**FORMAT, **change})
        result = self.run_dostyk("replan", project, "--change", path, "--json", *arguments)
        self.assertEqual(result.returncode, code, result)
        return json.loads(result.stdout)

    def refused(self, project, word, **change):
        path = self.write(self.folder / "change.json", change)
        before = self.run_dostyk("conflicts", project, "--json").stdout
        self.assert_fails(self.run_dostyk("replan", project, "--change", path, "--apply"), 1, word)
        self.assertEqual(self.run_dostyk("conflicts", project, "--json").stdout, before)

    def test_a_delegation_that_is_late_moves_what_it_attends_and_nothing_else(self):
        project = self.forum(session("dinner", "palace", "2026-05-13T18:00+05:00/2026-05-13T19:00+05:00"))
        report = self.replan(project, change="absent", participant="guests",
                             period="2026-05-12T00:00+05:00/2026-05-12T13:00+05:00")
        self.assertEqual((report["end"], report["fewest"], report["applied"]), ("found", True, False))
        move, = report["moves"]
        self.assertEqual(move["session"], "talks")
        self.assertEqual(move["from"], {"venue": "almaty", "start": "2026-05-12T10:00+05:00"})
        self.assertGreater(move["to"]["start"], "2026-05-12T12:59")
        self.assertEqual(report["affected"]["delegations"], ["guests"])
        self.assertEqual(report["hard_cost"], {"before": 0, "after": 0})
        self.assertEqual(self.run_dostyk("conflicts", project).returncode, 0)

    def test_it_is_applied_as_one_step_and_taken_back(self):
        project = self.forum()
        change = dict(change="close_venue", venue="almaty", period="2026-05-12")
        report = self.replan(project, 0, "--apply", **change)
        self.assertTrue(report["applied"])
        self.assertEqual([move["session"] for move in report["moves"]], ["talks"])
        self.assertEqual(json.loads(self.run_dostyk("conflicts", project, "--json").stdout)["conflicts"], [])
        self.assertEqual(self.replan(project, **change)["moves"], [])
        steps = json.loads(self.run_dostyk("history", project, "--json").stdout)
        self.assertIn("replan", json.dumps(steps))
        self.run_dostyk("edit", project, given='{"command": "undo"}\n')
        self.assertEqual(len(self.replan(project, **change)["moves"]), 1)

    def test_a_crossing_that_closes_moves_who_would_wait_there(self):
        report = self.replan(self.forum(), change="close_crossing", crossing="korday-ak-zhol",
                             period="2026-05-12T11:30+05:00/2026-05-12T22:00+05:00")
        self.assertEqual(report["end"], "found")
        self.assertEqual(len(report["moves"]), 1)

    def test_a_session_is_added_and_one_is_pinned(self):
        project = self.forum()
        added = {"id": "visit", "name": {"en": "Visit", "kk": "Сапар", "ky": "Сапар", "ru": "Визит"},
                 "duration": 90, "participants": ["guests"]}
        report = self.replan(project, 0, "--apply", change="add_session", session=added)
        self.assertEqual([(move["session"], move["from"]) for move in report["moves"]], [("visit", None)])
        report = self.replan(project, change="pin_session", session="talks",
                             start="2026-05-12T16:00+05:00", venue="palace")
        self.assertEqual(report["end"], "found")
        self.assertNotIn("talks", [move["session"] for move in report["moves"]])

    def test_an_interpreter_and_a_vehicle_are_lost(self):
        project = self.forum(
            entity("vehicle", "bus", capacity=[claim(10)]), languages=[claim(["kk", "ky"])],
            interpreters=[claim(["aida"])])
        self.assertEqual(self.run_dostyk("conflicts", project).returncode, 0)
        report = self.replan(project, 1, change="lose_interpreter", interpreter="aida")
        self.assertEqual(report["end"], "impossible")
        self.assertEqual(sorted(fact["kind"] for fact in report["why"]["facts"]), ["held", "interpreters"])
        report = self.replan(project, change="lose_interpreter", interpreter="aida",
                             period="2026-05-12T15:00+05:00/2026-05-13T00:00+05:00")
        self.assertEqual([move["session"] for move in report["moves"]], ["signing"])
        report = self.replan(project, change="lose_vehicle", vehicle="bus", period="2026-05-13")
        self.assertEqual(report["moves"], [])

    def test_where_there_is_no_plan_the_reason_is_said_in_each_language(self):
        project = self.forum(pinned=[claim(True)])
        path = self.write(self.folder / "change.json", {
            **FORMAT, "change": "absent", "participant": "guests", "period": "2026-05-12"})
        facts = self.replan(project, 1, change="absent", participant="guests", period="2026-05-12")
        self.assertEqual(facts["end"], "impossible")
        self.assertEqual({fact["kind"] for fact in facts["why"]["facts"]}, {"held", "pinned", "available"})
        self.assertTrue(facts["why"]["minimal"])
        for lang, words in (("en", "is there only"), ("ru", "присутствует только"), ("kk", "тек мына"),
                            ("ky", "ушул убакыттарда")):
            said = self.run_dostyk("replan", project, "--change", path, "--lang", lang)
            self.assertEqual(said.returncode, 1, said)
            self.assertIn(words, said.stdout)

    def test_why_a_meeting_has_no_plan(self):
        project = self.forum(
            session("lunch", "palace", "2026-05-12T10:30+05:00/2026-05-12T11:30+05:00",
                    pinned=[claim(True)]),
            session("tour", "almaty", "2026-05-12T11:00+05:00/2026-05-12T12:00+05:00",
                    pinned=[claim(True)]))
        result = self.run_dostyk("conflicts", project, "--why", "--json")
        self.assertEqual(result.returncode, 1, result)
        why = json.loads(result.stdout)["why"]
        self.assertEqual(sorted(fact["kind"] for fact in why["facts"]),
                         ["held", "held", "one_place", "pinned", "pinned"])
        self.assertLessEqual(len(why["facts"]), 10)
        self.assertIn("do not go together", self.run_dostyk("conflicts", project, "--why").stdout)
        for name in ("lunch", "tour"):
            (project / "session" / f"{name}.json").unlink()
        result = self.run_dostyk("conflicts", project, "--why")
        self.assertEqual(result.returncode, 0, result)

    def test_what_is_wrong_is_named_with_its_place_and_changes_nothing(self):
        project = self.forum()
        self.refused(project, "1:", format="dostyk-change", version=1, change="close_everything")
        self.refused(project, "participant", format="dostyk-change", version=1, change="absent",
                     period="2026-05-12")
        self.refused(project, "periode", format="dostyk-change", version=1, change="close_venue",
                     venue="almaty", period="2026-05-12", periode="2026-05-12")
        self.refused(project, "nobody", **FORMAT, change="absent", participant="nobody",
                     period="2026-05-12")
        self.refused(project, "soon", **FORMAT, change="close_venue", venue="almaty", period="soon")
        self.refused(project, "talks", **FORMAT, change="add_session", session={
            "id": "talks", "name": {"en": "T", "kk": "T", "ky": "T", "ru": "T"}, "duration": 60})
        self.refused(project, "10:00", **FORMAT, change="pin_session", session="talks", start="10:00")
        result = self.run_dostyk("replan", project)
        self.assert_fails(result, 2, "--change")
        result = self.run_dostyk("replan", project, "--time", "9999")
        self.assert_fails(result, 2, "--time 9999 does not fit; give seconds, more than 0 and at most 3600")


if __name__ == "__main__":
    unittest.main()
