"""What can go wrong with the ear; `str()` of each says what to do."""

from __future__ import annotations


class WhisperUnavailable(Exception):  # noqa: N818 - a state of the machine
    """No transcription on this machine: the model is missing, incomplete or not a Whisper model."""


class ModelUnavailable(WhisperUnavailable):
    """The model could not be fetched or verified."""


class WhisperOverloaded(Exception):  # noqa: N818
    """Too many finished answers wait to be transcribed; try again in a moment."""


class WhisperFailed(Exception):  # noqa: N818
    """One decode failed inside the engine; the stream may go on."""
