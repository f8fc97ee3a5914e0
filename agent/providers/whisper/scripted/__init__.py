"""A Whisper of true shape and cost that writes a known text: for benchmarks and tests, never for an interview.

`build_scripted_whisper` writes a CTranslate2 model directory which faster-whisper loads like any other. Its weights are
laid down by hand: the decoder emits the words of a script, one after the other, with the compute of tiny.en, base.en or
small.en. A *hearing* model writes only those words whose marks it finds in the sound (`marked_speech` puts them there),
at the times at which they are said; a deaf one writes the whole script into any sound.
"""

from agent.providers.whisper.scripted.marks import MAX_MARKED_WORDS
from agent.providers.whisper.scripted.model import SHAPES, build_scripted_whisper, ensure_scripted_whisper
from agent.providers.whisper.scripted.speech import MarkedSpeech, mark_speech, marked_speech

__all__ = [
    "MAX_MARKED_WORDS",
    "SHAPES",
    "MarkedSpeech",
    "build_scripted_whisper",
    "ensure_scripted_whisper",
    "mark_speech",
    "marked_speech",
]
