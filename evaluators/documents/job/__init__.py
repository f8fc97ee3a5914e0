"""Reads a job ad: its title, company, duties and requirements, the skills it names and how senior it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluators.documents.job.header import company_span, title_span, without_title
from evaluators.documents.job.items import Item, Sort, items
from evaluators.documents.job.layout import sentences
from evaluators.documents.job.lexicon import Section
from evaluators.documents.job.signals import keywords, seniority_signals
from evaluators.documents.job.spans import asks_something, spans_of
from schema.documents import JobExtract, Pointer, SkillSpan, Span

__all__ = ["VERSION", "extract_job", "find_spans"]

VERSION = "job-rules-1"


def extract_job(text: str) -> JobExtract:
    """What the ad says, by rules alone; every value's place in `text` stands in `spans` by JSON pointer.

    Benefits, the company's praise of itself, legal sentences and words meant for a machine are left out. Linear in the
    text. Nothing is raised: a text that is no ad gives an empty extract.
    """
    title = title_span(text)
    company = company_span(text, title)
    whole = without_title(sentences(text), title)
    parts = tuple(part for part in whole if asks_something(part))
    stack = tuple(part for part in whole if part.section is Section.OWN_STACK)
    asked = items(text, parts)
    signals = seniority_signals(title, text, parts)
    name = _plain(text, title)
    return JobExtract(
        title=name,
        company=_plain(text, company),
        responsibilities=_texts(asked, Sort.RESPONSIBILITY),
        must_have=_texts(asked, Sort.MUST),
        nice_to_have=_texts(asked, Sort.NICE),
        keywords=keywords(name, asked, (*parts, *stack)),
        skills=spans_of(text, parts),
        seniority_signal=tuple(" ".join(text[start:end].split()) for start, end in signals),
        spans=dict(_pointers(title, company, asked, signals)),
    )


def find_spans(text: str) -> tuple[SkillSpan, ...]:
    """The ad's skills and knowledge alone, as in `JobExtract.skills`."""
    whole = without_title(sentences(text), title_span(text))
    return spans_of(text, [part for part in whole if asks_something(part)])


def _plain(text: str, span: tuple[int, int] | None) -> str | None:
    return " ".join(text[span[0] : span[1]].split()) if span else None


def _texts(asked: Sequence[Item], sort: Sort) -> tuple[str, ...]:
    return tuple(item.text for item in asked if item.sort is sort)


def _pointers(
    title: tuple[int, int] | None,
    company: tuple[int, int] | None,
    asked: Sequence[Item],
    signals: Sequence[tuple[int, int]],
) -> Iterator[tuple[Pointer, Span]]:
    for name, span in (("title", title), ("company", company)):
        if span is not None:
            yield f"/{name}", Span(start=span[0], end=span[1])
    for sort in Sort:
        for i, item in enumerate(item for item in asked if item.sort is sort):
            yield f"/{sort.value}/{i}", Span(start=item.start, end=item.end)
    for i, (start, end) in enumerate(signals):
        yield f"/seniority_signal/{i}", Span(start=start, end=end)
