"""What the listener keeps while it listens: its times, the utterance that is going on, and what it tells."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from agent.ports import Recognised
from agent.providers.whisper.agreement import Agreement
from agent.providers.whisper.decoder import Reading
from schema.transcript import Word


@dataclass(frozen=True, slots=True)
class ListenerOptions:
    """Times in seconds. The defaults are what ships; REALTIME figures rest on them."""

    first_interim_s: float = 0.8  # sound before the first interim of an utterance
    interim_every_s: float = 1.0
    speculate_after_s: float = 0.12  # silence after which the final decode starts
    close_after_s: float = 0.2  # silence that ends an utterance: closures inside words are shorter
    trim_after_s: float = 5.0  # window length from which committed words are cut away
    longest_window_s: float = 24.0  # cut even without agreement: the encoder ends at 30 s
    preroll_s: float = 0.15  # sound kept from before the level rose
    shortest_speech_s: float = 0.08  # less voice than this is a click
    overload_patience_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcript with the seconds of its sound, counted from the stream's first sample."""

    recognised: Recognised
    start_s: float
    end_s: float
    read_s: float  # end of the sound that the newest reading has seen


@dataclass(slots=True, eq=False)
class Pause:
    """A silence whose speech is being read as a final. Samples of the stream."""

    voice_end: int
    sound_end: int
    window_start: int
    task: asyncio.Task[Reading | None]


@dataclass(slots=True, eq=False)
class Utterance:
    window_start: int  # first sample that is still to be read
    onset: int
    voice_end: int
    last_quiet: int  # newest quiet moment, for a forced cut
    joined: bool = False  # begins at a forced cut: the word there may be heard on both sides
    voiced_frames: int = 0
    read_until: int = 0  # end of the newest interim asked for
    applied_until: int = 0  # end of the newest reading used
    head: list[Word] = field(default_factory=list)  # committed, their sound cut away
    agreement: Agreement = field(default_factory=Agreement)
    readings: int = 0  # interims on their way
    pause: Pause | None = None
    shown: bool = False
