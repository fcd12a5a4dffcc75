"""Serves pages on loopback.

In: the folder of a fixture site (`www/` and `site.json`). Out: a running server with its address
and a log of what it was asked. Besides the crawl, the only room that may import a network library.
"""

from oit_audit.serve.static import Request, SiteServer, serve_site

PARTS = ("static",)

__all__ = ["PARTS", "Request", "SiteServer", "serve_site"]
