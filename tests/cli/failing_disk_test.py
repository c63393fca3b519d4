"""The whole program on a disk that fails: what it may leave, what it says, and what it never does.

One call of the system fails in each run: the N-th write, sync, renaming, truncation or removal of
files. A long run (DOSTYK_ALL_FAULTS=1) takes every N; else some of each call are spread over all.
"""
import collections
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

from support import BINARY, SUFFIX, Case, entity

MOST = None if os.environ.get("DOSTYK_ALL_FAULTS") else 4
CALLS = {"write": "ENOSPC", "pwrite64": "EIO", "fsync": "EIO", "fdatasync": "EIO",
         "rename": "EIO", "ftruncate": "EIO", "unlink": "EIO"}
GOALS = ("g0", "g1", "g2")
EN = "/fields/name/0/value/en"


def spread(numbers):
    """As many as a run takes, over all of them."""
    if MOST is None or len(numbers) <= MOST:
        return numbers
    return [numbers[i * len(numbers) // MOST] for i in range(MOST)]


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class FailingDisk(Case):
    def setUp(self):
        super().setUp()
        self.project(*[entity("goal", each) for each in GOALS])
        self.counts = collections.Counter()
        self.rename_goals("Old")
        self.run_dostyk("export", self.at("p"), "--format", "json")

    def at(self, name):
        return self.folder / name

    def rename_goals(self, text):
        commands = [{"command": "set_field", "kind": "goal", "id": each, "pointer": EN,
                     "value": text} for each in GOALS]
        answer = self.run_dostyk("edit", self.at("p"), given=json.dumps(
            {"command": "group", "commands": commands}) + "\n")
        self.assertIn('"ok":true', answer.stdout)

    def trace(self, arguments, given=None, fault=None):
        """The result and the calls [(name, what it was about, line)] of one run."""
        log = self.at("trace")
        inject = ["-e", f"inject={fault[0]}:error={CALLS[fault[0]]}:when={fault[1]}"] if fault else []
        result = subprocess.run(
            ["strace", "-f", "-y", "-qq", "-s", "0", "-o", str(log), "-e", f"trace={','.join(CALLS)}",
             *inject, BINARY, *map(str, arguments)], env=self.environment(), input=given,
            capture_output=True, text=True, timeout=120)
        calls = [(match[1], match[0]) for match in
                 re.finditer(r"^[0-9]+ +(\w+)\(.*$", log.read_text("utf-8", "replace"), re.M)]
        return result, calls

    def faults(self, arguments, given, below):
        """What may fail in a run: (call, N), of the calls that are about files in a folder."""
        numbers = collections.Counter()
        places = collections.defaultdict(list)
        for name, line in self.trace(arguments, given)[1]:
            numbers[name] += 1
            if str(below) in line and "= -1" not in line:
                places[name].append(numbers[name])
        return [(name, number) for name in places for number in spread(places[name])]

    def with_each_fault(self, check, arguments, given=None, below=None):
        """Calls check(result, the failed call and those after it), each from the same beginning."""
        below = below or self.folder
        kept = self.at("kept")
        shutil.rmtree(kept, ignore_errors=True)
        for name in ("p", "state", "out"):
            self.at(name).mkdir(exist_ok=True)
            shutil.copytree(self.at(name), kept / name)
        faults = self.faults(arguments, given, below)
        for fault in faults:
            for name in ("p", "state", "out"):
                shutil.rmtree(self.at(name))
                shutil.copytree(kept / name, self.at(name))
            result, calls = self.trace(arguments, given, fault)
            failed = [i for i, (_, line) in enumerate(calls) if "(INJECTED)" in line]
            self.assertEqual(len(failed), 1, fault)
            self.assertIn(str(below), calls[failed[0]][1])
            self.counts[fault[0]] += 1
            with self.subTest(fault=fault, what=calls[failed[0]][1]):
                check(result, calls[failed[0]:])

    def assert_told(self, result):
        self.assertEqual(result.returncode, 1, result)
        self.assertGreater(len(result.stderr), 20)

    def assert_not_synced_again(self, calls):
        """What a failed sync has let go of does not come back by another one."""
        (name, failed), *later = calls
        if name == "fsync":
            path = re.search("<(.*)>", failed).group(1)
            again = [line for call, line in later if call == "fsync" and f"<{path}>" in line]
            self.assertEqual(again, [])
            self.assertFalse(any(call == "rename" and f'"{path}"' in line for call, line in later))

    def test_a_folder_is_written_whole_or_the_rest_waits(self):
        self.rename_goals("New")
        files = [self.at("p") / "goal" / f"{each}.json" for each in GOALS]
        old = [file.read_text("utf-8") for file in files]
        new = [each.replace("Old", "New") for each in old]
        arguments = ("export", self.at("p"), "--format", "json")

        def check(result, calls):
            left = [file.read_text("utf-8") for file in files]
            self.assertTrue(all(each in pair for each, *pair in zip(left, old, new)), left)
            if "/state/" not in calls[0][1]:
                self.assert_told(result)
                self.assert_not_synced_again(calls)
            if result.returncode == 0:
                self.assertEqual(left, new)
            again = self.run_dostyk(*arguments)
            self.assertEqual(again.returncode, 0, again)
            self.assertEqual([file.read_text("utf-8") for file in files], new)
            names = {path.name for path in (self.at("p") / "goal").iterdir()}
            self.assertEqual(names, {"g.json", *[file.name for file in files]})

        self.with_each_fault(check, arguments)
        print(f"export of a folder: {sum(self.counts.values())} faults {dict(self.counts)}")

    def test_an_exported_file_is_old_or_new(self):
        for form in SUFFIX:
            out = self.at("out") / f"o{SUFFIX[form]}"
            shutil.rmtree(out.parent, ignore_errors=True)
            self.write(out, "old")
            arguments = ("export", self.at("p"), "--format", form, "--out", out)

            def check(result, calls):
                self.assert_told(result)
                self.assert_not_synced_again(calls)
                # Where the folder could not be synced the new name is there all the same.
                is_placed = f"<{out.parent}>" in calls[0][1]
                self.assertEqual(out.read_bytes() != b"old", is_placed)
                again = self.run_dostyk(*arguments)
                self.assertEqual(again.returncode, 0, again)
                self.assertNotEqual(out.read_bytes(), b"old")
                self.assertEqual([path.name for path in out.parent.iterdir()], [out.name])

            self.with_each_fault(check, arguments, below=out.parent)
        print(f"export of a file: {sum(self.counts.values())} faults {dict(self.counts)}")

    def test_an_edit_is_refused_with_a_word_and_the_next_goes_on(self):
        given = "".join(json.dumps({"command": "set_field", "kind": "goal", "id": "g0",
                                    "pointer": EN, "value": f"Edit {i}"}) + "\n" for i in range(3))

        def check(result, _):
            answers = [json.loads(line) for line in result.stdout.splitlines()]
            if not answers:
                self.assert_told(result)  # the store could not even be opened
            self.assertLessEqual(sum(not each["ok"] for each in answers), 1)
            self.assertTrue(all(each["ok"] or each["error"] for each in answers))
            kept = self.names_of_g0()
            done = [f"Edit {i}" for i, each in enumerate(answers) if each["ok"]]
            self.assertEqual([name for name in kept if name in done], done)
            audit = self.run_dostyk("audit", "verify", self.at("p"))
            self.assertEqual(audit.returncode, 0, audit)

        self.with_each_fault(check, ("edit", self.at("p")), given)
        print(f"edit: {sum(self.counts.values())} faults {dict(self.counts)}")

    def names_of_g0(self):
        """All that it was ever called, the oldest first."""
        [store] = (self.at("state") / "dostyk").glob("*.gpkg")
        with sqlite3.connect(store) as database:
            before = database.execute("SELECT before FROM change_log WHERE id = 'g0' AND "
                                      "before <> '' ORDER BY seq").fetchall()
            now = database.execute("SELECT doc FROM entity WHERE id = 'g0'").fetchall()
        return [json.loads(doc)["fields"]["name"][0]["value"]["en"] for doc, in before + now]


if __name__ == "__main__":
    unittest.main()
