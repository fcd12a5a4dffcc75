"""What the words around a long number say that it is, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from oit_audit.thai import PERSON_NAME, Finder, Hit, fold, folded


class Label(StrEnum):
    """What a number is called."""

    CITIZEN = "citizen"
    TAX = "tax"
    """A sole trader's is his citizen number, a company's is nobody's."""

    ACCOUNT = "account"
    TELEPHONE = "telephone"
    OTHER = "other"
    """The number of a contract, a budget, a thing, a parcel, a paper, a place."""

    THING = "thing"
    """What may have such a number, or only be spoken of."""

    COPY = "copy"
    """The card as a paper to bring along, not its number."""


_WORDS: dict[Label, tuple[str, ...]] = {
    Label.CITIZEN: (
        "ประจำตัวประชาชน", "เลขประชาชน", "รหัสประชาชน", "บัตรประชาชน", "บัตรประจำตัว",
        "เลขประจำตัวบัตร", "เลขประจำตัว 13 หลัก", "เลข 13 หลัก", "หมายเลข 13 หลัก",
        "เลขบัตร 13 หลัก", "เลขประจำตัว", "หมายเลขประจำตัว", "รหัสประจำตัว", "ปชช", "บัตร ปชช",
        "เลขบัตร", "เลขที่บัตร", "หมายเลขบัตร", "บัตรประจำตัวคนพิการ", "บัตรคนพิการ",
        "บัตรประจำตัวผู้พิการ", "บัตรผู้พิการ", "เลขประจำตัวคนพิการ", "เลขประจำตัวผู้สูงอายุ",
        "id card", "citizen id", "national id", "identification number", "identity card",
        "personal id", "thai id", "id number", "id no", "citizen number", "citizen no", "cid",
    ),
    Label.TAX: (
        "ผู้เสียภาษี", "ผู้เสียภาษีอากร", "เสียภาษี", "เลขภาษี", "tax id", "taxpayer", "tin",
        "tax no", "ทะเบียนนิติบุคคล", "นิติบุคคล", "ทะเบียนพาณิชย์", "ทะเบียนการค้า",
        "ผู้ประกอบการ", "ผู้ค้า",
    ),
    Label.ACCOUNT: (
        "เลขที่บัญชี", "เลขบัญชี", "หมายเลขบัญชี", "บัญชีเลขที่", "บัญชีธนาคาร", "เลขที่ บ/ช",
        "บ/ช เลขที่", "สมุดบัญชี", "บัญชีเงินฝาก", "account no", "account number", "bank account",
        "a/c no",
    ),
    Label.TELEPHONE: (
        "โทร", "โทรศัพท์", "มือถือ", "เบอร์", "โทรสาร", "แฟกซ์", "tel", "telephone", "phone",
        "mobile", "fax", "พร้อมเพย์", "ไลน์", "line id",
    ),
    Label.OTHER: (
        "คุมสัญญา", "เลขที่สัญญา", "สัญญาเลขที่", "เลขคุมสัญญา", "เลขที่โครงการ", "รหัสโครงการ",
        "โครงการเลขที่", "e-gp", "egp", "รหัสงบประมาณ", "รหัสแหล่งของเงิน", "รหัสแผนงาน",
        "รหัสศูนย์ต้นทุน", "gfmis", "รหัสหน่วยงาน", "รหัสหน่วยเบิกจ่าย", "รหัสบัญชี", "รหัสกิจกรรม",
        "รหัสครุภัณฑ์", "หมายเลขครุภัณฑ์", "เลขครุภัณฑ์", "เลขทะเบียนครุภัณฑ์", "รหัสทรัพย์สิน",
        "เลขที่ทรัพย์สิน", "รหัสสินทรัพย์", "หมายเลขสินทรัพย์", "รหัสพัสดุ", "หมายเลขพัสดุ", "เลขพัสดุ",
        "ติดตามพัสดุ", "เลขที่ไปรษณีย์", "tracking", "ems", "บาร์โค้ด", "barcode", "bar code",
        "qr code", "คิวอาร์", "ean", "gtin", "isbn", "issn", "sku", "รหัสสินค้า", "เลขที่โฉนด",
        "โฉนดเลขที่", "โฉนด", "ระวาง", "รหัสแปลง", "แปลงที่ดิน", "เลขที่ดิน", "น.ส.3", "parcel",
        "เลขที่ใบเสร็จ", "ใบเสร็จเลขที่", "ใบเสร็จ", "ใบสั่งซื้อ", "ใบสั่งจ้าง", "ใบแจ้งหนี้", "ใบกำกับ",
        "เลขที่ใบสั่ง", "เลขที่ใบอนุญาต", "ใบอนุญาต", "เลขที่คำขอ", "คำขอเลขที่", "เลขที่เอกสาร",
        "เอกสารเลขที่", "เลขรับ", "เลขที่หนังสือ", "หนังสือเลขที่", "เลขที่เช็ค", "เลขที่ฎีกา",
        "เลขที่อ้างอิง", "รหัสอ้างอิง", "หมายเลขอ้างอิง", "ref no", "ref", "reference",
        "ผู้ใช้ไฟ", "ผู้ใช้น้ำ", "มิเตอร์", "มาตรวัด", "เลขตัวถัง", "เลขเครื่อง", "serial", "s/n", "imei",
        "fb id", "พิกัด", "ละติจูด", "ลองจิจูด", "รหัสไปรษณีย์", "รหัสนักเรียน", "รหัสนักศึกษา",
        "เลขที่นั่งสอบ", "รหัสบ้าน", "รหัสประจำบ้าน", "เลขรหัสประจำบ้าน", "ทะเบียนบ้าน", "ทะเบียนรถ",
        "เลขประจำตัวนักเรียน", "เลขประจำตัวนักศึกษา", "เลขประจำตัวผู้สอบ", "เลขประจำตัวผู้สมัคร",
        "เลขประจำตัวผู้สมัครสอบ", "เลขประจำตัวสอบ", "เลขประจำตัวผู้เข้าสอบ", "รหัสประจำตัวนักเรียน",
        "รหัสประจำตัวสอบ", "เลขที่หนังสือเดินทาง", "passport", "เลขประจำตัวประกาศ", "บัตรเครดิต",
        "บัตรสมาชิก", "บัตรคิว", "ไมโครชิพ", "ไมโครชิป", "เลขประจำตัวสัตว์", "รหัสวัสดุ",
    ),
    Label.THING: (
        "สัญญา", "ข้อตกลง", "โครงการ", "งบประมาณ", "แหล่งของเงิน", "แหล่งเงิน", "ศูนย์ต้นทุน", "หน่วยเบิกจ่าย",
        "ครุภัณฑ์", "ทรัพย์สิน", "สินทรัพย์", "พัสดุ", "ไปรษณีย์", "สินค้า", "ที่ดิน", "เช็ค", "ฎีกา",
        "อ้างอิง", "หนังสือเดินทาง", "facebook", "google", "รุ่น", "lot", "ล็อต", "สัตว์", "วัสดุ",
        "เลขทะเบียน", "รหัสทะเบียน", "ผังบัญชี", "รหัส", "code",
    ),
    Label.COPY: (
        "สำเนาบัตร", "สำเนาบัตรประชาชน", "สำเนาบัตรประจำตัว", "สำเนาบัตรประจำตัวประชาชน",
        "ถ่ายบัตรประชาชน", "พกบัตรประชาชน", "นำบัตรประชาชน", "บัตรประชาชนฉบับจริง",
        "บัตรประจำตัวประชาชนฉบับจริง", "บัตรประชาชนตัวจริง", "ใช้บัตรประชาชน",
    ),
}  # fmt: skip
_LABEL_OF = {word: label for label, words in _WORDS.items() for word in words}
_FINDER = Finder(_LABEL_OF)
_NUMBER_OF_CARD = re.compile("เลข|no")
_NUMBER = re.compile("เลข|รหัส|หลัก|id|no")
_NEAR, _FAR = 10, 30
"""Folded letters that may stand between a label and its number."""

_KEPT = 256
"""Rows whose words are remembered: each of their cells asks anew."""

_HEAD = 300
"""Characters of a head that are read."""


_CHILD = r"(?:เด็กชาย|เด็กหญิง|ด\s?\.\s?[ชญ]\s?\.)\s{0,3}[ก-ฮเ-ไ]"
_MONK = r"พระ(?:ภิกษุ|มหา|ครู|อธิการ|สมุห์|ใบฎีกา|ปลัด)[ก-ฮเ-ไ]"
_PERSON = re.compile(
    rf"{PERSON_NAME.pattern}|{_CHILD}|{_MONK}|(?:^|\s)(?:นาย|นาง|นางสาว|น\s?\.\s?ส\s?\.)\s[ก-ฮเ-ไ]"
)
_BUSINESS = Finder(
    (
        "บริษัท", "บจก", "บมจ", "หจก", "หสน", "หสม", "ห้างหุ้นส่วน", "ห้างฯ", "จำกัด", "มหาชน",
        "สหกรณ์", "มูลนิธิ", "สมาคม", "นิติบุคคล", "co.,ltd", "ltd", "limited partnership", "company",
        "corporation", "plc",
    )
)  # fmt: skip
_SHOP = Finder(
    (
        "ร้าน", "อู่ซ่อม", "อู่ช่าง", "โรงพิมพ์", "ปั๊มน้ำมัน", "ปั้มน้ำมัน", "สถานีบริการน้ำมัน", "วิสาหกิจชุมชน",
        "โรงสี", "โรงงาน", "คลินิก", "รีสอร์ท", "shop", "store",
    ),
    unless={"ร้าน": ("ร้านค้าสวัสดิการ",)},
)  # fmt: skip
_OFFICE = Finder(
    (
        "เทศบาล", "องค์การบริหารส่วน", "อบต", "อบจ", "สำนักงาน", "สำนักปลัด", "กองคลัง", "กองทุน",
        "กองช่าง", "กลุ่ม", "ชมรม", "โรงเรียน", "ศูนย์พัฒนาเด็ก", "วัด", "คณะกรรมการ", "อำเภอเมือง",
        "หน่วยงาน", "ราชการ", "กระทรวง", "กรม", "สถานีตำรวจ", "โรงพยาบาล", "บริจาค", "ค่าธรรมเนียม",
        "ชำระภาษี", "ชำระค่า", "ผ้าป่า", "กฐิน", "สมทบทุน", "ทอดกฐิน", "สโมสร", "สภากาชาด",
    ),
    unless={"วัด": ("จังหวัด", "มาตรวัด"), "กลุ่ม": ("กลุ่มเปราะบาง", "กลุ่มเป้าหมาย"), "กรม": ("กรมธรรม์",)},
)  # fmt: skip
_EXAMPLE = re.compile(r"(?:ตัวอย่าง\s?(?:เช่น|คือ|:)|เช่น|example|e\.g\.)\s?:?\s?$", re.IGNORECASE)


def nearest(before: str) -> Label | None:
    """Return what the words right before a number call it; None when they call it nothing.

    >>> nearest("เลขที่สัญญา 1/2566 เลขประจำตัวประชาชน")
    <Label.CITIZEN: 'citizen'>
    """
    text = folded(before)
    hits = [hit for hit in _FINDER.all(text) if len(text.text) - hit.end <= _reach(hit)]
    if not hits:
        return None
    last = max(hits, key=lambda hit: (hit.end, hit.end - hit.start))
    label = _LABEL_OF[last.phrase]
    if label is Label.COPY and _NUMBER_OF_CARD.search(text.text, last.end):
        return Label.CITIZEN
    return Label.OTHER if label is Label.THING else label


def _reach(hit: Hit) -> int:
    near = _LABEL_OF[hit.phrase] in (Label.CITIZEN, Label.TAX, Label.COPY)
    return _FAR if near else _NEAR


def of_column(head: Sequence[str]) -> Label | None:
    """Return what the cells above a column call it: the lowest that calls it anything."""
    for cell in reversed(head):
        names = _names(cell)
        for label in (Label.TAX, Label.CITIZEN, Label.OTHER, Label.ACCOUNT, Label.TELEPHONE):
            if label in names:
                return label
        if names:
            return Label.OTHER if Label.THING in names else None
    return None


def of_list(line: str) -> Label | None:
    """Return what a line above a list calls the numbers in it; None when nothing, or several."""
    names = _names(line)
    if Label.TAX in names:
        return Label.TAX
    citizen = Label.CITIZEN in names and _NUMBER.search(fold(line)) is not None
    if citizen and Label.OTHER in names:
        return None
    return Label.CITIZEN if citizen else Label.OTHER if Label.OTHER in names else None


@lru_cache(maxsize=1_024)
def _names(text: str) -> frozenset[Label]:
    """Return all that `text` may call a number; of words within longer ones only these."""
    hits = _FINDER.all(text[:_HEAD])
    spans = {(hit.start, hit.end) for hit in hits}
    return frozenset(
        _LABEL_OF[hit.phrase]
        for hit in hits
        if not any(
            start <= hit.start and hit.end <= end and (start, end) != (hit.start, hit.end)
            for start, end in spans
        )
    )


@lru_cache(maxsize=_KEPT)
def has_person(text: str) -> bool:
    """Return whether `text` names a person with a title."""
    return _PERSON.search(text) is not None


@lru_cache(maxsize=_KEPT)
def has_company(text: str) -> bool:
    """Return whether `text` names a juristic person."""
    return _BUSINESS.has(text)


@lru_cache(maxsize=_KEPT)
def has_business(text: str) -> bool:
    """Return whether `text` names a company, a partnership or a shop."""
    return _BUSINESS.has(text) or _SHOP.has(text)


@lru_cache(maxsize=_KEPT)
def has_office(text: str) -> bool:
    """Return whether `text` names an office, a group or a cause, whose account is no person's."""
    return _OFFICE.has(text)


def is_example(before: str) -> bool:
    """Return whether the words say that the number that follows is made up."""
    return _EXAMPLE.search(before) is not None
