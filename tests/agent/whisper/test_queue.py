"""Fairness and bounds of the shared queue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.providers.whisper.errors import WhisperOverloaded
from agent.providers.whisper.queue import FairQueue


def drained(queue: FairQueue[str]) -> list[str]:
    items: list[str] = []
    while (item := queue.take()) is not None:
        items.append(item)
    return items


def test_finals_go_before_interims() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.put_interim(1, "interim")
    queue.put_final(2, "final")
    assert drained(queue) == ["final", "interim"]


def test_streams_take_turns() -> None:
    queue: FairQueue[str] = FairQueue()
    for index in range(3):
        queue.put_final(1, f"a{index}")
    queue.put_final(2, "b0")
    queue.put_final(3, "c0")
    assert drained(queue) == ["a0", "b0", "c0", "a1", "a2"]


def test_a_newer_interim_replaces_the_older_and_keeps_its_turn() -> None:
    queue: FairQueue[str] = FairQueue()
    assert queue.put_interim(1, "old") is None
    queue.put_interim(2, "other")
    assert queue.put_interim(1, "new") == "old"
    assert drained(queue) == ["new", "other"]


def test_finals_overload_with_a_typed_error_and_interims_by_dropping_the_longest_waiting() -> None:
    queue: FairQueue[str] = FairQueue(max_finals=3, max_stream_finals=2, max_interims=2)
    queue.put_final(1, "a0")
    queue.put_final(1, "a1")
    with pytest.raises(WhisperOverloaded, match="Try again"):
        queue.put_final(1, "a2")
    queue.put_final(2, "b0")
    with pytest.raises(WhisperOverloaded):
        queue.put_final(3, "c0")
    assert queue.put_interim(1, "i1") is None
    assert queue.put_interim(2, "i2") is None
    assert queue.put_interim(3, "i3") == "i1"
    assert drained(queue) == ["a0", "b0", "a1", "i2", "i3"]


def test_interims_can_be_left_waiting() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.put_interim(1, "interim")
    assert queue.take(interims=False) is None
    assert queue.take() == "interim"


def test_discarded_items_are_gone() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.put_final(1, "final")
    queue.put_interim(1, "interim")
    assert queue.discard(1, "final")
    assert queue.discard(1, "interim")
    assert not queue.discard(1, "interim")
    assert len(queue) == 0


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 4)), max_size=60))
def test_no_final_is_lost_and_each_stream_keeps_its_order(puts: list[tuple[bool, int]]) -> None:
    queue: FairQueue[str] = FairQueue(max_finals=1000, max_stream_finals=1000)
    accepted: list[str] = []
    for index, (final, stream) in enumerate(puts):
        if final:
            queue.put_final(stream, f"{stream}:{index:03d}")
            accepted.append(f"{stream}:{index:03d}")
        else:
            queue.put_interim(stream, "interim")
    out = [item for item in drained(queue) if item != "interim"]
    assert sorted(out) == sorted(accepted)
    for stream in range(1, 5):
        own = [item for item in out if item.startswith(f"{stream}:")]
        assert own == sorted(own)
