"""A town that fails exactly the twelve items of a published score sheet of fiscal year 2565.

It is the sample site `oldphp` with what is wanting put in, an old activity and shorter criteria.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.worlds import HTML, SITES

YEAR, TODAY = "2565", "2022-04-20"
FAILING = ("o2", "o15", "o17", "o23", "o24", "o27", "o29", "o35", "o36", "o37", "o38", "o41")
IIT, EIT = "91.70,86.67,86.70,79.64,83.11", "75.76,80.18,73.62"
"""As the sheet has them: the whole is 77.99 points, level B."""

_NAME = "องค์การบริหารส่วนตำบลห้วยสมมติ"

_NEW = {
    "/index.php?link=half": (
        "รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน ปีงบประมาณ 2565",
        (
            "<p>"
            "รายงานการกำกับติดตามการดำเนินงานประจำปีงบประมาณ พ.ศ. 2565 รอบ 6 เดือน (ต.ค. 64 - มี.ค. 65)"
            "</p><table><tr><th>โครงการ</th><th>ความก้าวหน้า</th></tr><tr><td>ซ่อมถนนหมู่ 3"
            "</td><td>แล้วเสร็จ ร้อยละ 100</td></tr><tr><td>ขุดลอกคลอง</td><td>"
            "อยู่ระหว่างดำเนินการ</td></tr></table>"
        ),
    ),
    "/index.php?link=spent": (
        "รายงานผลการใช้จ่ายงบประมาณประจำปี 2564",
        (
            "<p>รายงานผลการใช้จ่ายงบประมาณประจำปีงบประมาณ พ.ศ. 2564</p><table><tr><th>แผนงาน"
            "</th><th>งบประมาณ</th><th>เบิกจ่าย</th></tr><tr><td>บริหารงานทั่วไป</td><td>"
            "9,000,000.00</td><td>8,412,300.00</td></tr><tr><td>เคหะและชุมชน</td><td>"
            "4,000,000.00</td><td>3,955,120.00</td></tr></table>"
        ),
    ),
    "/index.php?link=hrdone": (
        "การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล ปีงบประมาณ 2565",
        (
            "<p>"
            "การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล ประจำปีงบประมาณ พ.ศ. 2565"
            " รอบ 6 เดือน (ต.ค. 64 - มี.ค. 65)"
            "</p><table><tr><th>นโยบาย</th><th>ผลการดำเนินการ</th><th>งบประมาณที่ใช้</th>"
            "</tr><tr><td>สรรหาพนักงานจ้าง</td><td>ดำเนินการแล้ว บรรจุ 2 อัตรา</td><td>"
            "ไม่ใช้งบประมาณ</td></tr><tr><td>ฝึกอบรมพนักงาน</td><td>อยู่ระหว่างดำเนินการ</td>"
            "<td>12,000.00</td></tr></table>"
        ),
    ),
    "/index.php?link=hryear": (
        "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี 2564",
        (
            "<p>รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปีงบประมาณ พ.ศ. 2564</p><table>"
            "<tr><th>เรื่อง</th><th>ผล</th><th>ปัญหา</th><th>ข้อเสนอแนะ</th></tr><tr><td>"
            "การสรรหา</td><td>สรรหาได้ครบ</td><td>ไม่มี</td><td>ประกาศให้เร็วขึ้น</td></tr>"
            "<tr><td>การพัฒนาบุคลากร</td><td>อบรม 24 คน</td><td>งบน้อย</td><td>อบรมออนไลน์"
            "</td></tr></table>"
        ),
    ),
    "/index.php?link=measure": (
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ 2565",
        (
            "<p>มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2565"
            "</p><p>"
            "การวิเคราะห์ผลการประเมิน ITA ปี 2564: ประเด็นที่ต้องพัฒนาคือการเปิดเผยข้อมูล</p>"
            "<table><tr><th>มาตรการ</th><th>ขั้นตอน วิธีการ</th><th>ผู้รับผิดชอบ</th><th>"
            "การกำกับติดตามและรายงานผล</th></tr><tr><td>เผยแพร่ข้อมูลให้ครบ</td><td>"
            "ประชุม มอบหมาย เผยแพร่</td><td>สำนักปลัด</td><td>รายงานทุกเดือน</td></tr>"
            "</table>"
        ),
    ),
    "/index.php?link=measured": (
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ 2565",
        (
            "<p>"
            "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2565"
            "</p><table><tr><th>มาตรการ</th><th>ผลการดำเนินการ</th><th>ผู้รับผิดชอบ</th></tr>"
            "<tr><td>เผยแพร่ข้อมูลให้ครบ</td><td>ดำเนินการแล้ว เมื่อ 10 มกราคม 2565</td><td>"
            "สำนักปลัด</td></tr></table>"
        ),
    ),
}
"""Pages that `oldphp` does not have: their titles, and what they say below."""


def town(folder: Path) -> Path:
    """Return the folder of the site, written below `folder`."""
    site = folder / "twelve"
    shutil.copytree(SITES / "oldphp", site)
    said = json.loads((site / "site.json").read_text(encoding="utf-8"))
    for number, (address, (title, body)) in enumerate(_NEW.items()):
        (site / "www" / f"new{number}.html").write_text(
            f"<!doctype html><html lang='th'><title>{title}</title><h1>{title}</h1>{body}"
            f"<p>{_NAME}</p></html>",
            encoding="utf-8",
        )
        said["routes"][address] = {"file": f"new{number}.html", "type": HTML}
    (site / "site.json").write_text(json.dumps(said), encoding="utf-8")
    links = "".join(f'<a href="{url[1:]}">{title}</a><br>' for url, (title, _) in _NEW.items())
    links += '<a href="https://www.facebook.com/huaisommut">Facebook อบต.ห้วยสมมติ</a><br>'
    _change(site, "/menu.php", "</body>", f"{links}</body>")
    _change(site, "/index.php?link=contact", "<br>E-mail", "<br>โทรสาร 0-4000-0213<br>E-mail")
    _change(site, "/index.php?link=show&id=30", "17 กุมภาพันธ์ 2565", "17 กุมภาพันธ์ 2564")
    _change(site, "/index.php?link=news", "17/02/2565", "17/02/2564")
    _change(site, "/index.php?link=rule", "<b>การให้คุณให้โทษและการสร้างขวัญกำลังใจ</b>", "<!--")
    _change(site, "/index.php?link=rule", "ลงโทษทางวินัยตามระเบียบ", "-->")
    return site


def complete_executives(site: Path) -> None:
    """Add what the page of executives lacks."""
    for name in ("นายกองค์การบริหารส่วนตำบลห้วยสมมติ", "รองนายก อบต.", "ปลัด อบต.", "ผู้อำนวยการกองคลัง"):
        _change(site, "/index.php?link=boss", f"{name}</td>", f"{name}<br>โทร 0-4000-0212</td>")


def _change(site: Path, address: str, old: str, new: str) -> None:
    """Write `new` for `old` in the page at `address`, in its own encoding."""
    said = json.loads((site / "site.json").read_text(encoding="utf-8"))
    path = site / "www" / said["routes"][address]["file"]
    text = path.read_bytes().decode("cp874")
    assert old in text, (address, old)
    path.write_bytes(text.replace(old, new).encode("cp874"))
