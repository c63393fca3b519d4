"""Two processes that edit the same rows at once lose nothing to each other.

DOSTYK_EDITS says how many edits each makes; a long run takes 10000.
"""
import concurrent.futures
import contextlib
import json
import os
import sqlite3
import subprocess
import time
import unittest

from support import BINARY, Case, entity

EDITS = int(os.environ.get("DOSTYK_EDITS", "300"))
GOALS = ("g0", "g1", "g2")
LANGUAGES = ("en", "ru")  # one for each process, in the same value of the same rows


def name_in(document):
    return json.loads(document)["fields"]["name"][0]["value"]


class TwoProcesses(Case):
    def start(self, store):
        """A process that has answered once, so that it is at work before the other one is done."""
        program = subprocess.Popen([BINARY, "edit", str(store)], stdin=subprocess.PIPE, text=True,
                                   stdout=subprocess.PIPE, env=self.environment())
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        self.assertTrue(self.ask(program, {"command": "hash"})["ok"])
        return program

    def ask(self, program, command):
        program.stdin.write(json.dumps(command) + "\n")
        program.stdin.flush()
        return json.loads(program.stdout.readline())

    def edit(self, program, language):
        """The answers that were no success to all the edits of one process."""
        with program.stdin, program.stdout:
            answers = [self.ask(program, {"command": "set_field", "kind": "goal",
                                          "id": GOALS[i % len(GOALS)],
                                          "pointer": f"/fields/name/0/value/{language}",
                                          "value": f"Edit {i}"}) for i in range(EDITS)]
        return [each for each in answers if not each["ok"]]

    def versions_of(self, store, goal):
        """Every name that a goal has had, the oldest first."""
        with contextlib.closing(sqlite3.connect(store)) as database:
            self.assertEqual(database.execute("PRAGMA quick_check").fetchone()[0], "ok")
            before = database.execute("SELECT before FROM change_log WHERE id = ? AND before <> '' "
                                      "ORDER BY seq", (goal,)).fetchall()
            now = database.execute("SELECT doc FROM entity WHERE id = ?", (goal,)).fetchall()
        return [name_in(document) for document, in before + now]

    def test_no_edit_of_either_is_lost_to_the_other(self):
        store = self.folder / "p.gpkg"
        made = self.run_dostyk("import", self.project(*[entity("goal", each) for each in GOALS]),
                               "--format", "project", "--into", store)
        self.assertEqual(made.returncode, 0, made)
        start = time.monotonic()
        programs = [self.start(store) for _ in LANGUAGES]
        with concurrent.futures.ThreadPoolExecutor() as threads:
            refusals = list(threads.map(self.edit, programs, LANGUAGES))
        self.assertEqual(refusals, [[], []])
        self.assertEqual([each.wait() for each in programs], [0, 0])
        seconds = time.monotonic() - start
        turns = sum(self.check_history(store, goal, number) for number, goal in enumerate(GOALS))
        self.assertGreater(turns, 0, "the two never met")
        audit = self.run_dostyk("audit", "verify", store)
        self.assertEqual(audit.returncode, 0, audit)
        print(f"2 x {EDITS} edits in {seconds:.1f} s, {turns} times in turns, 0 lost")

    def check_history(self, store, goal, number):
        """Each version is the one before it and one edit more; how often the two took turns."""
        versions = self.versions_of(store, goal)
        awaited = {language: iter(range(number, EDITS, len(GOALS))) for language in LANGUAGES}
        authors = []
        for before, after in zip(versions, versions[1:]):
            author, = (each for each in before if before[each] != after[each])
            self.assertEqual(after[author], f"Edit {next(awaited[author])}")
            authors.append(author)
        self.assertEqual([next(each, None) for each in awaited.values()], [None, None])
        return sum(one != other for one, other in zip(authors, authors[1:]))


if __name__ == "__main__":
    unittest.main()
