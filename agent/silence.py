"""When a silence is long enough to be spoken into: sooner after a short question than after a long one."""

from __future__ import annotations

from schema.vocabulary import QuestionKind

# Seconds from the last sound or keystroke to the first, second and third prompt. After the third the interviewer waits.
_FIRST_S = {
    QuestionKind.CLOSED: 8.0,
    QuestionKind.NUMERIC: 9.0,
    QuestionKind.SHORT: 10.0,
    QuestionKind.STORY: 14.0,
    QuestionKind.INVITATION: 10.0,
    QuestionKind.TASK: 60.0,
}
_LATER_S = (14.0, 25.0)
_LATER_AT_WORK_S = (60.0, 90.0)  # who reads code or calculates is not to be hurried


class SilenceWatch:
    """`patience`: how many times as long as usual this candidate is left alone."""

    def __init__(self, patience: float = 1.0) -> None:
        self._patience = patience
        self._since_s = 0.0
        self._prompts = 0

    def activity(self, now_s: float) -> None:
        """Somebody spoke or typed just now."""
        self._since_s = now_s

    def spoke(self) -> None:
        """The candidate answered: the next silence starts anew."""
        self._prompts = 0

    def due(self, now_s: float, kind: QuestionKind) -> float | None:
        """Seconds of silence when a prompt is due, once for each; null otherwise."""
        if self._prompts > len(_LATER_S):
            return None
        later = _LATER_AT_WORK_S if kind is QuestionKind.TASK else _LATER_S
        limit = _FIRST_S[kind] if self._prompts == 0 else later[self._prompts - 1]
        silent = now_s - self._since_s
        if silent < limit * self._patience:
            return None
        self._prompts += 1
        self._since_s = now_s
        return silent
