import pytest

from evaluators.delivery import delivery, percentile
from schema.analysis import TurnTaking
from tests.evaluators.material import asked, dimension, document, golden, judged, spoken

SENTENCE = "I moved the nightly job to another hour and then watched it for two whole weeks in a row"  # 20 words


def test_pace_leaves_long_pauses_out() -> None:
    steady = spoken(f"{SENTENCE} {SENTENCE}", word_s=0.3, gap_s=0.1)
    words = list(steady.words or ())
    moved = [w.model_copy(update={"start_s": w.start_s + 3, "end_s": w.end_s + 3}) for w in words[20:]]
    paused = steady.model_copy(update={"words": (*words[:20], *moved), "end_s": moved[-1].end_s})
    fast, slow = (delivery(document(asked("So?"), turn)) for turn in (steady, paused))
    assert fast.words_per_minute == pytest.approx(60 * 40 / (40 * 0.3 + 39 * 0.1), rel=0.01)
    assert slow.words_per_minute == pytest.approx(60 * 40 / (40 * 0.3 + 38 * 0.1), rel=0.01)
    assert (fast.long_pauses, slow.long_pauses) == (0, 1)


def test_typed_answers_are_not_measured() -> None:
    taking = delivery(golden("data_analyst", "typed"))
    assert taking == TurnTaking()


def test_few_words_tell_no_pace() -> None:
    assert delivery(document(asked("So?"), spoken("I built it"))).words_per_minute is None


def test_fillers_are_sounds_not_words_with_a_meaning() -> None:
    turn = spoken("Um, I would like it, like, you know, and uh the humble number.")
    assert delivery(document(asked("So?"), turn)).filler_count == 4


def test_gaps_overlaps_and_shares() -> None:
    taking = delivery(
        document(
            asked("One?", 0, end_s=2),
            spoken("a b c d", 3, word_s=0.4, gap_s=0.1),  # 3.0 - 4.9
            asked("Two?", 5.4, end_s=7.4),
            spoken("a b c d", 7.0, word_s=0.4, gap_s=0.1),  # begins 0.4 s early
        )
    )
    assert taking.candidate_gap_p50_s == 1.0
    assert taking.response_gap_p50_s == 0.5
    assert taking.overlaps == 1
    assert taking.candidate_talk_s == 3.8
    assert taking.talk_share == pytest.approx(3.8 / 7.8, abs=0.001)


def test_live_figures_stand_over_computed_ones() -> None:
    doc = document(asked("One?", 0, end_s=2), spoken("a b c", 3))
    taking = delivery(doc, TurnTaking(response_gap_p50_s=0.31, cut_offs=2, barge_ins=1, false_interruptions=3))
    assert (taking.response_gap_p50_s, taking.cut_offs, taking.barge_ins, taking.false_interruptions) == (0.31, 2, 1, 3)
    assert taking.candidate_gap_p50_s == 1.0


def test_percentile_is_the_nearest_rank() -> None:
    assert percentile([], 0.5) is None
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([float(i) for i in range(1, 101)], 0.95) == 95.0


async def test_presence_sees_delivery_and_no_content() -> None:
    words = "pear plum fig date lime kiwi nut oat rye sage"
    calm = spoken(" ".join([words] * 8), word_s=0.3, gap_s=0.1)
    rushed = spoken(" ".join([words] * 8), word_s=0.12, gap_s=0.02)
    filled = spoken(" ".join([words + " um uh"] * 8), word_s=0.3, gap_s=0.1)
    levels = [
        dimension(await judged(document(asked("So, tell me?", 0, end_s=0.5), turn)), "confidence_presence").anchor
        for turn in (calm, rushed, filled)
    ]
    assert levels == [5.0, 3.0, 3.5]


async def test_presence_is_null_without_enough_timed_words() -> None:
    for doc in (golden("data_analyst", "typed"), document(asked("So?"), spoken(SENTENCE))):
        found = dimension(await judged(doc), "confidence_presence")
        assert found.score is None
        assert "by voice" in (found.note or "")


async def test_presence_points_at_words_that_were_heard_surely() -> None:
    sure, unsure = spoken("We rebuilt the parser in spring " * 12), spoken("and then I left", confidence=0.2)
    words = (
        *(unsure.words or ()),
        *(w.model_copy(update={"start_s": w.start_s + 5, "end_s": w.end_s + 5}) for w in sure.words or ()),
    )
    turn = sure.model_copy(update={"text": f"{unsure.text} {sure.text}", "words": words, "end_s": sure.end_s + 5})
    found = dimension(await judged(document(asked("Tell me about a project."), turn)), "confidence_presence")
    assert found.score is not None
    assert all("left" not in item.quote for item in found.evidence)
