"""Uploaded documents: read in a child process, stored as files, worked on in the background."""

from __future__ import annotations

from server.documents.reading import Reading, read_and_extract, read_safely

__all__ = ["Reading", "read_and_extract", "read_safely"]
