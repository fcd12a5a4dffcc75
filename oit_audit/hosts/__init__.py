"""Services of others at which offices keep papers, pages and accounts.

An address comes in, what is known of it goes out: whose it is, of what kind, and where the file
itself can be had. Everything that is known stands in `hosts.yaml`.
"""

from oit_audit.hosts.known import flipbook, keeper, known
from oit_audit.hosts.reading import read_services
from oit_audit.hosts.services import Answer, Foreign, HostKind, Rule, Service

PARTS = ("known", "reading", "services")

__all__ = [
    "PARTS", "Answer", "Foreign", "HostKind", "Rule", "Service", "flipbook", "keeper", "known",
    "read_services",
]  # fmt: skip
