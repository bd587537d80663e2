"""One story that every format's test makes its file of, so that the same rows come out of each.

The parts are in reading order: ``("title" | "heading" | "paragraph" | "item" | "header" | "row", words or cells)``. The
items follow their lead-in, the rows their header. Own wording; the dealings are made up.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "Kraków signs for 48 howitzers as Nurol wins a second order"
PUBLISHER: Final = "Gazeta Zbrojna"
PUBLISHED: Final = "2024-06-22"
URL: Final = "https://gazeta-zbrojna.example/2024/06/22/howitzers"
LANGUAGE: Final = "en"

PARTS: Final[tuple[tuple[str, str | tuple[str, ...]], ...]] = (
    (
        "paragraph",
        "Poland signed a contract with South Korea’s Hanwha Aerospace on Friday for 48 K9 howitzers worth"
        " €1.2 billion, the defence ministry in Warsaw said.",
    ),
    (
        "paragraph",
        "“The first six will be in Toruń before the end of 2025,” said Zbigniew Wójcik, the deputy minister, who"
        " put the price of one gun – training and spare parts included – at about €25 million.",
    ),
    ("heading", "What Turkey sells"),
    (
        "paragraph",
        "On the same day Malaysia ordered 20 Ejder Yalçın armoured vehicles from Nurol Makina of Turkey for"
        " $31 million. They are to arrive between 2026 and 2027.",
    ),
    ("paragraph", "Under a separate package, Germany will give Ukraine:"),
    ("item", "12 Leopard 2A6 tanks;"),
    ("item", "two IRIS-T SLM batteries;"),
    ("item", "10 000 rounds of 155 mm ammunition."),
    ("paragraph", "The ministry also listed what it has received from the United States since January:"),
    ("header", ("System", "Recipient", "Quantity", "Delivered")),
    ("row", ("M142 HIMARS", "Poland", "18", "2023")),
    ("row", ("AH-64E Apache", "Poland", "8", "2024")),
    (
        "paragraph",
        "Norway’s parliament has yet to approve the purchase of five frigates, which was put at 60 billion kroner.",
    ),
)


def plain() -> str:
    """The story as plain text with Markdown's marks, title first and without front matter."""
    lines: list[str] = [TITLE, ""]
    for at, (kind, words) in enumerate(PARTS):
        told = words if isinstance(words, str) else " | ".join(words)
        lines.append({"heading": "## ", "item": "- "}.get(kind, "") + told)
        following = PARTS[at + 1][0] if at + 1 < len(PARTS) else ""
        if not (kind == "item" and following == "item") and not (kind in ("header", "row") and following == "row"):
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"
