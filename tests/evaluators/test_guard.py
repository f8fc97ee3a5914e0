import pytest

from evaluators.guard import ReportRefused, forbidden_claim, material, validate_analysis, validate_plan
from schema.analysis import (
    Analysis,
    AnswerRewrite,
    DimensionScore,
    Evidence,
    Fix,
    JdRequirement,
    NextAction,
    Overall,
    RewritePart,
    TurnNote,
)
from schema.coaching import CoachDay, CoachItem, CoachPlan, NextBestSession
from schema.provenance import Provenance
from schema.transcript import TranscriptDocument
from schema.vocabulary import PracticeKind
from tests.evaluators.material import EPISODE, STORY, asked, document, golden, interview, judged, spoken

FORBIDDEN = {
    "emotion": [
        "You seemed nervous at the start.",
        "The candidate was visibly anxious.",
        "You sounded very confident here.",
        "Your enthusiasm comes through.",
        "Show more self-confidence, your anxiety is noticeable.",
    ],
    "personality": [
        "You are a natural leader.",
        "A charismatic speaker.",
        "This shows an introverted personality.",
        "You are honest and smart.",
    ],
    "appearance": [
        "Keep eye contact.",
        "Your posture was closed.",
        "Good body language.",
        "Try smiling more; you never smiled.",
    ],
    "accent": ["Your accent is hard to follow.", "You are not a native speaker.", "Work on your pronunciation."],
    "hiring probability": [
        "You will get the job.",
        "There is an 80% chance of being hired.",
        "You are likely to get the offer.",
        "They would not hire you.",
    ],
    "ranking": [
        "You are in the top 10% of candidates.",
        "Better than most candidates.",
        "An above-average answer.",
        "You rank among the best.",
        "Stronger than the average applicant.",
        "You are in the top five percent of all candidates.",
        "Among the best ten applicants.",
    ],
}
ALLOWED = [
    "You named the metric but not where it started.",
    "Say what the other wanted and why it was reasonable.",
    "You ranked the options by cost.",
    "You said what the SQL dialect could not do.",
    "You improved the security posture of the service.",
    "The appearance of the bug in May is dated.",
    "Confidence and presence: shown with proof.",
    "Your customers were twenty percent of the total.",
    "You told how you hired two engineers.",
    "The customer was likely to be rejected by the form.",
    "You say how calmer deploys came about.",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FORBIDDEN.items() for text in texts])
def test_claims_that_no_transcript_supports(kind: str, text: str) -> None:
    assert forbidden_claim(text) == kind


@pytest.mark.parametrize("text", ALLOWED)
def test_plain_statements_pass(text: str) -> None:
    assert forbidden_claim(text) is None


def test_only_words_that_were_said_may_be_quoted() -> None:
    heard = material(interview((STORY, "I was nervous, and my accent got strong.")))
    assert forbidden_claim("You said “I was nervous, and my accent got strong” at once.", heard) is None
    assert forbidden_claim("An answer “from a shy person”.", heard) == "personality"
    assert forbidden_claim("A “charismatic” answer.", heard) == "personality"
    assert forbidden_claim("A “charismatic” answer.") == "personality"


async def test_questions_and_job_descriptions_may_use_any_word() -> None:
    asked = "Tell me about a “time” when you were nervous, frustrated and angry in front of a native speaker."
    jd = "- Experience with body language and eye contact is required\n- Strong personality, knowledge of accents"
    for answer in ("We did some stuff and in the end it was fine for everyone.", EPISODE, ""):
        doc = interview((asked, answer), (STORY, "I rewrote the export in May."), jd=jd)
        doc = doc.model_copy(update={"resume": "Personality, accents, body language"})
        validate_analysis(await judged(doc), doc)


async def report() -> tuple[Analysis, TranscriptDocument]:
    doc = golden("software_engineer", "mixed")
    return await judged(doc), doc


def first_scored(analysis: Analysis) -> DimensionScore:
    return next(d for d in analysis.dimension_scores if d.evidence)


def with_dimension(analysis: Analysis, changed: DimensionScore) -> Analysis:
    dimensions = tuple(changed if d.key == changed.key else d for d in analysis.dimension_scores)
    return analysis.model_copy(update={"dimension_scores": dimensions})


async def refused(analysis: Analysis, doc: TranscriptDocument) -> str:
    with pytest.raises(ReportRefused) as caught:
        validate_analysis(analysis, doc)
    return str(caught.value)


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({"quote": "I invented this quote"}, "did not say there"),
        ({"word_end": 999}, "did not say there"),
        ({"turn_index": 0}, "not the candidate's"),
        ({"turn_index": 999}, "not the candidate's"),
        ({"start_s": 0.0}, "outside its turn"),
        ({"end_s": 9999.0}, "outside its turn"),
    ],
)
async def test_evidence_that_does_not_stand_is_refused(update: dict[str, object], said: str) -> None:
    analysis, doc = await report()
    found = first_scored(analysis)
    broken = found.evidence[0].model_copy(update=update)
    assert said in await refused(with_dimension(analysis, found.model_copy(update={"evidence": (broken,)})), doc)


async def test_long_quotes_are_refused() -> None:
    analysis, doc = await report()
    found = first_scored(analysis)
    turn = next(i for i, t in enumerate(doc.turns) if len(t.text.split()) > 40 and t.speaker.value == "candidate")
    words = doc.turns[turn].text.split()[:26]
    long = Evidence(
        quote=" ".join(words), why="Long.", turn_index=turn, word_start=0, word_end=26, start_s=None, end_s=None
    )
    assert "more than 25" in await refused(
        with_dimension(analysis, found.model_copy(update={"evidence": (long,)})), doc
    )


async def test_a_score_without_evidence_is_refused() -> None:
    analysis, doc = await report()
    bare = first_scored(analysis).model_copy(update={"evidence": ()})
    assert "no evidence" in await refused(with_dimension(analysis, bare), doc)


def plan(**said: str) -> CoachPlan:
    """A coach's plan with these sentences in their places."""
    item = CoachItem(kind=PracticeKind.MICRO_DRILL, title=said.get("title", "Name the figure"), minutes=10)
    best = NextBestSession(role_title="Analyst", item=item, why=said.get("why", "It is the next interview."))
    days = tuple(
        CoachDay(day=n, goal=said.get("goal", "One figure an answer"), items=(item,) if n == 1 else ())
        for n in range(1, 8)
    )
    return CoachPlan(
        plan=days, streak_goal=4, why_this_plan=said.get("whole", "Two answers had no figure."), next_best=(best,),
        provenance=Provenance(evaluator="rules", evaluator_version="1"),
    )  # fmt: skip


async def test_a_coach_s_plan_is_searched_too() -> None:
    analysis, doc = await report()
    validate_plan(plan())
    validate_analysis(analysis.model_copy(update={"coach": plan()}), doc)
    for place in ("title", "why", "goal", "whole"):
        broken = plan(**{place: "You seemed nervous."})
        with pytest.raises(ReportRefused, match="emotion"):
            validate_plan(broken)
        assert "coach" in await refused(analysis.model_copy(update={"coach": broken}), doc)


async def test_requirements_are_searched_and_proved() -> None:
    doc = golden("software_engineer", "mixed").model_copy(update={"resume": "Four years of Kafka."})
    analysis = await judged(doc)
    quote = first_scored(analysis).evidence[0]

    def match(**fields: object) -> Analysis:
        made = JdRequirement.model_validate({"text": "Kafka", "must": True, "state": "said", **fields})
        return analysis.model_copy(update={"jd_match": analysis.jd_match.model_copy(update={"requirements": (made,)})})

    validate_analysis(match(evidence=(quote,), resume_text="four years of KAFKA", note="Told at work."), doc)
    assert "jdMatch.requirements" in await refused(match(note="Your accent is strong."), doc)
    assert "did not say there" in await refused(match(evidence=(quote.model_copy(update={"quote": "no such"}),)), doc)
    assert "résumé does not have" in await refused(match(resume_text="Ten years of Kafka"), doc)


async def test_parts_of_a_rewrite_stand_where_they_say() -> None:
    doc = interview((STORY, "I, um, rewrote the queue in May."))
    analysis = await judged(doc)

    def rewritten(**fields: object) -> Analysis:
        place = {"turn_index": 1, "word_start": 0, "word_end": 5}
        part = RewritePart.model_validate({"part": "action", "text": "I rewrote the queue", **place, **fields})
        better = AnswerRewrite(
            question=STORY, your_answer="", better_answer=part.text, why_better="Shorter.", parts=(part,)
        )
        return analysis.model_copy(update={"answer_rewrites": (better,)})

    validate_analysis(rewritten(), doc)  # a filler may be left out
    nowhere = {"turn_index": None, "word_start": None, "word_end": None}
    validate_analysis(rewritten(text="[your number]", slot=True, **nowhere), doc)
    assert "do not stand there" in await refused(rewritten(text="I rewrote the whole queue"), doc)
    assert "not the candidate's" in await refused(rewritten(turn_index=0), doc)
    assert "personality" in await refused(rewritten(text="You are a natural leader.", **nowhere), doc)


async def test_words_heard_unsurely_are_refused() -> None:
    doc = document(asked(STORY), spoken("I rewrote the queue in May", confidence=0.3))
    analysis, _ = await report()
    found = first_scored(analysis).model_copy(
        update={
            "evidence": (
                Evidence(
                    quote="rewrote the queue", why="", turn_index=1, word_start=1, word_end=4, start_s=None, end_s=None
                ),
            )
        }
    )
    bare = Analysis(overall=Overall(), dimension_scores=(found,), provenance=analysis.provenance)
    assert "not sure of" in await refused(bare, doc)


async def test_forbidden_sentences_are_refused_wherever_they_stand() -> None:
    analysis, doc = await report()
    found = first_scored(analysis)
    bad = "You seemed nervous."
    overall = analysis.overall.model_copy(update={"explanation": bad})
    places = {
        "overall": analysis.model_copy(update={"overall": overall}),
        "fixes": with_dimension(analysis, found.model_copy(update={"fixes": (Fix(title="Calm", how=bad),)})),
        "note": with_dimension(analysis, found.model_copy(update={"note": bad})),
        "jdMatch": analysis.model_copy(
            update={"jd_match": analysis.jd_match.model_copy(update={"risk_flags": (bad,)})}
        ),
        "nextActions": analysis.model_copy(
            update={"next_actions": (NextAction(type="practice", title="Calm", details=bad, estimated_minutes=5),)}
        ),
        "turnNotes": analysis.model_copy(
            update={"turn_notes": (TurnNote.model_validate({**analysis.turn_notes[0].model_dump(), "note": bad}),)}
        ),
        "memoryUpdate": analysis.model_copy(
            update={"memory_update": analysis.memory_update.model_copy(update={"next_best_action": bad})}
        ),
    }
    for place, broken in places.items():
        message = await refused(broken, doc)
        assert place in message
        assert "emotion" in message
        assert "nervous" not in message
