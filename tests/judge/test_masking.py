"""Numbers of people are taken out of all that is judged or told, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from oit_audit.judge import masked_audit, masked_documents
from oit_audit.model import (
    Block,
    Conclusion,
    Considered,
    DeadEndKind,
    Document,
    Form,
    Link,
    Media,
    Picture,
    Section,
    Signal,
    Table,
    Text,
    Unopened,
    Weighed,
    YearSeen,
)
from oit_audit.thai import close_digits
from tests.judge.people import citizen, grouped
from tests.report.audits import every_status

NUMBER = citizen(Random(5))
SHOWN = f"{NUMBER[0]}-xxxx-xxxxx-{NUMBER[10:12]}-{NUMBER[12]}"
URL = f"https://town.example/{NUMBER}.pdf"


def sheet(words: str) -> Document:
    """Return a document that says `words` wherever a document can."""
    return Document(
        URL,
        URL,
        Media.WEBPAGE,
        words,
        blocks=(Block(words, "p"), Block("อื่นๆ", "p")),
        tables=(Table((("ชื่อ", words),), "table 1", caption=words),),
        pictures=(Picture(URL, words, "img", near=words),),
        links=(Link(URL, words, words, words, (words,)),),
        forms=(Form(URL, "get", (), (words,), "form"),),
        sections=(Section("", -1, 0), Section(words, 0, 1)),
        file_name=words,
        members=(Document(URL, URL, Media.PDF, words),),
        sha256=NUMBER * 4,
    )


def test_a_known_number_goes_wherever_a_document_can_say_it() -> None:
    (masked,) = masked_documents((sheet(f"นายมานะ {grouped(NUMBER)} ค่ะ"),), frozenset({NUMBER}))

    assert masked == sheet(f"นายมานะ {SHOWN} ค่ะ")


def test_addresses_stay_so_that_pages_still_lead_to_each_other() -> None:
    (masked,) = masked_documents((sheet("-"),), frozenset({NUMBER}))

    assert (masked.url, masked.links[0].url, masked.sha256) == (URL, URL, NUMBER * 4)


def test_a_document_without_the_numbers_is_given_back_itself() -> None:
    document = sheet("โทร 081-234-5678 เลขที่โครงการ 66017123456")

    (masked,) = masked_documents((document,), frozenset({NUMBER}))

    assert masked is document


def test_a_number_inside_a_longer_one_is_another_number() -> None:
    document = sheet(f"รหัส {NUMBER}99 และ 12{NUMBER}")

    assert masked_documents((document,), frozenset({NUMBER})) == (document,)


@given(st.text("กข 1-\n.๑", max_size=40), st.sampled_from(["", "-", " ", " - ", "\u200b"]))
def test_however_it_is_written_it_goes(around: str, gap: str) -> None:
    words = f"{around} ก {gap.join(NUMBER)} ข {around}"

    (masked,) = masked_documents((sheet(words),), frozenset({NUMBER}))

    assert not any(NUMBER in run for run in close_digits(masked.title, 13))
    assert masked.title.startswith(f"{around} ก ")


def test_an_account_shows_its_last_three_digits() -> None:
    (masked,) = masked_documents((sheet("เลขที่บัญชี 123-4-56789-0"),), frozenset({"1234567890"}))

    assert masked.title == "เลขที่บัญชี xxx-x-xxx89-0"


def test_numbers_of_people_stand_nowhere_behind_a_verdict() -> None:
    words = f"ประวัตินายมานะ เลขประจำตัวประชาชน {grouped(NUMBER)}"
    sentence = Text(words, words)
    address = f"https://town.example/{NUMBER}.pdf"
    one = Weighed(
        address,
        Conclusion.REJECTED,
        title=words,
        label=words,
        click_path=("หน้าหลัก", words),
        hub=address,
        reason=sentence,
        signals=(Signal("own_title", 1.0, words),),
        years=(YearSeen("title", "fiscal", (2566,), words),),
    )
    end = Unopened(address, words, 1.0, address, (words,), DeadEndKind.NOT_SEEN, sentence)
    audit = every_status()
    told = replace(audit.verdicts[0], considered=Considered("x", (), (one,), (end,)))

    masked = masked_audit(replace(audit, verdicts=(told,)), frozenset({NUMBER}))

    assert NUMBER not in "".join(character for character in repr(masked) if character.isdigit())
    assert "นายมานะ" in repr(masked.verdicts[0].considered)
