"""The scripted model's own promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.scripted import MAX_MARKED_WORDS, build_scripted_whisper, mark_speech, marked_speech
from agent.providers.whisper.scripted.marks import codes
from agent.providers.whisper.scripted.tokens import VOCABULARY, script_tokens
from tests.support.scripted_whisper import SCRIPT, WORDS, deaf_model, noise


@pytest.mark.parametrize("script", [SCRIPT, "Caching helped: 12.5 % faster, I’d say — naïve, but true!", "yes"])
def test_text_makes_the_round_trip(script: str) -> None:
    built = script_tokens(script)
    assert built.tokenizer.get_vocab_size() == VOCABULARY == len(set(built.strings))
    ids = [piece.token_id for piece in built.pieces]
    assert len(set(ids)) == len(ids), "a token for each place"
    assert built.tokenizer.decode(ids) == " " + " ".join(script.split())
    prompt = built.tokenizer.encode(" " + script).ids
    assert built.tokenizer.decode(prompt) == " " + script
    assert len(prompt) < 3 * len(script.split()) + 12, "a prompt is about as long as a real one"


def test_special_tokens_are_where_whisper_has_them() -> None:
    tokenizer = script_tokens("yes").tokenizer
    assert tokenizer.token_to_id("<|endoftext|>") == 50256
    assert tokenizer.token_to_id("<|startoftranscript|>") == 50257
    assert tokenizer.token_to_id("<|notimestamps|>") == 50362
    assert tokenizer.token_to_id("<|30.00|>") == 51863


def test_every_word_has_a_code_of_its_own() -> None:
    table = codes(MAX_MARKED_WORDS)
    assert len({tuple(row) for row in table}) == MAX_MARKED_WORDS
    with pytest.raises(ValueError, match="at most"):
        codes(MAX_MARKED_WORDS + 1)


def test_bad_scripts_and_shapes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="empty"):
        build_scripted_whisper(tmp_path, "  ")
    with pytest.raises(ValueError, match="shape"):
        build_scripted_whisper(tmp_path, "yes", shape="huge")


def test_a_deaf_model_writes_its_text_into_anything() -> None:
    engine = WhisperEngine(deaf_model(), workers=1)
    reading = engine.decoder.read(noise(2.0, rms=0.001), times=True)
    assert " ".join(reading.words) == "Thank you for watching."
    assert len(reading.timed) == 4
    engine.close()


def test_marks_can_be_laid_on_any_speech(hearing: WhisperEngine) -> None:
    voice = marked_speech(["hello"] * 6, first_word=100)
    spans = [(start_s, end_s) for _, start_s, end_s in voice.words]
    marked = mark_speech(voice.samples, spans, first_word=20)
    assert len(marked) == len(voice.samples)
    reading = hearing.decoder.read(marked)
    assert list(reading.words) == WORDS[20:26]
    assert len(voice.pcm16) == 2 * len(voice.samples)
    assert voice.words[0][1] == pytest.approx(0.5)
    assert len(voice.samples) / SAMPLE_RATE > 2
