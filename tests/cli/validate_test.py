"""dostyk validate: what it finds, where, and with which exit code."""
import json
import unittest

from support import BUNDLED, PROJECT, ROOT, TEXT, Case, claim, entity


class Validate(Case):
    def findings(self, path, code=1):
        """The findings of validate --json, after checking their form."""
        result = self.run_dostyk("validate", path, "--json")
        self.assertEqual(result.returncode, code, result)
        self.assertEqual(result.stderr, "")
        findings = json.loads(result.stdout)["findings"]
        for finding in findings:
            self.assertEqual(set(finding), {"code", "severity", "file", "line", "column",
                                            "pointer", "field", "message", "hint"})
            self.assertTrue(finding["file"], finding)
            self.assertTrue(finding["hint"], finding)
            self.assertIn(finding["field"], finding["pointer"] + finding["message"])
            self.assertIn(finding["severity"], ("error", "warning", "info"))
            self.assertNotIn("{value}", finding["message"])
        return findings

    def codes(self, path, code=1):
        return [each["code"] for each in self.findings(path, code) if each["severity"] != "info"]

    def test_the_bundled_project_is_clean(self):
        findings = self.findings(BUNDLED, 0)
        self.assertEqual({each["code"] for each in findings}, {"model.unnamed"})
        self.assertEqual({each["severity"] for each in findings}, {"info"})
        self.assertEqual(len(findings), 3)

    def test_the_project_may_be_named_by_an_option(self):
        self.assertEqual(self.run_dostyk("validate", "--project", BUNDLED).returncode, 0)

    def test_text_output_says_file_line_sentence_and_code(self):
        folder = self.project()
        self.write(folder / "goal/g.json", '{\n "format": "dostyk-entity",\n "version": 3\n}')
        result = self.run_dostyk("validate", folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn("error: goal/g.json:3:13: /version:", result.stdout)
        self.assertIn("[project.wrong_version]", result.stdout)
        russian = self.run_dostyk("validate", folder, lang="ru_RU.UTF-8").stdout
        self.assertIn("ошибка:", russian)

    def test_what_the_json_layer_refuses(self):
        cases = {
            "json.empty": b"",
            "json.truncated": b'{"format": "dostyk-entity", "fi',
            "json.syntax": b"{'format': 1}",
            "json.too_deep": b"[" * 100_000,
            "json.duplicate_key": b'{"a": 1,\n "a": 2}',
            "json.nul_byte": b'{"a": "\0"}',
            "json.number_out_of_range": b'{"a": 1e999}',
            "json.invalid_utf8": b'{"a": "\xff"}',
            "json.byte_order_mark": b"\xef\xbb\xbf{}",
        }
        folder = self.project()
        for code, content in cases.items():
            with self.subTest(code=code):
                for path in (self.write(self.folder / "one.json", content),
                             self.write(folder / "goal/g.json", content).parent.parent):
                    finding = self.findings(path)[0]
                    self.assertEqual(finding["code"], code)
                    self.assertGreaterEqual(finding["line"], 1)
                    self.assertGreaterEqual(finding["column"], 1)
                    self.assertTrue(finding["hint"])

    def test_huge_integers_are_out_of_range(self):
        path = self.write(self.folder / "a.json", '{"a": 123456789012345678901234567890}')
        self.assertEqual(self.codes(path), ["json.number_out_of_range"])

    def test_what_the_model_refuses(self):
        place = {"type": "point", "lon": 75, "lat": 143, "precision": "exact"}
        cases = {
            "project.unknown_key": claim(TEXT, colour="red"),
            "project.wrong_type": claim("a text in no language"),
            "project.unknown_word": claim(TEXT, flags=["guess"]),
            "project.missing_key": {"sources": ["paper"]},
            "model.no_source": {"value": TEXT},
            "model.dangling_reference": claim(TEXT, sources=["nowhere"]),
            "model.wrong_kind": claim(TEXT, sources=["g"]),
            "model.missing_translation": claim({**TEXT, "ky": ""}),
            "model.nul_in_text": claim({**TEXT, "ky": "\0"}),
            "model.bad_date": claim(TEXT, at="last year"),
        }
        for code, made in cases.items():
            with self.subTest(code=code):
                folder = self.project(entity("goal", "g", description=[made]))
                findings = [each for each in self.findings(folder) if each["severity"] == "error"]
                self.assertEqual([each["code"] for each in findings], [code])
                self.assertEqual(findings[0]["file"], "goal/g.json")
                self.assertTrue(findings[0]["pointer"].startswith("/fields/description/0"))
                self.assertGreaterEqual(findings[0]["line"], 1)
                self.assertGreater(findings[0]["column"], 1)
        folder = self.project(entity("goal", "g", place=[claim(place)]))
        self.assertEqual(self.codes(folder), ["model.outside_map"])
        folder = self.project(entity("goal", "g", place=[claim({"type": "area", "units": ["KZ-99"]})]))
        self.assertEqual(self.codes(folder), ["model.unknown_unit"])

    def test_a_finding_names_its_field(self):
        folder = self.project(entity("goal", "g", due=[claim("soon")]), entity("goal", "h"))
        broken = json.loads((folder / "goal/h.json").read_text("utf-8"))
        del broken["fields"]["name"]
        self.write(folder / "goal/h.json", broken | {"version": 3})
        self.assertEqual({(each["code"], each["field"]) for each in self.findings(folder)
                          if each["severity"] == "error"},
                         {("model.bad_date", "due"), ("project.wrong_version", "version")})
        self.write(folder / "goal/h.json", broken)
        self.assertIn(("model.missing_field", "name"),
                      {(each["code"], each["field"]) for each in self.findings(folder)})

    def test_every_code_has_a_hint_in_every_language(self):
        for language in ("kk", "ky", "ru", "en"):
            known = json.loads((ROOT / f"assets/strings/{language}.json").read_text("utf-8"))
            codes = [key for key in known
                     if key.split(".")[0] in ("json", "model", "project") and not key.endswith(".hint")]
            self.assertGreater(len(codes), 40)
            for code in codes:
                self.assertTrue(known.get(code + ".hint"), (language, code))

    def test_what_a_delegation_and_a_crossing_have_to_keep_to(self):
        folder = self.project(
            entity("delegation", "d"), entity("person", "p"),
            entity("delegation", "e", head=[claim("p", chosen=True), claim("g", chosen=True)]),
            entity("crossing", "c", closure=[claim("all")], queue_p50=[claim(30)], queue_p90=[
                {"value": 20, "flags": ["assumed"]}]))
        self.assertEqual(sorted(self.codes(folder)),
                         ["model.closure_without_period", "model.no_head", "model.queue_order",
                          "model.two_chosen", "model.wrong_kind"])

    def test_two_chosen_claims(self):
        both = [claim(TEXT, chosen=True), claim(TEXT, chosen=True)]
        self.assertEqual(self.codes(self.project(entity("goal", "g", name=both))),
                         ["model.two_chosen"])

    def test_doubled_ids_over_kinds(self):
        folder = self.project(entity("meeting", "g"))
        self.assertEqual(self.codes(folder), ["model.duplicate_id"])

    def test_names_that_disagree_with_their_file(self):
        folder = self.project()
        self.write(folder / "goal/other.json", entity("goal", "h"))
        self.write(folder / "venue/v.json", entity("goal", "v"))
        self.write(folder / "things/t.json", entity("goal", "t"))
        self.assertEqual(self.codes(folder), ["project.id_is_not_file", "project.unknown_kind",
                                              "project.kind_is_not_folder"])

    def test_what_is_no_project(self):
        self.assertEqual(self.codes(self.folder / "none"), ["project.not_opened"])
        self.assertEqual(self.codes(self.folder / "none.json"), ["project.unreadable_file"])
        self.assertEqual(self.codes(self.folder), ["project.not_opened"])
        folder = self.project()
        self.write(folder / "project.json", {**PROJECT, "format": "other"})
        self.assertEqual(self.codes(folder), ["project.wrong_format"])
        self.write(folder / "project.json", '{"format"')
        self.assertEqual(self.codes(folder), ["json.truncated"])
        self.write(folder / "project.json", {**PROJECT, "version": 2})
        self.assertEqual(self.codes(folder), ["project.wrong_version"])

    def test_one_file_is_checked_alone(self):
        good = self.write(self.folder / "any.json", entity("goal", "g"))
        self.assertEqual(self.codes(good, 0), [])
        bad = self.write(self.folder / "bad.json", entity("goal", "g", due=[claim("soon")]))
        self.assertEqual(self.codes(bad), ["model.bad_date"])
        foreign = self.write(self.folder / "foreign.json", {"type": "FeatureCollection"})
        self.assertEqual(self.codes(foreign), ["project.wrong_format"])

    def test_validating_changes_nothing(self):
        folder = self.project(entity("goal", "g", due=[claim("soon")]))
        before = self.snapshot(folder)
        self.run_dostyk("validate", folder)
        self.assertEqual(self.snapshot(folder), before)

    def test_text_output_shows_no_control_characters(self):
        path = self.write(self.folder / "a.json", entity("goal", "g", due=[claim("\x1b[31m")]))
        self.assertNotIn("\x1b", self.run_dostyk("validate", path).stdout)


if __name__ == "__main__":
    unittest.main()
