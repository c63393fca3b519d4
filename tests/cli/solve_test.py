"""dostyk solve: verdicts on small instances, refusals with their place, published answers."""
import csv
import json
import unittest

from support import ROOT, Case

SHARED = ROOT.parent / "shared/scheduling"

# A buyer and three sellers; the second seller cannot come to slot 2.
FORUM = """nBusiness = 4;
nMeetings = 3;
nTables = 2;
nTotalSlots = {slots};
nMorningSlots = 2;
requested = [|1, 2,1,
|1, 3,3,
|1, 4,2,
|];
meetingsxBusiness = [{{1,2,3,4}}, {{1,2}}, {{1,3}}, {{1,4}}];
nMeetingsBusiness = [3,1,1,1];
forbidden = [{{0}}, {{0}}, {{0,2}}, {{0}}];
fixed = [0,0,0];
precedences = [{{}}, {{}}, {{1}}];
"""

AGENTS = """**Instance #{number}**
NumberOfMeetings = 3
NumberOfAgents = 2
DomainSize = {slots}
Agents Meetings:
 Agents (0): 0 1
 Agents (1): 1 2
Between Meetings Distance:
     0 1 2
 0 : 0 2 1
 1 : 2 0 3
 2 : 1 3 0
"""


class Solve(Case):
    def solve(self, form, path, *more):
        result = self.run_dostyk("solve", "--format", form, path, "--json", *more)
        self.assertEqual(result.returncode, 0, result)
        self.assertEqual(result.stderr, "")
        return [json.loads(line) for line in result.stdout.splitlines()]

    def forum(self, slots=4):
        return self.write(self.folder / "forum.dzn", FORUM.format(slots=slots))

    def agents(self):
        return self.write(self.folder / "agents.md",
                          AGENTS.format(number=3, slots=5) + AGENTS.format(number=8, slots=4))

    def test_a_forum_has_its_fewest_breaks_and_a_plan(self):
        [verdict] = self.solve("b2b", self.forum())
        self.assertEqual((verdict["instance"], verdict["status"]), ("forum", "optimal"))
        self.assertEqual((verdict["objective"], verdict["bound"]), (0, 0))
        self.assertIn(verdict["assignment"], ([2, 1, 3], [2, 3, 4], [2, 4, 3]))
        self.assertLessEqual(verdict["first_feasible_cpu"], verdict["seconds_cpu"])

    def test_an_impossible_forum_is_told_as_such(self):
        [verdict] = self.solve("b2b", self.forum(slots=2))
        self.assertEqual(verdict["status"], "infeasible")
        for name in ("objective", "bound", "assignment", "first_feasible_cpu"):
            self.assertIsNone(verdict[name])

    def test_agents_have_their_least_slots_one_instance_a_line(self):
        three, eight = self.solve("csplib046", self.agents())
        self.assertEqual((three["instance"], eight["instance"]), (3, 8))
        for verdict, fits in ((three, True), (eight, False)):
            self.assertEqual((verdict["status"], verdict["objective"]), ("optimal", 5))
            self.assertIs(verdict["satisfiable_at_domain_size"], fits)
            first, second, third = verdict["assignment"]
            self.assertGreaterEqual(abs(first - second), 3)
            self.assertGreaterEqual(abs(second - third), 4)
            self.assertLessEqual({first, second, third}, set(range(1, 6)))

    def test_one_instance_is_picked(self):
        [verdict] = self.solve("csplib046", self.agents(), "--instance", "8")
        self.assertEqual(verdict["instance"], 8)

    def test_without_json_a_line_in_each_language(self):
        for lang, word in (("en", "breaks: 0"), ("ru", "перерывы: 0"), ("kk", "үзілістер: 0"),
                           ("ky", "тыныгуулар: 0")):
            result = self.run_dostyk("solve", "--format", "b2b", self.forum(), "--lang", lang)
            self.assertEqual(result.returncode, 0)
            self.assertIn(word, result.stdout)

    def test_files_that_are_not_sound_are_refused_with_their_place(self):
        sound = FORUM.format(slots=4)
        cases = (
            (sound[:len(sound) // 2], "within"),
            (FORUM.format(slots=0), ":4: “nTotalSlots” has the value 0"),
            (sound.replace("nMeetings = 3", "nMeetings = 4"), "requested” has 3 entries where 4"),
            (sound.replace("|1, 3,3", "|1, 5,3"), ":7: “requested” has the value 5"),
            (sound.replace("|1, 3,3", "|1, x,3"), ":7: “x”"),
        )
        for text, words in cases:
            with self.subTest(words=words):
                path = self.write(self.folder / "broken.dzn", text)
                result = self.run_dostyk("solve", "--format", "b2b", path, "--json")
                self.assert_fails(result, 3, words)
                self.assertIn("broken.dzn:", result.stderr)
        agents = AGENTS.format(number=3, slots=5)
        cases = (
            (agents[:agents.index(" 2 : 1")], ":11: “Between Meetings Distance” has 2 entries where 3"),
            (AGENTS.format(number=3, slots=0), ":4: “DomainSize” has the value 0"),
            (agents.replace("1 2\nBetween", "1 3\nBetween"), ":7: "),
            (agents.replace(" Agents (1): 1 2\n", ""), "“Agents Meetings” has 1 entries"),
            ("nothing at all\n", "no instance"),
        )
        for text, words in cases:
            with self.subTest(words=words):
                path = self.write(self.folder / "broken.md", text)
                self.assert_fails(self.run_dostyk("solve", "--format", "csplib046", path), 3, words)
        missing = self.folder / "none.dzn"
        self.assert_fails(self.run_dostyk("solve", "--format", "b2b", missing), 3, "none.dzn")

    def test_wrong_use(self):
        forum, agents = self.forum(), self.agents()
        cases = (
            (["solve"], "--format"),
            (["solve", forum], "--format"),
            (["solve", "--format", "xml", forum], "b2b"),
            (["solve", "--format", "b2b", forum, "--instance", "1"], "--instance is for"),
            (["solve", "--format", "csplib046", agents, "--fairness", "1"], "--fairness is for"),
            (["solve", "--format", "csplib046", agents, "--instance", "5"], "3, 8"),
            (["solve", "--format", "csplib046", agents, "--instance", "one"], "one"),
            (["solve", "--format", "b2b", forum, "--fairness", "-1"], "-1"),
            (["solve", "--format", "b2b", forum, "--time", "0"], "more than 0 and at most 1000000"),
            (["solve", "--format", "b2b", forum, "--time", "soon"], "soon"),
        )
        for arguments, words in cases:
            with self.subTest(arguments=arguments):
                self.assert_fails(self.run_dostyk(*arguments), 2, words)

    @unittest.skipUnless(SHARED.is_dir(), f"the published instances are not in {SHARED}")
    def test_an_end_of_time_leaves_a_plan_and_a_bound(self):
        path = SHARED / "b2b/forum-13.original.dzn"
        [verdict] = self.solve("b2b", path, "--time", "0.001")
        self.assertEqual(verdict["status"], "unknown")
        self.assertIsNone(verdict["objective"])
        [verdict] = self.solve("b2b", path, "--time", "600", "--fairness", "9")
        self.assertEqual((verdict["status"], verdict["objective"]), ("optimal", 0))

    @unittest.skipUnless(SHARED.is_dir(), f"the published instances are not in {SHARED}")
    def test_agents_of_the_library_have_the_known_answers(self):
        with (SHARED / "csplib046/min_slots.csv").open() as rows:
            known = {int(row["id"]): row for row in csv.DictReader(rows)}
        verdicts = self.solve("csplib046", SHARED / "csplib046/instances.md")
        self.assertEqual([each["instance"] for each in verdicts], sorted(known))
        for verdict in verdicts:
            row = known[verdict["instance"]]
            with self.subTest(instance=row["id"]):
                self.assertEqual((verdict["status"], verdict["objective"]),
                                 ("optimal", int(row["min_slots"])))
                self.assertIs(verdict["satisfiable_at_domain_size"], row["status_at_12"] == "SAT")

    @unittest.skipUnless(SHARED.is_dir(), f"the published instances are not in {SHARED}")
    def test_forums_have_the_published_answers(self):
        with (SHARED / "b2b/published.csv").open() as rows:
            published = list(csv.DictReader(rows))
        for row in published:
            with self.subTest(instance=row["instance"], solver=row["solver"]):
                [verdict] = self.solve("b2b", SHARED / "b2b" / file_of(row))
                expected = (("infeasible", None) if row["breaks"] == "-"
                            else ("optimal", int(row["breaks"])))
                self.assertEqual((verdict["status"], verdict["objective"]), expected)


def file_of(row):
    """Files say what the table says in words: a0.3 of the slots are forbidden, b20 per cent fixed."""
    ending = {"MaxSAT": "original", "MaxSAT_a0.3": "forb0003", "MaxSAT_a0.7": "forb0007",
              "MaxSAT_b20": "fixed020-Forb", "MaxSAT_b40": "fixed040-Forb",
              "MaxSAT_g15": "prec15", "MaxSAT_g25": "prec25"}[row["solver"]]
    return f"{row['instance']}.{ending}.dzn"


if __name__ == "__main__":
    unittest.main()
