"""Messages, sent by the real library to a room on loopback."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from importlib.util import find_spec as real_find_spec

import pytest

from oit_audit import notify
from oit_audit.errors import UsageError
from oit_audit.model import Notice, Tone
from oit_audit.notify import receivers, send
from tests.chats import chat_room
from tests.worlds import closed_port

NOTICE = Notice("OIT 2569 เทศบาลตำบลบ้านสวนหมอก", "บรรทัดแรก\n• o12 แผน: ไม่พบ", Tone.WARNING)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a log of ours holds that keeps everything."""
    kept, root = io.StringIO(), logging.getLogger()
    handler, before = logging.StreamHandler(kept), root.level
    root.addHandler(handler)
    root.setLevel(1)
    yield kept
    root.removeHandler(handler)
    root.setLevel(before)


def test_a_message_arrives_as_it_was_written() -> None:
    with chat_room() as room:
        assert send(NOTICE, receivers([room.address])) == ()

    (message,) = room.messages
    assert message["title"] == NOTICE.title
    assert message["message"] == NOTICE.body
    assert message["type"] == "warning"
    assert room.paths == ["/s3cret-t0ken"]


def test_escapes_and_signs_of_a_text_stay_as_they_are() -> None:
    notice = Notice("a", r"C:\new :smile: <b> & %20", Tone.GOOD)
    with chat_room() as room:
        send(notice, receivers([room.address]))
    assert room.messages[0]["message"] == notice.body


def test_every_receiver_is_told_and_whoever_failed_is_named_without_address() -> None:
    with chat_room() as room, chat_room(status=403) as locked:
        gone = f"json://127.0.0.1:{closed_port()}/s3cret-t0ken"
        failed = send(NOTICE, receivers([gone, room.address, locked.address]))

    assert len(room.messages) == 1
    assert [each.label for each in failed] == ["json://…", "json://…"]
    assert "onnection error" in failed[0].reason
    assert "403" in failed[1].reason
    assert "s3cret" not in f"{failed}"


def test_a_service_that_never_ends_its_answer_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notify, "LIMIT_S", 3.0)
    began = time.monotonic()
    with chat_room(never_ends=True) as room:
        (failed,) = send(NOTICE, receivers([room.address]))

    assert failed.reason == "no end of its answer within 3 seconds"
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("bogus://s3cret-t0ken", "bogus://…"),
        ("json://", "json://…"),
        ("slack://s3cret-t0ken/short", "slack://…"),
        ("s3cret-t0ken", "without ://"),
        ("", "without ://"),
        ("\x1b[31m://s3cret-t0ken", "without ://"),
    ],
)
def test_what_is_not_understood_is_refused_without_saying_it(
    url: str, shown: str, log: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError) as refused:
        receivers(["json://127.0.0.1/", url])

    assert str(refused.value) == f"--notify number 2 ({shown}) is not understood"
    assert "tgram://TOKEN/CHAT" in refused.value.hint
    assert "s3cret" not in log.getvalue() + "".join(capfd.readouterr())


def test_no_log_of_ours_learns_an_address(log: io.StringIO) -> None:
    receivers(["tgram://123456789:abcdefg_hijklmnop/12315544/"])
    logging.getLogger("urllib3.connectionpool").debug("POST /bot%s/send", "abcdefg_hijklmnop")
    logging.getLogger("oit_audit").info("ours")
    assert log.getvalue() == "ours\n"


def test_a_receiver_can_be_printed() -> None:
    (receiver,) = receivers(["mailto://user:s3cret@example.go.th"])
    assert repr(receiver) == "Receiver(label='mailto://…')"


def test_what_the_library_complains_of_loses_every_part_of_the_address() -> None:
    secret = "json://someone:p%40ssword@127.0.0.1:9/s3cret-t0ken?key=v4lue"
    said = "to 127.0.0.1/s3cret-t0ken?key=v4lue by someone p@ssword (p%40ssword): refused"
    assert notify._masked(said, secret) == "to …/…?key=… by … p@… (…): refused"


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        notify, "find_spec", lambda name: None if name == "apprise" else real_find_spec(name)
    )
    assert receivers([]) == ()
    with pytest.raises(UsageError, match="apprise, which is not installed") as refused:
        receivers(["json://127.0.0.1/"])
    assert refused.value.hint == 'pip install "oit-audit[notify]"'


def test_a_library_that_fails_is_told_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notify, "_sent", _broken)
    (failed,) = send(NOTICE, receivers(["json://127.0.0.1:9/s3cret-t0ken"]))
    assert failed.reason == "the library failed: RuntimeError"


def _broken(*_: object) -> None:
    raise RuntimeError("s3cret-t0ken")


def test_the_work_of_the_other_process_can_be_done_here() -> None:
    with chat_room() as room, chat_room(status=500) as broken:
        assert notify._sent(receivers([room.address])[0], NOTICE) is None
        complaint = notify._sent(receivers([broken.address])[0], NOTICE)

    assert room.messages[0]["title"] == NOTICE.title
    assert complaint is not None
    assert "500" in complaint
    assert "s3cret" not in complaint


def test_where_no_process_can_be_started_nobody_is_told_and_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(**_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(notify, "ProcessPool", refused)
    (failed,) = send(NOTICE, receivers(["json://127.0.0.1:9/s3cret-t0ken"]))
    assert failed.reason == "Function not implemented"
