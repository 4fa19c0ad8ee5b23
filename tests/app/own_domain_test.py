#!/usr/bin/env python3
"""A domain of the user's own by data alone: football, which the shipped gazetteers know little of."""
import json
import unittest

from program import ProgramTest, run

LISTS = """\
clubs.tsv\tentities\tORG\torganization\tas-is\tar\tus\t-\tclubs
squads.jsonl\tpatterns\t-\tperson\tas-is\tar\tus\t-\tplayers by label PLAYER
"""
CLUBS = "club:star\tStar Club\tالنجمة الزرقاء\n"
SQUADS = ('{"label": "PLAYER", "pattern": "زيكو", "id": "player:zico"}\n'
          '{"label": "PLAYER", "pattern": [{"ORTH": "توتو"}, {"ORTH": "الصغير"}]}\n')
CASCADE = """\
before personal.rules
players.rules chunk
after bodies_known.rules
matches.rules chunk
"""
PLAYERS = """\
rule football.player
  match  @p:(*+PLAYER)
  make   person p
  yes    أحرز زيكو هدفين => person زيكو
"""
MATCHES = """\
rule football.match
  match  @m:(*+"مباراة" organization)
  make   meeting m
  yes    حضر الجمهور مباراة النجمة الزرقاء => meeting مباراة النجمة الزرقاء
"""
TEXT = {"id": "a", "text": "أحرز زيكو وتوتو الصغير هدفين في مباراة النجمة الزرقاء."}


class OwnDomainTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("g/lists.tsv", LISTS)
        self.write("g/clubs.tsv", CLUBS)
        self.write("g/squads.jsonl", SQUADS)
        self.write("r/cascade.txt", CASCADE)
        self.write("r/players.rules", PLAYERS)
        self.write("r/matches.rules", MATCHES)
        self.own = ("--gazetteers", self.here / "g", "--rules", self.here / "r")

    def found(self, *options):
        line = self.good("annotate", "-", *options, stdin=json.dumps(TEXT) + "\n")
        return {(e["type"], e["name"]) for e in json.loads(line)["entities"]}

    def test_lists_and_rules_add_to_those_that_came_with_the_program(self):
        self.assertEqual(self.found(*self.own),
                         {("person", "زيكو"), ("person", "توتو الصغير"),
                          ("meeting", "مباراة النجمة الزرقاء"), ("organization", "النجمة الزرقاء")})
        self.assertIn("all in order", self.good("check", *self.own))

    def test_patterns_alone(self):
        patterns = self.write("p.jsonl", '{"label": "ORG", "pattern": "النجمة الزرقاء"}\n')
        self.assertIn(("organization", "النجمة الزرقاء"), self.found("--gazetteers", patterns))

    def test_in_place_of_those_that_came_with_the_program(self):
        self.write("r/cascade.txt", "players.rules chunk\n")
        self.assertEqual(self.found(*self.own, "--replace-data"),
                         {("person", "زيكو"), ("person", "توتو الصغير")})

    def test_refused(self):
        self.write("r/cascade.txt", "before nothing.rules\nplayers.rules chunk\n")
        self.refused(3, "cascade.txt:1: expected a rule file of the steps before, not "
                        "'nothing.rules'", "annotate", "-", *self.own, stdin="")
        self.write("r/cascade.txt", CASCADE)
        self.write("g/squads.jsonl", SQUADS + '{"label": "PLAYER", "pattern": [{"POS": "NOUN"}]}\n')
        done = run("check", *self.own)
        self.assertEqual(done.returncode, 1)
        self.assertIn("squads.jsonl:3: token attribute \"POS\"", done.stdout)


if __name__ == "__main__":
    unittest.main()
