"""Cross-validation takes away what only one source teaches, and no more."""

from __future__ import annotations

from oit_audit.match import Reading, Wordbook
from oit_audit.model import Sureness
from tests.match.crossval import NONE, read_all, validated
from tests.match.labelled import Labelled, label

BOOK = Wordbook(
    aspects={"plan": ("แผนงานใหญ่",), "boat": ("เรือยาว",), "temple": ("วัดวา",), "race": ("แข่งขัน",)},
    hides={},
    filler=(),
    silent=frozenset(),
    acts=frozenset({"plan"}),
    neutral=(),
    titles={"boats": ("เรือยาว",), "temples": ("วัดวา",)},
    readings=(Reading("boats", ("boat",)), Reading("temples", ("temple",), frozenset({"plan"}))),
)
BOATS = label("เรือยาว", "link", ["boats"], "north")
TEMPLES = label("แผนงานใหญ่วัดวา", "link", ["temples"], "north")
MORE_TEMPLES = label("วัดวา", "link", ["temples"], "south")
NOTHING = label("ดอกไม้", "link", ["none"], "south")
LABELS = [BOATS, TEMPLES, MORE_TEMPLES, NOTHING]


def right(labels: list[Labelled], *beside: Labelled, strict: bool = False) -> dict[str, bool]:
    answers = validated(BOOK, labels, beside, strict=strict).answers
    return {answer.label.text: answer.is_right for answer in answers}


def test_a_word_that_only_one_source_knows_is_taken_from_it() -> None:
    assert read_all(LABELS, None).answers  # the whole lexicon reads anything
    assert right(LABELS) == {"เรือยาว": False, "แผนงานใหญ่วัดวา": False, "วัดวา": True, "ดอกไม้": True}


def test_a_word_that_a_label_beside_knows_stays() -> None:
    assert right(LABELS, label("แข่งเรือยาว", "link", ["boats"]))["เรือยาว"]


def test_strictly_the_same_label_elsewhere_supports_nothing() -> None:
    beside = BOATS._replace(source="")
    assert right(LABELS, beside)["เรือยาว"]
    assert not right(LABELS, beside, strict=True)["เรือยาว"]


def test_the_marks_of_a_concept_count_what_is_wanted_named_and_right() -> None:
    said = validated(BOOK, LABELS)
    marks = said.by_concept()

    assert (marks["temples"].wanted, marks["temples"].named, marks["temples"].right) == (2, 1, 1)
    assert marks["temples"].recall == 0.5
    assert marks["temples"].precision == 1
    assert marks["boats"].f1 == 0
    assert marks[NONE].precision == 1 / 3
    assert said.accuracy == 0.5
    assert said.precision == 1


def test_confusions_come_with_their_texts_the_most_frequent_first() -> None:
    assert validated(BOOK, LABELS).confusions() == [
        ("boats", NONE, ("เรือยาว",)),
        ("temples", NONE, ("แผนงานใหญ่วัดวา",)),
    ]


def test_every_answer_is_counted_under_its_confidence() -> None:
    said = validated(BOOK, LABELS)

    counted = said.calibration()

    assert sum(given for _, given in counted.values()) == len(LABELS)
    assert counted[Sureness.HIGH][0] >= 1
    assert {source: len(each.answers) for source, each in said.by_source().items()} == {
        "north": 2,
        "south": 2,
    }
