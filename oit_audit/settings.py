"""Every knob, with its unit and default."""

from __future__ import annotations

from dataclasses import dataclass

from oit_audit import __version__


@dataclass(frozen=True, slots=True)
class CrawlSettings:
    """How a site is visited. The defaults let an ordinary municipal site be seen whole."""

    max_pages: int = 3_000
    max_documents: int = 3_000
    max_seconds: float = 4 * 3600.0
    max_bytes: int = 4_000_000_000
    """Bytes of all bodies together."""

    max_body_bytes: int = 60_000_000
    """Bytes of one body, decoded."""

    max_foreign: int = 200
    """Of all documents, those that lie at services of others, such as Google Drive."""

    delay_s: float = 1.0
    """Between the starts of two requests to one host."""

    jitter_s: float = 0.0
    """Up to so much is added to the delay at random, for hosts that mind a steady beat."""

    concurrency: int = 2
    """Requests under way at once to one host, and to one IP address."""

    connect_timeout_s: float = 15.0
    read_timeout_s: float = 30.0
    """Between two pieces of an answer."""

    total_timeout_s: float = 120.0
    """For one answer as a whole."""

    retries: int = 2
    """After the first try, for what may pass: timeouts, resets, 429, 5xx."""

    max_retry_after_s: float = 120.0
    """Longest `Retry-After` we wait for."""

    max_redirects: int = 10
    max_depth: int = 25
    """Clicks from the home page."""

    max_links_per_page: int = 5_000
    allow_private: bool = False
    contact_url: str = ""
    """Shown in the user agent, so that a site's keeper can reach who runs the scan."""

    own_site: bool = False
    """The caller keeps this site: the delay may be 0, and robots.txt may be ignored."""

    ignore_robots: bool = False
    """Ask what robots.txt forbids; only for the keeper of the site."""

    strict_tls: bool = False
    """Never overlook a fault of a certificate, not even to read what everybody may read."""

    browser: bool = True
    """Let a browser run the scripts of pages that are empty without, where there is one."""

    max_rendered: int = 300
    """Pages that a browser may be asked to make."""

    @property
    def user_agent(self) -> str:
        """Return how we introduce ourselves."""
        contact = f"; +{self.contact_url}" if self.contact_url else ""
        return f"oit-audit/{__version__} (OIT self-assessment{contact})"


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """How scans are recognised, where there is an engine."""

    max_pages: int = 200
    """Pages of one audit, those that were recognised before included."""

    pages_a_document: int = 10
    """First pages of one document; what decides an item stands there."""

    pictures_a_page: int = 6
    """Pictures of a web page that shows nothing else."""

    nameless_documents: int = 40
    """Scans that nothing names, of which the first page is read where an item is missing."""

    documents_an_item: int = 24
    """A year of months, twice."""
