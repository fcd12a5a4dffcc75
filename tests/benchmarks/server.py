"""A web server of our own on this machine: nginx, as most sites have it."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

_CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    charset utf-8;
    default_type text/html;
    types {{ text/html html; }}
    sendfile on;
    keepalive_requests 100000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        location ~ ^/(?<section>[a-z]+)/list\\.php$ {{
            try_files /$section/list-$arg_page.html =404;
        }}
        location ~ ^/(?<section>[a-z]+)/detail\\.php$ {{
            try_files /$section/$arg_id.html =404;
        }}
    }}
}}
"""


def find() -> str:
    """Return the path of nginx.

    Raises:
        SystemExit: There is none; says how to get it.
    """
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise SystemExit("nginx is missing: apt install nginx-light")
    return found


@contextlib.contextmanager
def serving(root: Path, folder: Path) -> Iterator[str]:
    """Serve the files below `root` on loopback; give the address of the home page.

    Args:
        root: A site as `municipal` builds it.
        folder: Where the server may write; outside `root`.
    """
    nginx = find()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder, port=port, root=root))
    process = subprocess.Popen(
        [nginx, "-e", f"{folder}/error.log", "-p", str(folder), "-c", str(configuration)]
    )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(port: int) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise SystemExit("nginx did not start")
