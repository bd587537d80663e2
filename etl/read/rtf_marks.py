"""Rich text gone through once before striprtf reads it: what is deleted or hidden is taken out, notes are moved to the
end, and marks from the private area of Unicode say what a paragraph is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

_DEEPEST = 500  # groups in groups
_MOST_TOKENS = 5_000_000  # words and marks; a report of a thousand pages has a fifth of it
_LARGEST_SKIP = 10  # characters that stand for one that an old program cannot write
_TOKEN = re.compile(r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[^\\{}]+")
HEADING, ITEM, CELL, ROW, HEADER, LINE = "\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3", "\ue0f4", "\ue0f5"
_NO_CHARSET = "999"  # striprtf then takes that of the document
LEVELS = 0xE0E0  # the mark of an item is followed by one that says how deep it lies
_OF_A_GROUP = frozenset(
    [
        "listtext",
        "pntext",
        "pict",
        "object",
        "objdata",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "annotation",
        "atnauthor",
        "atnid",
        "info",
        "fldinst",
    ]
)


class Unheard(ValueError):
    """Groups in groups, or words and marks, beyond measure; the message says which."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: whether text is left out, and whether it is the text of a note or the table of fonts."""

    gone: bool = False
    hidden: bool = False
    deleted: bool = False
    note: bool = False
    fonts: bool = False


@dataclass(slots=True)
class Settled:
    """Goes through RTF once. ``headings`` are the numbers of the styles of headings."""

    headings: frozenset[str]
    _main: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _mark: str = ""
    _in_table: bool = False
    _header: bool = False
    _level: int = 0
    _fonts: dict[str, str] = field(default_factory=dict)

    def settle(self, written: str) -> str:
        """The RTF with what it leaves out taken out, notes at its end, and marks for what paragraphs are."""
        states = [_State()]
        at = number = 0
        while at < len(written):
            number += 1
            if number > _MOST_TOKENS:
                raise Unheard("It has more words and marks than any document")
            token = _TOKEN.match(written, at)
            if token is None:
                at += 1
                continue
            at = token.end()
            if token[0] == "{":
                if len(states) > _DEEPEST:
                    raise Unheard("Its groups lie deeper in one another than any program writes them")
                states.append(states[-1])
                self._put(states[-1], "{", always=True)
            elif token[0] == "}":
                self._put(states[-1], "}", always=True)
                if len(states) > 1:
                    states.pop()
            elif token["word"] == "bin":
                at += max(0, int(token["number"] or 0))
            elif token["word"]:
                states[-1] = self._word(states[-1], token["word"], token["number"], token[0])
            else:
                self._words(states[-1], token[0])
        # The notes stand before the brace that ends the document, which a file that was cut short lacks.
        while len(states) == 1 and self._main and self._main[-1] != "}":
            self._main.pop()
        main = "".join(self._main[:-1]) if len(states) == 1 else "".join(self._main) + "}" * (len(states) - 2)
        main = main.replace("{\\rtf1", "{\\rtf1" + self._font_table(), 1)
        notes = "".join(self._notes)
        return main + (f"\\par\\pard {notes}\\par}}" if notes else "\\par}")

    def _put(self, state: _State, token: str, always: bool = False) -> None:
        if always or not (state.gone or state.hidden or state.deleted):
            (self._notes if state.note else self._main).append(token)

    def _words(self, state: _State, token: str) -> None:
        visible = not (state.gone or state.hidden or state.deleted)
        if visible and self._mark and token.strip():
            level = chr(LEVELS + self._level) if self._mark == ITEM else ""
            self._put(state, _written(self._mark + level))
            self._mark = ""
        self._put(state, token)

    def _word(self, state: _State, word: str, number: str | None, token: str) -> _State:
        """The state after a control word, which is put down as striprtf needs it."""
        off = number == "0"
        if state.fonts and word in ("f", "fcharset"):
            self._font(word, number or "0")
        if state.gone:
            return state
        if word == "fonttbl":
            return replace(state, gone=True, fonts=True)
        if word in _OF_A_GROUP:
            if word in ("listtext", "pntext"):
                self._mark = ITEM
            return replace(state, gone=True)
        if word == "footnote":
            self._notes.append("\\par\\pard ")
            return replace(state, note=True)
        if word == "v":
            return replace(state, hidden=not off)
        if word == "deleted":
            return replace(state, deleted=not off)
        if word == "plain":
            state = replace(state, hidden=False, deleted=False)
        self._put(state, self._told(word, number, token))
        return state

    def _font(self, word: str, number: str) -> None:
        """A font, or the character set of the last one, in the table of fonts."""
        if word == "f":
            self._fonts[number] = _NO_CHARSET
        elif self._fonts:
            self._fonts[next(reversed(self._fonts))] = number

    def _font_table(self) -> str:
        """The fonts, each with a character set: striprtf gives one without it that of the next."""
        fonts = "".join(f"{{\\f{font}\\fcharset{charset} A;}}" for font, charset in self._fonts.items())
        return f"{{\\fonttbl{fonts}}}" if fonts else ""

    def _told(self, word: str, number: str | None, token: str) -> str:
        """A control word as it is put down, and what it says of the paragraph."""
        if word == "pard":
            self._in_table, self._mark, self._level = False, "", 0
        elif word in ("intbl", "itap"):
            self._in_table = number != "0"
        elif word == "trowd":
            self._header = False
        elif word == "trhdr":
            self._header = True
        elif word == "ilvl":
            self._level = min(8, max(0, int(number or 0)))
        elif (word == "outlinelevel" and number in tuple("012345678")) or (word == "s" and number in self.headings):
            self._mark = HEADING
        elif word in ("cell", "nestcell"):
            return _written(CELL)
        elif word in ("row", "nestrow"):
            return _written((HEADER if self._header else "") + ROW) + "\\par "
        elif word == "line":
            return _written(LINE)
        elif word == "par" and self._in_table:
            return " "
        elif word in ("cellx", "chftn"):
            return ""
        elif word in ("u", "uc"):
            return _character(word, int(number or 0))
        return token


def _character(word: str, number: int) -> str:
    """A character by its number, or how many others stand for such a one; nothing for one that cannot be."""
    if word == "uc":
        return f"\\uc{max(0, min(number, _LARGEST_SKIP))} "
    return f"\\u{number}" if -0x10000 < number < 0x110000 else ""


def _written(marks: str) -> str:
    """Marks as RTF writes characters, and the space after which other words may follow."""
    return "".join(f"\\u{ord(mark) - 0x10000}?" for mark in marks)
