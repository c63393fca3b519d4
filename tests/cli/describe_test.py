"""dostyk describe: the project as text in four languages."""
import re
import unittest

from support import BUNDLED, TEXT, Case, claim, entity

NOT_PUBLISHED = {"kk": "орны жарияланбаған", "ky": "орду жарыяланган эмес",
                 "ru": "место не опубликовано", "en": "site not published"}
DISAGREE = {"kk": "Дереккөздер әртүрлі айтады", "ky": "Булактар ар кандай айтат",
            "ru": "Источники расходятся", "en": "Sources disagree"}


class Describe(Case):
    def text(self, folder, *arguments):
        result = self.run_dostyk("describe", folder, *arguments)
        self.assertEqual(result.returncode, 0, result)
        self.assertEqual(result.stderr, "")
        return result.stdout

    def test_every_language_says_that_sites_are_not_published(self):
        for lang, words in NOT_PUBLISHED.items():
            with self.subTest(lang=lang):
                text = self.text(BUNDLED, "--lang", lang, "--pack", "strict")
                self.assertIn(words, text)
                # No message key, no placeholder and no raw word is left.
                for leftover in ("field.", "word.", "kind.", "under_construction", "{", "KZ-"):
                    self.assertNotIn(leftover, text)

    def test_the_strict_pack_says_what_the_article_says(self):
        text = self.text(BUNDLED, "--lang", "en", "--pack", "strict")
        for words in ("Documents (7)", "more than 25%", "195 commodity items",
                      "Document, not named in the source", "inferred"):
            self.assertIn(words, text)
        self.assertIn("1.5 billion", text)

    def test_disagreeing_sources_are_both_said(self):
        both = [claim({"number": 5, "unit": "km"}), claim({"number": 7, "unit": "km"})]
        folder = self.project(entity("goal", "g", target=both))
        for lang, words in DISAGREE.items():
            with self.subTest(lang=lang):
                text = self.text(folder, "--lang", lang)
                self.assertIn(words, text)
                self.assertIn("5", text)
                self.assertIn("7", text)

    def test_sources_are_numbered_as_they_are_named(self):
        for pack in ("strict", "enriched"):
            with self.subTest(pack=pack):
                lines = self.text(BUNDLED, "--lang", "en", "--pack", pack).splitlines()
                start = next(i for i, line in enumerate(lines) if line.startswith("Sources ("))
                named = []
                for line in lines[:start]:
                    if match := re.search(r" \[(\d+(?:, \d+)*)\]$", line):
                        named += [n for n in match[1].split(", ") if n not in named]
                listed = [match[1] for line in lines[start:]
                          if (match := re.match(r"  \[(\d+)\] ", line))]
                self.assertEqual(named, [str(n + 1) for n in range(len(named))])
                self.assertEqual(listed, [str(n + 1) for n in range(len(listed))])
                self.assertIn(f"Sources ({len(listed)})", lines[start])

    def test_links_are_told_from_both_ends(self):
        folder = self.project(
            entity("meeting", "m", name=[claim({**TEXT, "en": "The council"})]),
            entity("session", "s", name=[claim({**TEXT, "en": "The signing"})],
                   meeting=[claim("m")]))
        text = self.text(folder, "--lang", "en")
        self.assertIn("Meeting: The council", text)
        self.assertIn("within the meeting: The signing", text)

    def test_the_system_language_is_the_default(self):
        self.assertIn("Документы", self.run_dostyk("describe", BUNDLED, lang="ru_KZ.UTF-8").stdout)

    def test_a_missing_project_is_one_sentence(self):
        self.assert_fails(self.run_dostyk("describe", self.folder / "none"), 1, "none")

    def test_without_a_map_codes_are_said(self):
        folder = self.project(entity("goal", "g", place=[claim({"type": "area", "units": ["KZ-31"]})]))
        home = self.home("maps/base.gpkg")
        result = self.run_dostyk("describe", folder, env={"DOSTYK_HOME": str(home)})
        self.assertEqual(result.returncode, 0)
        self.assertIn("KZ-31", result.stdout)
        self.assertIn("base.gpkg", result.stderr)


if __name__ == "__main__":
    unittest.main()
