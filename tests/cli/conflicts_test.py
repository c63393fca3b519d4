"""dostyk conflicts: a programme across the border is held to the road, the queue and the clocks."""
import json
import unittest

from support import TEXT, Case, claim, entity


def point(lat, lon):
    return [claim({"lat": lat, "lon": lon, "precision": "exact", "type": "point"})]


def text(value):
    return [claim({**TEXT, "en": value, "kk": value, "ky": value, "ru": value})]


def hall(name, city, country, lat, lon):
    return entity("venue", name, name=text(name), city=text(city), country=[claim(country)],
                  place=point(lat, lon))


def session(name, venue, date, **more):
    return entity("session", name, name=text(name), meeting=[claim("forum")], venue=[claim(venue)],
                  date=[claim(date)], participants=[claim(["guests"])], **more)


class Conflicts(Case):
    def forum(self, signing, *more, **crossing):
        """Talks in Almaty from 10 to 11 at UTC+5, then a signing in Bishkek."""
        return self.project(
            entity("meeting", "forum", date=[claim("2026-05-12/2026-05-13")]),
            hall("almaty", "Almaty", "KZ", 43.24, 76.9), hall("bishkek", "Bishkek", "KG", 42.87, 74.6),
            entity("person", "dana"),
            entity("delegation", "guests", name=text("Guests"), meeting=[claim("forum")],
                   head=[claim("dana")]),
            entity("crossing", "korday-ak-zhol", name=text("Korday"), **crossing),
            session("talks", "almaty", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00"),
            session("signing", "bishkek", signing), *more)

    def conflicts(self, project, code, *arguments):
        result = self.run_dostyk("conflicts", project, "--json", *arguments)
        self.assertEqual(result.returncode, code, result)
        return json.loads(result.stdout)["conflicts"]

    def test_an_hour_between_two_cities_is_too_short_and_seventeen_is_not(self):
        project = self.forum("2026-05-12T13:00+06:00/2026-05-12T14:00+06:00")
        conflict, = self.conflicts(project, 1)
        self.assertEqual((conflict["rule"], conflict["has"]), ("H03", 60))
        self.assertGreaterEqual(conflict["needed"], 210)
        self.assertEqual(conflict["sessions"], ["talks", "signing"])
        self.assertIn("Korday", conflict["text"])
        self.assertEqual(conflict["way"], {"minutes": conflict["needed"], "mode": "road",
                                           "crossing": "korday-ak-zhol", "queue_p50": 45,
                                           "queue_p90": 120, "queue_is_assumed": True})
        self.assertIn("p90 2 h, assumed", conflict["text"])
        moves = [fix["moves"][0] for fix in conflict["fixes"]]
        self.assertIn({"session": "signing", "start": "2026-05-12T12:00+05:00", "venue": "almaty"}, moves)
        self.assertTrue(any(move["venue"] == "bishkek" and move["start"] > "2026-05-12T15"
                            for move in moves))
        said = self.run_dostyk("conflicts", project, lang="ru_RU.UTF-8").stdout
        self.assertIn("а перерыв – 1 ч", said)
        self.assertEqual(self.conflicts(
            self.forum("2026-05-12T17:00+06:00/2026-05-12T18:00+06:00"), 0), [])

    def test_a_queue_that_is_stated_is_no_assumption(self):
        project = self.forum("2026-05-12T13:00+06:00/2026-05-12T14:00+06:00", queue_p50=[claim(30)],
                             queue_p90=[claim(60)])
        conflict, = self.conflicts(project, 1)
        self.assertFalse(conflict["way"]["queue_is_assumed"])
        self.assertNotIn("assumed", conflict["text"])

    def test_a_fix_that_is_taken_clears_the_conflict(self):
        project = self.forum("2026-05-12T13:00+06:00/2026-05-12T14:00+06:00")
        fix = self.conflicts(project, 1)[0]["fixes"][0]["moves"][0]
        edits = [{"command": "set_field", "kind": "session", "id": fix["session"],
                  "pointer": "/fields/venue/0/value", "value": fix["venue"]}]
        done = self.run_dostyk("edit", project, given="".join(json.dumps(e) + "\n" for e in edits))
        self.assertIn('"ok":true', done.stdout.replace(" ", ""), done)
        self.assertEqual(self.conflicts(project, 0), [])

    def test_a_crossing_that_closes_is_named(self):
        closed = {"value": "all", "at": "2026-05-12T12:30+05:00/2026-05-12T20:00+05:00",
                  "sources": ["paper"]}
        others = [entity("crossing", name, status=[claim("closed")]) for name in
                  ("aukhatty-ken-bulun", "sortobe-tokmok", "karasu-ak-tilek", "kegen-karkyra",
                   "sypatai-batyr-chaldybar", "aisha-bibi-chon-kapka", "besagash-kichi-kapka",
                   "tomonku-chuy")]
        project = self.forum("2026-05-12T17:00+06:00/2026-05-12T18:00+06:00", *others, closure=[closed])
        conflict, = self.conflicts(project, 1)
        self.assertEqual(conflict["rule"], "H19")
        self.assertIn("Korday", conflict["text"])

    def test_an_accepted_conflict_stays_with_its_reason(self):
        waiver = entity("waiver", "w", meeting=[claim("forum")], rule=[claim("H03")],
                        sessions=[claim(["talks", "signing"])], participants=[claim(["guests"])],
                        reason=text("By helicopter"))
        project = self.forum("2026-05-12T13:00+06:00/2026-05-12T14:00+06:00", waiver)
        conflict, = self.conflicts(project, 0)
        self.assertEqual(conflict["accepted"], "w")
        self.assertIn("By helicopter", self.run_dostyk("conflicts", project).stdout)

    def test_what_cannot_be_read_is_named_with_its_place(self):
        project = self.forum("2026-05-12T17:00+06:00/2026-05-12T18:00+06:00",
                             session("long", "almaty", "2026-05-13", duration=[claim(0)]))
        result = self.run_dostyk("conflicts", project)
        self.assertIn("session/long.json: /fields/duration", result.stderr)
        result = self.run_dostyk("conflicts", project, "--meeting", "guests")
        self.assert_fails(result, 1, "guests")


if __name__ == "__main__":
    unittest.main()
