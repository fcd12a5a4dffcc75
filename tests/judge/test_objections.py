"""Links and pages that cannot be the evidence: front doors, share buttons, logins."""

from __future__ import annotations

import pytest

from oit_audit.model import Status
from tests.judge.cases import TOWN
from tests.judge.towns import verdict_on

LABEL = "Social Network"
NO_ACCOUNTS = {
    "icons without an address": "<a href='#'><img src='/i/fb.png' alt='Facebook'></a> "
    "<a href=''><img src='/i/line.png' alt='LINE'></a> <a href='javascript:;'>YouTube</a>",
    "front doors": "<a href='https://www.facebook.com/'>Facebook</a> "
    "<a href='https://line.me/'>LINE</a> <a href='https://www.youtube.com'>YouTube</a>",
    "share buttons": "<a href='https://www.facebook.com/sharer/sharer.php?u=http://town.test'>"
    "Facebook</a> <a href='https://twitter.com/intent/tweet?url=x'>Twitter</a> "
    "<a href='https://social-plugins.line.me/lineit/share?url=x'>LINE</a>",
    "home page of a visitor": "<a href='https://www.facebook.com/home.php'>Facebook</a>",
}
ACCOUNTS = {
    "a page": "<a href='https://www.facebook.com/thungsommut'>Facebook</a> <a href='#'>LINE</a>",
    "an account by number": "<a href='https://www.facebook.com/profile.php?id=100012345'>FB</a>",
    "a link that was shared": "<a href='https://www.facebook.com/share/1AbCdEfGh/'>Facebook</a>",
    "friends in LINE": "<a href='https://line.me/R/ti/p/@thungsommut'>LINE</a>",
}


@pytest.mark.parametrize("name", NO_ACCOUNTS)
def test_a_network_that_is_only_named_is_no_account(name: str) -> None:
    pages = {"/item": f"<h1>O9 {LABEL}</h1><p>{NO_ACCOUNTS[name]}</p>"}

    assert _networks(pages) is Status.MISSING


@pytest.mark.parametrize("name", ACCOUNTS)
def test_an_account_is_one(name: str) -> None:
    assert _networks({"/item": f"<h1>O9 {LABEL}</h1><p>{ACCOUNTS[name]}</p>"}) is Status.MET


def _networks(pages: dict[str, str]) -> Status:
    return verdict_on("social_network", LABEL, pages).status


LOGIN = (
    "<p>{title}</p><form method='post'>ผู้ใช้ <input name='u'> รหัสผ่าน <input type='password' name='p'>"
    "<input type='submit' value='ตกลง'></form>"
)


@pytest.mark.parametrize("title", ["เข้าสู่ระบบเจ้าหน้าที่", "สำหรับเจ้าหน้าที่ของหน่วยงาน", TOWN])
def test_what_lies_behind_a_login_is_missing(title: str) -> None:
    label = "แผนปฏิบัติการป้องกันการทุจริต"
    found = verdict_on("anticorruption_plan", label, {"/item": LOGIN.format(title=title)})

    assert found.status is Status.MISSING
    assert any("it is a login" in rejected.reason.en for rejected in found.rejected)
