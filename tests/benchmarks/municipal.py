"""A municipal site of any size, the same every time: what the benchmarks visit.

A page has about 41 KB, 700 to 870 nodes and 80 to 140 links: a menu, a side bar, a list or a
table, some text, scripts. Its lists are paged, and everything can be reached from the home page.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

PAGE_BYTES = 41_000
_ON_A_LIST = 20
_ENTRIES = 48
_MENU_NAMES = (
    "หน้าหลัก", "ข้อมูลหน่วยงาน", "โครงสร้างองค์กร", "คณะผู้บริหาร", "สมาชิกสภา", "อำนาจหน้าที่",
    "แผนพัฒนาท้องถิ่น", "แผนดำเนินงาน", "ข้อบัญญัติงบประมาณ", "กฎหมายที่เกี่ยวข้อง",
    "คู่มือประชาชน", "การบริหารทรัพยากรบุคคล", "นโยบายผู้บริหาร", "การป้องกันการทุจริต",
    "มาตรการส่งเสริมคุณธรรม", "รายงานผลการดำเนินงาน",
)  # fmt: skip
SECTIONS = {
    "news": "ข่าวประชาสัมพันธ์", "activity": "ภาพกิจกรรม", "procure": "ประกาศจัดซื้อจัดจ้าง",
    "price": "ประกาศราคากลาง", "winner": "ประกาศผู้ชนะการเสนอราคา", "job": "รับสมัครงาน",
    "order": "คำสั่งเทศบาล", "rule": "ระเบียบและข้อบังคับ", "council": "รายงานการประชุมสภา",
    "tax": "ภาษีท้องถิ่น", "health": "งานสาธารณสุข", "report": "รายงานประจำเดือน",
}  # fmt: skip
_TEXT = (
    "โครงการ ก่อสร้าง ถนน คอนกรีต เสริมเหล็ก หมู่ที่ ปรับปรุง ซ่อมแซม อาคาร สำนักงาน เทศบาล ตำบล "
    "อำเภอ จังหวัด ประชาชน ผู้สูงอายุ เด็กเล็ก ศูนย์พัฒนา การศึกษา วัฒนธรรม ประเพณี สิ่งแวดล้อม "
    "ขยะมูลฝอย น้ำประปา ไฟฟ้า สาธารณะ งบประมาณ รายจ่าย ประจำปี ไตรมาส รายงาน ผลการดำเนินงาน "
    "แผนงาน ประกาศ สอบราคา ประกวดราคา อิเล็กทรอนิกส์ วิธีเฉพาะเจาะจง จัดซื้อ จัดจ้าง วัสดุ ครุภัณฑ์ "
    "คอมพิวเตอร์ รถยนต์ น้ำมัน เชื้อเพลิง คณะกรรมการ ตรวจรับ พัสดุ ประชุม สมัยสามัญ วิสามัญ สภา "
    "นายก ปลัด ผู้อำนวยการ กองคลัง กองช่าง กองสาธารณสุข ป้องกัน บรรเทา สาธารณภัย อุทกภัย ภัยแล้ง "
    "วัคซีน พิษสุนัขบ้า ไข้เลือดออก รณรงค์ ฝึกอบรม อาชีพ สตรี เกษตรกร ตลาด ชุมชน คุณธรรม โปร่งใส"
)
_WORDS = _TEXT.split()
_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
    "ธ.ค.",
)  # fmt: skip
_STYLE = "\n".join(
    f".block-{i} .title{{color:#{i:03d};padding:{i % 9}px;margin:0 auto;border-bottom:1px solid}}"
    for i in range(30)
)
_SCRIPT = "\n".join(
    f"  window.dataLayer.push({{'event':'view{i}','category':'municipal','value':{i * 37}}});"
    for i in range(20)
)


def build(folder: Path, pages: int) -> None:
    """Write a site of exactly `pages` pages below `folder`, the home page among them."""
    details = pages - 1 - _ENTRIES
    share, left = divmod(details, len(SECTIONS))
    latest: list[str] = []
    for number, section in enumerate(SECTIONS):
        mine = share + (number < left)
        lists = next(n for n in range(1, mine + 2) if mine - n <= n * _ON_A_LIST)
        titles = [_title(section, index) for index in range(mine - lists)]
        (folder / section).mkdir()
        for page in range(lists):
            text = _page(f"{section} list {page}", SECTIONS[section], _list(section, page, titles))
            (folder / section / f"list-{page + 1}.html").write_bytes(text)
        for index, title in enumerate(titles):
            body = _detail(section, index, titles)
            text = _page(f"{section} detail {index}", title, body)
            (folder / section / f"{index + 1}.html").write_bytes(text)
        latest += [_link(section, index, title) for index, title in enumerate(titles[:5])]
    for number in range(_ENTRIES):
        text = _page(f"entry {number}", _entry(number), _article(f"entry {number}"))
        (folder / f"page-{number}.html").write_bytes(text)
    home = "".join(f"<li class='news-item'>{link}</li>" for link in latest)
    (folder / "index.html").write_bytes(_page("home", "เทศบาลตำบลตัวอย่าง", f"<ul>{home}</ul>"))


def _sentence(chance: Random, words: int) -> str:
    return "".join(chance.choices(_WORDS, k=words))


def _title(section: str, index: int) -> str:
    chance = Random(f"{section} title {index}")
    return f"{SECTIONS[section]} {_sentence(chance, 4)} ครั้งที่ {index + 1}/2566"


def _entry(number: int) -> str:
    name = _MENU_NAMES[number % len(_MENU_NAMES)]
    return name if number < len(_MENU_NAMES) else f"{name} {2563 + number // len(_MENU_NAMES)}"


def _link(section: str, index: int, title: str) -> str:
    return f'<a href="/{section}/detail.php?id={index + 1}" title="{title}">{title}</a>'


def _menu() -> str:
    entries = [(f"/page-{number}.html", _entry(number)) for number in range(_ENTRIES)]
    entries += [(f"/{key}/list.php?page=1", name) for key, name in SECTIONS.items()]
    groups = []
    for start in range(0, len(entries), 10):
        inner = "\n".join(
            f'<li class="menu-item menu-item-type-post_type"><a class="dropdown-item nav-link" '
            f'href="{url}"><i class="fa fa-angle-right"></i> {name}</a></li>'
            for url, name in entries[start : start + 10]
        )
        groups.append(
            f'<li class="nav-item dropdown" id="menu-{start}"><a class="nav-link dropdown-toggle" '
            f'href="#" data-toggle="dropdown">{_MENU_NAMES[start // 10]}</a>\n'
            f'<ul class="dropdown-menu sub-menu">\n{inner}\n</ul></li>'
        )
    return "\n".join(groups)


_MENU = _menu()
_BANNERS = "\n".join(
    f'<div class="widget widget-{i}"><a href="https://agency{i}.example/" target="_blank">'
    f'<img src="/images/banner{i}.jpg" alt="{_WORDS[i]}" width="200" height="80"></a></div>'
    for i in range(10)
)


def _list(section: str, page: int, titles: list[str]) -> str:
    first = page * _ON_A_LIST
    rows = "\n".join(
        f'<tr class="row{i % 2}"><td class="text-center">{i + 1}</td><td>{_date(i)}</td>'
        f"<td>{_link(section, i, titles[i])}</td>"
        f'<td class="text-right"><span class="badge">{i * 7 % 900}</span></td></tr>'
        for i in range(first, min(first + _ON_A_LIST, len(titles)))
    )
    last = (len(titles) + _ON_A_LIST - 1) // _ON_A_LIST or 1
    near = [n for n in range(page - 3, page + 6) if 1 <= n <= last]
    paging = "".join(
        f'<li class="page-item"><a class="page-link" href="/{section}/list.php?page={n}">'
        f"{n}</a></li>"
        for n in dict.fromkeys([1, *near, last])
    )
    return (
        '<table class="table table-striped"><thead><tr><th>ลำดับ</th><th>วันที่</th><th>เรื่อง</th>'
        f"<th>อ่าน</th></tr></thead><tbody>\n{rows}\n</tbody></table>\n"
        f'<ul class="pagination">{paging}</ul>\n{_article(f"{section} {page}")}'
    )


def _detail(section: str, index: int, titles: list[str]) -> str:
    first = index // _ON_A_LIST * _ON_A_LIST  # no way through all details, which would be long
    others = [i for i in range(first, first + _ON_A_LIST) if i < len(titles) and i != index]
    related = "\n".join(
        f'<li class="media"><span class="date">{_date(i)}</span> '
        f"{_link(section, i, titles[i])}</li>"
        for i in others
    )
    return (
        f'{_article(f"{section} {index}")}<div class="card"><div class="card-header">'
        f'เรื่องที่เกี่ยวข้อง</div><ul class="related">\n{related}\n</ul></div>'
    )


def _article(seed: str) -> str:
    chance = Random(seed)
    rows = "\n".join(
        f"<tr><td>{i + 1}</td><td>{_sentence(chance, 3)}</td>"
        f"<td>{_date(chance.randrange(999))}</td>"
        f'<td class="money">{chance.randrange(9_999_999):,}.00</td></tr>'
        for i in range(30)
    )
    return (
        '<table class="table"><tr><th>ที่</th><th>รายการ</th><th>วันที่</th><th>จำนวนเงิน (บาท)</th></tr>'
        f"\n{rows}\n</table>\n"
    )


def _date(number: int) -> str:
    return f"{number % 28 + 1} {_MONTHS[number % 12]} {2563 + number % 4}"


def _page(seed: str, title: str, main: str) -> bytes:
    before = f"""<!DOCTYPE html>
<html lang="th"><head><meta charset="utf-8"><title>{title} | เทศบาลตำบลตัวอย่าง</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/css/all.css">
<style>{_STYLE}</style><script>{_SCRIPT}</script></head>
<body class="page-template"><header><div class="top"><img src="/images/logo.png" alt="ตราเทศบาล">
<h2 class="site-title">เทศบาลตำบลตัวอย่าง อำเภอเมือง</h2></div></header>
<nav class="navbar"><ul class="navbar-nav">{_MENU}</ul></nav>
<div class="container"><div class="row"><div class="col-md-9"><h1 class="entry-title">{title}</h1>
{main}"""
    after = f"""</div><aside class="col-md-3">{_BANNERS}</aside></div></div>
<footer><p>สำนักงานเทศบาลตำบลตัวอย่าง 99 หมู่ 9 โทร. 0-2999-9999 อีเมล saraban@town.example</p>
<a href="https://www.facebook.com/town.example">Facebook</a></footer>
<script>{_SCRIPT}</script></body></html>
"""
    pieces = [before.encode(), after.encode()]
    size = sum(map(len, pieces))
    chance = Random(seed)
    while size < PAGE_BYTES:
        text = f"<p>{_sentence(chance, 30)} <strong>{_sentence(chance, 3)}</strong></p>\n"
        pieces.insert(-1, text.encode())
        size += len(pieces[-2])
    return b"".join(pieces)
