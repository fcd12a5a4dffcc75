"""A server that shows its program instead of running it says nothing with it."""

from __future__ import annotations

from tests.extract.conftest import Page


def test_the_program_of_a_page_is_none_of_its_words(page: Page) -> None:
    shown = page(
        "<h1>ข่าวประชาสัมพันธ์</h1><table><tr><td><?php while($r=$q->fetch()){ if($r['img']!=''){"
        " echo \"<img src='$r[img]'>\"; } ?></td></tr></table><p>ติดต่องานธุรการ</p>"
    )
    words = [block.text for block in shown.blocks]
    assert words == ["ข่าวประชาสัมพันธ์", "ติดต่องานธุรการ"]
    assert [cell for table in shown.tables for row in table.rows for cell in row if cell] == []


def test_a_program_that_never_ends_hides_the_rest(page: Page) -> None:
    assert [block.text for block in page("<p>ก่อน</p><?php echo 1; <p>หลัง").blocks] == ["ก่อน"]
