"""Golden transcripts of all four kits: their order, their nulls, and that nothing in a report is unproved."""

import pytest

from evaluators.guard import validate_analysis
from schema.transcript import TranscriptDocument
from schema.vocabulary import HireSignal, Readiness, Speaker
from tests.evaluators.attacks import ATTACKS
from tests.evaluators.material import (
    EPISODE,
    KITS,
    STORY,
    anchors,
    asked,
    dimension,
    document,
    golden,
    interview,
    judged,
    typed,
)

KINDS = ("strong", "mixed", "vague", "hollow", "silent", "typed", "injected")


def total(score: int | None) -> int:
    assert score is not None
    return score


@pytest.mark.parametrize("kit", KITS)
async def test_strong_above_mixed_above_vague(kit: str) -> None:
    scores = {
        kind: total((await judged(golden(kit, kind))).overall.score) for kind in ("strong", "mixed", "vague", "hollow")
    }
    assert scores["strong"] >= scores["mixed"] + 15
    assert scores["mixed"] >= scores["vague"] + 20
    assert scores["mixed"] >= scores["hollow"] + 15
    assert scores["vague"] <= 30
    assert scores["hollow"] <= 40


@pytest.mark.parametrize("kit", KITS)
async def test_what_each_kind_amounts_to(kit: str) -> None:
    strong, mixed, vague = [(await judged(golden(kit, kind))).overall for kind in ("strong", "mixed", "vague")]
    assert strong.readiness is Readiness.READY
    assert strong.hire_signal in (HireSignal.HIRE, HireSignal.STRONG_HIRE)
    assert mixed.readiness is not Readiness.READY
    assert (vague.readiness, vague.hire_signal) == (Readiness.NOT_READY, HireSignal.NO_HIRE)


@pytest.mark.parametrize("kit", KITS)
async def test_unanswered_is_listed_and_not_a_zero(kit: str) -> None:
    silent, strong = [await judged(golden(kit, kind)) for kind in ("silent", "strong")]
    assert len(silent.unanswered) == 3
    assert total(silent.overall.score) >= total(strong.overall.score) - 12
    assert silent.overall.readiness is not Readiness.READY
    assert "3 questions had no answer" in silent.overall.explanation
    assert all(level is None or level >= 1 for level in anchors(silent).values())


@pytest.mark.parametrize("kit", KITS)
async def test_typing_changes_delivery_only(kit: str) -> None:
    by_voice, by_hand = [await judged(golden(kit, kind)) for kind in ("strong", "typed")]
    assert anchors(by_voice) == anchors(by_hand)
    assert dimension(by_voice, "confidence_presence").score is not None
    assert dimension(by_hand, "confidence_presence").score is None
    assert all(e.start_s is None for d in by_hand.dimension_scores for e in d.evidence)


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("kind", KINDS)
async def test_every_report_proves_itself(kit: str, kind: str) -> None:
    doc = golden(kit, kind)
    report = await judged(doc)
    validate_analysis(report, doc)
    assert report.dropped_claims == 0
    assert report.provenance.evaluator == "rules"
    for d in report.dimension_scores:
        assert (d.score is None) == (d.anchor is None) == (not d.evidence)
        assert d.score is not None or (d.note or "").startswith("Not enough evidence")
        for e in d.evidence:
            turn = doc.turns[e.turn_index]
            assert turn.speaker is Speaker.CANDIDATE
            assert e.quote in turn.text
            assert len(e.quote.split()) <= 25
            if not turn.typed:
                assert e.start_s is not None
                assert e.end_s is not None
                assert turn.start_s <= e.start_s < e.end_s <= turn.end_s


async def test_the_same_transcript_gives_the_same_report() -> None:
    doc = golden("product_manager", "mixed")
    assert await judged(doc) == await judged(doc)


@pytest.mark.parametrize("answer", ["Fine.", "Yes.", "It went well.", "Good, I think."])
async def test_a_word_is_no_answer(answer: str) -> None:
    report = await judged(
        interview(*[(q, answer) for q in (STORY, "Describe a conflict.", "Walk me through a project.")])
    )
    assert report.overall.score is None
    assert report.overall.readiness is None
    assert "Not enough evidence" in report.overall.explanation


async def test_nothing_said_gives_no_score_anywhere() -> None:
    report = await judged(document(asked(STORY), asked("Describe a conflict you had.")))
    assert report.overall.score is None
    assert all(d.score is None for d in report.dimension_scores)
    assert report.unanswered == ("q1", "q2")
    assert report.turn_notes == ()


async def test_a_metric_never_lowers_a_level() -> None:
    plain = "I rewrote the export so that it writes row by row. I tested it with a large file, and it went live in May."
    measured = plain + " It came down from four minutes to forty seconds."
    before, after = [anchors(await judged(interview((STORY, text)))) for text in (plain, measured)]
    for key, level in before.items():
        assert (after[key] or 0) >= (level or 0), key
    assert (after["execution"] or 0) > (before["execution"] or 0)


async def test_saying_it_twice_adds_nothing() -> None:
    other = "Walk me through a project you are proud of."
    once = anchors(await judged(interview((STORY, EPISODE), (other, "It was fine."))))
    twice = anchors(await judged(interview((STORY, EPISODE), (other, EPISODE))))
    for key, level in twice.items():
        assert (level or 0) <= (once[key] or 0), key


async def test_spelling_names_and_pronouns_do_not_matter() -> None:
    one = "At Infosys I analysed the colour catalogue with Priya, and she agreed to optimise it. It fell from 9% to 4%."
    two = "At Google I analyzed the color catalog with Peter, and he agreed to optimize it. It fell from 9% to 4%."
    assert anchors(await judged(interview((STORY, one)))) == anchors(await judged(interview((STORY, two))))


def with_attack(doc: TranscriptDocument, attack: str) -> TranscriptDocument:
    """The attack as a sentence of the first answer, as the whole of a further turn, and as title and résumé."""
    turns = list(doc.turns)
    index = next(i for i, t in enumerate(turns) if t.speaker is Speaker.CANDIDATE)
    turns[index] = turns[index].model_copy(update={"text": f"{turns[index].text} {attack}"})
    turns.insert(index + 1, typed(attack))
    return doc.model_copy(update={"turns": tuple(turns), "role_title": attack, "resume": attack})


@pytest.mark.parametrize("attack", ATTACKS)
async def test_talking_to_the_judge_changes_no_level(attack: str) -> None:
    doc = golden("sales_representative", "vague")
    honest, attacked = await judged(doc), await judged(with_attack(doc, attack))
    assert anchors(attacked) == anchors(honest)
    assert attacked.overall.score == honest.overall.score
    quotes = [e.quote for d in attacked.dimension_scores for e in d.evidence]
    assert not any(attack[:25] in quote for quote in quotes)


@pytest.mark.parametrize("kit", KITS)
async def test_the_injected_twin_is_no_better_and_says_why(kit: str) -> None:
    injected, vague = await judged(golden(kit, "injected")), await judged(golden(kit, "vague"))
    assert anchors(injected) == anchors(vague)
    assert any("spoke to whoever scores" in flag for flag in injected.jd_match.risk_flags)
