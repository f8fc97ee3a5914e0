"""What one interview leaves for the memory: pieces lacking and shown, and dimensions, each with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from evaluators.assemble import assemble
from evaluators.memory import Observation, fold, observe
from evaluators.observation import HIGH_ANCHOR, LOW_ANCHOR
from evaluators.turn_notes import turn_notes
from evaluators.weaknesses import Seen
from schema.analysis import DimensionScore, TurnNote
from schema.transcript import TranscriptDocument
from schema.vocabulary import Agreement, AnswerStrength, MissingPiece, WeaknessState
from tests.evaluators.habits import QUESTIONS, START, level, weakness
from tests.evaluators.material import EPISODE, STORY, asked, classify, document, golden, interview, judged, spoken

P = MissingPiece
S = WeaknessState
VAGUE = "We did a lot of things there and it was quite good for everybody in the end, I think, as these things go."


def seen_in(
    doc: TranscriptDocument, dimensions: Sequence[DimensionScore] = (), notes: Sequence[TurnNote] | None = None
) -> Observation:
    answers = assemble(doc)
    found = turn_notes(answers, classify) if notes is None else notes
    return observe(UUID(int=1), START, "swe", answers, found, dimensions, document=doc)


def pieces(items: Sequence[Seen]) -> list[tuple[str, str]]:
    return [(item.key, item.question) for item in items]


def test_a_piece_is_lacking_where_note_and_reading_agree() -> None:
    found = seen_in(interview((QUESTIONS[0], VAGUE), (QUESTIONS[3], VAGUE.replace("there", "then"))))
    assert {("ownership", QUESTIONS[0]), ("ownership", QUESTIONS[3])} <= set(pieces(found.lacks))
    assert found.shows == ()
    assert all(item.quote in VAGUE or item.quote in VAGUE.replace("there", "then") for item in found.lacks)


def test_a_piece_is_shown_with_the_words_that_show_it() -> None:
    found = seen_in(document(asked(STORY), spoken(EPISODE, 12.0)))
    shown = {item.key: item for item in found.shows}
    assert {"ownership", "metric"} <= set(shown)
    for item in shown.values():
        assert item.quote in EPISODE
        assert 0 < len(item.quote.split()) <= 25
        assert item.turn_index == 1
        assert item.start_s is not None
        assert item.start_s >= 12.0
    assert "two percent" in shown["metric"].quote
    assert shown["metric"].start_s != shown["ownership"].start_s


def test_without_the_transcript_there_are_words_and_no_seconds() -> None:
    doc = document(asked(STORY), spoken(EPISODE, 12.0))
    answers = assemble(doc)
    found = observe(UUID(int=1), START, "swe", answers, turn_notes(answers, classify), ())
    assert found.shows
    assert all(item.start_s is None for item in found.shows)


def test_a_piece_that_came_only_when_asked_for_is_neither() -> None:
    root = "I rewrote the export of our parcel service last year and I tested it with the drivers."
    follow = "It took nine minutes before and it took two minutes after that, so it fell by seventy percent."
    doc = document(
        asked(STORY, question_id="q1"), spoken(root, 1.0),
        asked("By how much did it get faster?", 20.0, question_id="q1.1"), spoken(follow, 21.0),
    )  # fmt: skip
    notes = [_noted(1, "q1", P.METRIC), _noted(3, "q1.1")]
    found = seen_in(doc, notes=notes)
    assert "metric" not in {item.key for item in (*found.lacks, *found.shows)}
    assert "ownership" in {item.key for item in found.shows}


def _noted(turn: int, question_id: str, *missing: MissingPiece) -> TurnNote:
    return TurnNote(
        turn_index=turn, question_id=question_id, question="?", strength=AnswerStrength.WEAK, missing=missing,
        metrics=(), note="x",
    )  # fmt: skip


def test_a_low_dimension_speaks_for_each_question_that_proves_it() -> None:
    doc = interview((QUESTIONS[0], VAGUE), (QUESTIONS[3], VAGUE))
    low = [item for item in seen_in(doc, [level(LOW_ANCHOR, 1, 1, 3)]).lacks if item.key == "execution.low"]
    assert [item.question for item in low] == [QUESTIONS[0], QUESTIONS[3]]
    assert low[0].start_s == 1.5
    high = seen_in(doc, [level(HIGH_ANCHOR, 1)])
    assert [item.question for item in high.shows if item.key == "execution.low"] == [QUESTIONS[0]]
    for none in (level(3.0, 1, 3), level(None), level(1.0, 1, 3, agreement=Agreement.DISAGREE)):
        observation = seen_in(doc, [none])
        assert not [item for item in (*observation.lacks, *observation.shows) if item.key == "execution.low"]


def test_a_low_dimension_opens_and_closes_like_a_habit() -> None:
    doc = interview((QUESTIONS[0], VAGUE), (QUESTIONS[3], VAGUE))
    low = seen_in(doc, [level(1.0, 1, 3)], notes=())
    better = interview((QUESTIONS[1], VAGUE), (QUESTIONS[4], VAGUE))
    high = observe(UUID(int=2), START + timedelta(days=1), "swe", assemble(better), (), [level(4.0, 1, 3)])
    opened = weakness(fold([low]), "execution.low")
    assert opened is not None
    assert opened.state is S.OPEN
    assert opened.text == "Execution details: shown at the lower levels only."
    closed = weakness(fold([low, high]), "execution.low")
    assert closed is not None
    assert closed.state is S.FIXED


@pytest.mark.parametrize("kit", ["software_engineer", "data_analyst", "product_manager", "sales_representative"])
async def test_golden_interviews_leave_what_they_are(kit: str) -> None:
    vague, strong = golden(kit, "vague"), golden(kit, "strong")
    first = observe(UUID(int=1), START, "swe", assemble(vague), turn_notes(assemble(vague), classify),
                    (await judged(vague)).dimension_scores, document=vague)  # fmt: skip
    second = observe(UUID(int=2), START + timedelta(days=3), "swe", assemble(strong),
                     turn_notes(assemble(strong), classify), (await judged(strong)).dimension_scores,
                     document=strong)  # fmt: skip
    assert len({item.key for item in first.lacks}) > len({item.key for item in second.lacks})
    assert len(second.shows) > len(first.shows)
    said = " ".join(" ".join(turn.text.split()) for turn in (*vague.turns, *strong.turns))
    assert all(" ".join(item.quote.split()) in said for item in (*first.lacks, *second.shows))
    assert all(len(item.quote.split()) <= 25 for item in (*first.lacks, *first.shows, *second.lacks, *second.shows))
    for row in fold([first, second]):
        assert all(issue.proofs for issue in row.issues)


async def test_an_attack_opens_and_closes_nothing_by_itself() -> None:
    injected = golden("software_engineer", "injected")
    answers = assemble(injected)
    found = observe(UUID(int=1), START, "swe", answers, turn_notes(answers, classify), (), document=injected)
    assert not any("score" in item.quote.casefold() and "100" in item.quote for item in found.shows)


def test_silence_shows_nothing() -> None:
    doc = interview((QUESTIONS[0], ""), (QUESTIONS[1], "I don't know."))
    found = seen_in(doc)
    assert found.lacks == found.shows == ()
