"""Documents told apart as they come: by their bytes, by their words, and where they could not be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.apart import Again, Apart, First


def test_the_same_bytes_are_numbered_and_the_same_words_are_not() -> None:
    apart = Apart()
    assert apart.again("a", "1.txt", "words", failed=False) is None
    assert apart.again("a", "2.txt", "words", failed=False) == Again("a-2", First("a", "1.txt"), same_bytes=True)
    assert apart.again("b", "3.md", "words", failed=False) == Again("b", First("a", "1.txt"), same_bytes=False)
    assert apart.again("a", "4.txt", "words", failed=False) == Again("a-3", First("a", "1.txt"), same_bytes=True)
    assert apart.again("c", "5.txt", "others", failed=False) is None


def test_what_could_not_be_read_repeats_nothing_and_gets_an_identifier() -> None:
    apart = Apart()
    assert apart.again("a", "1.txt", None, failed=True) is None
    assert apart.again("a", "2.txt", None, failed=True) == Again("a-2", None, same_bytes=True)


def test_the_bytes_of_a_document_that_repeats_another_may_come_with_other_words() -> None:
    apart = Apart()
    apart.again("a", "1.txt", "words", failed=False)
    apart.again("b", "2.txt", "words", failed=False)
    assert apart.again("b", "3.md", "others", failed=False) == Again("b-2", First("a", "2.txt"), same_bytes=True)


def test_the_row_of_a_document_says_what_it_repeats() -> None:
    row = {"document_id": "a", "path": "2.txt", "outcome": "no_transfer", "problem": None, "duplicate_of": None}
    again = Again("a-2", First("a", "1.txt"), same_bytes=True).row(row)
    said = {"outcome": "duplicate", "problem": "It has the same bytes as 1.txt.", "duplicate_of": "a"}
    assert again == {**row, "document_id": "a-2", **said}
    assert Again("a-2", None, same_bytes=True).row(row) == {**row, "document_id": "a-2"}


DOCUMENTS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["one", "two", "three", "four", None])), max_size=8
)


@given(st.lists(DOCUMENTS, max_size=4))
def test_many_at_once_are_told_apart_as_one_by_one(stretches: list[list[tuple[str, str | None]]]) -> None:
    """Where none of some documents is one again, and only there, all of them are first at once."""
    together, alone = Apart(), Apart()
    for place, documents in enumerate(stretches):
        paths = [f"{place}-{at}" for at in range(len(documents))]
        told = [(document_id, path, words) for (document_id, words), path in zip(documents, paths, strict=True)]
        one_by_one = [alone.again(*one, failed=False) for one in told]
        first = together.all_first([one[0] for one in told], paths, [one[2] for one in told])
        assert first == (not any(one_by_one))
        if not first:
            assert [together.again(*one, failed=False) for one in told] == one_by_one
    assert together._firsts == alone._firsts
    assert (together._paths, together._times) == (alone._paths, alone._times)
