"""Words of local government that several checks look for, as patterns over folded text."""

from __future__ import annotations

import re

from oit_audit.thai import fold


def any_of(*wordings: str) -> str:
    """Return a pattern over folded text that matches any of `wordings`, the longest first."""
    return "|".join(sorted({re.escape(fold(wording)) for wording in wordings}, key=len)[::-1])


_TOP = any_of(
    "นายกองค์การบริหาร",
    "นายกเทศมนตรี",
    "นายก อบต",
    "นายก อบจ",
    "นายก ทต",
    "นายก ทม",
    "นายก ทน",
    "นายกเมืองพัทยา",
    "ผู้ว่าราชการกรุงเทพ",
)
_NOT_TOP = (
    *("รอง", "เลขานุการ", "เลขา", "ที่ปรึกษา", "อดีต", "ผู้ช่วย", "ผู้ช่วยเลขานุการ", "สำนัก"),
    *("เลขานุการคณะ", "คณะที่ปรึกษา"),
)

TOP = re.compile("".join(f"(?<!{fold(word)})" for word in _NOT_TOP) + f"(?:{_TOP})")
"""The top executive: `นายก…`, and not a deputy, secretary or adviser of one."""

DEPUTY = re.compile(
    f"{fold('รอง')}(?:{_TOP})|" + any_of("รองนายก", "รองผู้ว่าราชการกรุงเทพ", "รองผู้บริหารสูงสุด")
)
"""A deputy of the top executive."""

POLITICAL = re.compile(
    f"{_TOP}|"
    + any_of("รองนายก", "เลขานุการนายก", "ที่ปรึกษานายก", "ประธานสภา", "สมาชิกสภา", "เลขานุการสภา")
)
"""Elected executives, the council and whom they appoint."""

COUNCIL = re.compile(
    f"(?:{any_of('ประธานสภา', 'รองประธานสภา', 'สมาชิกสภา', 'เลขานุการสภา', 'ส.อบต', 'ส.ท.')})"
)
"""The council."""

PERMANENT = re.compile(
    any_of(
        *("ปลัดองค์การบริหาร", "ปลัดเทศบาล", "ปลัด อบต", "ปลัด อบจ", "ปลัดเมือง", "รองปลัด"),
        *("ปลัดกรุงเทพ", "ผู้อำนวยการกอง", "ผู้อำนวยการสำนัก", "ผอ.กอง", "ผอ.สำนัก"),
        *("หัวหน้าสำนัก", "หัวหน้าฝ่าย", "หัวหน้ากอง", "หัวหน้าหน่วย", "หัวหน้างาน"),
        *("ผู้อำนวยการส่วน", "ผู้อำนวยการโรงเรียน", "ผู้อำนวยการศูนย์", "นักบริหารงาน"),
    )
    + f"|{fold('หัวหน้าส่วน')}(?!{fold('ราชการ')})|{fold('ปลัด')}$"
)
"""Permanent officials in charge of something."""

POSITION = re.compile(f"{POLITICAL.pattern}|{PERMANENT.pattern}")

UNIT = re.compile(
    f"(?:{any_of('สำนักปลัด', 'สำนักงานปลัด')}"
    f"|(?:{any_of('กอง', 'สำนัก', 'ส่วน')})(?:"
    + any_of(
        *("คลัง", "ช่าง", "โยธา", "การศึกษา", "สวัสดิการ", "สาธารณสุข", "ยุทธศาสตร์", "วิชาการ"),
        *("การเจ้าหน้าที่", "ส่งเสริม", "พัสดุ", "ประปา", "การประปา", "กิจการสภา", "การท่องเที่ยว"),
        *("สิ่งแวดล้อม", "ทรัพยากร", "เกษตร", "การแพทย์", "ผังเมือง", "นิติการ", "สารสนเทศ"),
        *("ป้องกันและบรรเทา", "พัฒนาชุมชน", "พัฒนาสังคม", "ทะเบียน", "งบประมาณ", "ควบคุม"),
        *("สุขาภิบาล", "บริหารงาน", "อำนวยการ", "เลขานุการ", "แผน", "การพัสดุ", "ทรัพย์สิน"),
    )
    + f")|{any_of('หน่วยตรวจสอบภายใน', 'หน่วยงานตรวจสอบภายใน', 'งานตรวจสอบภายใน')}"
    + f"|(?<!{fold('หัวหน้า')}){fold('ฝ่าย')}(?:"
    + any_of("บริหารงาน", "อำนวยการ", "ปกครอง", "นิติการ", "แผน", "การโยธา", "พัฒนา", "ทะเบียน")
    + "))"
)
"""An internal unit: an office, division or section."""

CORRUPTION = re.compile(any_of("ทุจริต", "ประพฤติมิชอบ", "สินบน", "คอร์รัปชัน", "คอรัปชั่น"))
