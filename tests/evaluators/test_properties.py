"""Whatever is said: every served quote is the candidate's, short, and inside its turn's seconds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluators.assemble import assemble
from evaluators.delivery import delivery
from evaluators.dimensions import judge_dimensions
from evaluators.evidence import ground, prove
from evaluators.guard import validate_analysis
from evaluators.jd_match import jd_match
from evaluators.proof import prove_dimensions
from evaluators.report import report
from evaluators.rewrites import rewrites
from evaluators.shapes import Claim
from evaluators.turn_notes import turn_notes
from evaluators.words import compared
from schema.analysis import Analysis, MemoryUpdate
from schema.transcript import TranscriptDocument, TranscriptTurn, Word
from schema.vocabulary import Speaker
from tests.evaluators.material import EPISODE, classify, document, rubric

PIECES = [
    *EPISODE.replace(". ", ".|").split("|"), "I, um, rewrote the queue", "we used Kafka",
    "it went from 40 minutes to 12",
    "and my manager disagreed", "so I showed her the logs", "In the end we kept the client.", "I learned to ask first.",
    "fine", "…", "well —", "naïve café 4.5% of €3,000", "Since then I check it.", "because nobody asked",
    "ｆｕｌｌ width",
]  # fmt: skip
QUESTIONS = ["Tell me about a bug.", "How many users?", "Did it work?", "And a conflict?", "What would you ask me?"]
seconds = st.floats(min_value=0, max_value=50, allow_nan=False)


@st.composite
def turns(draw: st.DrawFn) -> TranscriptTurn:
    start, length = draw(seconds), draw(seconds)
    if draw(st.booleans()):
        text = draw(st.sampled_from(QUESTIONS))
        return TranscriptTurn(speaker=Speaker.INTERVIEWER, text=text, start_s=start, end_s=start + length)
    text = " ".join(draw(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), min_size=0, max_size=6)))
    words: tuple[Word, ...] = ()
    if draw(st.booleans()):
        words = tuple(
            Word(text=w, start_s=draw(seconds), end_s=draw(seconds), confidence=draw(st.none() | st.floats(0, 1)))
            for w in text.split()
        )
    return TranscriptTurn(
        speaker=Speaker.CANDIDATE, text=text, start_s=start, end_s=start + length, words=words,
        typed=draw(st.booleans()),
    )  # fmt: skip


documents = st.lists(turns(), min_size=1, max_size=8).map(lambda found: document(*found))


def evaluated(doc: TranscriptDocument) -> Analysis:
    answers, taking = assemble(doc), delivery(doc)
    notes = turn_notes(answers, classify)
    proved = prove_dimensions(judge_dimensions(doc, answers, rubric(), taking), doc, rubric())
    return report(
        doc, rubric(), answers=answers, notes=notes, turn_taking=taking, proved=proved,
        jd_match=jd_match(doc, answers), answer_rewrites=rewrites(doc, answers, notes), next_actions=(),
        memory_update=MemoryUpdate(), coach=None,
    )  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_every_served_quote_is_proved(doc: TranscriptDocument) -> None:
    analysis = evaluated(doc)
    validate_analysis(analysis, doc)
    for d in analysis.dimension_scores:
        assert d.score is None or d.evidence
        for e in d.evidence:
            turn = doc.turns[e.turn_index]
            assert turn.speaker is Speaker.CANDIDATE
            assert e.quote in turn.text
            assert len(e.quote.split()) <= 25
            assert (e.start_s is None) == (e.end_s is None) == (turn.typed or turn.end_s <= turn.start_s)
            if e.start_s is not None and e.end_s is not None:
                assert turn.start_s <= e.start_s <= e.end_s <= turn.end_s


@settings(max_examples=200, deadline=None)
@given(documents, st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=3).map(" ".join))
def test_proof_serves_only_what_stands_in_a_candidate_turn(doc: TranscriptDocument, quote: str) -> None:
    evidence, dropped = prove([Claim(quote=quote, why="")], ground(doc))
    assert len(evidence) + len(dropped) == 1
    wanted = "".join(compared(w) for w in quote.split())
    for e in evidence:
        assert "".join(compared(w) for w in e.quote.split()) == wanted
        assert e.quote in doc.turns[e.turn_index].text
        assert doc.turns[e.turn_index].speaker is Speaker.CANDIDATE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join))
def test_a_metric_in_an_answer_never_lowers_a_level(doc: TranscriptDocument, answer: str) -> None:
    question = TranscriptTurn(speaker=Speaker.INTERVIEWER, text="Tell me about a project.", start_s=0, end_s=0)

    def levels(text: str) -> dict[str, float]:
        said = TranscriptTurn(speaker=Speaker.CANDIDATE, text=text, start_s=0, end_s=0, typed=True)
        found = document(*doc.turns, question, said)
        drafts = judge_dimensions(found, assemble(found), rubric(), delivery(found))
        return {d.key: d.anchor or 0.0 for d in drafts}

    before = levels(f"{answer} I moved the job to Friday.")
    after = levels(f"{answer} I moved the job to Friday. That cut the run time from nine hours to two hours.")
    for key, level in before.items():
        assert after[key] >= level, key
