"""The transcript of an interview as the fold of its event log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from agent.ports import StoredEvent
from controller.decisions import Action
from schema.transcript import Turn
from schema.vocabulary import Speaker

STEP, SPOKEN, PARTIAL = "step", "spoken", "partial"  # the kinds of record that carry turns


def fold_turns(records: Iterable[StoredEvent]) -> tuple[list[Turn], Turn | None, Turn | None]:
    """All turns in order; the answer (if any) whose reply was never heard; and what was being said when the last
    connection broke. The next answer continues both.

    An answer that was cut short, by mistake or by a lost connection, is stored again joined with its rest; only the
    joined one stays.
    """
    turns: list[Turn] = []
    unheard: Turn | None = None
    partial: Turn | None = None
    replied = False  # whether what was decided last replies to an answer, not to a silence, a button or a run
    for record in records:
        if record.kind == STEP and _kind_of(record.payload) == "question_unheard":
            if replied and turns and turns[-1].speaker is Speaker.CANDIDATE:
                unheard = turns.pop()
            replied = False
            continue
        if record.kind == STEP and _says(record.payload):
            replied = bool(record.payload.get("turn"))
        if record.kind == PARTIAL:
            partial = Turn.model_validate(record.payload["turn"])
            continue
        if record.kind in (STEP, SPOKEN) and (stored := record.payload.get("turn")):
            turn = Turn.model_validate(stored)
            turns.append(turn.model_copy(update={"index": len(turns)}))
            if turn.speaker is Speaker.CANDIDATE:
                unheard = partial = None
    return turns, unheard, partial


def _says(payload: dict[str, Any]) -> bool:
    return bool(payload.get("decision", {}).get("action") != Action.WAIT)


def _kind_of(payload: dict[str, Any]) -> str:
    return str(payload.get("event", {}).get("kind", ""))
