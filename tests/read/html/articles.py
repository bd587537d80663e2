"""Articles of own wording that the layouts of the battery are filled with. The dealings are made up.

The parts are told as in ``tests/read/story.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.read import story


@dataclass(frozen=True, slots=True)
class Article:
    """An article: headline, and its parts in reading order."""

    name: str
    title: str
    parts: tuple[tuple[str, str | tuple[str, ...]], ...]

    def blocks(self) -> list[str]:
        """The words of the parts, cells parted by bars."""
        return [words if isinstance(words, str) else " | ".join(words) for _, words in self.parts]


LONG: Final = Article(
    "long",
    "Chile picks a Swedish bid to replace its patrol boats",
    (
        ("paragraph", "Chile has chosen a Swedish yard to build four offshore patrol boats, a choice that ends a"
         " contest of three years between bidders from four countries."),
        ("paragraph", "The navy will pay $410 million for the boats, of which the first is to be launched in Talcahuano"
         " in 2027, Defence Minister Inés Undurraga told reporters on Thursday."),
        ("paragraph", "“We looked at price, at the share of work at home and at how soon we could have them,” she said."
         " “No other bid was close.”"),
        ("heading", "A contest of four"),
        ("paragraph", "Yards in Spain, Turkey and South Korea had also made offers. The Turkish one was lower by $35"
         " million but left only a tenth of the work in Chile, people who know the papers said."),
        ("paragraph", "The Spanish yard said it would study the decision before it spoke about it."),
        ("paragraph", "Each boat will carry one 57 mm gun and two remotely operated weapon stations. The guns come"
         " from Bofors, the radars from a Danish maker that was not named."),
        ("heading", "What comes next"),
        ("paragraph", "Congress has to approve the loan for the boats by the end of March. A committee asked last month"
         " why two of the boats could not be bought used."),
        ("paragraph", "The oldest of the boats that they replace was laid down in 1987 and is in dock."),
    ),
)  # fmt: skip
SHORT: Final = Article(
    "short", "Norway orders howitzers", (("paragraph", "Norway orders 12 howitzers from South Korea."),)
)
NOTICE: Final = Article(
    "notice",
    "Jordan – Guided Rockets and Launchers",
    (
        ("paragraph", "The State Department has decided to approve a possible sale of guided rockets and launchers to"
         " Jordan for an estimated cost of $212 million. The required papers went to Congress today."),
        ("paragraph", "Jordan has asked to buy:"),
        ("item", "twelve (12) M142 launchers;"),
        ("item", "sixty (60) pods of guided rockets;"),
        ("item", "radios, spare parts and training."),
        ("paragraph", "This proposed sale will support the foreign policy of the United States by helping to improve"
         " the security of a partner."),
        ("paragraph", "The principal contractor will be Lockheed Martin. There are no known offset agreements."),
    ),
)  # fmt: skip
FIGURES: Final = Article(
    "figures",
    "What Estonia has ordered for its air defence",
    (
        ("paragraph", "Estonia published a list of its orders for air defence on Tuesday. It shows what was ordered,"
         " where, and how much of it has come."),
        ("header", ("System", "Supplier", "Ordered", "Delivered")),
        ("row", ("IRIS-T SLM", "Germany", "4", "1")),
        ("row", ("Mistral 3", "France", "120", "60")),
        ("row", ("Piorun", "Poland", "300", "–")),
        ("paragraph", "The ministry said the second IRIS-T battery would come in the spring, and that the last of the"
         " Piorun missiles were due in 2026."),
    ),
)  # fmt: skip
STORY: Final = Article("story", story.TITLE, story.PARTS)
BRIEF: Final = Article(
    "brief",
    "Kenya takes over two transport aircraft",
    (
        ("paragraph", "Kenya’s air force took over two C-27J transport aircraft from Leonardo at Laikipia on Monday."),
        ("paragraph", "A third is to follow in 2026, said Brigadier Wanjirũ Kamaũ."),
        ("paragraph", "The three were ordered in 2021."),
    ),
)  # fmt: skip
ARTICLES: Final = (LONG, SHORT, NOTICE, FIGURES, STORY, BRIEF)
