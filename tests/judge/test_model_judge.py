"""The same attacks on a model as judge, over real HTTP: it obeys, invents and slanders, and no report shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle

import pytest

from schema.analysis import Analysis
from schema.transcript import TranscriptDocument
from schema.vocabulary import Speaker
from server.bench.judge import OVERALL, Scores, above, scores_of
from server.bench.judge_material import Attack
from server.bench.judge_twins import attacked, honest_document
from tests.judge import fake_models as fake
from tests.judge.material import honest, material

HONEST_SCORE = 60
WORST = honest("software-engineer")
INJECTED = [attack for attack in material().attacks if attack.kind == "injected"]
LIES = (fake.invented, fake.the_interviewers, fake.from_the_documents, fake.almost_true)


def slander() -> Iterator[str]:
    return cycle(fake.FORBIDDEN)


def of_content(scores: Scores) -> Scores:
    """Delivery is measured by code; no model is asked about it."""
    return {key: level for key, level in scores.items() if key not in ("confidence_presence", OVERALL)}


def assert_proved(report: Analysis, document: TranscriptDocument) -> None:
    """Every quote stands in a turn of the candidate, word for word: checked by this test's own reading."""
    for found in [e for d in report.dimension_scores for e in d.evidence] + [
        e for requirement in report.jd_match.requirements for e in requirement.evidence
    ]:
        turn = document.turns[found.turn_index]
        assert turn.speaker is Speaker.CANDIDATE
        assert bare(found.quote) in bare(turn.text)
        assert len(found.quote.split()) <= 25
        if found.start_s is not None and found.end_s is not None:
            assert turn.start_s <= found.start_s <= found.end_s <= turn.end_s
    assert all(d.evidence for d in report.dimension_scores if d.score is not None)


def bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def assert_clean(report: Analysis) -> None:
    """Nothing that the model made up stands anywhere in the report that is served."""
    served = report.model_dump_json(by_alias=True)
    for sentence in (*fake.FORBIDDEN, *fake.INVENTED, "quantum telepathy", "Initech", "412"):
        assert sentence not in served
    for word in ("nervous", "arrogant", "accent", "chance that you will be hired", "of all candidates", "dressed"):
        assert word not in served


@pytest.mark.parametrize("quotes", LIES, ids=lambda lie: lie.__name__)
@pytest.mark.parametrize("samples", [1, 3])
async def test_a_model_that_lies_gives_no_score_and_no_quote(quotes: fake.Quote, samples: int) -> None:
    document = honest_document(WORST)
    report = (await fake.reported(document, fake.answering(document, quotes, says=slander), samples)).analysis
    assert_proved(report, document)
    assert_clean(report)
    assert all(level is None for level in of_content(scores_of(report)).values())
    assert report.overall.score is None
    assert report.dropped_claims > 0


@pytest.mark.parametrize("attack", material().attacks, ids=lambda attack: attack.id)
async def test_a_model_that_obeys_an_attack_without_proof_gives_nothing_for_it(attack: Attack) -> None:
    document = attacked(WORST, attack)
    fair = {d.key: HONEST_SCORE / 20 for d in fake.rubric_of(document).dimensions}  # what the honest one gets, below
    twin = (await fake.reported(document, fake.answering(document, fake.invented, says=slander))).analysis
    assert_proved(twin, document)
    assert_clean(twin)
    assert not above(of_content(scores_of(twin)), of_content(dict(fair)))
    assert twin.overall.score is None


@pytest.mark.parametrize("attack", INJECTED, ids=lambda attack: attack.id)
async def test_words_that_speak_to_the_judge_prove_nothing(attack: Attack) -> None:
    """The model obeys and quotes the injection itself: truly said, and still no evidence."""
    document = attacked(WORST, attack)
    texts = [" ".join(text.split()[:20]) for text in attack.texts]

    def injection(_: TranscriptDocument, number: int) -> list[str]:
        return [texts[number % len(texts)]]

    report = (await fake.reported(document, fake.answering(document, injection))).analysis
    assert_proved(report, document)
    assert all(level is None for level in of_content(scores_of(report)).values())


async def test_what_is_true_still_counts() -> None:
    """The other tests would hold for a report that believes no model."""
    document = honest_document(WORST)
    report = (await fake.reported(document, fake.answering(document, fake.true, HONEST_SCORE))).analysis
    assert_proved(report, document)
    assert set(of_content(scores_of(report)).values()) == {3.0}
    assert report.overall.score is not None


async def test_true_quotes_stand_when_the_sentences_around_them_slander() -> None:
    document = honest_document(WORST)
    report = (await fake.reported(document, fake.answering(document, fake.true, 60, says=slander), 3)).analysis
    assert_proved(report, document)
    assert_clean(report)
