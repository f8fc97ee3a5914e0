"""Sentences that were spoken before, or will likely be spoken next, are ready at once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from dataclasses import dataclass

from agent.ports import Speech, Voice
from agent.voices.sentences import split_sentences
from agent.voices.speech import joined

_EVENT_BYTES = 300  # what a word or a mouth cue takes beside the samples


@dataclass(slots=True)
class CacheStats:
    """Counts since the start. `joined` sentences were already being made when they were asked for."""

    hits: int = 0
    joined: int = 0
    misses: int = 0
    prefetched: int = 0
    evicted: int = 0
    bytes: int = 0


@dataclass(slots=True)
class _Flight:
    """One sentence being made. It is given up when nobody waits for it any more."""

    task: asyncio.Task[Speech]
    waiting: int = 0


class CachedVoice:
    """A Voice that keeps what `voice` said, sentence by sentence, the least recently used going first.

    While one sentence plays, the next is already being made. `prefetch` makes sentences in the background, one at a
    time, and only while nobody waits for a live one; with `yielding` (a local engine that needs the whole processor)
    a sentence in the making is given up for a live one and made later. Safe to share between interviews.
    """

    def __init__(self, voice: Voice, max_bytes: int = 64_000_000, *, yielding: bool = False) -> None:
        self.name = voice.name
        self.gives_phonemes = voice.gives_phonemes
        self.stats = CacheStats()
        self._voice = voice
        self._max_bytes = max_bytes
        self._yielding = yielding
        self._kept: OrderedDict[str, Speech] = OrderedDict()
        self._flights: dict[str, _Flight] = {}
        self._wishes: deque[str] = deque()
        self._prefetcher: asyncio.Task[None] | None = None
        self._making: asyncio.Task[Speech] | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._live = 0

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        """One Speech a sentence, from memory where it is there. Raises VoiceError."""
        sentences = split_sentences(text)
        ahead: asyncio.Task[Speech] | None = None
        try:
            for index, sentence in enumerate(sentences):
                speech = await (ahead if ahead is not None else self._live_sentence(sentence))
                ahead = self._start_next(sentences, index)
                yield speech
        finally:
            if ahead is not None:
                ahead.cancel()
                await asyncio.gather(ahead, return_exceptions=True)

    def prefetch(self, texts: list[str]) -> None:
        """Replace what is to be made ahead, most likely first. Returns at once; failures are left to the live call."""
        wanted = dict.fromkeys(sentence for text in texts for sentence in split_sentences(text))
        self._wishes = deque(sentence for sentence in wanted if sentence not in self._kept)
        if self._wishes and (self._prefetcher is None or self._prefetcher.done()):
            self._prefetcher = asyncio.get_running_loop().create_task(self._make_wishes())

    def holds(self, text: str) -> bool:
        """Whether every sentence of `text` is ready."""
        return all(sentence in self._kept for sentence in split_sentences(text))

    async def aclose(self) -> None:
        """Stop what is being made and close the voice."""
        self._wishes.clear()
        prefetcher = [self._prefetcher] if self._prefetcher is not None else []
        tasks: list[asyncio.Task[None] | asyncio.Task[Speech]] = [
            *prefetcher,
            *(f.task for f in self._flights.values()),
        ]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._voice.aclose()

    def _start_next(self, sentences: list[str], index: int) -> asyncio.Task[Speech] | None:
        if index + 1 == len(sentences):
            return None
        return asyncio.get_running_loop().create_task(self._live_sentence(sentences[index + 1]))

    async def _live_sentence(self, sentence: str) -> Speech:
        if (speech := self._kept.get(sentence)) is not None:
            self._kept.move_to_end(sentence)
            self.stats.hits += 1
            return speech
        if sentence in self._flights:
            self.stats.joined += 1
        else:
            self.stats.misses += 1
            self._give_way()
        self._live += 1
        self._idle.clear()
        try:
            return await self._made(sentence)
        finally:
            self._live -= 1
            if self._live == 0:
                self._idle.set()

    async def _made(self, sentence: str) -> Speech:
        """The sentence, made once however many ask for it at the same time."""
        flight = self._flights.get(sentence) or self._take_off(sentence)
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if flight.waiting == 0 and not flight.task.done():
                self._flights.pop(sentence, None)  # whoever asks from now on starts afresh
                flight.task.cancel()
                await asyncio.gather(flight.task, return_exceptions=True)

    def _take_off(self, sentence: str) -> _Flight:
        flight = _Flight(asyncio.get_running_loop().create_task(self._make(sentence)))
        self._flights[sentence] = flight

        def land(task: asyncio.Task[Speech]) -> None:
            if self._flights.get(sentence) is flight:
                del self._flights[sentence]
            if not task.cancelled():
                task.exception()  # those who wait get it; an abandoned flight must not warn

        flight.task.add_done_callback(land)
        return flight

    async def _make(self, sentence: str) -> Speech:
        speech = joined([part async for part in self._voice.speak(sentence)])
        self._keep(sentence, speech)
        return speech

    def _keep(self, sentence: str, speech: Speech) -> None:
        self._kept[sentence] = speech
        self.stats.bytes += _size(speech)
        while self.stats.bytes > self._max_bytes:
            _, oldest = self._kept.popitem(last=False)
            self.stats.bytes -= _size(oldest)
            self.stats.evicted += 1

    async def _make_wishes(self) -> None:
        while True:
            await self._idle.wait()
            if not self._wishes:
                return
            sentence = self._wishes.popleft()
            if sentence not in self._kept:
                await self._make_wish(sentence)

    async def _make_wish(self, sentence: str) -> None:
        making = asyncio.get_running_loop().create_task(self._made(sentence))
        self._making = making
        try:
            await asyncio.wait({making})
        finally:
            self._making = None
            making.cancel()
            await asyncio.gather(making, return_exceptions=True)
        if making.cancelled():
            self._wishes.appendleft(sentence)
        elif making.exception() is None:
            self.stats.prefetched += 1

    def _give_way(self) -> None:
        """A live sentence needs the engine; the wish in the making is put back."""
        if self._yielding and self._making is not None:
            self._making.cancel()


def _size(speech: Speech) -> int:
    return len(speech.pcm) + _EVENT_BYTES * (len(speech.words) + len(speech.mouth))
