"""What themes and templates leave behind, and what only looks like it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from oit_audit.thai import is_sample_mail, is_sample_phone, is_sample_picture, sample_text

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("samples.yaml").read_text("utf-8"))
PAGES = {name: case for name, case in CASES.items() if not name.startswith("_")}
PHONES, MAILS, PICTURES = (CASES[name] for name in ("_phones", "_mails", "_pictures"))


@pytest.mark.parametrize("number", PHONES["sample"])
def test_a_sample_number_is_known(number: str) -> None:
    assert is_sample_phone(number)


@pytest.mark.parametrize("number", PHONES["real"])
def test_a_telephone_that_somebody_answers_is_no_sample(number: str) -> None:
    assert not is_sample_phone(number)


@pytest.mark.parametrize("address", MAILS["sample"])
def test_a_sample_mail_address_is_known(address: str) -> None:
    assert is_sample_mail(address)


@pytest.mark.parametrize("address", MAILS["real"])
def test_a_mail_address_that_somebody_reads_is_no_sample(address: str) -> None:
    assert not is_sample_mail(address)


@pytest.mark.parametrize("address", PICTURES["sample"])
def test_a_stand_in_for_a_picture_is_known(address: str) -> None:
    assert is_sample_picture(address)


@pytest.mark.parametrize("address", PICTURES["real"])
def test_a_picture_of_the_office_is_no_stand_in(address: str) -> None:
    assert not is_sample_picture(address)


@pytest.mark.parametrize("name", [name for name, case in PAGES.items() if case["is"] == "sample"])
def test_what_a_theme_came_with_is_known(name: str) -> None:
    assert sample_text(PAGES[name]["text"])


@pytest.mark.parametrize("name", [name for name, case in PAGES.items() if case["is"] == "own"])
def test_what_an_office_wrote_is_no_sample(name: str) -> None:
    assert sample_text(PAGES[name]["text"]) is None


def test_thai_filler_is_known_by_the_words_that_only_a_generator_puts_together() -> None:
    filler = "ซิมโฟนี แพนด้า โชห่วย ฮันนีมูน เกสต์เฮาส์ แซลมอน ฮากกา อพาร์ทเมนท์"
    assert sample_text(filler)
    assert sample_text("ตลาดประชารัฐมีร้านโชห่วย 12 ร้าน และร้านซูชิ 1 ร้าน") is None


def test_a_prompt_beside_real_words_is_no_sample() -> None:
    told = "ดูตัวอย่างข้อความในหนังสือมอบอำนาจ ผู้ยื่นคำขอต้องกรอกให้ครบทุกช่องก่อนนำมายื่นที่งานทะเบียน"
    assert sample_text(told) is None
