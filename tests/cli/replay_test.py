"""dostyk replay: what it answers, and how it fails."""
import json
import signal
import unittest

from support import BUNDLED, Case


class Replay(Case):
    def log(self, *steps):
        lines = [each if isinstance(each, str) else json.dumps(each) for each in steps]
        return self.write(self.folder / "log.jsonl", "\n".join(lines) + "\n")

    def test_it_tells_inputs_keys_frame_and_hash(self):
        project = self.project()
        result = self.run_dostyk("replay", self.log({"keys": "T"}, {"press": "top/language/ky"}),
                                 "--project", project, "--json", "--size", "1280x720")
        self.assertEqual(result.returncode, 0, result)
        report = json.loads(result.stdout)
        self.assertEqual((report["inputs"], report["keys"], report["mouse"]), (2, 1, True))
        self.assertGreater(report["slowest_frame"]["wall_ms"], 0)
        self.assertEqual(len(report["hash"]), 64)

    def test_a_step_that_cannot_be_done_is_named_by_file_line_and_reason(self):
        project = self.project()
        for step, words in (({"press": "top/langage/ky"}, "top/language/ky"),
                            ({"press": "nowhere/at/all"}, "nowhere/at/all"),
                            ({"click": [10, 10]}, ""),
                            ({"expect": {"selected": "g"}}, "selected"),
                            ({"press": "top/lang", "at": [3, 3]}, "at"),
                            ("{", "")):
            log = self.log({"keys": "Ctrl+4"}, step)
            result = self.run_dostyk("replay", log, "--project", project, "--lang", "kk")
            self.assertEqual(result.returncode, 1, result)
            self.assertIn(f"{log}:2", result.stderr)
            self.assertIn(words, result.stderr)

    def test_a_step_for_a_mouse_alone_fails_without_one(self):
        project = self.project()
        log = self.log({"drag": [[75, 43], [76, 43]]})
        self.assertEqual(self.run_dostyk("replay", log, "--project", project).returncode, 0)
        result = self.run_dostyk("replay", log, "--project", project, "--no-mouse")
        self.assertEqual(result.returncode, 1, result)
        self.assertIn(f"{log}:1", result.stderr)

    def test_a_killed_program_has_kept_what_it_acknowledged(self):
        project = self.project()
        log = self.log({"keys": "T"}, {"kill": True}, {"press": "nowhere/at/all"})
        result = self.run_dostyk("replay", log, "--project", project, "--json")
        self.assertEqual(result.returncode, -signal.SIGKILL, result)
        report = json.loads(result.stdout)
        self.assertEqual(report["inputs"], 2)
        answer = self.run_dostyk("edit", project, given='{"command":"hash"}\n')
        self.assertEqual(json.loads(answer.stdout)["hash"], report["hash"])
        again = self.run_dostyk("replay", self.log({"expect": {"notice": "notice.cut_short"}}),
                                "--project", project)
        self.assertEqual(again.returncode, 0, again)

    def test_log_and_project_have_to_be_named(self):
        self.assertEqual(self.run_dostyk("replay").returncode, 2)
        self.assertEqual(self.run_dostyk("replay", self.log()).returncode, 2)
        self.assertEqual(self.run_dostyk("replay", self.folder / "none.jsonl", "--project",
                                         BUNDLED).returncode, 1)


if __name__ == "__main__":
    unittest.main()
