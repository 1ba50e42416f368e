"""Makes the fonts of the book: small subsets of two open families, from their npm packages.

Run `python -m qcourse.theme.make_fonts NODE_MODULES` after `npm install` of the packages in `vendored.toml`;
needs fonttools and brotli. The licence reserves the original name, so the subsets carry a name of their own.
"""

import hashlib
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
CHARACTERS = (
    "20-7E A0 A3 A7-A9 AB-AC AE B0-B3 B5 B7 B9 BB-C2 C4 C6-CF D1-D4 D6-DC DF-E2 E4 E6-EF F1-F4 F6-FC FF"
    " 152-153 178 2010-2015 2018-201A 201C-201E 2020 2022 2026 202F 2030 2032-2033 2039-203A 20AC 2122"
    " 2190-2193 2212 221A 2248 2260 2264-2265"
)
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "calt", "lnum", "onum", "tnum", "pnum"]


def make(source: Path, target: Path, family: str, axes: dict) -> None:
    """Write one woff2 subset: the course's characters, the given axes, a family name of our own."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(source)
    options = subset.Options()
    options.layout_features, options.hinting, options.name_IDs = (
        FEATURES,
        False,
        [0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS.replace(" ", ",")))
    subsetter.subset(font)
    limits = {axis: tuple(value) if isinstance(value, list) else value for axis, value in axes.items()}
    font = instancer.instantiateVariableFont(font, limits)
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6}:
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    font.flavor = "woff2"
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


def main(node_modules: Path) -> None:
    """Make every font that the manifest lists and print the checksum to record there."""
    for entry in tomllib.loads((HERE / "vendored.toml").read_text("utf-8"))["font"]:
        target = HERE / "static" / entry["file"]
        make(node_modules / entry["package"] / entry["source"], target, entry["family"], entry["axes"])
        print(entry["file"], target.stat().st_size, hashlib.sha256(target.read_bytes()).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
