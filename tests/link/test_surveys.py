"""Who gives and who gets in a whole text, for sentences that do not say."""

from __future__ import annotations

from tests.link.reading import rows

AID = (
    "Military aid to Ukraine. Norway donated eight Leopard 2 tanks to Ukraine. Denmark donated 19 CAESAR howitzers to "
    "Ukraine. Sweden donated 50 CV90 vehicles to Ukraine. "
)


def test_several_givers_have_one_receiver() -> None:
    found = rows(AID + "Estonia donated nine D-30 howitzers.", "supplier recipient quantity", published="2023-06-01")
    assert found[-1] == ("EST", "UKR", 9)
