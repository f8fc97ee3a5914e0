"""What a model is asked to return about a document. Nothing in it is believed before it was found in the text."""

from __future__ import annotations

from schema.base import Shape
from schema.vocabulary import ClaimKind, SkillKind


class ReadEmployment(Shape):
    company: str | None
    title: str | None
    start: str | None
    end: str | None
    location: str | None
    bullets: tuple[str, ...]
    evidence: str


class ReadEducation(Shape):
    institution: str | None
    degree: str | None
    field: str | None
    start: str | None
    end: str | None
    evidence: str


class ReadProject(Shape):
    name: str
    start: str | None
    end: str | None
    bullets: tuple[str, ...]
    evidence: str


class ReadSkill(Shape):
    text: str
    evidence: str


class ReadClaim(Shape):
    kind: ClaimKind
    text: str


class ModelResume(Shape):
    name: str | None
    email: str | None
    phone: str | None
    links: tuple[str, ...]
    work_history: tuple[ReadEmployment, ...]
    education: tuple[ReadEducation, ...]
    projects: tuple[ReadProject, ...]
    skills: tuple[ReadSkill, ...]
    metrics: tuple[str, ...]
    claims: tuple[ReadClaim, ...]


class ReadJobSkill(Shape):
    text: str
    kind: SkillKind


class ModelJob(Shape):
    title: str | None
    company: str | None
    responsibilities: tuple[str, ...]
    must_have: tuple[str, ...]
    nice_to_have: tuple[str, ...]
    keywords: tuple[str, ...]
    seniority_signal: tuple[str, ...]
    skills: tuple[ReadJobSkill, ...]
