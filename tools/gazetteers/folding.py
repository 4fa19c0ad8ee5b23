"""The letter folding of the gazetteers, for the scripts of this folder.

The same as fold() of lib/text/fold.h: NFKC; marks (Mn), format characters (Cf) and tatweel dropped;
hamza forms of alef to bare alef; alef maqsura to yeh; teh marbuta to heh; waw and yeh with hamza to
waw and yeh; decimal digits to ASCII; Latin letters to lower case.

>>> fold("أُمُّ القُرى") == fold("ام القري")
True
"""

import unicodedata

_LETTERS = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None,
})


def fold(text: str) -> str:
    out = []
    for c in unicodedata.normalize("NFKC", text).translate(_LETTERS):
        if unicodedata.category(c) in ("Mn", "Cf"):
            continue
        digit = unicodedata.decimal(c, None)
        out.append(c.lower() if digit is None else str(digit))
    return "".join(out)


def strip_marks(text: str) -> str:
    """Without vowel marks, joiners and tatweel, but with the letters as they were written."""
    kept = [c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ"]
    return " ".join("".join(kept).split())


def distinct(forms):
    """The forms in their order, those that fold alike only once."""
    seen, out = set(), []
    for form in forms:
        key = " ".join(fold(form).split())
        if key and key not in seen:
            seen.add(key)
            out.append(form)
    return out
