from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.crawl import frontier as room
from oit_audit.crawl.frontier import Frontier

LANES = [("a", False), ("a", True), ("b", False)]
OFFERS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(LANES), st.floats(0, 1), st.integers(0, 5)),
    max_size=80,
)


def everything(_lane: tuple[str, bool]) -> bool:
    return True


@given(OFFERS, st.integers(1, 5))
def test_no_address_is_given_twice_and_none_is_lost(
    offers: list[tuple[int, tuple[str, bool], float, int]], every: int
) -> None:
    frontier = Frontier()
    given_out: list[str] = []
    for index, (number, lane, priority, depth) in enumerate(offers):
        frontier.offer(f"http://{number}/", lane, priority, depth=depth)
        if index % every == 0 and (entry := frontier.take(everything)):
            given_out.append(entry.url)
    while entry := frontier.take(everything):
        given_out.append(entry.url)
    assert sorted(given_out) == sorted({f"http://{number}/" for number, *_ in offers})
    assert len(frontier) == 0


@given(OFFERS, st.data())
def test_an_address_handed_back_comes_again_and_the_count_is_right(
    offers: list[tuple[int, tuple[str, bool], float, int]], data: st.DataObject
) -> None:
    frontier = Frontier()
    for number, lane, priority, depth in offers:
        frontier.offer(f"http://{number}/", lane, priority, depth=depth)
    tries: dict[str, int] = {}
    while entry := frontier.take(everything):
        tries[entry.url] = tries.get(entry.url, 0) + 1
        if tries[entry.url] < 3 and data.draw(st.booleans()):
            frontier.again(entry)
            frontier.offer(entry.url, entry.lane, 1.0, depth=0)
        assert len(frontier) == len(list(frontier.rest()))
    assert set(tries) == {f"http://{number}/" for number, *_ in offers}
    assert all(count <= 3 for count in tries.values())


@given(OFFERS)
def test_the_same_offers_give_the_same_order(
    offers: list[tuple[int, tuple[str, bool], float, int]],
) -> None:
    orders = []
    for _ in range(2):
        frontier = Frontier()
        for number, lane, priority, depth in offers:
            frontier.offer(f"http://{number}/", lane, priority, depth=depth)
        order = []
        while entry := frontier.take(everything):
            order.append(entry.url)
        orders.append(order)
    assert orders[0] == orders[1]


def test_evidence_goes_before_depth_and_every_fourth_pick_is_near() -> None:
    frontier = Frontier()
    for name, priority, depth in (
        ("near", 0.0, 1), ("x1", 0.9, 5), ("x2", 0.8, 5), ("x3", 0.7, 5), ("x4", 0.6, 5),
    ):  # fmt: skip
        frontier.offer(name, LANES[0], priority, depth=depth)
    order = [entry.url for _ in range(5) if (entry := frontier.take(everything))]
    assert order == ["x1", "x2", "x3", "near", "x4"]


def test_a_better_label_lifts_an_address_that_waits() -> None:
    frontier = Frontier()
    frontier.offer("a", LANES[0], 0.5, depth=1)
    frontier.offer("b", LANES[0], 0.1, depth=3, generation=4)
    entry = frontier.offer("b", LANES[0], 0.9, depth=2, generation=1)
    assert entry is not None
    assert (entry.depth, entry.generation) == (2, 1)
    assert frontier.take(everything) is entry
    assert frontier.find("a") is not None
    assert frontier.find("c") is None


def test_an_address_handed_back_waits_while_others_can_go() -> None:
    frontier = Frontier()
    frontier.offer("broken", LANES[0], 1.0, depth=0)
    for number in range(20):
        frontier.offer(f"p{number}", LANES[0], 0.1, depth=1)
    first = frontier.take(everything)
    assert first is not None
    frontier.again(first)
    order = [entry.url for _ in range(20) if (entry := frontier.take(everything))]
    assert 9 <= order.index("broken") <= 11


def test_a_busy_lane_is_passed_over() -> None:
    frontier = Frontier()
    frontier.offer("a", LANES[0], 1.0, depth=0)
    frontier.offer("b", LANES[2], 0.0, depth=0)
    entry = frontier.take(lambda lane: lane[0] == "b")
    assert entry is not None
    assert entry.url == "b"
    assert frontier.take(lambda _: False) is None


def test_a_frontier_that_is_full_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_WAITING", 1)
    frontier = Frontier()
    assert frontier.offer("a", LANES[0], 0.0, depth=0) is not None
    assert frontier.offer("b", LANES[0], 0.0, depth=0) is None
    assert frontier.overflowed
