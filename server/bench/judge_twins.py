"""The twins of an honest interview: the same interview attacked in one way, and swaps of who it is told of."""

from __future__ import annotations

from collections.abc import Iterator

from schema.transcript import TranscriptDocument
from server.bench.judge_material import Attack, Honest, Swap, Where, interview, without_candidate

Exchanges = list[tuple[str, str]]


def honest_document(honest: Honest) -> TranscriptDocument:
    return interview(honest, _exchanges(honest))


def attacked(honest: Honest, attack: Attack) -> TranscriptDocument:
    """The honest interview under that attack; its questions stay."""
    if attack.where is Where.NO_TURNS:
        return without_candidate(honest_document(honest))
    texts = [_filled(text, honest) for text in attack.texts] or [""]
    added = [texts[number % len(texts)] for number in range(len(honest.answers))]
    setting = honest
    if attack.where in (Where.DOCUMENTS, Where.EVERYWHERE):
        note = " ".join(texts)
        setting = honest.model_copy(
            update={"jd": f"{honest.jd or ''}\n{note}", "resume": f"{honest.resume or ''}\n{note}"}
        )
    return interview(setting, _answered(_exchanges(honest), added, attack.where))


def _answered(honest: Exchanges, added: list[str], where: Where) -> Exchanges:
    """Question and twin's answer, in the interview's order."""
    after = [*honest[1:], honest[0]]
    found: Exchanges = []
    for (question, answer), (_, following), (_, mirrored), raw in zip(honest, after, honest[::-1], added, strict=True):
        text = raw.replace("{question}", question)
        match where:
            case Where.REPLACE:
                said = text
            case Where.BEFORE:
                said = f"{text} {answer}"
            case Where.AFTER | Where.EVERYWHERE:
                said = f"{answer} {text}"
            case Where.SAME_ANSWER:
                said = honest[0][1]
            case Where.TWICE:
                said = f"{answer} {answer}"
            case Where.NEXT_ANSWER:
                said = following
            case Where.REVERSE:
                said = mirrored
            case Where.DOCUMENTS | Where.NO_TURNS:
                said = answer
        found.append((question, said))
    return found


def swapped(swap: Swap) -> Iterator[TranscriptDocument]:
    """The interview once for each row of values."""
    for row in swap.values:
        setting = swap.model_copy(update={"jd": _told(swap.jd, row), "resume": _told(swap.resume, row)})
        yield interview(
            setting, [(_told(said.question, row) or "", _told(said.answer, row) or "") for said in swap.answers]
        )


def _told(text: str | None, row: dict[str, str]) -> str | None:
    for slot, value in row.items():
        text = text and text.replace("{" + slot + "}", value)
    return text


def _filled(text: str, honest: Honest) -> str:
    return text.replace("{terms}", ", ".join(honest.terms))


def _exchanges(honest: Honest) -> Exchanges:
    return [(said.question, said.answer) for said in honest.answers]
