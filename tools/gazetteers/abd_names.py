#!/usr/bin/env python3
"""Writes gazetteers/person/given_abd.tsv: the names "servant of ..." in their spellings.

    tools/gazetteers/abd_names.py

Each divine name gives عبد العزيز and عبدالعزيز; a feminine أمة الله likewise; those with hamza or
yeh also in the spellings of the press (عبد الرؤوف, عبد الرءوف).
"""

import pathlib

from folding import distinct

PERSON = pathlib.Path(__file__).resolve().parents[2] / "gazetteers/person"
DIVINE = """
الله الرحمن|الرحمان الرحيم الملك القدوس السلام المؤمن|المومن المهيمن العزيز الجبار المتكبر الخالق
البارئ|الباري المصور الغفار القهار الوهاب الرزاق الفتاح العليم القابض الباسط الخافض الرافع المعز
السميع البصير الحكم العدل اللطيف الخبير الحليم العظيم الغفور الشكور العلي الكبير الحفيظ المقيت
الحسيب الجليل الكريم الرقيب المجيب الواسع الحكيم الودود المجيد الباعث الشهيد الحق الوكيل القوي المتين
الولي الحميد المحصي المبدئ المعيد المحيي الحي القيوم الواجد الماجد الواحد الأحد الصمد القادر المقتدر
الأول الظاهر الباطن الوالي المتعال|المتعالي البر التواب المنتقم العفو الرؤوف|الرءوف المغني الغني
الجواد المانع النافع النور الهادي البديع الباقي الوارث الرشيد الصبور الإله المولى الستار المنعم الناصر
النصير المنان الحنان الرب الخلاق القدير المعين المحسن الشافي الكافي الجامع المطلب الدائم السيد الفضيل
المعطي العاطي الأمير النبي الرسول الحسين الزهرة الرضا الكاظم المهدي المسيح الشهيد النعيم
العالي الراضي الصادق الحسن الملاك الموجود المقصود الوافي الصالح الفاضل الرازق العباس الإمام الصاحب
"""
ODD = ["عبد ربه|عبدربه", "عبد مناف|عبدمناف", "عبد علي|عبدعلي",
       "أمة الله|أمةالله", "أمة الرحمن|أمةالرحمن", "أمة العليم|أمةالعليم", "عبدو",
       "عابدين"]
HEADER = """\
# forms\tattributes. Names made of عبد and a divine name, in their spellings.
# Written by tools/gazetteers/abd_names.py: add there.
"""


def spellings(cell):
    for name in cell.split("|"):
        yield "عبد " + name
        yield "عبد" + name


def main():
    seen, lines = set(), [HEADER]
    for forms in [list(spellings(n)) for n in DIVINE.split()] + [n.split("|") for n in ODD]:
        fresh = [f for f in distinct(forms) if f not in seen]
        seen.update(fresh)
        if fresh:
            gender = "f" if fresh[0].startswith("أمة") else "m"
            lines.append(f"{'|'.join(fresh)}\tgender={gender};also=GIVEN_COMPOUND\n")
    (PERSON / "given_abd.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
