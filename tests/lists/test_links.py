"""The list of links that an office enters."""

from __future__ import annotations

from pathlib import Path

import pytest

from oit_audit import lists
from oit_audit.checklists import load_checklist
from oit_audit.lists import Links, read_links
from oit_audit.model import EnteredLink

HOME = "https://www.town.go.th/"


def read(folder: Path, text: str, *, allow_private: bool = False, home: str = HOME) -> Links:
    path = folder / "links.csv"
    path.write_text(text, encoding="utf-8")
    return read_links(path, load_checklist(2566), home, allow_private=allow_private)


def test_every_good_row_is_a_link_with_its_row_and_note(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "ข้อ,URL,คำอธิบาย\no2,www.town.go.th/a,ผู้บริหาร\n\n๐๒,/b,\nO12,https://x.go.th/1 https://x.go.th/2,\n",
    )

    assert found.faults == ()
    assert found.entered == (
        EnteredLink(2, "o2", "https://www.town.go.th/a", "ผู้บริหาร"),
        EnteredLink(4, "o2", "https://www.town.go.th/b"),
        EnteredLink(5, "o12", "https://x.go.th/1"),
        EnteredLink(5, "o12", "https://x.go.th/2"),
    )


@pytest.mark.parametrize(
    ("row", "says", "remedy"),
    [
        ("o99,https://a.go.th/", "has no item “o99”", "did you mean o9?"),
        ("ข้อมูลผู้บรหาร,https://a.go.th/", "has no item", "did you mean o2?"),
        (",https://a.go.th/", "no item is named", "column `item`"),
        ("o1,", "o1 has no address", "column `url`"),
        ("o1,ไม่มี", "“ไม่มี” is not a web address", "copy it from the browser"),
        ("o1,javascript:alert(1)", "no address: `javascript:`", "copy it"),
        ("o1,file:///C:/a.pdf", "a file on somebody's own machine", "publish the file"),
        ("o1,http://10.1.2.3/a", "only a local network knows", "--allow-private"),
        ("o1,http://localhost/a", "only a local network knows", "--allow-private"),
    ],
)
def test_a_bad_row_is_told_with_its_remedy_and_the_others_count(
    tmp_path: Path, row: str, says: str, remedy: str
) -> None:
    found = read(tmp_path, f"item,url\n{row}\no1,https://a.go.th/\n")

    (fault,) = found.faults
    assert fault.row == 2
    assert says in fault.says.en
    assert remedy in fault.remedy.en
    assert fault.says.th
    assert fault.remedy.th
    assert [link.row for link in found.entered] == [3]


def test_private_addresses_pass_where_they_are_allowed_or_the_site_itself(tmp_path: Path) -> None:
    text = "item,url\no1,http://10.1.2.3/a\n"

    assert read(tmp_path, text, allow_private=True).faults == ()
    assert read(tmp_path, text, home="http://10.1.2.3/").faults == ()


def test_the_parts_of_the_room_are_listed() -> None:
    files = {path.stem for path in Path(lists.__path__[0]).glob("[a-z]*.py")}
    assert set(lists.PARTS) == files
