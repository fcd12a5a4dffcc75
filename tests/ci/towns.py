"""A town's website on loopback that can change, or close, between two visits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from oit_audit.serve.static import Route, Site, _Server


@dataclass
class Town:
    """A site that is being served at one address."""

    url: str
    server: _Server
    first: Site
    """As it was in the beginning."""

    def lose(self, *paths: str) -> None:
        """Take pages away."""
        kept = {path: each for path, each in self.server.site.routes.items() if path not in paths}
        assert len(kept) == len(self.server.site.routes) - len(paths)
        self.server.site = replace(self.server.site, routes=kept)

    def fall_silent(self) -> None:
        """Answer everything with an error of the server."""
        broken = Route(b"", status=503)
        site = self.server.site
        self.server.site = replace(site, routes=dict.fromkeys(site.routes, broken), absent=broken)

    def asked(self) -> int:
        """Return how many requests came so far."""
        return len(self.server.seen.requests)


@contextmanager
def town_of(folder: Path) -> Iterator[Town]:
    """Serve the site in `folder`."""
    site = Site.read(folder)
    with _Server(site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield Town(server.seen.url, server, site)
        finally:
            server.shutdown()
            thread.join()
