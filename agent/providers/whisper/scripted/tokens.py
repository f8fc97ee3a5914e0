"""A byte-level tokenizer of the exact size of Whisper's English one, whose script has one token for each piece."""

from __future__ import annotations

from dataclasses import dataclass

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers

TEXT_TOKENS = 50_256  # ids below <|endoftext|>, as in tiny.en
VOCABULARY = 51_864
_FIRST_MARK = 0xE000  # private-use characters make the same word at two places two tokens; decoding drops them
_LAST_MARK = 0xF8FF
_LONG_WORD = 8  # letters; GPT-2's vocabulary splits about as many English words in two


@dataclass(frozen=True, slots=True)
class Piece:
    """One token of the script: a word with its punctuation, or a half of a long one."""

    token_id: int
    text: str
    word: int  # index of the word it belongs to
    first: bool  # begins its word


@dataclass(frozen=True, slots=True)
class ScriptTokens:
    """The tokenizer, its tokens by id, and the script's pieces in order."""

    tokenizer: Tokenizer
    strings: tuple[str, ...]
    pieces: tuple[Piece, ...]


def script_tokens(script: str) -> ScriptTokens:
    """Tokenizer and pieces for a script. Decoding the pieces gives the script back, led by a space.

    ValueError when the script is empty or has more than 6,400 pieces.
    """
    words = script.split()
    if not words:
        raise ValueError("the script is empty")
    alphabet = _byte_alphabet()
    spelled = [_pieces_of(word) for word in words]
    if sum(map(len, spelled)) > _LAST_MARK - _FIRST_MARK:
        raise ValueError("the script has more than 6,400 pieces")
    strings = list(alphabet.values())
    merges = _word_merges(words, alphabet, strings)
    pieces = _marked_pieces(spelled, alphabet, strings)
    strings += [f"<unused{index}>" for index in range(TEXT_TOKENS - len(strings))]
    vocabulary = {text: index for index, text in enumerate(strings)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    drop_marks = decoders.Replace(Regex(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]"), "")
    tokenizer.decoder = decoders.Sequence([drop_marks, decoders.ByteLevel()])
    tokenizer.add_special_tokens([AddedToken(text, special=True) for text in _special_tokens()])
    if tokenizer.get_vocab_size() != VOCABULARY:
        raise ValueError("the tokenizer does not have Whisper's size")
    return ScriptTokens(tokenizer, (*strings, *_special_tokens()), pieces)


def _byte_alphabet() -> dict[int, str]:
    """GPT-2's printable character for each byte."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    shifted = (byte for byte in range(256) if byte not in printable)
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + n) for n, byte in enumerate(shifted)}


def _pieces_of(word: str) -> list[str]:
    """' word,' is one piece, longer words are two. Punctuation has no sound of its own to be aligned with."""
    middle = len(word) // 2
    return [f" {word[:middle]}", word[middle:]] if len(word) > _LONG_WORD else [f" {word}"]


def _spell(text: str, alphabet: dict[int, str]) -> str:
    return "".join(alphabet[byte] for byte in text.encode())


def _word_merges(words: list[str], alphabet: dict[int, str], strings: list[str]) -> list[tuple[str, str]]:
    """Merges that make one token of each of the script's words in a prompt; adds the new tokens to `strings`."""
    merges: list[tuple[str, str]] = []
    known = set(strings)
    for word in words:
        letters = _spell(" " + word.rstrip(".,;:!?"), alphabet)
        for end in range(2, len(letters) + 1):
            if letters[:end] not in known:
                merges.append((letters[: end - 1], letters[end - 1]))
                known.add(letters[:end])
                strings.append(letters[:end])
    return merges


def _marked_pieces(spelled: list[list[str]], alphabet: dict[int, str], strings: list[str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for index, parts in enumerate(spelled):
        for position, part in enumerate(parts):
            pieces.append(Piece(len(strings), part, index, first=position == 0))
            strings.append(_spell(part, alphabet) + chr(_FIRST_MARK + len(pieces)))
    return tuple(pieces)


def _special_tokens() -> list[str]:
    languages = ["en", *(f"language{index:02d}" for index in range(98))]
    tasks = ["translate", "transcribe", "startoflm", "startofprev", "nocaptions", "notimestamps"]
    names = ["endoftext", "startoftranscript", *languages, *tasks, *(f"{step * 0.02:.2f}" for step in range(1501))]
    return [f"<|{name}|>" for name in names]
