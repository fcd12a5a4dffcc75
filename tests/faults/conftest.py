"""What every test of a fault may ask for."""

from __future__ import annotations

import pytest

from tests.faults.certificates import Authority
from tests.faults.names import Names, played


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Names below `town.example`, `www` among them, that lead to this machine."""
    return played(monkeypatch)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Whoever signs certificates here; trusted by nobody yet."""
    return Authority(tmp_path_factory.mktemp("ca") / "ca.pem")


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """The same, and this machine trusts it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.path))
    return authority
