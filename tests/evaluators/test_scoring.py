import pytest

from evaluators.scoring import agreement, confidence, hire_signal, points, readiness, score
from schema.analysis import DimensionScore, Evidence
from schema.vocabulary import HireSignal, Readiness
from tests.evaluators.material import rubric


def evidence(turn: int, word: int = 0) -> Evidence:
    return Evidence(quote="a b", why="", turn_index=turn, word_start=word, word_end=word + 2, start_s=None, end_s=None)


def dimensions(**levels: float | None) -> list[DimensionScore]:
    """The rubric's dimensions at these levels, each proved in its own place; others null."""
    made = []
    for i, d in enumerate(rubric().dimensions):
        level = levels.get(d.key)
        proof = (evidence(i),) if level is not None else ()
        score_ = None if level is None else points(level)
        made.append(DimensionScore(key=d.key, name=d.name, score=score_, anchor=level, evidence=proof))
    return made


ALL = {d.key: 4.0 for d in rubric().dimensions}


def test_points_are_twenty_a_level() -> None:
    assert [points(a) for a in (0, 1, 2.5, 4.35, 5)] == [0, 20, 50, 87, 100]


def test_nulls_are_left_out_and_named() -> None:
    levels = ALL | {"growth": None, "collaboration": None}
    overall = score(dimensions(**levels), rubric(), answered=6, unanswered=0)
    assert overall.score == 80
    assert "Learning and growth mindset" in overall.explanation
    assert "Collaboration" in overall.explanation


def test_weights_come_from_the_rubric() -> None:
    weights = {d.key: d.weight for d in rubric().dimensions}
    levels = {"communication": 5.0, "ownership_depth": 2.0, "execution": 2.0}
    overall = score(dimensions(**levels), rubric(), answered=6, unanswered=0)
    wanted = sum(weights[k] * 20 * v for k, v in levels.items()) / sum(weights[k] for k in levels)
    assert overall.score == round(wanted)


def test_delivery_cannot_stand_in_for_content() -> None:
    poor = {"communication": 1.0, "ownership_depth": 1.0, "execution": 1.0}
    without = score(dimensions(**poor), rubric(), answered=6, unanswered=0).score
    fluent = score(dimensions(**poor, confidence_presence=5.0), rubric(), answered=6, unanswered=0).score
    assert without == 20
    assert fluent is not None
    assert 20 <= fluent <= 26


@pytest.mark.parametrize("levels", [{}, {"communication": 5.0, "execution": 5.0}, {"confidence_presence": 5.0}])
def test_too_little_proof_gives_no_overall(levels: dict[str, float]) -> None:
    overall = score(dimensions(**levels), rubric(), answered=3, unanswered=2)
    assert (overall.score, overall.readiness, overall.hire_signal) == (None, None, None)
    assert overall.explanation.startswith("Not enough evidence")
    assert "2 questions had no answer" in overall.explanation


def test_one_quote_for_everything_is_too_little() -> None:
    same = [d.model_copy(update={"evidence": (evidence(1),)}) if d.evidence else d for d in dimensions(**ALL)]
    assert score(same, rubric(), answered=3, unanswered=0).score is None


@pytest.mark.parametrize(
    ("total", "ready", "signal"),
    [
        (100, "ready", "strong_hire"),
        (88, "ready", "strong_hire"),
        (87, "ready", "hire"),
        (78, "ready", "hire"),
        (77, "borderline", "lean_hire"),
        (72, "borderline", "lean_hire"),
        (59, "borderline", "lean_no_hire"),
        (54, "not_ready", "lean_no_hire"),
        (44, "not_ready", "no_hire"),
        (0, "not_ready", "no_hire"),
    ],
)
def test_closed_sets_follow_the_score(total: int, ready: str, signal: str) -> None:
    assert readiness(total, vouched=True) == ready
    assert hire_signal(total, vouched=True) == signal


@pytest.mark.parametrize(
    ("levels", "answered", "unanswered"),
    [
        (ALL, 4, 2),  # a third of the questions had no answer
        (dict.fromkeys(("communication", "execution", "growth"), 5.0), 6, 0),  # little of the rubric proved
        (ALL | {"growth": 2.5, "execution": 2.0, "communication": 5.0, "initiative": 5.0}, 6, 0),  # two weak spots
    ],
)
def test_what_stayed_open_or_weak_is_not_vouched_for(levels: dict[str, float], answered: int, unanswered: int) -> None:
    overall = score(dimensions(**levels), rubric(), answered=answered, unanswered=unanswered)
    assert overall.readiness is Readiness.BORDERLINE
    assert overall.hire_signal is HireSignal.LEAN_HIRE
    assert score(dimensions(**ALL), rubric(), answered=6, unanswered=0).readiness is Readiness.READY


def test_confidence_comes_from_amount_and_directness() -> None:
    assert confidence([evidence(1)], 1, None) == "low"
    assert confidence([evidence(1), evidence(1, 5)], 0, None) == "low"
    assert confidence([evidence(1), evidence(1, 5)], 1, None) == "medium"
    assert confidence([evidence(1), evidence(1, 5), evidence(3)], 2, 0.5) == "high"
    assert confidence([evidence(1), evidence(1, 5), evidence(3)], 2, 0.75) == "low"  # a half-range: 1.5 apart


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ((3.0, 3.5, 3.5), "agree"),
        ((3.0, 3.75), "mixed"),
        ((2.5, 3.0, 4.0), "disagree"),
        ((2.5, None, 4.0), "disagree"),
        ((3.0, None, None), None),
        ((), None),
    ],
)
def test_judges_agree_by_the_distance_of_their_levels(levels: tuple[float | None, ...], wanted: str | None) -> None:
    assert agreement(levels) == wanted


def test_what_was_asked_for_and_not_shown_counts_at_the_lowest_level() -> None:
    levels = ALL | {"collaboration": None, "confidence_presence": None}
    weights = {d.key: d.weight for d in rubric().dimensions}
    told = score(dimensions(**levels), rubric(), answered=6, unanswered=0, asked=set(ALL))
    shown = sum(80 * w for k, w in weights.items() if levels[k] is not None)
    counted = sum(w for k, w in weights.items() if levels[k] is not None) + weights["collaboration"]
    assert told.score == round((shown + 20 * weights["collaboration"]) / counted)
    assert "Asked for and not shown, counted at the lowest level: Collaboration" in told.explanation


def test_what_nobody_asked_for_counts_only_where_it_raises_the_mean() -> None:
    asked = {"communication", "structured_thinking", "execution", "ownership_depth"}
    base = dict.fromkeys(asked, 3.0)
    plain, lower, higher = [
        score(dimensions(**levels), rubric(), answered=6, unanswered=0, asked=asked)
        for levels in (base, base | {"growth": 1.0}, base | {"growth": 5.0})
    ]
    assert plain.score == lower.score == 60
    assert higher.score is not None
    assert higher.score > 60
    assert "not asked for, so not counted: Learning and growth mindset" in lower.explanation
