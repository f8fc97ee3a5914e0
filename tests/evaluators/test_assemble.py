from evaluators.assemble import assemble, is_answer, is_hypothetical, question_kind
from evaluators.turn_notes import turn_notes
from schema.transcript import TranscriptDocument
from schema.vocabulary import QuestionKind
from tests.evaluators.material import STORY, asked, classify, document, golden, spoken, typed


def test_split_turns_are_joined_and_interviewer_words_stay_out() -> None:
    answers = assemble(
        document(asked("Tell me about a bug."), typed("It was in May."), asked("Mm-hm."), typed("I fixed the cache."))
    ).answers
    assert [(a.question_id, a.text) for a in answers] == [("q1", "It was in May. I fixed the cache.")]
    assert [t.turn_index for t in answers[0].turns] == [1, 3]


def test_question_ids_pair_turns_out_of_order() -> None:
    answers = assemble(
        document(
            asked("First?", question_id="a"),
            asked("Second?", question_id="b"),
            typed("To the first one.", question_id="a"),
            typed("To the second.", question_id="b"),
        )
    ).answers
    assert {a.question_id: a.text for a in answers} == {"a": "To the first one.", "b": "To the second."}


def test_silence_skips_and_requests_leave_a_question_unanswered() -> None:
    found = assemble(
        document(
            asked("Tell me about a conflict."),
            typed("Could you repeat the question?"),
            asked("Tell me about a conflict, please."),
            typed("Um, I don't know."),
            asked("Describe your last project."),
            typed("[silence]"),
            typed("..."),
            asked("Why this job?"),
            typed("Because I used your product for two years."),
        )
    )
    assert [q.question for q in found.unanswered] == ["Tell me about a conflict.", "Describe your last project."]
    assert [a.question for a in found.answers] == ["Why this job?"]


def test_a_nudge_opens_no_question() -> None:
    found = assemble(golden("software_engineer", "silent"))
    assert len(found.unanswered) == 3
    assert not any("Take your time" in q.question for q in found.unanswered)


def test_speech_before_any_question_is_small_talk() -> None:
    found = assemble(
        document(typed("Hello, can you hear me?"), asked("Yes. Tell me about you."), typed("I build APIs."))
    )
    assert [(a.question_id, a.kind) for a in found.answers] == [
        ("opening", QuestionKind.CLOSED),
        ("q1", QuestionKind.STORY),
    ]


def test_fresh_ids_avoid_given_ones() -> None:
    found = assemble(document(asked("One?", question_id="q2"), typed("Yes it is."), asked("Two, then?"), typed("No.")))
    assert [a.question_id for a in found.answers] == ["q2", "q1"]


def test_question_kinds() -> None:
    kinds = {
        "Walk me through your last project.": QuestionKind.STORY,
        "Can you tell me about a conflict?": QuestionKind.STORY,
        "How many people were in the team?": QuestionKind.NUMERIC,
        "Did you ship it?": QuestionKind.CLOSED,
        "Why did you choose Kafka?": QuestionKind.SHORT,
        "Hello! How are you today?": QuestionKind.CLOSED,
        "Thanks. What would you like to ask me?": QuestionKind.INVITATION,
        "Any questions for me?": QuestionKind.INVITATION,
    }
    assert {text: question_kind(text) for text in kinds} == kinds


def test_hypothetical_questions() -> None:
    assert is_hypothetical("How would you find the cause?")
    assert is_hypothetical("What if the customer says no?")
    assert not is_hypothetical("How did you find the cause?")


def test_answers_that_mention_not_knowing_are_answers() -> None:
    assert is_answer("I don't know the exact number, but I measured about forty milliseconds.")
    assert is_answer("fine")
    assert not is_answer("I don’t know, sorry.")
    assert not is_answer("(no answer)")
    assert not is_answer("Can we move on to the next one please?")


def doubtful(word: str) -> TranscriptDocument:
    """An answer whose recogniser was not sure of one word."""
    turn = spoken("I rewrote the export in May and it fell from 40 minutes to 12 minutes")
    words = tuple(w.model_copy(update={"confidence": 0.2}) if w.text == word else w for w in turn.words or ())
    return document(asked(STORY), turn.model_copy(update={"words": words}))


def test_words_heard_unsurely_are_marked() -> None:
    (answer,) = assemble(doubtful("40")).answers
    assert answer.turns[0].unsure == (10,)
    assert answer.sure_text == "I rewrote the export in May and it fell from minutes to 12 minutes"
    (sure,) = assemble(doubtful("nothing")).answers
    assert sure.turns[0].unsure == ()
    assert sure.sure_text == sure.text


def test_a_note_names_no_figure_that_was_heard_unsurely() -> None:
    (sure,), (unsure,) = [turn_notes(assemble(doubtful(word)), classify) for word in ("nothing", "40")]
    assert any("40" in figure for figure in sure.metrics)
    assert not any("40" in figure for figure in unsure.metrics)
    assert "40" not in unsure.note
