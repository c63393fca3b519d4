"""The power is cut on a real file system inside saves and exports: nothing promised is lost.

A machine without power answers nothing. The shut-down file system still does: a sync that it finds in the kernel
may say that it is done (a bare loop of write, fdatasync and answer was told so in 64 of 300 cuts). So every second
cut stops the program first, between two calls of the system, and each of its answers counts; the others come
inside a call, and the answers before them count.

DOSTYK_POWER_CUTS says how often; a long run takes 200.
"""
import collections
import contextlib
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
import loop_disk  # noqa: E402
from support import BINARY, SUFFIX, Case, entity  # noqa: E402

CUTS = int(os.environ.get("DOSTYK_POWER_CUTS", "20"))
# At once is the power cut; with the journal and after a sync are what a kinder disk does.
HOW = {"at once": loop_disk.AT_ONCE, "after the journal": loop_disk.AFTER_JOURNAL,
       "after a sync": loop_disk.AFTER_SYNC}
ORDER = (*["at once"] * 3, "after the journal", *["at once"] * 3, "after a sync")
GOALS = 40
FORMS = ("geojson", "gpkg", "kml")
# Runs a program whose syncs do nothing and say that they did.
NO_SYNCS = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e",
            "inject=fsync,fdatasync:retval=0")


class Work:
    """`dostyk edit` under a load of numbered edits, until it is killed."""

    def __init__(self, store, number, environment, before=()):
        self.sent = number
        self.acknowledged = 0
        self.answers = 0  # of edits that were acknowledged
        self.refusals = []
        self.begun = threading.Event()
        self._program = subprocess.Popen([*before, BINARY, "edit", str(store)], text=True,
                                         env=environment, stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, start_new_session=True)
        self._threads = [threading.Thread(target=each, args=(itertools.count(number + 1),))
                         for each in (self._send, self._listen)]
        for thread in self._threads:
            thread.start()

    def _send(self, numbers):
        with contextlib.suppress(BrokenPipeError):
            for number in numbers:
                self.sent = number
                self._program.stdin.write(json.dumps(
                    {"command": "set_field", "kind": "goal", "id": "g",
                     "pointer": "/fields/name/0/value/en", "value": f"Edit {number}"}) + "\n")
                self._program.stdin.flush()

    def _listen(self, numbers):
        for number, line in zip(numbers, self._program.stdout):
            if not line.endswith("\n"):
                break
            answer = json.loads(line)
            if answer["ok"]:
                self.acknowledged = number
                self.answers += 1
            else:
                self.refusals.append(answer["error"])
            self.begun.set()

    def stop(self):
        """Returns when none of its threads is in a call of the system any more."""
        self._program.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self._program.pid, os.WSTOPPED | os.WNOWAIT)

    def kill(self):
        os.killpg(self._program.pid, signal.SIGKILL)  # strace would let its program live
        self._program.wait()
        for thread in self._threads:
            thread.join()
        self._program.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self._program.stdin.close()


class Power(Case):
    def setUp(self):
        super().setUp()
        reason = loop_disk.why_not()
        if reason:
            self.skipTest(reason)
        try:
            self.disk = loop_disk.LoopDisk(self.folder)
        except OSError as refused:
            self.skipTest(f"no loop device here: {refused}")
        self.addCleanup(self.disk.end)
        self.chance = random.Random(1)

    def make_store(self):
        store = self.disk.folder / "p.gpkg"
        made = self.run_dostyk("import", self.project(), "--format", "project", "--into", store)
        self.assertEqual(made.returncode, 0, made)
        return store

    def cut_inside_saves(self, store, number, how, is_stopped, before=()):
        """Cut the power while edits are made, and start the disk again: the work, and the last
        number that it had acknowledged when the power went."""
        work = Work(store, number, self.environment(), before)
        try:
            self.assertTrue(work.begun.wait(60), "no answer")
            time.sleep(self.chance.uniform(0, 0.05))
            if is_stopped:
                work.stop()
            acknowledged = work.acknowledged
            self.disk.cut(HOW[how])
            if not is_stopped:
                time.sleep(self.chance.uniform(0, 0.01))  # for edits that find no disk
        finally:
            work.kill()
        self.disk.stop()
        self.disk.start()
        return work, work.acknowledged if is_stopped else acknowledged

    def kept_number(self, store):
        """What a reader sees who comes after the cut."""
        with contextlib.closing(sqlite3.connect(store)) as database:
            self.assertEqual(database.execute("PRAGMA quick_check").fetchone()[0], "ok")
            doc, = database.execute("SELECT doc FROM entity WHERE id = 'g'").fetchone()
        name = json.loads(doc)["fields"]["name"][0]["value"]["en"]
        return int(name.split()[1]) if name.startswith("Edit ") else 0

    def test_what_was_acknowledged_is_there_after_a_power_cut(self):
        store = self.make_store()
        sent = answers = beyond = told = 0
        counts = collections.Counter()
        for number, how in enumerate(itertools.islice(itertools.cycle(ORDER), CUTS)):
            work, acknowledged = self.cut_inside_saves(store, sent, how, number % 2 == 0)
            sent = work.sent
            kept = self.kept_number(store)
            self.assertGreaterEqual(kept, acknowledged, f"an edit is lost, cut {how}")
            self.assertLessEqual(kept, sent)
            audit = self.run_dostyk("audit", "verify", store)
            self.assertEqual(audit.returncode, 0, audit)
            self.assertTrue(all(work.refusals), "a refusal without a word")
            counts[how] += 1
            answers += work.answers
            beyond += kept > acknowledged  # the cut came inside its save
            told += bool(work.refusals)
        print(f"{CUTS} power cuts {dict(counts)}, {answers} edits acknowledged, {beyond} times one more was "
              f"there, {told} times the failing disk was told of, 0 lost")

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_without_syncs_the_same_cuts_lose_edits(self):
        store = self.make_store()
        os.sync()  # so that there is a store at all
        _, acknowledged = self.cut_inside_saves(store, 0, "at once", False, NO_SYNCS)
        self.assertGreater(acknowledged, 0)
        try:
            kept = self.kept_number(store)
        except (AssertionError, sqlite3.DatabaseError):
            return  # worse than lost
        self.assertLess(kept, acknowledged)

    def rename_goals(self, project, text):
        commands = [{"command": "set_field", "kind": "goal", "id": f"g{i}",
                     "pointer": "/fields/name/0/value/en", "value": text} for i in range(GOALS)]
        group = json.dumps({"command": "group", "commands": commands})
        self.assertIn('"ok":true', self.run_dostyk("edit", project, given=group + "\n").stdout)

    def export_and_cut(self, seconds, *arguments):
        """Whether the export had said that it was done when the power went."""
        program = subprocess.Popen([BINARY, "export", *map(str, arguments)],
                                   env=self.environment(), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(seconds)
        is_done = program.poll() == 0
        self.disk.cut(loop_disk.AT_ONCE)
        program.kill()
        program.wait()
        self.disk.stop()
        self.disk.start()
        return is_done

    def export_whole(self, *arguments):
        start = time.monotonic()
        result = self.run_dostyk("export", *arguments)
        self.assertEqual(result.returncode, 0, result)
        return time.monotonic() - start

    def test_exported_files_are_old_or_new_after_a_power_cut(self):
        made = self.project(*[entity("goal", f"g{i}") for i in range(GOALS)])
        project = pathlib.Path(shutil.copytree(made, self.disk.folder / "p"))
        os.sync()
        folder = (project, "--format", "json")
        self.rename_goals(project, "First")
        longest = 1.2 * self.export_whole(*folder)
        done = changed = 0
        for number in range(CUTS // 2):
            self.rename_goals(project, f"Round {number}")
            old = self.snapshot(project)
            is_done = self.export_and_cut(self.chance.uniform(0, longest), *folder)
            left = self.snapshot(project)
            self.export_whole(*folder)
            new = {name: content for name, content in self.snapshot(project).items()
                   if name.endswith(".json")}
            self.assertEqual(sum(new[name] != old[name] for name in new), GOALS)
            for name, content in new.items():
                self.assertIn(left[name], (content,) if is_done else (old[name], content), name)
            changed += sum(left[name] != old[name] for name in new)
            done += is_done
        print(f"{CUTS // 2} power cuts, {done} after the export had ended, {changed} files new")

    def test_a_removed_file_does_not_come_back_after_a_power_cut(self):
        made = self.project(*[entity("goal", f"g{i}") for i in range(GOALS)])
        project = pathlib.Path(shutil.copytree(made, self.disk.folder / "p"))
        os.sync()
        for number in range(max(CUTS // 10, 1)):
            removal = json.dumps({"command": "remove", "kind": "goal", "id": f"g{number}"})
            hash_of = '{"command": "hash"}\n'
            before = self.run_dostyk("edit", project, given=f"{removal}\n{hash_of}").stdout
            self.assertTrue(self.export_and_cut(60, project, "--format", "json"))
            self.assertFalse((project / "goal" / f"g{number}.json").exists())
            after = self.run_dostyk("edit", project, given=hash_of).stdout
            self.assertEqual(before.splitlines()[1], after.splitlines()[0])

    def test_an_exported_file_is_old_or_new_after_a_power_cut(self):
        project = self.project(*[entity("goal", f"g{i}") for i in range(GOALS)])
        for form, number in itertools.product(FORMS, range(max(CUTS // 20, 1) * 2)):
            with self.subTest(form=form, number=number):
                out = self.disk.folder / f"out{SUFFIX[form]}"
                arguments = (project, "--format", form, "--out", out)
                self.rename_goals(project, f"Before {number}")
                longest = self.export_whole(*arguments)
                os.sync()
                self.rename_goals(project, f"After {number}")
                # Every second one is cut as soon as it has said that it is done.
                seconds = 60 if number % 2 else self.chance.uniform(longest / 2, longest)
                is_done = self.export_and_cut(seconds, *arguments)
                names = self.names_in(out)
                expected = {f"After {number}"} if is_done else {f"Before {number}",
                                                               f"After {number}"}
                self.assertTrue(len(names) == 1 and names <= expected, (names, is_done))

    def names_in(self, file):
        """Of the renamed goals in an exported file, which is whole."""
        if file.suffix == ".gpkg":
            with contextlib.closing(sqlite3.connect(file)) as database:
                self.assertEqual(database.execute("PRAGMA quick_check").fetchone()[0], "ok")
                return {name for name, in database.execute(
                    "SELECT name_en FROM goal WHERE id <> 'g'")}
        text = file.read_text("utf-8")
        self.assertTrue(text.rstrip().endswith(("}", "</kml>")), text[-100:])
        return set(re.findall("(?:Before|After) [0-9]+", text))


if __name__ == "__main__":
    unittest.main()
