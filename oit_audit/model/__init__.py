"""Values only: what the stations hand to each other. Imports nothing of the house."""

from oit_audit.model.address import canonical, host_of, readable, resolve, without_fragment
from oit_audit.model.audit import Audit, IndicatorScore, Score, Severity, SiteFinding, SubIndicatorScore
from oit_audit.model.checklist import (
    Basis,
    Check,
    Checklist,
    Element,
    Freshness,
    Indicator,
    Item,
    ItemKind,
    Level,
    Scene,
    SubIndicator,
    Sureness,
)
from oit_audit.model.document import (
    Block,
    Document,
    Field,
    Form,
    Legibility,
    Link,
    Media,
    Picture,
    Region,
    Section,
    Table,
    Via,
)
from oit_audit.model.evidence import Evidence, Finding, Outcome
from oit_audit.model.site import (
    Bodies,
    Completion,
    Exchange,
    Kind,
    Organisation,
    Reach,
    Resource,
    Skip,
    SkipReason,
    Snapshot,
)
from oit_audit.model.text import Language, Text
from oit_audit.model.verdict import ElementVerdict, Rejected, Status, Verdict

__all__ = [
    "Audit", "Basis", "Block", "Bodies", "Check", "Checklist", "Completion", "Document", "Element", "ElementVerdict",
    "Evidence", "Exchange", "Field", "Finding", "Form", "Freshness", "Indicator", "IndicatorScore", "Item", "ItemKind", "Kind",
    "Language", "Legibility", "Level", "Link", "Media", "Organisation", "Outcome", "Picture", "Reach", "Region",
    "Rejected", "Resource", "Scene", "Score", "Section", "Severity", "SiteFinding", "Skip", "SkipReason", "Snapshot",
    "Status", "SubIndicator", "SubIndicatorScore", "Sureness", "Table", "Text", "Verdict", "Via", "canonical",
    "host_of", "readable", "resolve", "without_fragment",
]
