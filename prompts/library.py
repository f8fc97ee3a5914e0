"""Loads the prompts beside this file and renders them strictly: every slot given, none invented, slot text is data.

A prompt file opens with front matter between two lines of `---`:

    name: interviewer            # the file's stem
    version: "1"                 # stored beside every answer a model gives to it
    output: PhrasedQuestion      # what the answer is parsed into ("text" for free text)
    slots: {style: word, answer: data}

A slot of kind `word` is one short line and stands inside the sentence as {{style}}. A slot of kind `data` is anybody's
text: it is fenced, so that what a candidate wrote never reads as an instruction. A plain list of slots means `data`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml

MAX_WORD_CHARS = 160
_VARIABLE = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")
_FENCE = re.compile(r"<\s*/?\s*data\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


class PromptError(Exception):
    """A prompt file is malformed, or was rendered with the wrong slots. `str()` names the prompt and the slot."""


class SlotKind(StrEnum):
    WORD = "word"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt. `version` is stored beside what a model answers; `output` names the shape of that answer."""

    name: str
    version: str
    output: str
    slots: Mapping[str, SlotKind]
    body: str

    def render(self, **slots: str) -> str:
        """The prompt's text with every slot filled. Raises PromptError on a slot missing, unknown or not a string."""
        self._check(slots)
        return _VARIABLE.sub(lambda match: self._filled(match[1], slots[match[1]]), self.body)

    def _check(self, slots: Mapping[str, str]) -> None:
        missing, unknown = sorted(self.slots.keys() - slots.keys()), sorted(slots.keys() - self.slots.keys())
        if missing:
            raise PromptError(f"prompt {self.name!r} was rendered without: {', '.join(missing)}")
        if unknown:
            raise PromptError(f"prompt {self.name!r} has no slot: {', '.join(unknown)}")
        for name, value in slots.items():
            if not isinstance(value, str):
                raise PromptError(f"slot {name!r} of prompt {self.name!r} takes a string")

    def _filled(self, name: str, value: str) -> str:
        return as_word(value) if self.slots[name] is SlotKind.WORD else as_data(name, value)


def as_word(value: str) -> str:
    """`value` as one line of at most MAX_WORD_CHARS characters, without anything that could open a fence."""
    line = " ".join(_FENCE.sub("", value).split())
    return line[:MAX_WORD_CHARS]


def as_data(name: str, value: str) -> str:
    """`value` between fences that it can't close by itself: a fence inside it loses its angle bracket."""
    inner = _FENCE.sub(lambda match: match[0].replace("<", "‹"), value.strip())
    return f'<data name="{name}">\n{inner}\n</data>'


@cache
def load(name: str) -> Prompt:
    """The prompt of that name. Raises PromptError when there is none or when its file is malformed."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise PromptError(f"{name!r} is not the name of a prompt")
    file = resources.files("prompts").joinpath(f"{name}.md")
    if not file.is_file():
        raise PromptError(f"there is no prompt {name!r}; there are: {', '.join(names())}")
    return parse(name, file.read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """The names of all prompts that ship, sorted."""
    files = resources.files("prompts").iterdir()
    return tuple(sorted(file.name.removesuffix(".md") for file in files if file.name.endswith(".md")))


def parse(name: str, source: str) -> Prompt:
    """The prompt written in `source`. Raises PromptError on malformed front matter or stray slots."""
    match = _FRONT_MATTER.match(source)
    if match is None:
        raise PromptError(f"prompt {name!r} does not open with front matter between two lines of ---")
    try:
        front = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        raise PromptError(f"the front matter of prompt {name!r} is not YAML: {error}") from error
    if not isinstance(front, dict):
        raise PromptError(f"the front matter of prompt {name!r} is not a mapping")
    prompt = Prompt(
        name=_field(name, front, "name"),
        version=_field(name, front, "version"),
        output=_field(name, front, "output"),
        slots=_slots(name, front.get("slots")),
        body=match[2].strip() + "\n",
    )
    _check_prompt(name, prompt)
    return prompt


def _field(name: str, front: Mapping[str, object], key: str) -> str:
    value = front.get(key)
    if not isinstance(value, str) or not value:
        raise PromptError(f"prompt {name!r} needs {key!r} as a non-empty string in its front matter")
    return value


def _slots(name: str, slots: object) -> dict[str, SlotKind]:
    if slots is None:
        return {}
    if isinstance(slots, list):
        slots = dict.fromkeys(slots, SlotKind.DATA.value)
    if not isinstance(slots, dict):
        raise PromptError(f"prompt {name!r}: slots are a list of names or a mapping of names to word|data")
    try:
        return {str(key): SlotKind(kind) for key, kind in slots.items()}
    except ValueError as error:
        raise PromptError(f"prompt {name!r}: a slot is word or data ({error})") from error


def _check_prompt(name: str, prompt: Prompt) -> None:
    if prompt.name != name:
        raise PromptError(f"prompt file {name!r} calls itself {prompt.name!r}")
    used, declared = set(_VARIABLE.findall(prompt.body)), set(prompt.slots)
    if used != declared:
        raise PromptError(f"prompt {name!r}: declared and used slots differ in {', '.join(sorted(used ^ declared))}")
