"""What themes, builders and templates come with: filler, sample numbers, stand-ins for photos."""

from __future__ import annotations

import re

from oit_audit.thai.light import light
from oit_audit.thai.normalize import fold
from oit_audit.thai.phrases import Finder

_FILLER = Finder(
    (
        "lorem ipsum", "dolor sit amet", "consectetur adipiscing", "sed do eiusmod",
        "ut enim ad minim", "quis nostrud exercitation", "duis aute irure", "excepteur sint",
        "cillum dolore", "mollit anim id est", "ลอเร็มอิปซัม", "ลอเรม อิปซัม",
        "this is your first post", "this is an example of a wordpress page",
        "this is an example page", "it's different from a blog post",
        "hi, this is a comment. to get started with moderating",
        "ยินดีต้อนรับสู่เวิร์ดเพรส", "นี่คือเรื่องแรกของคุณ", "นี่คือโพสต์แรกของคุณ", "นี่คือตัวอย่างหน้า",
        "your content goes here", "your title goes here", "edit or remove this text inline",
        "click here to add your own text", "add your own text and edit me", "double click to edit",
        "add your heading text here", "click edit button to change this text",
        "this is a great place to tell", "congratulations! you have a joomla",
        "it's easy to get started creating your website", "this is a sample blog post",
        "no front page content has been created yet", "use this space to tell",
        "ใส่เนื้อหาของท่านที่นี่", "ใส่เนื้อหาของคุณที่นี่", "ใส่เนื้อหาที่นี่", "คลิกที่นี่เพื่อเพิ่มข้อความ",
        "คลิกเพื่อแก้ไขข้อความ", "ดับเบิลคลิกเพื่อแก้ไข",
    )
)  # fmt: skip
"""Sentences that nobody writes who fills a page."""

_PROMPTS = Finder(
    (
        "hello world", "สวัสดีชาวโลก", "sample page", "sample text", "your text here",
        "enter text here", "insert text here", "just another wordpress site", "ตัวอย่างเนื้อหา",
        "เนื้อหาตัวอย่าง", "ข้อความตัวอย่าง", "ตัวอย่างข้อความ", "พิมพ์ข้อความที่นี่", "พิมพ์ข้อความของคุณที่นี่",
        "กรอกข้อความที่นี่", "กรอกข้อความของคุณที่นี่", "กรอกรายละเอียดที่นี่", "ใส่ข้อความที่นี่",
        "ใส่ข้อความของคุณที่นี่", "ใส่รายละเอียดที่นี่", "ใส่ข้อมูลที่นี่", "เพิ่มข้อความที่นี่", "ชื่อหน้าเว็บของคุณ",
        "your page title", "untitled page", "หน้าตัวอย่าง", "บทความตัวอย่าง", "ข้อมูลตัวอย่าง",
        "this is the heading", "add your text",
    )
)  # fmt: skip
"""What asks for words; a sample only where little else stands."""

_BESIDE_PROMPTS = 60
"""Folded letters beside prompts from which a page says something of its own."""

_LOANS = Finder(
    (
        "โชห่วย", "ฮันนีมูน", "แซลมอน", "ซูชิ", "ซาดิสต์", "ฮ่องเต้", "แพนด้า", "พาสเจอร์ไรส์",
        "มอยส์เจอไรเซอร์", "เกสต์เฮาส์", "แพทเทิร์น", "ฮากกา", "แซ็กโซโฟน", "แซกโซโฟน",
        "ซิมโฟนี", "เทรลเล่อร์", "แฮปปี้", "ฮัลโลวีน", "คาปูชิโน", "เอสเพรสโซ", "สตรอเบอร์รี",
        "ราสเบอร์รี", "แคนยอน", "มายองเนส", "แฟรนไชส์", "บอดี้", "วานิลลา", "คอลเลกชั่น",
        "เซ็กซี่", "ป็อปคอร์น", "ช็อปปิ้ง", "สเตเดียม", "ซัพพลายเออร์", "ดีพาร์ตเมนต์",
        "ดีพาร์ทเมนท์", "มาเฟีย", "สไปเดอร์", "เทวาธิราช", "วอลนัต", "บร็อกโคลี", "ชาร์ป",
        "อพาร์ทเมนท์", "โปรโมเตอร์", "เซอร์ไพรส์", "แคชเชียร์", "ไลน์อัพ", "แทงโก้",
        "ยิมนาสติก", "รันเวย์", "แซมบ้า", "บาร์บี้", "ซันตาคลอส", "เฟอร์รี่",
    )
)  # fmt: skip
_LOANS_IN_FILLER = 5
"""Different fashionable loan words that only a generator of Thai filler puts together."""


def sample_text(text: str) -> str | None:
    """Return the words of `text` that show that nobody has filled it yet; None when there are none.

    >>> sample_text("โครงสร้าง Lorem Ipsum dolor sit amet")
    'Lorem Ipsum'
    >>> sample_text("แผนดำเนินงานประจำปีของเทศบาล") is None
    True
    """
    filler = _FILLER.first(text)
    if filler is not None:
        return filler.quote
    loans = {hit.phrase: hit.quote for hit in _LOANS.all(text)}
    if len(loans) >= _LOANS_IN_FILLER:
        return " ".join(loans.values())
    prompts = _PROMPTS.all(text)
    covered = {place for hit in prompts for place in range(hit.start, hit.end)}
    if prompts and len(fold(text)) - len(covered) < _BESIDE_PROMPTS:
        return prompts[0].quote
    return None


_WILD = re.compile(r"[x*#_?•]{3,}|x[x\s()-]{2,}x")
_RUN = 6
"""Last digits that make a number a sample: all the same, or counted up or down."""

_COUNTED = ("01234567890", "09876543210")
_FICTION = re.compile(
    r"\s{0,3}\(?\+?\s{0,3}1?[\s().-]{0,3}(?:\d{3}[\s().-]{0,3})?555[\s().-]{1,3}\d"
)
_FICTION_DIGITS = 10
"""Digits from which `555` is the exchange of films, not a part of a Thai number."""


def is_sample_phone(number: str) -> bool:
    """Is this one telephone number, as a page writes it, a sample and nobody's?

    >>> is_sample_phone("0-0000-0000"), is_sample_phone("0xx-xxx-xxxx")
    (True, True)
    >>> is_sample_phone("0 5620 3118"), is_sample_phone("1567")
    (False, False)
    """
    written = light(number)
    if _WILD.search(written):
        return True
    digits = "".join(filter(str.isdigit, written))
    if len(digits) >= _FICTION_DIGITS and not digits.startswith("0") and _FICTION.match(written):
        return True
    if len(digits) <= _RUN:
        return False
    last = digits[-_RUN:]
    return len(set(last)) == 1 or any(last in counted for counted in _COUNTED)


_NAMELESS = (
    r"examples?|(?:your|my|some|the)[-_]?(?:e?mail|name|user|site|domain|company|organi[sz]ation)?"
    r"|name|firstname|user(?:name)?|someone|somebody|sample|demo|test(?:er|ing)?|dummy|abc|xxx+|e?mail"
    r"|admin|info|contact"
)
_NOBODY = re.compile(
    r"examples?\d*|(?:your|my|some)[-_]?(?:e?mail|name|user|site|domain|company)|name|firstname"
    r"|user(?:name)?|someone|somebody|sample|demo|test|dummy|abc|xxx+"
)
_NO_DOMAIN = re.compile(
    r"(?:[\w-]{1,40}\.)?(?:example|yours?[-_]?(?:domain|site|website|company|mail|email|name|organi[sz]ation)?"
    r"|my[-_]?(?:domain|site|website|company)|domain(?:name)?|company(?:name)?|website|sample|demo|test"
    r"|localhost|xxx+|themeforest|yourdomainname|sitename)(?:\.[a-z.]{2,12})?"
)
_OWNED = re.compile(r"(?:mail|email|gmail|hotmail|yahoo|outlook)\.[a-z.]{2,8}")
_VAGUE_AT = re.compile(r"(?:mail|email|abc|test|xyz|asdf)\.[a-z.]{2,8}")


def is_sample_mail(address: str) -> bool:
    """Is this mail address a sample and nobody's?

    >>> is_sample_mail("info@yourdomain.com"), is_sample_mail("mail@mail.com")
    (True, True)
    >>> is_sample_mail("info@nongsommut.go.th"), is_sample_mail("nongsommut@gmail.com")
    (False, False)
    """
    name, _, domain = light(address).strip().removeprefix("mailto:").partition("@")
    if _NO_DOMAIN.fullmatch(domain):
        return True
    if _VAGUE_AT.fullmatch(domain) and re.fullmatch(_NAMELESS, name):
        return True
    return bool(_OWNED.fullmatch(domain) and _NOBODY.fullmatch(name))


_STAND_IN = re.compile(
    r"no[\s_-]?(?:image|img|photo|pic|avatar|user|profile)|avatar|default|placeholder|dummy"
    r"|silhouette|anonym|unknown|sample|\bdemo\b|image[\s_-]?not[\s_-]?(?:found|available)|coming[\s_-]?soon"
    r"|\b(?:user|person|man|woman|people|profile|member)(?:\.(?:png|svg|gif|jpe?g|webp)|\d\.(?:png|svg|gif))"
    r"|\b\d{2,4}x\d{2,4}\.(?:png|svg|gif|jpe?g|webp)$|ไม่มี(?:รูป|ภาพ)|รอ(?:รูป|ภาพ)|ภาพตัวอย่าง",
    re.IGNORECASE,
)
_STAND_IN_HOST = re.compile(
    r"//(?:www\.)?(?:via\.placeholder\.com|placehold\.(?:it|co|jp)|placeholder\.com|placeimg\.com"
    r"|dummyimage\.com|picsum\.photos|lorempixel\.com|loremflickr\.com|fakeimg\.pl|placekitten\.com"
    r"|pravatar\.cc|i\.pravatar\.cc|randomuser\.me|ui-avatars\.com)",
    re.IGNORECASE,
)


def is_sample_picture(address: str, alt: str = "") -> bool:
    """Does a picture stand in for one that is still to come, by its address and its words?

    >>> is_sample_picture("https://via.placeholder.com/150"), is_sample_picture("/img/no-image.png")
    (True, True)
    >>> is_sample_picture("/uploads/imagine.jpg", "นายกเทศมนตรี")
    False
    """
    if _STAND_IN_HOST.search(address):
        return True
    file_name = address.partition("?")[0].rpartition("/")[2]
    return _STAND_IN.search(f"{alt} {file_name}") is not None
