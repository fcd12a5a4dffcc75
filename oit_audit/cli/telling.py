"""`--notify`: who is told of an audit, when, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from oit_audit.cli.audits import saved_audit, whole
from oit_audit.cli.console import INTERRUPTED, say
from oit_audit.errors import UnreachableError, UsageError
from oit_audit.model import Audit, Changes, Language, Notice
from oit_audit.notify import Receiver, receivers, send
from oit_audit.report import notice, notice_of_silence, plain
from oit_audit.report.change import is_news, notice_of_change
from oit_audit.store import changes, is_same_site
from oit_audit.words import worded


class When(StrEnum):
    """When somebody is told."""

    ALWAYS = "always"
    CHANGE = "change"
    """Something differs from the earlier audit, beside what could only not be looked at."""

    FAILURE = "failure"
    """A threshold is not met, or not everything was seen."""


Notify = Annotated[
    list[str] | None,
    typer.Option(
        "--notify",
        metavar="URL",
        help="ส่งสรุปผลไปยังที่อยู่ตามแบบของ apprise (สั่งซ้ำได้) · send the result there, an address"
        " as apprise writes it; repeatable.",
    ),
]
NotifyOn = Annotated[
    When,
    typer.Option(
        help="ส่งทุกครั้ง เมื่อเปลี่ยนแปลง หรือเมื่อไม่ผ่านหรือตรวจไม่ครบ · always, when something has"
        " changed, or when the command ends with 1 or 3."
    ),
]
Compare = Annotated[
    Path | None,
    typer.Option(
        metavar="OLD.json",
        help="ผลการตรวจครั้งก่อน เพื่อส่งสิ่งที่เปลี่ยนแปลง · the earlier audit: --notify tells what has"
        " changed since then.",
    ),
]


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told of what."""

    to: tuple[Receiver, ...] = ()
    when: When = When.ALWAYS
    old: Audit | None = None
    """The earlier audit."""

    def of_audit(self, audit: Audit, code: int, language: Language) -> None:
        """Tell of an audit that ends the command with `code`, where that is wanted."""
        if not self.to or code == INTERRUPTED:
            return
        if self.old is not None and is_same_site(self.old, audit):
            self.of_changes(changes(self.old, audit), code, language)
            return
        if self.old is not None:
            say(
                "--compare: ผลการตรวจครั้งก่อนเป็นของเว็บไซต์อื่น · the earlier audit is of another"
                f" website: {plain(self.old.organisation.url, 100)}"
            )
        self._tell(notice(audit, language), code, is_changed=True)

    def of_changes(self, found: Changes, code: int, language: Language) -> None:
        """Tell of what differs between two audits, where that is wanted."""
        if self.to:
            self._tell(notice_of_change(found, language), code, is_changed=is_news(found))

    @contextmanager
    def of_silence(self, home: str, language: Language) -> Iterator[None]:
        """Tell that the first page never came, when inside the block it does not."""
        try:
            yield
        except UnreachableError as error:
            if self.to:
                why = error.th if language == "th" else error.en
                said = notice_of_silence(home, why, language)
                self._tell(said, error.exit_code, is_changed=False)
            raise

    def _tell(self, said: Notice, code: int, *, is_changed: bool) -> None:
        wanted = {When.ALWAYS: True, When.CHANGE: is_changed, When.FAILURE: code in (1, 3)}
        if not wanted[self.when]:
            return
        for failed in send(said, self.to):
            reason = f": {failed.reason}" if failed.reason else ""
            say(f"ส่งข้อความไม่สำเร็จ · a message was not taken by {failed.label}{reason}")


NOBODY = Telling()
"""Nobody is told."""


def telling(urls: Iterable[str] | None, when: When, compare: Path | None) -> Telling:
    """Return who is told of an audit, before any work is done.

    Args:
        urls: Of those who are told.
        when: When they are.
        compare: File of the earlier audit.

    Raises:
        UsageError: what was said does not go together, the library is missing, or an address is
            not understood.
        InputError: the earlier audit cannot be read.
    """
    to = receivers(urls or ())
    if compare is not None and not to:
        raise UsageError(
            worded("--compare goes with --notify URL"),
            hint=worded("to compare two audits: oit-audit diff OLD.json NEW.json"),
        )
    if to and when is When.CHANGE and compare is None:
        raise UsageError(
            worded("--notify-on change goes with --compare OLD.json"),
            hint=worded("say what to compare with"),
        )
    return Telling(to, when, None if compare is None else whole(saved_audit(compare))[0])


def telling_of_changes(urls: Iterable[str] | None, when: When) -> Telling:
    """Return who is told of what differs between two audits, before they are compared.

    Raises:
        UsageError: the library is missing, or an address is not understood.
    """
    return Telling(receivers(urls or ()), when)
