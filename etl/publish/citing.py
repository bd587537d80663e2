"""``CITATION.cff``: how to cite a dataset, in the Citation File Format 1.2, which reference managers read."""

from __future__ import annotations

from pathlib import Path

from etl.publish.about import Versions, about

_MESSAGE = "If you use this dataset, please cite it with the version of its data, and the documents behind each row."


def write_citation(versions: Versions, path: Path) -> None:
    """Writes how to cite the dataset and the software that made it."""
    import yaml

    said = about()
    authors = [{"name": author} for author in said["authors"]]
    software = {
        "type": "software",
        "title": "arms-transfers",
        "version": versions.software,
        "authors": authors,
        "license": said["licence"]["name"],
    }
    made = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": said["title"],
        "abstract": said["description"].strip(),
        "version": versions.whole,
        "authors": authors,
        "keywords": said["keywords"],
        "license": said["licence"]["name"],
        "references": [software],
    }
    path.write_text(yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=110), encoding="utf-8")
