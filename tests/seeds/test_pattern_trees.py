"""Every question can be followed up in each way that an answer may call for."""

from __future__ import annotations

from schema.patterns import ProbeTree
from schema.vocabulary import MissingPiece, PatternType, QuestionKind
from seeds.question_patterns import CONTRADICTION_SLOTS, SLOTS, variables
from seeds.wording import QUOTED, SAMPLES
from tests.seeds.shipped import FOLLOWED, QUESTIONS, SHIPPED, none_of, spoken

LEAST = {"if_vague": 2, "if_stuck": 1, "if_strong": 1, "always": 1}
OPENERS = ("walk me through", "tell me about", "take me through", "describe ")


def test_every_question_has_its_follow_ups() -> None:
    none_of(
        [
            item.says(f"{name} has {len(getattr(item.pattern.probe_tree, name))}, needs {least}")
            for item in FOLLOWED
            for name, least in LEAST.items()
            if len(getattr(item.pattern.probe_tree, name)) < least
        ]
    )


def test_every_expected_piece_can_be_asked_for_twice() -> None:
    none_of(
        [
            item.says(f"expects {piece} and has {len(item.pattern.probe_tree.for_piece(piece))} follow-ups, needs 2")
            for item in FOLLOWED
            for piece in item.pattern.expects
            if len(item.pattern.probe_tree.for_piece(piece)) < 2
        ]
    )


def test_a_question_expects_something_but_not_everything() -> None:
    stories = [item for item in FOLLOWED if item.pattern.pattern_type is not PatternType.INTRO]
    none_of([item.says("expects nothing") for item in stories if not item.pattern.expects])
    none_of([item.says("expects more than four pieces") for item in FOLLOWED if len(item.pattern.expects) > 4])


def test_every_question_speaks_to_a_dimension_and_has_a_tag() -> None:
    none_of([item.says("names no dimension") for item in QUESTIONS if not item.pattern.dimensions])
    none_of([item.says("has no tag") for item in SHIPPED if not item.pattern.tags])


def test_every_question_can_be_said_in_simpler_words() -> None:
    none_of([item.says("has no rephrased") for item in QUESTIONS if not item.pattern.rephrased])
    none_of(
        [
            item.says("rephrased is the template again", item.pattern.template)
            for item in QUESTIONS
            if (item.pattern.rephrased or "").casefold().strip(" .?") == item.pattern.template.casefold().strip(" .?")
        ]
    )
    none_of(
        [
            item.says("rephrased is longer than the question by more than five words", item.pattern.rephrased or "")
            for item in QUESTIONS
            if len((item.pattern.rephrased or "").split()) > len(item.pattern.template.split()) + 5
        ]
    )


def test_no_question_says_the_same_follow_up_twice() -> None:
    none_of(
        [
            item.says("says twice", text)
            for item in SHIPPED
            for texts in [[probe.text.casefold() for probe in item.pattern.probe_tree.everything()]]
            for text in sorted(set(texts))
            if texts.count(text) > 1
        ]
    )


def test_the_general_follow_ups_cover_every_way_in_several_words() -> None:
    general = [item.pattern.probe_tree for item in SHIPPED if item.pattern.pattern_type is PatternType.PROBE]
    counts = {name: sum(len(getattr(tree, name)) for tree in general) for name in ProbeTree.model_fields}
    least = {f"if_no_{piece.value}": 4 for piece in MissingPiece} | {"if_vague": 4, "if_contradiction": 4}
    assert {name: counts[name] for name, wanted in least.items() if counts[name] < wanted} == {}


def test_a_contradiction_is_put_with_both_sides() -> None:
    both = {"said_before", "said_now"}
    none_of(
        [
            item.says(f"{field} does not quote both sides", text)
            for item, field, text in spoken()
            if ".if_contradiction." in field and not both <= set(variables(text))
        ]
    )


def test_every_slot_is_used_and_has_a_sample() -> None:
    used = {name for _, _, text in spoken() for name in variables(text)}
    assert used == set(SAMPLES) == SLOTS.keys() | CONTRADICTION_SLOTS
    assert set(SAMPLES) >= QUOTED


def test_stories_and_invitations_get_patience() -> None:
    none_of(
        [
            item.says("invites and its question_kind is not invitation")
            for item in QUESTIONS
            if (item.pattern.pattern_type is PatternType.CLOSE)
            != (item.pattern.question_kind is QuestionKind.INVITATION)
        ]
    )
    none_of(
        [
            item.says("asks for a story and its question_kind is not story", item.pattern.template)
            for item in FOLLOWED
            if any(opener in item.pattern.template.casefold() for opener in OPENERS)
            and item.pattern.question_kind is not QuestionKind.STORY
        ]
    )
    none_of(
        [
            item.says("asks for a story in a follow-up that is not of kind story", probe.text)
            for item in SHIPPED
            for probe in item.pattern.probe_tree.everything()
            if probe.text.casefold().startswith(OPENERS[:3]) and probe.kind is not QuestionKind.STORY
        ]
    )
