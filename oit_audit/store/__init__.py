"""What outlives a run: a visit comes in, a directory on disk goes out, and back.

`SnapshotWriter` keeps every exchange of a crawl; `read_snapshot` gives the same visit back without
a network. Bodies are read when somebody asks for them.
"""

from oit_audit.store.bodies import WarcBodies
from oit_audit.store.snapshots import SnapshotWriter, read_snapshot

PARTS = ("bodies", "manifest", "packing", "snapshots")

__all__ = ["PARTS", "SnapshotWriter", "WarcBodies", "read_snapshot"]
