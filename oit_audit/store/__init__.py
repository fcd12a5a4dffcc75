"""What outlives a run: a visit comes in, a directory on disk goes out, and back.

`SnapshotWriter` keeps every exchange of a crawl, and goes on with one that was cut off;
`read_snapshot` gives the same visit back without a network, bodies when somebody asks for them;
`read_earlier` gives what a server may say has not changed since; `recognised_pages` keeps what was
recognised in scans, beside the visit; `summary` and
`check` say what lies there and whether it is sound. Of two audits `changes` says what moved
between them, and who did it.
"""

from oit_audit.store.bodies import WarcBodies
from oit_audit.store.changes import changes, is_same_site
from oit_audit.store.earlier import Earlier, Stored, read_earlier
from oit_audit.store.manifest import NAME as MANIFEST
from oit_audit.store.recognised import NAME as RECOGNISED
from oit_audit.store.recognised import RecognisedPages, recognised_pages
from oit_audit.store.snapshots import read_snapshot
from oit_audit.store.summary import Summary, check, summary
from oit_audit.store.unfinished import Unfinished
from oit_audit.store.writer import SnapshotWriter

PARTS = (
    "bodies", "causes", "changes", "earlier", "manifest", "packing", "pairing", "places",
    "recognised", "records", "snapshots", "summary", "unfinished", "writer",
)  # fmt: skip

__all__ = [
    "MANIFEST",
    "PARTS",
    "RECOGNISED",
    "Earlier",
    "RecognisedPages",
    "SnapshotWriter",
    "Stored",
    "Summary",
    "Unfinished",
    "WarcBodies",
    "changes",
    "check",
    "is_same_site",
    "read_earlier",
    "read_snapshot",
    "recognised_pages",
    "summary",
]
