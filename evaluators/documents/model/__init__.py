"""A language model's reading of a document, of which only what the text bears out is kept."""

from __future__ import annotations

from evaluators.documents.model.asking import ModelReading, read_with_model

__all__ = ["ModelReading", "read_with_model"]
