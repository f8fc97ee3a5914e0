"""One candidate's ear: from frames of sound to interim and final words. Knows Whisper and time, not LiveKit.

While somebody speaks, the sound since the last cut is read about once a second; words on which two readings agree
stand, and once the window has grown their sound is cut away and their text becomes the prompt. At the first 0.12 s of
silence the rest is read as the final, before it is known whether the candidate has finished; after 0.2 s the utterance
is closed and the final goes out when it is ready. Speech that goes on sooner makes that reading one more interim.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Sequence

import numpy as np
from numpy.typing import NDArray

from agent.ports import Recognised
from agent.providers.whisper.agreement import resume_index, same_word, without_echo
from agent.providers.whisper.decoder import SAMPLE_RATE, Reading
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.errors import WhisperFailed, WhisperOverloaded
from agent.providers.whisper.gate import FRAME, SpeechGate
from agent.providers.whisper.sound import SoundBuffer
from agent.providers.whisper.timing import clamp_words, credible, from_onset, place_words
from agent.providers.whisper.utterance import Heard, ListenerOptions, Pause, Utterance
from schema.transcript import Word

log = logging.getLogger(__name__)

_PROMPT_WORDS = 60  # about 80 tokens, below the decoder's limit of 100
_OVERLOAD_PAUSE_S = 0.25
_LONGEST_LOUD_S = 0.8  # sound that was loud before the gate's verdict is read too: a soft beginning
_VERDICT_S = 0.2  # but the voice itself hardly began earlier than this before it


class Listener:
    """Feeds one stream. All methods belong to the event loop's thread; decoding happens in the engine's.

    `emit` gets every interim and final in order. `failure` is set when transcription cannot go on.
    """

    def __init__(
        self, engine: WhisperEngine, emit: Callable[[Heard], None], options: ListenerOptions | None = None
    ) -> None:
        self._engine, self._emit = engine, emit
        self._options = options or ListenerOptions()
        self._stream = engine.new_stream()
        self._gate = SpeechGate()
        self._sound = SoundBuffer()
        self._partial: NDArray[np.int16] = np.zeros(0, np.int16)
        self._taken = 0  # samples before this belong to an earlier utterance
        self._utterance: Utterance | None = None
        self._closing: deque[Utterance] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._before = ""  # trusted text of the last finals: the next prompt
        self.failure: WhisperFailed | WhisperOverloaded | None = None
        self.failed = asyncio.Event()  # set together with `failure`

    # ------------------------------------------------------------------ sound in

    def push(self, samples: NDArray[np.int16]) -> None:
        """PCM16 mono at 16 kHz, any length; judged in frames of 20 ms."""
        sound = np.concatenate([self._partial, samples]) if len(self._partial) else samples
        whole = len(sound) // FRAME * FRAME
        for at in range(0, whole, FRAME):
            self._frame(sound[at : at + FRAME])
        self._partial = sound[whole:].copy()

    def flush(self) -> None:
        """Finalises what has been said so far, at once."""
        if self._utterance is not None:
            self._close(self._utterance)

    async def drain(self) -> None:
        """Returns when every closed utterance has been emitted (or `failure` is set)."""
        while self._closing and self.failure is None:
            task = self._closing[0].pause
            if task is not None:
                await asyncio.wait([task.task])
            await asyncio.sleep(0)

    async def settle(self) -> None:
        """Returns when nothing is being read any more: for sound that is pushed faster than real time."""
        while pending := [*self._tasks, *self._unread()]:
            await asyncio.wait(pending)
            await asyncio.sleep(0)

    async def aclose(self) -> None:
        """Gives up on everything that is still being read."""
        tasks = [*self._tasks, *self._unread()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._closing.clear()
        self._utterance = None

    def _unread(self) -> list[asyncio.Task[Reading | None]]:
        pauses = [utterance.pause for utterance in (*self._closing, self._utterance) if utterance is not None]
        return [pause.task for pause in pauses if pause is not None and not pause.task.done()]

    @property
    def held_s(self) -> float:
        """Seconds of sound in memory."""
        return (self._sound.end - self._sound.start) / SAMPLE_RATE

    def _frame(self, frame: NDArray[np.int16]) -> None:
        activity = self._gate.push(frame)
        self._sound.append(frame)
        now = self._sound.end
        utterance = self._utterance
        if utterance is None:
            if not activity.speaking:
                self._sound.drop_before(now - SAMPLE_RATE)
                return
            earliest = max(self._taken, self._sound.start)
            loud = now - _samples(min(activity.loud_s, _LONGEST_LOUD_S))
            onset = max(loud, now - _samples(_VERDICT_S), earliest)
            start = max(loud - _samples(self._options.preroll_s), earliest)
            utterance = self._utterance = self._begin(start, onset)
        if activity.voiced:
            utterance.voiced_frames += 1
            utterance.voice_end = now
            if utterance.pause is not None:
                self._go_on(utterance, utterance.pause)
        else:
            # the gate takes a voice back one frame late: the middle of the frame before was surely quiet
            utterance.last_quiet = now - 3 * FRAME // 2
        self._schedule(utterance, now, activity.silence_s)

    def _begin(self, start: int, onset: int) -> Utterance:
        first = start - _samples(self._options.interim_every_s - self._options.first_interim_s)
        return Utterance(window_start=start, onset=onset, voice_end=onset, last_quiet=start, read_until=first)

    def _schedule(self, utterance: Utterance, now: int, silence_s: float) -> None:
        options = self._options
        if silence_s >= options.close_after_s:
            self._close(utterance)
        elif silence_s >= options.speculate_after_s and utterance.pause is None:
            self._speculate(utterance, now)
        elif now - utterance.window_start >= _samples(options.longest_window_s):
            self._cut(utterance, now)
        elif silence_s == 0 and now - utterance.read_until >= _samples(options.interim_every_s):
            self._ask(utterance, now)

    # ------------------------------------------------------------------ interims

    def _ask(self, utterance: Utterance, now: int) -> None:
        """Reads the window as it stands. At most one reading waits behind one that runs."""
        utterance.read_until = now
        if utterance.readings >= 2:
            return
        window_start = utterance.window_start
        samples = self._sound.samples(window_start, now)
        long_enough = now - window_start >= _samples(self._options.trim_after_s)

        async def read() -> None:
            utterance.readings += 1
            try:
                reading = await self._engine.interim(
                    self._stream, samples, prompt=self._prompt(utterance), times=long_enough
                )
            except WhisperFailed as fault:
                log.warning("an interim could not be read: %s", fault)
                return
            finally:
                utterance.readings -= 1
            if reading is not None:
                self._use(utterance, reading, window_start, now)

        self._spawn(read())

    def _use(self, utterance: Utterance, reading: Reading, window_start: int, end: int) -> None:
        """A reading of speech that goes on: commit what it agrees on, cut, show."""
        stale = window_start != utterance.window_start or end <= utterance.applied_until
        if utterance is not self._utterance or stale:
            return
        if not credible(reading, (end - window_start) / SAMPLE_RATE):
            return
        utterance.applied_until = end
        skip = self._echo(utterance, reading)
        stand = utterance.agreement.read(reading.words[skip:])
        if reading.timed and utterance.pause is None:
            self._trim(utterance, reading.timed[skip:], stand, end)
        self._show(utterance, reading.confidence)

    def _trim(self, utterance: Utterance, timed: Sequence[Word], stand: int, end: int) -> None:
        """Cuts the sound of the committed words away, between the last of them and the word that follows."""
        if not 0 < stand < len(timed):
            return
        cut_s = (timed[stand - 1].end_s + timed[stand].start_s) / 2
        cut = utterance.window_start + _samples(cut_s)
        if cut >= end:
            return
        offset_s = utterance.window_start / SAMPLE_RATE
        committed = place_words(utterance.agreement.forget_committed(), timed[:stand])
        words = clamp_words(committed, offset_s, offset_s, cut / SAMPLE_RATE)
        utterance.head += words if utterance.head else from_onset(words, utterance.onset / SAMPLE_RATE)
        utterance.window_start = cut
        self._sound.drop_before(cut)

    def _show(self, utterance: Utterance, confidence: float) -> None:
        if self._closing:
            return  # the utterance before it has not come out yet
        head = [word.text for word in utterance.head]
        stable = " ".join(head + utterance.agreement.committed)
        text = " ".join(head + utterance.agreement.committed + list(utterance.agreement.guess))
        if not text:
            return
        utterance.shown = True
        recognised = Recognised(text, tuple(utterance.head), len(stable), False, confidence)
        start_s, end_s = utterance.onset / SAMPLE_RATE, utterance.voice_end / SAMPLE_RATE
        self._emit(Heard(recognised, start_s, end_s, utterance.applied_until / SAMPLE_RATE))

    # ------------------------------------------------------------------ finals

    def _speculate(self, utterance: Utterance, sound_end: int) -> Pause:
        samples = self._sound.samples(utterance.window_start, sound_end)
        task = asyncio.create_task(self._read_final(samples, self._prompt(utterance)))
        pause = Pause(utterance.voice_end, sound_end, utterance.window_start, task)
        utterance.pause = pause
        return pause

    async def _read_final(self, samples: NDArray[np.float32], prompt: str) -> Reading | None:
        """Reads to the end: waits while the queue is full, tries a failed decode once more; then sets `failure`."""
        deadline = asyncio.get_running_loop().time() + self._options.overload_patience_s
        failed = False
        while True:
            try:
                return await self._engine.final(self._stream, samples, prompt=prompt)
            except WhisperOverloaded as fault:
                if asyncio.get_running_loop().time() >= deadline:
                    self._fail(fault)
                    return None
                await asyncio.sleep(_OVERLOAD_PAUSE_S)
            except WhisperFailed as fault:
                if failed:
                    self._fail(fault)
                    return None
                failed = True

    def _fail(self, fault: WhisperFailed | WhisperOverloaded) -> None:
        self.failure = fault
        self.failed.set()

    def _go_on(self, utterance: Utterance, pause: Pause) -> None:
        """Speech resumed before the utterance was closed: its final becomes one more interim."""
        utterance.pause = None

        async def use() -> None:
            reading = await pause.task
            if reading is not None:
                self._use(utterance, reading, pause.window_start, pause.sound_end)

        self._spawn(use())

    def _close(self, utterance: Utterance) -> None:
        """Ends the utterance; it is emitted in its turn when its reading is there."""
        pause = utterance.pause or self._speculate(utterance, self._sound.end)
        self._gate.close()
        self._utterance = None
        self._finish(utterance, pause)

    def _cut(self, utterance: Utterance, now: int) -> None:
        """A window near the encoder's limit: end it at its last quiet moment, and go on with what follows."""
        recent = now - utterance.last_quiet < 3 * SAMPLE_RATE and utterance.last_quiet > utterance.window_start
        at = utterance.last_quiet if recent else now
        utterance.voice_end = at
        pause = self._speculate(utterance, at)
        self._utterance = self._begin(at, at)
        self._utterance.joined = True
        self._utterance.voice_end, self._utterance.voiced_frames = now, (now - at) // FRAME
        self._finish(utterance, pause)

    def _finish(self, utterance: Utterance, pause: Pause) -> None:
        self._taken = pause.sound_end
        self._sound.drop_before(pause.sound_end)
        if utterance.voiced_frames * FRAME < _samples(self._options.shortest_speech_s) and not utterance.shown:
            pause.task.cancel()
            return
        self._closing.append(utterance)
        pause.task.add_done_callback(lambda _: self._emit_ready())

    def _emit_ready(self) -> None:
        """Emits closed utterances in order, as far as they have been read."""
        while self._closing:
            pause = self._closing[0].pause
            if pause is None or not pause.task.done() or pause.task.cancelled():
                return
            utterance = self._closing.popleft()
            self._emit_final(utterance, pause, pause.task.result())

    def _emit_final(self, utterance: Utterance, pause: Pause, reading: Reading | None) -> None:
        start_s, end_s = utterance.onset / SAMPLE_RATE, pause.voice_end / SAMPLE_RATE
        words = (*utterance.head, *self._last_words(utterance, pause, reading))
        text = " ".join(word.text for word in words)
        if text and reading is not None:
            self._before = " ".join(f"{self._before} {text}".split()[-_PROMPT_WORDS:]) if reading.trusted else ""
        if not text and not utterance.shown:
            return  # nothing was said, and nothing was shown that must go
        known = [word.confidence for word in words if word.confidence is not None]
        confidence = sum(known) / len(known) if known else None
        recognised = Recognised(text, words, len(text), True, confidence)
        self._emit(Heard(recognised, start_s, end_s, pause.sound_end / SAMPLE_RATE))

    def _last_words(self, utterance: Utterance, pause: Pause, reading: Reading | None) -> tuple[Word, ...]:
        """The words of the last window: those that stand keep their spelling, the reading adds rest and times."""
        committed = utterance.agreement.committed
        voiced_s = utterance.voiced_frames * FRAME / SAMPLE_RATE
        timed: Sequence[Word] = ()
        if reading is not None and credible(reading, (pause.sound_end - pause.window_start) / SAMPLE_RATE, voiced_s):
            timed = reading.timed[self._echo(utterance, reading) :]
        stand = resume_index(committed, [word.text for word in timed])
        offset_s = pause.window_start / SAMPLE_RATE
        window_s = (pause.voice_end - pause.window_start) / SAMPLE_RATE
        words = (*place_words(committed, timed[:stand], window_s), *timed[stand:])
        placed = clamp_words(words, offset_s, offset_s, pause.voice_end / SAMPLE_RATE)
        return placed if utterance.head else from_onset(placed, utterance.onset / SAMPLE_RATE)

    # ------------------------------------------------------------------ both

    def _prompt(self, utterance: Utterance) -> str:
        said = [*self._before.split(), *(word.text for word in utterance.head)]
        return " ".join(said[-_PROMPT_WORDS:])

    def _echo(self, utterance: Utterance, reading: Reading) -> int:
        """First words of a reading that repeat what was cut away just before it."""
        if utterance.agreement.committed:
            return 0
        if utterance.head:
            return without_echo([word.text for word in utterance.head], reading.words)
        before = self._before.split()
        if not utterance.joined or not before or not reading.words:
            return 0
        return without_echo(before, reading.words) or int(same_word(before[-1], reading.words[0]))

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _samples(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE)
