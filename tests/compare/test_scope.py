"""Which transfers a register would list."""

from __future__ import annotations

import pytest

from etl.compare.scope import scope_of
from etl.compare.types import Number, Party, Register
from tests.compare.rows import here, there, years

_NORWAY = Party("Norway", "NOR")
_OTHER = there(recipient=_NORWAY, supplier=_NORWAY, ordered=Number(2010), deliveries=years(2012, 2025))
WIDE = scope_of(Register((there(), _OTHER), ()))


@pytest.mark.parametrize(
    ("transfer", "why"),
    [
        (here(), None),
        (here(category=None), None),
        (here(agreed=None), None),
        (here(agreed="2005", delivery_to=2011), None),
        (here(category="ammunition"), "no ammunition"),
        (here(category="service"), "no services"),
        (here(stage="proposed"), "orders and deliveries only"),
        (here(stage="cancelled"), "orders and deliveries only"),
        (here(counted=False), "another row"),
        (here(agreed="1999"), "does not cover its years"),
        (here(agreed="2026"), "does not cover its years"),
    ],
)
def test_reasons(transfer, why) -> None:  # type: ignore[no-untyped-def]
    reason = WIDE.outside(transfer)
    assert reason is None if why is None else why in (reason or "")


def test_a_register_of_one_recipient_or_supplier() -> None:
    one_recipient = scope_of(Register((there(), there(supplier=_NORWAY)), ()))
    assert one_recipient.outside(here(recipients=("EST",))) == "the file has one recipient only"
    assert one_recipient.outside(here(suppliers=("EST",))) is None
    one_supplier = scope_of(Register((there(), there(recipient=_NORWAY)), ()))
    assert one_supplier.outside(here(suppliers=("EST",))) == "the file has one supplier only"


def test_an_empty_register_rules_nothing_out() -> None:
    assert scope_of(Register((), ())).outside(here()) is None
