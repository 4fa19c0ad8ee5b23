#!/usr/bin/env python3
"""explain from outside: what almost matched, and where it broke off."""
import unittest

from program import ProgramTest

PLAIN = "وقعت قطر اتفاقية تعاون مع الكويت.\n"
NOTHING = "أبرمت قطر في العاصمة مع الكويت ورقة عمل.\n"


class AlmostTest(ProgramTest):
    TOLD = "rules that almost matched"

    def test_told_where_nothing_was_made_or_when_asked_for(self):
        article = self.write("a.txt", NOTHING)
        told = self.good("explain", f"{article}:0")
        self.assertIn(self.TOLD, told)
        self.assertRegex(told, r"agreement\.\w+ \(rel_agreements.rules:\d+\)  \d of \d parts, "
                               r"it lacks this one alone\n    matched   أبرمت قطر ")
        self.assertRegex(told, "    found     ورقة  [A-Z_ ]*COMMON")
        self.assertNotIn(self.TOLD, self.good("explain", f"{article}:0", "--near", "0"))
        self.assertNotIn(self.TOLD, self.good("explain", article))
        one = self.good("explain", article, "--near", "1")
        self.assertEqual(one.count("    expected  "), 1)
        self.assertEqual(self.good("explain", article, "--near", "1"), one)

    def test_not_told_of_a_sentence_that_gave_a_relation(self):
        article = self.write("a.txt", PLAIN)
        self.assertNotIn(self.TOLD, self.good("explain", f"{article}:0"))
        self.assertIn(self.TOLD, self.good("explain", f"{article}:0", "--near", "3"))


if __name__ == "__main__":
    unittest.main()
