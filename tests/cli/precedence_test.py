"""An order of precedence from a file, and the ranks that follow from it."""
import json
import unittest

from support import Case, claim, entity

ORDER = ("id;name_ru;country;precedence\r\n"
         "first;Первая должность;KZ;1\r\n"
         "seventh;Седьмая должность;KZ;7\r\n")
PEOPLE = "id;name_ru;posts\r\nhead;Глава;Седьмая должность\r\n"


class Precedence(Case):
    def taken_in(self, name, text, project):
        path = self.write(self.folder / f"{name}.csv", "\ufeff" + text)
        result = self.run_dostyk("import", path, "--as", name, "--into", project, "--json")
        self.assertEqual(result.returncode, 0, result)
        return json.loads(result.stdout)["counts"]["insert"]

    def codes(self, project):
        result = self.run_dostyk("validate", project, "--json")
        return {each["file"]: each["hint"] for each in json.loads(result.stdout)["findings"]
                if each["code"] == "model.rank_differs"}

    def test_a_rank_is_held_against_the_order_that_was_imported(self):
        guests = {"head": [claim("head")], "rank": [claim(5)]}
        project = self.project(entity("person", "head"), entity("delegation", "guests", **guests))
        self.assertEqual(self.codes(project), {})
        self.assertEqual(self.taken_in("post", ORDER, project), 2)
        self.assertEqual(self.taken_in("person", PEOPLE.replace("head;", "chief;", 1), project), 1)
        edits = [{"command": "set_field", "kind": "delegation", "id": "guests",
                  "pointer": "/fields/head/0/value", "value": "chief"}]
        result = self.run_dostyk("edit", project, given="\n".join(map(json.dumps, edits)) + "\n")
        self.assertIn('"ok":true', result.stdout.replace(" ", ""), result)
        self.assertIn("follows from the post", self.codes(project)["delegation/guests.json"])


if __name__ == "__main__":
    unittest.main()
