"""Data files hold what they were given, and nothing in them is code."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from etl.site.files import data_path, read_data, write_data, write_object
from tests.site.conftest import HOSTILE

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
# A call with two texts in quotes, in which every quote and backslash is escaped.
_CALL = re.compile(r"""site\.data\("[\w/]+",'(?:[^'\\\n\r]|\\['\\])*'\);\n\Z""")


@given(_JSON)
def test_what_is_written_is_read(content: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data_path(Path(folder), "some").parent.mkdir()
        write_data(Path(folder), "some", content)
        assert read_data(data_path(Path(folder), "some")) == content
        assert _CALL.match(data_path(Path(folder), "some").read_text(encoding="utf-8"))


def test_no_text_ends_the_call(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    write_object(tmp_path, "some", [(HOSTILE, '"x"')])
    assert _CALL.match(data_path(tmp_path, "some").read_text(encoding="utf-8"))
    assert read_data(data_path(tmp_path, "some")) == {HOSTILE: "x"}
