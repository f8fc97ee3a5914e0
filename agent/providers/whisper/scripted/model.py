"""Writes the CTranslate2 directory of a scripted Whisper: true shapes, weights laid down by hand.

How the decoder follows the script. Every piece of the script is a token of its own whose input embedding points, in
residual space, at the output row of the piece that follows; layers of small random weights cost what real ones cost
and change nothing. In a hearing model the residual also carries a query, and the last cross-attention answers it:

- head 0 of a piece asks "is the next word in the sound?" with the next word's code; where no frame carries it, the
  end-of-text direction that every piece holds ready wins;
- head 1 of `<|0.00|>`, `<|notimestamps|>` and `<|startoftranscript|>` asks for the earliest marked frame and copies its
  code, which the output rows of word beginnings contain; silence leaves the no-speech direction standing;
- the other heads ask both without answering: they are the alignment heads that word timings are read from.

The encoder's first convolution turns each mark's mel band into a clipped level; the second keeps it and adds a channel
for "no mark here" that is exactly zero under a mark; position encodings carry a ramp that tells early from late.
Everything holds after int8 quantisation of weights and activations.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import whisper_spec
from numpy.typing import NDArray

from agent.providers.whisper.scripted import marks
from agent.providers.whisper.scripted.tokens import VOCABULARY, ScriptTokens, script_tokens

SHAPES = {"tiny.en": (384, 4, 6), "base.en": (512, 6, 8), "small.en": (768, 12, 12)}  # width, layers, heads
_VERSION = 10  # part of the cache key: raise when the weights change
_HEAD = 64
_QUIET = 0.0005  # standard deviation of weights that only cost time
_BANDS = len(marks.BANDS)
_RAMP_SEGMENTS, _SEGMENT_FRAMES = 30, 50
_RAMP_HEIGHT, _ENCODER_SPREAD = 5.0, 3.4  # the spread is what the encoder's last layer norm divides by
_MARK_LEVEL, _TALLEST = 10.0, 14.0
_UNMARKED = _BANDS + 2 * _RAMP_SEGMENTS  # encoder direction: nothing is marked here

# residual directions of the decoder: query code, "first word" flag and its negative (layer norms move every direction
# alike, a difference stays zero), heard code; random directions fill the rest
_FLAG, _ANTIFLAG, _HEARD, _FREE = _BANDS, _BANDS + 1, _BANDS + 2, 2 * _BANDS + 2
_QUERY_GAIN, _NEXT_GAIN, _END_GAIN, _END_VETO = 3.0, 6.0, 14.0, 20.0
_HEARD_GAIN = 15.0
_SHARPNESS, _EARLIEST, _FIRST = 240.0, 12_000.0, 26_000.0


@dataclass(frozen=True, slots=True)
class _Plan:
    width: int
    layers: int
    heads: int
    tokens: ScriptTokens
    hearing: bool
    output: NDArray[np.float32]  # rows of the vocabulary projection
    word_codes: NDArray[np.float32]

    def id(self, name: str) -> int:
        token = self.tokens.tokenizer.token_to_id(f"<|{name}|>")
        if token is None:
            raise ValueError(f"the tokenizer lacks <|{name}|>")
        return int(token)


def build_scripted_whisper(
    directory: Path, script: str, *, shape: str = "tiny.en", hearing: bool = False, seed: int = 0
) -> Path:
    """Writes an int8 model into `directory` (made, or emptied of nothing: files are overwritten) and returns it.

    `shape` is a key of SHAPES. A hearing script has at most MAX_MARKED_WORDS words. Raises ValueError on a bad script
    or shape. Takes two to ten seconds; 42 MB for tiny.en, 77 MB for base.en.
    """
    if shape not in SHAPES:
        raise ValueError(f"unknown shape {shape!r}: one of {', '.join(SHAPES)}")
    rng = np.random.default_rng(seed)
    plan = _plan(script, shape, hearing, rng)
    _, layers, heads = SHAPES[shape]
    spec = whisper_spec.WhisperSpec(layers, heads, layers, heads)
    _fill_encoder(spec.encoder, plan, rng)
    _fill_decoder(spec.decoder, plan, rng)
    spec.register_vocabulary(list(plan.tokens.strings))
    space = plan.tokens.strings.index("Ġ")
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [space, plan.id("endoftext")]
    spec.config.lang_ids = [plan.id("en")]
    spec.config.alignment_heads = [(layers - 1, head) for head in range(2, heads)]
    spec.validate()
    spec.optimize("int8")
    directory.mkdir(parents=True, exist_ok=True)
    spec.save(str(directory))
    plan.tokens.tokenizer.save(str(directory / "tokenizer.json"))
    return directory


def ensure_scripted_whisper(script: str, *, shape: str = "tiny.en", hearing: bool = False) -> Path:
    """The same model from a cache in the system's temporary folder; built once, moved into place whole."""
    key = hashlib.sha256(f"{_VERSION}|{shape}|{hearing}|{script}".encode()).hexdigest()[:16]
    cache = Path(tempfile.gettempdir()) / f"interview-lab-scripted-{shape}-{key}"
    if (cache / "model.bin").is_file():
        return cache
    work = Path(tempfile.mkdtemp(prefix=f"{cache.name}-", dir=cache.parent))
    build_scripted_whisper(work, script, shape=shape, hearing=hearing)
    try:
        work.rename(cache)
    except OSError:  # another process was first
        shutil.rmtree(work, ignore_errors=True)
    return cache


def _plan(script: str, shape: str, hearing: bool, rng: np.random.Generator) -> _Plan:
    width, layers, heads = SHAPES[shape]
    tokens = script_tokens(script)
    word_codes = marks.codes(len(script.split())) if hearing else np.zeros((len(script.split()), _BANDS), np.float32)
    output = rng.standard_normal((VOCABULARY, width)).astype(np.float32)
    output[:, :_FREE] = 0.0
    output /= np.linalg.norm(output, axis=1, keepdims=True)
    if hearing:
        for piece in tokens.pieces:
            if piece.first:
                code = word_codes[piece.word]
                rest = marks.TONES_A_WORD / (_BANDS - marks.TONES_A_WORD)
                output[piece.token_id, _HEARD:_FREE] = code - (1 - code) * rest
    return _Plan(width, layers, heads, tokens, hearing, output, word_codes)


# ------------------------------------------------------------------ layers that only cost time


def _noise(rng: np.random.Generator, *shape: int) -> NDArray[np.float32]:
    return (rng.standard_normal(shape) * _QUIET).astype(np.float32)


def _linear(layer: Any, rng: np.random.Generator, rows: int, columns: int) -> None:
    layer.weight = _noise(rng, rows, columns)
    layer.bias = np.zeros(rows, np.float32)


def _norm(layer: Any, width: int, gain: float = 1.0) -> None:
    layer.gamma = np.full(width, gain, np.float32)
    layer.beta = np.zeros(width, np.float32)


def _attention(layer: Any, rng: np.random.Generator, width: int, *, crossed: bool) -> None:
    _norm(layer.layer_norm, width)
    rows = [width, 2 * width, width] if crossed else [3 * width, width]
    for linear, count in zip(layer.linear, rows, strict=True):
        _linear(linear, rng, count, width)


def _feed_forward(layer: Any, rng: np.random.Generator, width: int) -> None:
    _norm(layer.layer_norm, width)
    _linear(layer.linear_0, rng, 4 * width, width)
    _linear(layer.linear_1, rng, width, 4 * width)


# ------------------------------------------------------------------ encoder


def _fill_encoder(encoder: Any, plan: _Plan, rng: np.random.Generator) -> None:
    width = plan.width
    encoder.conv1.weight, encoder.conv1.bias = _noise(rng, width, 80, 3), np.zeros(width, np.float32)
    encoder.conv2.weight, encoder.conv2.bias = _noise(rng, width, width, 3), np.zeros(width, np.float32)
    _norm(encoder.layer_norm, width)
    for layer in encoder.layer:
        _attention(layer.self_attention, rng, width, crossed=False)
        _feed_forward(layer.ffn, rng, width)
    encoder.position_encodings.encodings = _positions(width)
    if plan.hearing:
        _hear_marks(encoder)


def _positions(width: int) -> NDArray[np.float32]:
    """(1500, width): paired ramps, one pair a second, and constants that keep the last norm's divisor even.

    One constant stands above everything else, and the constants outweigh the marks, so that under a mark activations
    have the same int8 step and offset in every frame: otherwise rounding, not time, would order the frames.
    """
    table = np.zeros((1500, width), np.float32)
    frame = np.arange(1500)
    for segment in range(_RAMP_SEGMENTS):
        ramp = np.clip((frame - segment * _SEGMENT_FRAMES) / _SEGMENT_FRAMES, 0, 1) * 2 - 1
        column = _BANDS + 2 * segment
        table[:, column], table[:, column + 1] = _RAMP_HEIGHT * ramp, -_RAMP_HEIGHT * ramp
    used = _UNMARKED + 1
    fixed = [_TALLEST, -_TALLEST, *([-_MARK_LEVEL] * marks.TONES_A_WORD)]
    table[:, used : used + len(fixed)] = fixed
    used += len(fixed)
    # as many small constants as make the spread _ENCODER_SPREAD at any width
    squares = np.square(fixed).sum() + marks.TONES_A_WORD * _MARK_LEVEL**2
    count = int((_ENCODER_SPREAD**2 * width - squares) / _RAMP_HEIGHT**2) // 2 * 2 - 2 * _RAMP_SEGMENTS
    table[:, used : used + count : 2], table[:, used + 1 : used + count : 2] = _RAMP_HEIGHT, -_RAMP_HEIGHT
    return table


def _hear_marks(encoder: Any) -> None:
    """conv1: gelu(level - off) and gelu(level - on); conv2: their difference, clipped to 0..10, and its absence."""
    gain = _MARK_LEVEL / (marks.LEVEL_ON - marks.LEVEL_OFF)
    for index, band in enumerate(marks.BANDS):
        for row, threshold in ((index, marks.LEVEL_OFF), (_BANDS + index, marks.LEVEL_ON)):
            encoder.conv1.weight[row] = 0.0
            encoder.conv1.weight[row, band, 1] = gain
            encoder.conv1.bias[row] = -gain * threshold
        encoder.conv2.weight[index] = 0.0
        encoder.conv2.weight[index, index, 1], encoder.conv2.weight[index, _BANDS + index, 1] = 1.0, -1.0
    encoder.conv2.weight[_UNMARKED] = 0.0
    # above zero unless all five tones sound in full: at the edge of a mark the other channels cannot be trusted
    encoder.conv2.weight[_UNMARKED, :_BANDS, 1], encoder.conv2.weight[_UNMARKED, _BANDS : 2 * _BANDS, 1] = -6.0, 6.0
    encoder.conv2.bias[_UNMARKED] = 6.0 * (marks.TONES_A_WORD - 0.25) * _MARK_LEVEL


# ------------------------------------------------------------------ decoder


def _fill_decoder(decoder: Any, plan: _Plan, rng: np.random.Generator) -> None:
    width = plan.width
    decoder.embeddings.weight = _embeddings(plan)
    decoder.projection.weight = plan.output
    decoder.position_encodings.encodings = _noise(rng, 448, width)
    _norm(decoder.layer_norm, width, gain=2.0)
    for layer in decoder.layer:
        _attention(layer.self_attention, rng, width, crossed=False)
        _attention(layer.attention, rng, width, crossed=True)
        _feed_forward(layer.ffn, rng, width)
    if plan.hearing:
        _ask_and_answer(decoder.layer[-1].attention, plan)


def _embeddings(plan: _Plan) -> NDArray[np.float32]:
    """(vocabulary, width): each piece points at its successor."""
    table, output, pieces = plan.output.copy(), plan.output, plan.tokens.pieces
    end = plan.id("endoftext")
    for piece, following in zip(pieces, (*pieces[1:], None), strict=True):
        row = np.zeros(plan.width, np.float32)
        if following is not None:
            row += _NEXT_GAIN * output[following.token_id]
            row[:_FREE] = 0.0
            row[:_BANDS] = _QUERY_GAIN * plan.word_codes[following.word]
        if plan.hearing or following is None:
            row += _END_GAIN * output[end]
        table[piece.token_id] = row
    start, first_stamp, no_stamps = plan.id("startoftranscript"), plan.id("0.00"), plan.id("notimestamps")
    table[start] = _NEXT_GAIN * output[first_stamp]
    if plan.hearing:
        table[start] += _END_GAIN * output[plan.id("nocaptions")]
        table[first_stamp] = table[no_stamps] = _END_GAIN * output[end]
        for opening in (start, first_stamp, no_stamps):
            table[opening, _FLAG], table[opening, _ANTIFLAG] = _NEXT_GAIN, -_NEXT_GAIN
    else:
        table[first_stamp] = table[no_stamps] = _NEXT_GAIN * output[pieces[0].token_id]
    return table


def _ask_and_answer(attention: Any, plan: _Plan) -> None:
    """Writes the three kinds of head into a cross-attention; see the module's docstring."""
    query, key_value, answer = (linear for linear in attention.linear)
    width = plan.width
    # a piece's residual before this layer: query code, next and end directions
    piece_norm = np.sqrt(marks.TONES_A_WORD * _QUERY_GAIN**2 + _NEXT_GAIN**2 + _END_GAIN**2)
    code_in = np.float32(_QUERY_GAIN * np.sqrt(width) / piece_norm)
    flag_in = np.float32(2 * _NEXT_GAIN * np.sqrt(width) / np.sqrt(2 * _NEXT_GAIN**2 + _END_GAIN**2))
    mark = _ENCODER_SPREAD / _MARK_LEVEL
    presence, ramp, unmarked = _BANDS, _BANDS + 1, _BANDS + 2
    shut = (marks.TONES_A_WORD - 0.5) * _SHARPNESS
    for head in range(plan.heads):
        at = head * _HEAD
        query.weight[at : at + _HEAD], key_value.weight[at : at + _HEAD] = 0.0, 0.0
        key_value.weight[width + at : width + at + _HEAD] = 0.0
        for band in range(_BANDS):
            key_value.weight[at + band, band] = mark
            key_value.weight[at + presence, band] = mark / marks.TONES_A_WORD
        for column in range(_BANDS, _BANDS + 2 * _RAMP_SEGMENTS):
            sign = 1 if (column - _BANDS) % 2 == 0 else -1
            key_value.weight[at + ramp, column] = sign * _ENCODER_SPREAD / (4 * _RAMP_SEGMENTS * _RAMP_HEIGHT)
        key_value.bias[at + ramp] = 0.5
        key_value.weight[at + unmarked, _UNMARKED] = mark / 10
        query.bias[at + presence] = -shut
        if head != 1:
            for band in range(_BANDS):
                query.weight[at + band, band] = _SHARPNESS / code_in
        if head != 0:
            # alignment wants all of the first word, the answer its first moment
            earliest = _EARLIEST * (1.0 if head == 1 else 0.1)
            for row, gain in ((presence, shut), (unmarked, -_FIRST), (ramp, -earliest)):
                query.weight[at + row, _FLAG] = gain / flag_in
                query.weight[at + row, _ANTIFLAG] = -gain / flag_in
    _answer(key_value, answer, plan, mark)


def _answer(key_value: Any, answer: Any, plan: _Plan, mark: float) -> None:
    """Head 0 withdraws the end; head 1 withdraws end and no-speech and hands over the code it found."""
    width, presence = plan.width, _BANDS
    end, no_speech = plan.output[plan.id("endoftext")], plan.output[plan.id("nocaptions")]
    for head in (0, 1):
        at = head * _HEAD
        answer.weight[:, at : at + _HEAD] = 0.0
        for band in range(_BANDS):
            key_value.weight[width + at + band, band] = mark
            key_value.weight[width + at + presence, band] = mark / marks.TONES_A_WORD
        answer.weight[:, at + presence] = -_END_VETO * end
    for band in range(_BANDS):
        answer.weight[_HEARD + band, _HEAD + band] = _HEARD_GAIN
    answer.weight[:, _HEAD + presence] -= _END_VETO * no_speech
