from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl.urls import Site, host_key, registered_domain
from oit_audit.model import canonical

LABEL = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
DOMAIN = st.builds(
    "{}.{}".format, LABEL, st.sampled_from(["go.th", "or.th", "com", "org", "in.th"])
)
GOVERNMENT = "รัฐบาล.ไทย".encode("idna").decode()
PATH = st.lists(LABEL, max_size=4).map("/".join)


@given(DOMAIN, st.sampled_from(["http", "https"]), st.sampled_from(["", "www.", "a.b."]), PATH)
def test_every_host_of_the_domain_is_the_same_site(
    domain: str, scheme: str, label: str, path: str
) -> None:
    site = Site.around(canonical(f"https://www.{domain}/"))
    assert site.includes(canonical(f"{scheme}://{label}{domain}/{path}"))


@given(DOMAIN, DOMAIN, PATH)
def test_another_domain_is_another_site(domain: str, other: str, path: str) -> None:
    site = Site.around(canonical(f"http://{domain}/"))
    for host in (f"{domain}.{other}", f"x{domain}", other):
        assert site.includes(canonical(f"http://{host}/{path}")) is (
            registered_domain(host) == registered_domain(domain)
        )


@given(DOMAIN, PATH)
def test_twins_are_told_by_nothing_but_www_and_scheme(domain: str, path: str) -> None:
    site = Site.around(canonical(f"http://{domain}/"))
    urls = [f"{s}://{w}{domain}/{path}" for s in ("http", "https") for w in ("", "www.")]
    assert len({site.twin(canonical(url)) for url in urls}) == 1
    assert site.twin(canonical(urls[0])) != site.twin(canonical(urls[0] + "?a=1"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "203.150.1.2:8000"]
)
def test_a_bare_host_is_a_site_of_its_own_with_its_port(host: str) -> None:
    site = Site.around(f"http://{host}/")
    assert site.includes(f"http://{host}/a")
    assert not site.includes(f"http://{host[:-1]}1/a")
    assert not site.includes(f"http://{host.rpartition(':')[0]}/a")
    assert site.twin(f"http://{host}/a") == f"http://{host}/a"


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.tessaban.go.th", "tessaban.go.th"),
        ("a.b.town.com", "town.com"),
        ("town.com", "town.com"),
        ("go.th", "go.th"),
        ("town.in.th", "town.in.th"),
        ("www.town.co.uk", "town.co.uk"),
        ("abt.blogspot.com", "abt.blogspot.com"),
        ("x.abt.wordpress.com", "abt.wordpress.com"),
        ("kk.dla.go.th", "kk.dla.go.th"),
        (f"www.town.{GOVERNMENT}", f"town.{GOVERNMENT}"),
    ],
)
def test_the_registered_domain_is_found(host: str, domain: str) -> None:
    assert registered_domain(host) == domain


def test_organisations_that_share_a_host_are_told_by_their_path() -> None:
    site = Site.around("https://sites.google.com/view/town/home")
    assert site.includes("https://sites.google.com/view/town")
    assert site.includes("https://sites.google.com/view/town/o1")
    assert not site.includes("https://sites.google.com/view/townsend")
    assert Site.around("https://sites.google.com/a/town.go.th/www").prefix == "/a/town.go.th/www"
    assert Site.around("https://sites.google.com/").includes("https://sites.google.com/x")


def test_one_host_is_treated_politely_under_all_its_names() -> None:
    assert host_key("http://www.town.go.th/a") == host_key("https://town.go.th/") == "town.go.th"
    assert host_key("http://town.go.th:8080/") == "town.go.th:8080"
