"""How well passages are read, those that rules were written with and those of which only totals are looked at.

.venv/bin/python benchmarks/passages.py            print the table
.venv/bin/python benchmarks/passages.py --write    put it into docs/accuracy.md
"""

from __future__ import annotations

import argparse

from scored import PAGE, replace_section

from tests.link.passages import FOLDER, UNSEEN, read_file, totals

BEGIN, END = "<!-- passages: written by benchmarks/passages.py -->", "<!-- end of passages -->"


def table() -> str:
    """A line for each file of passages and one for all the unseen ones, as a table in Markdown."""
    lines = ["| passages | right | rows F1 | exact rows F1 | without a transfer, clean |", "|---|---|---|---|---|"]
    named = [(path.stem, read_file(path)) for path in sorted(FOLDER.glob("*.txt"))]
    unseen = [(f"{path.stem}, unseen", read_file(path)) for path in sorted(UNSEEN.glob("*.txt"))]
    every = ("all unseen", [passage for _, passages in unseen for passage in passages])
    for name, passages in (*named, *unseen, every):
        t = totals(passages)
        lines.append(
            f"| {name} | {t.right} of {t.passages} | {t.rows:.2f} | {t.exact_rows:.2f} | {t.clean} of {t.empty} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    write = parser.parse_args().write
    made = table()
    print(made)
    if write:
        replace_section(PAGE, BEGIN, END, made)


if __name__ == "__main__":
    main()
