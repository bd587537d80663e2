"""Changes documents in ways that should change nothing else, and counts where other rows change, for docs/accuracy.md.

    .venv/bin/python benchmarks/metamorphic.py            print the table
    .venv/bin/python benchmarks/metamorphic.py --breaks   print each break with the cells that changed as well
    .venv/bin/python benchmarks/metamorphic.py --write    put the table into docs/accuracy.md
    .venv/bin/python benchmarks/metamorphic.py --known    write tests/metamorphic/known_breaks.txt anew

The relations are those of ``tests/metamorphic``, which hold the gold and the seeds to them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from scored import PAGE, replace_section

from tests.metamorphic.originals import names
from tests.metamorphic.relations import KNOWN, RELATIONS, Break, Outcome, outcomes

BEGIN, END = "<!-- relations: written by benchmarks/metamorphic.py -->", "<!-- end of relations -->"
SETS = ("gold", "seeds", "practice")
HEAD = """\
# Changes of documents that change rows which they should not: relation | document | change. Written by
# benchmarks/metamorphic.py --known. A line that holds again is to be taken out; none is to be added.
"""


def of_document(document: str) -> list[Outcome]:
    """The outcomes of all changes of a document."""
    return [outcome for relation in RELATIONS for outcome in outcomes(relation, document)]


def table(found: Sequence[Outcome]) -> str:
    """How many changed documents of each set there are, and how many of them break their relation."""
    every = Counter((o.relation, o.document.split("/")[0]) for o in found)
    broken = Counter((o.relation, o.document.split("/")[0]) for o in found if o.differences)
    lines = [f"| relation | {' | '.join(SETS)} |", "|---|---|---|---|"]
    for relation in RELATIONS:
        cells = [f"{broken[relation, name]} of {every[relation, name]}" for name in SETS]
        lines.append(f"| {relation} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--breaks", action="store_true", help="print each break with the cells that changed")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    parser.add_argument("--known", action="store_true", help="write the list of known breaks anew")
    asked = parser.parse_args()
    documents = [name for folder in SETS for name in names(folder)]
    with ProcessPoolExecutor() as pool:
        found = [outcome for told in pool.map(of_document, documents, chunksize=4) for outcome in told]
    for outcome in found if asked.breaks else ():
        if outcome.differences:
            print(" | ".join(outcome[:3]), *outcome.differences, sep="\n    ")
    print(section := table(found))
    if asked.write:
        replace_section(PAGE, BEGIN, END, section)
    if asked.known:
        tested = [o for o in found if o.differences and not o.document.startswith("practice/")]
        lines = [" | ".join(b) for b in sorted(Break(*o[:3]) for o in tested)]
        KNOWN.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
