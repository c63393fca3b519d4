"""A program that is killed inside a save has lost nothing that it acknowledged.

DOSTYK_KILLS says how often; a long run takes 10000.
"""
import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from support import BINARY, Case

KILLS = int(os.environ.get("DOSTYK_KILLS", "500"))
OF_A_STORE = 250  # a store with a longer history takes longer to check after each of them


class Kill(Case):
    def test_what_was_acknowledged_is_there_after_kill_9(self):
        project = self.project()
        chance = random.Random(1)
        sent = in_save = done = 0
        while done < KILLS:
            store = self.folder / f"{done}.gpkg"
            made = self.run_dostyk("import", project, "--format", "project", "--into", store)
            self.assertEqual(made.returncode, 0, made)
            kills = min(OF_A_STORE, KILLS - done)
            sent_here, in_save_here = self.kill_often(store, kills, chance)
            audit = self.run_dostyk("audit", "verify", store)
            self.assertEqual(audit.returncode, 0, audit.stdout)
            for file in self.folder.glob(f"{store.name}*"):
                file.unlink()
            done, sent, in_save = done + kills, sent + sent_here, in_save + in_save_here
            if KILLS > OF_A_STORE:
                print(f"{done} kills, {sent} edits sent, {in_save} killed between commit and "
                      "answer, 0 lost", flush=True)

    def kill_often(self, store, kills, chance):
        """How many edits were sent, and how often one more was there than was acknowledged."""
        sent = kept = in_save = 0
        for _ in range(kills):
            acknowledged, sent = self.edit_until_killed(store, kept, sent, chance.uniform(0, 0.02))
            kept = self.kept_number(store)
            self.assertGreaterEqual(kept, acknowledged, "an acknowledged edit is lost")
            self.assertLessEqual(kept, sent)
            in_save += kept > acknowledged
        return sent, in_save

    def edit_until_killed(self, store, acknowledged, sent, seconds):
        """Numbers of the last edit that was acknowledged and of the last that was sent."""
        program = subprocess.Popen([BINARY, "edit", str(store)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, text=True, env=self.environment())
        try:
            end = None
            while end is None or time.monotonic() < end:
                sent += 1
                program.stdin.write(json.dumps(
                    {"command": "set_field", "kind": "goal", "id": "g",
                     "pointer": "/fields/name/0/value/en", "value": f"Edit {sent}"}) + "\n")
                program.stdin.flush()
                if end is None:  # the clock runs from the first answer on
                    acknowledged = self.answered(program, sent)
                    end = time.monotonic() + seconds
                elif sent % 3 == 0:
                    acknowledged = self.answered_until(program, acknowledged, sent)
        finally:
            program.send_signal(signal.SIGKILL)
            rest = program.stdout.read()
            program.wait()
            program.stdout.close()
            with contextlib.suppress(BrokenPipeError):
                program.stdin.close()
        for line in rest.splitlines(keepends=True):
            if line.endswith("\n"):
                self.assertTrue(json.loads(line)["ok"], line)
                acknowledged += 1
        return acknowledged, sent

    def answered(self, program, number):
        answer = json.loads(program.stdout.readline())
        self.assertTrue(answer["ok"], answer)
        return number

    def answered_until(self, program, acknowledged, number):
        while acknowledged < number:
            acknowledged = self.answered(program, acknowledged + 1)
        return acknowledged

    def kept_number(self, store):
        """What a reader sees who comes after the crash."""
        with sqlite3.connect(store) as database:
            self.assertEqual(database.execute("PRAGMA quick_check").fetchone()[0], "ok")
            doc, = database.execute("SELECT doc FROM entity WHERE id = 'g'").fetchone()
        name = json.loads(doc)["fields"]["name"][0]["value"]["en"]
        return int(name.split()[1]) if name.startswith("Edit ") else 0


if __name__ == "__main__":
    unittest.main()
