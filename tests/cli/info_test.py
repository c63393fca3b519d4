"""dostyk info: what a project and a map file hold."""
import json
import unittest

from support import BUNDLED, ROOT, Case, entity

STRICT = {"institution": 3, "meeting": 1, "session": 3, "person": 2, "post": 0, "organisation": 1,
          "document": 7, "project": 3, "programme": 2, "indicator": 2, "goal": 1, "commitment": 5,
          "award": 1, "source": 1, "joint_enterprise": 0, "research_institute": 0, "crossing": 0,
          "venue": 0, "delegation": 0, "agenda_item": 0, "interpreter": 0, "accommodation": 0,
          "arrival": 0, "vehicle": 0, "b2b_request": 0, "waiver": 0, "release": 0}


class Info(Case):
    def info(self, *arguments):
        result = self.run_dostyk("info", *arguments, "--json")
        self.assertEqual(result.returncode, 0, result)
        return json.loads(result.stdout)

    def test_the_strict_pack_is_the_canonical_list(self):
        entities = self.info(BUNDLED, "--pack", "strict")["entities"]
        entities.pop("relation")
        self.assertEqual(entities, STRICT)

    def test_the_enriched_pack_contains_the_strict_one(self):
        entities = self.info(BUNDLED, "--pack", "enriched")["entities"]
        for kind, count in STRICT.items():
            self.assertGreaterEqual(entities[kind], count)

    def test_a_project_shows_the_layers_of_the_map(self):
        layers = {each["name"]: each for each in self.info(BUNDLED)["layers"]}
        self.assertEqual(layers["regions"]["geometry"], "polygon")
        self.assertEqual(layers["places"]["geometry"], "point")
        self.assertEqual(layers["rivers"]["geometry"], "line")

    def test_a_map_file_has_layers_and_no_entities(self):
        info = self.info(ROOT / "maps/base.gpkg")
        self.assertEqual(info["entities"], {})
        regions = next(each for each in info["layers"] if each["name"] == "regions")
        self.assertGreaterEqual(regions["features"], 29)
        self.assertIn("iso", regions["fields"])

    def test_text_output_speaks_the_language(self):
        self.assertIn("Документы", self.run_dostyk("info", BUNDLED, lang="ru").stdout)
        self.assertIn("Құжаттар", self.run_dostyk("info", BUNDLED, "--lang", "kk").stdout)

    def test_bad_map_files(self):
        cases = {"missing.gpkg": None, "empty.gpkg": b"", "foreign.gpkg": b"not a map" * 100,
                 "cut.gpkg": (ROOT / "maps/base.gpkg").read_bytes()[:40_000]}
        for name, content in cases.items():
            with self.subTest(name=name):
                path = self.folder / name
                if content is not None:
                    self.write(path, content)
                before = self.snapshot(self.folder)
                self.assert_fails(self.run_dostyk("info", path, "--json"), 1, name)
                self.assertEqual(self.snapshot(self.folder), before)

    def test_a_missing_base_map_is_said(self):
        home = self.home("maps/base.gpkg")
        result = self.run_dostyk("info", BUNDLED, env={"DOSTYK_HOME": str(home)})
        self.assert_fails(result, 1, "base.gpkg")

    def test_a_broken_entity_is_told_and_the_rest_counted(self):
        folder = self.project(entity("goal", "h"))
        self.write(folder / "goal/h.json", "{")
        result = self.run_dostyk("info", folder, "--json")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(json.loads(result.stdout)["entities"]["goal"], 1)
        self.assertIn("goal/h.json:1:", result.stderr)


if __name__ == "__main__":
    unittest.main()
