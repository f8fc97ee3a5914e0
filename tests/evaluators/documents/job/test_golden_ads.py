"""Job ads of our own, Indian, American and European, against what a person reads in them."""

from importlib import resources
from importlib.resources.abc import Traversable

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from evaluators.documents.job import extract_job
from schema.documents import JobExtract

ADS = sorted(
    (file for file in resources.files("tests.evaluators.documents.job").joinpath("ads").iterdir()),
    key=lambda file: file.name,
)
BOILERPLATE = ("insurance", "equal opportunity", "without regard", "vacation", "401(k)", "ignore all", "highest score")


class Ad(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    title: str | None
    company: str | None
    responsibilities: list[str]
    must_have: list[str]
    nice_to_have: list[str]
    keywords: list[str]
    seniority: list[str]
    skills: list[tuple[str, str]]


def ad(file: Traversable) -> Ad:
    return Ad.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))


def read(file: Traversable) -> tuple[Ad, JobExtract]:
    expected = ad(file)
    return expected, extract_job(expected.text)


each_ad = pytest.mark.parametrize("file", ADS, ids=lambda file: file.name.removesuffix(".yaml"))


def test_there_are_enough() -> None:
    assert len(ADS) >= 15


@each_ad
def test_head(file: Traversable) -> None:
    expected, extract = read(file)
    assert (extract.title, extract.company) == (expected.title, expected.company)
    assert list(extract.seniority_signal) == expected.seniority


@each_ad
def test_items(file: Traversable) -> None:
    expected, extract = read(file)
    assert list(extract.responsibilities) == expected.responsibilities
    assert list(extract.must_have) == expected.must_have
    assert list(extract.nice_to_have) == expected.nice_to_have


@each_ad
def test_skills_and_keywords(file: Traversable) -> None:
    expected, extract = read(file)
    assert set(expected.keywords) <= set(extract.keywords)
    assert set(expected.skills) <= {(span.kind.value, span.text) for span in extract.skills}


@each_ad
def test_nothing_of_the_boilerplate(file: Traversable) -> None:
    _, extract = read(file)
    items = (*extract.responsibilities, *extract.must_have, *extract.nice_to_have, *(s.text for s in extract.skills))
    assert not [item for item in items if any(words in item.casefold() for words in BOILERPLATE)]


@each_ad
def test_every_value_stands_where_its_span_says(file: Traversable) -> None:
    expected, extract = read(file)
    values = {"/title": extract.title, "/company": extract.company}
    for name in ("responsibilities", "must_have", "nice_to_have", "seniority_signal"):
        values |= {f"/{name}/{i}": value for i, value in enumerate(getattr(extract, name))}
    assert set(extract.spans) == {pointer for pointer, value in values.items() if value is not None}
    for pointer, span in extract.spans.items():
        assert " ".join(expected.text[span.start : span.end].split()) == values[pointer]
    assert all(expected.text[span.start : span.end] == span.text for span in extract.skills)
