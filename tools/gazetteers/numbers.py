#!/usr/bin/env python3
"""Writes gazetteers/time/numbers.tsv, ordinals.tsv and ordinals_indefinite.tsv.

    tools/gazetteers/numbers.py

Cardinals up to the hundreds and their thousands, ordinals up to 100, in both genders and all cases
as the press writes them (الدورة السابعة والثلاثون, الحادية عشر beside الحادية عشرة), each with value=.
"""

import pathlib

from folding import distinct

TIME = pathlib.Path(__file__).resolve().parents[2] / "gazetteers/time"

# value: forms with a masculine look, forms with a feminine look
UNITS = {
    1: (["واحد"], ["واحدة"]), 2: (["اثنان", "اثنين"], ["اثنتان", "اثنتين"]),
    3: (["ثلاث"], ["ثلاثة"]), 4: (["أربع"], ["أربعة"]), 5: (["خمس"], ["خمسة"]),
    6: (["ست"], ["ستة"]), 7: (["سبع"], ["سبعة"]), 8: (["ثماني", "ثمان"], ["ثمانية"]),
    9: (["تسع"], ["تسعة"]), 10: (["عشر"], ["عشرة"]),
}
TEENS = {
    11: ["أحد عشر", "إحدى عشرة", "إحدى عشر", "أحد عشرة"],
    12: ["اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة", "اثنى عشرة", "اثنا عشرة"],
}
TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
LARGE = {
    100: ["مئة", "مائة"], 200: ["مئتان", "مئتين", "مائتان", "مائتين", "مئتا", "مئتي", "مائتي"],
    1000: ["ألف", "ألفا", "آلاف", "الآلاف"], 2000: ["ألفان", "ألفين", "ألفي"],
    1000000: ["مليون", "مليونا", "ملايين", "الملايين"], 2000000: ["مليونان", "مليونين", "مليوني"],
    1000000000: ["مليار", "مليارا", "مليارات", "بليون", "المليارات"],
    2000000000: ["ملياران", "مليارين", "ملياري"], 1000000000000: ["تريليون", "تريليونات"],
}
ORDINALS = {  # masculine, feminine, without the article
    1: ("أول", "أولى"), 2: ("ثاني", "ثانية"), 3: ("ثالث", "ثالثة"), 4: ("رابع", "رابعة"),
    5: ("خامس", "خامسة"), 6: ("سادس", "سادسة"), 7: ("سابع", "سابعة"), 8: ("ثامن", "ثامنة"),
    9: ("تاسع", "تاسعة"), 10: ("عاشر", "عاشرة"),
}
FIRST_IN_COMPOUND = [("حادي", "حادية"), ("واحد", "واحدة")]


def tens_of(value):
    return [TENS[value] + "ون", TENS[value] + "ين"]


def cardinal(value):
    if value in UNITS:
        return UNITS[value][1] + UNITS[value][0]
    if value in TEENS:
        return TEENS[value]
    if value < 20:
        masculine, feminine = UNITS[value - 10]
        ends = ["عشر", "عشرة"]
        return [f"{unit} {end}" for unit in feminine + masculine for end in ends]
    if value in TENS:
        return tens_of(value)
    if value < 100:
        units = UNITS[value % 10][0] + UNITS[value % 10][1] + (["إحدى"] if value % 10 == 1 else [])
        return [f"{u} و{ten}" for u in units for ten in tens_of(value - value % 10)]
    if value in LARGE:
        return LARGE[value]
    stem = UNITS[value // 100][0]
    return [f"{s.removesuffix('ي')}{h}" for s in stem for h in ("مئة", "مائة")] + \
           [f"{s} {h}" for s in stem for h in ("مئة", "مائة")]


def ordinal(value, article="ال"):
    if value in ORDINALS:
        return [article + form for form in ORDINALS[value]]
    if value == 100:
        return [article + "مئة", article + "مائة"]
    if value in TENS:
        return [article + form for form in tens_of(value)]
    pairs = FIRST_IN_COMPOUND if value % 10 == 1 else [ORDINALS[value % 10]]
    pairs = pairs[:1] if value < 20 else pairs  # الواحد والعشرون is written, الواحد عشر is not
    if value < 20:
        return [f"{article}{unit} {end}" for pair in pairs for unit, ends in
                zip(pair, (["عشر"], ["عشرة", "عشر"])) for end in ends]
    return [f"{article}{unit} و{article}{ten}" for pair in pairs for unit in pair
            for ten in tens_of(value - value % 10)]


def write(name, header, forms_of):
    lines = [f"# forms\tattributes. {header}\n# Written by tools/gazetteers/numbers.py.\n"]
    lines += [f"{'|'.join(distinct(forms))}\tvalue={value}\n" for value, forms in forms_of]
    (TIME / name).write_text("".join(lines), encoding="utf-8")


def main():
    cardinals = list(range(1, 101)) + list(range(200, 1000, 100)) + [v for v in LARGE if v > 200]
    write("numbers.tsv", "Cardinal numbers in words.", [(v, cardinal(v)) for v in cardinals])
    write("ordinals.tsv", "Ordinals with their article, 1 to 100.",
          [(v, ordinal(v)) for v in range(1, 101)])
    write("ordinals_indefinite.tsv", "Ordinals without their article (ثالث اجتماع), 1 to 19.",
          [(v, ordinal(v, "") + (["ثان"] if v == 2 else [])) for v in range(1, 20)])


if __name__ == "__main__":
    main()
