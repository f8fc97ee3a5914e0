"""The voices of a panel behind one Voice: each sentence is spoken by whom its text was assigned to.

The session speaks ahead of time what may never be said, so who speaks cannot be a state of the moment: it is known by
the words.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from agent.ports import Speech, Voice
from agent.voices.sentences import split_sentences

_REMEMBERED = 400  # sentences; an interview prepares some six replies for each answer


@dataclass(frozen=True, slots=True)
class Speaker:
    """One interviewer's voice and the way to prepare sentences in it."""

    voice: Voice
    prefetch: Callable[[list[str]], None]


class PanelVoice:
    """Implements agent.ports.Voice. What nobody was assigned is said by the first speaker; None names that one too."""

    def __init__(self, first: Speaker, others: Mapping[str, Speaker] | None = None) -> None:
        self.name = first.voice.name
        self.gives_phonemes = first.voice.gives_phonemes
        self._first = first
        self._speakers = dict(others or {})
        self._assigned: dict[str, Speaker] = {}

    def of(self, speaker: str | None) -> Voice:
        """The voice of one interviewer, by PlanInterviewer id."""
        return self._speakers.get(speaker or "", self._first).voice

    def assign(self, text: str, speaker: str | None) -> None:
        """From now on the sentences of `text` are this interviewer's."""
        if not self._speakers:
            return
        for sentence in split_sentences(text):
            self._assigned.pop(sentence, None)
            self._assigned[sentence] = self._speakers.get(speaker or "", self._first)
        while len(self._assigned) > _REMEMBERED:
            del self._assigned[next(iter(self._assigned))]

    def prefetch(self, said: Sequence[tuple[str, str | None]]) -> None:
        """Prepares likely texts, the likeliest first, each in the voice of who would say it."""
        speakers = {id(speaker): speaker for speaker in (self._first, *self._speakers.values())}
        for speaker in speakers.values():
            if texts := [text for text, who in said if self._speakers.get(who or "", self._first) is speaker]:
                speaker.prefetch(texts)

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        """One Speech a sentence, in order. Raises VoiceError as the voices do."""
        if not self._speakers:
            async for speech in self._first.voice.speak(text):
                yield speech
            return
        for speaker, sentences in groupby(split_sentences(text), lambda one: self._assigned.get(one, self._first)):
            async for speech in speaker.voice.speak("\n".join(sentences)):
                yield speech

    async def aclose(self) -> None:
        """The voices belong to the server: they stay open."""
