"""What is compared: rows of the trade register, rows of the dataset, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from schemas.vocabulary import Stage


class RegisterError(ValueError):
    """A file that is no trade register; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a year of the register; ``estimated`` where the register marks it as SIPRI's estimate."""

    amount: int
    estimated: bool = False

    def __str__(self) -> str:
        return f"({self.amount})" if self.estimated else str(self.amount)


@dataclass(frozen=True, slots=True)
class Years:
    """The first and the last year of deliveries."""

    first: int
    last: int
    estimated: bool = False

    def __str__(self) -> str:
        said = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return f"({said})" if self.estimated else said


@dataclass(frozen=True, slots=True)
class Party:
    """A recipient or supplier as the register names it; ``code`` is None where the register does not know who it is."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """A sum that the comments give for a deal, with the words that say it."""

    words: str
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A deal of the trade register. ``line`` is the line of the file in which its row begins, counted from 1.

    ``condition`` is the register's status of the weapon ("New", "Second hand").
    """

    line: int
    recipient: Party
    supplier: Party
    designation: str
    description: str | None = None
    ordered: Number | None = None
    number: Number | None = None
    delivered: Number | None = None
    deliveries: Years | None = None
    condition: str | None = None
    comments: str | None = None
    values: tuple[Value, ...] = ()

    @property
    def stage(self) -> Stage | None:
        """How far the deal has got, judged by how many of those ordered have come; None where that is not known."""
        if self.delivered is None or self.delivered.amount == 0:
            return Stage.ORDERED
        if self.number is None:
            return None
        return Stage.DELIVERING if self.delivered.amount < self.number.amount else Stage.DELIVERED


@dataclass(frozen=True, slots=True)
class Unread:
    """A line of the register that could not be read, and a sentence that says why."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class Register:
    """The rows of a register in the order of the file, and the lines that could not be read."""

    rows: tuple[RegisterRow, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class DatasetRow:
    """A consolidated transfer with what its deal says; ``suppliers`` and ``recipients`` hold all in the role."""

    transfer_id: str
    deal_id: str
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    designation: str | None
    weapon: str | None
    category: str | None
    quantity: float | None
    quantity_high: float | None
    quantity_bound: str | None
    quantity_unit: str | None
    delivered: float | None
    delivery_from: int | None
    delivery_to: int | None
    stage: str
    counted: bool
    agreed: str | None
    value_amount: float | None
    value_high: float | None
    value_currency: str | None
    value_bound: str | None

    @property
    def year(self) -> int | None:
        """The year of the agreement."""
        return int(self.agreed[:4]) if self.agreed else None


class Found(StrEnum):
    """Where a deal was found."""

    BOTH = "both"
    REGISTER = "register"
    DATASET = "dataset"
    OUTSIDE = "outside"
    UNREAD = "unread"


class Verdict(StrEnum):
    """What the two sides say together of a cell.

    Sums in two currencies and numbers of two units are ``not_comparable``.
    """

    SAME = "same"
    DIFFERS = "differs"
    ONLY_REGISTER = "only_register"
    ONLY_DATASET = "only_dataset"
    NEITHER = "neither"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Cell:
    """What the register and the dataset say of one thing, as text, and whether that is the same."""

    name: str
    register: str
    dataset: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """A deal in both, with the points of the match and its cells."""

    register: RegisterRow
    dataset: DatasetRow
    points: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A transfer that the register would not list, and why."""

    row: DatasetRow
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A register beside a dataset: deals in both, only in the register, only in the dataset.

    ``outside`` are transfers that no register row matches and that this register would not list: ammunition, deals that
    are only proposed, years or countries that the file does not cover. ``unread`` are lines of the register that could
    not be read.
    """

    both: tuple[Pair, ...]
    only_register: tuple[RegisterRow, ...]
    only_dataset: tuple[DatasetRow, ...]
    outside: tuple[Outside, ...]
    unread: tuple[Unread, ...]
