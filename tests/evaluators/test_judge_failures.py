"""A model that does not judge: each way to fail has its name, and none becomes a score."""

import json
import time
from dataclasses import replace

import pytest
from openai import AsyncOpenAI

from evaluators.judge import JudgeFailed, judge
from evaluators.ports import Failure
from evaluators.report import evaluate_document
from server.llm import ChatModel, Patience, make_client, make_model
from server.settings import Settings
from tests.evaluators.material import classify, rubric
from tests.evaluators.verdicts import DOC, judged_by, served, verdict
from tests.support.openai_double import MODEL, Answer, failing, openai_double, refused, valid


async def failure(*script: Answer, samples: int = 1, timeout_s: float = 5.0) -> JudgeFailed:
    async with served(*script, timeout_s=timeout_s) as (_, model):
        with pytest.raises(JudgeFailed) as caught:
            await evaluate_document(DOC, rubric=rubric(), classify=classify, model=model, samples=samples)
    return caught.value


async def test_two_failed_samples_of_three_are_a_failure() -> None:
    failed = await failure(valid(verdict()), Answer("not json"), samples=3)
    assert failed.reason is Failure.INVALID_JSON


@pytest.mark.parametrize(
    ("answer", "reason", "status"),
    [
        (refused(), Failure.REFUSAL, None),
        (Answer("{}", finish_reason="content_filter"), Failure.REFUSAL, None),
        (Answer('{"overall": {"sc', finish_reason="length"), Failure.TRUNCATED, None),
        (Answer('{"overall": '), Failure.INVALID_JSON, None),
        (Answer("I think you did well."), Failure.INVALID_JSON, None),
        (Answer(""), Failure.INVALID_JSON, None),
        (valid([1, 2]), Failure.SCHEMA_MISMATCH, None),
        (valid({"overall": {}}), Failure.SCHEMA_MISMATCH, None),
        (valid(verdict({"communication": 101})), Failure.SCHEMA_MISMATCH, None),
        (valid(verdict(extra="field")), Failure.SCHEMA_MISMATCH, None),
        (failing(401), Failure.HTTP_STATUS, 401),
        (failing(429), Failure.HTTP_STATUS, 429),
        (failing(500), Failure.HTTP_STATUS, 500),
        (Answer(raw='{"choices": []}'), Failure.INVALID_JSON, None),
        (Answer(raw="<html>It works!</html>"), Failure.INVALID_JSON, None),
        (Answer(json.dumps(verdict()), cut_after=200), Failure.CONNECTION, None),
    ],
)
async def test_failures_are_named_and_never_become_scores(answer: Answer, reason: Failure, status: int | None) -> None:
    failed = await failure(answer)
    assert (failed.reason, failed.status) == (reason, status)
    assert "said" not in str(failed).lower()


async def test_unknown_and_doubled_dimensions_do_not_fit() -> None:
    for keys in (["communication", "charm"], ["communication", "communication"]):
        rows: list[dict[str, object]] = [{"key": k, "score": None, "evidence": [], "fixes": []} for k in keys]
        assert (await failure(valid(verdict(dimensionScores=rows)))).reason is Failure.SCHEMA_MISMATCH


async def test_a_slow_model_times_out() -> None:
    failed = await failure(Answer(json.dumps(verdict()), delay_s=3), timeout_s=0.3)
    assert failed.reason is Failure.TIMEOUT


async def test_an_absent_server_is_a_connection_failure() -> None:
    async with openai_double() as double:
        url = double.base_url
    client = AsyncOpenAI(base_url=url, api_key="x", max_retries=0, timeout=2)
    async with client:
        with pytest.raises(JudgeFailed) as caught:
            await judge(DOC, rubric(), ChatModel(client, "m"))
    assert caught.value.reason is Failure.CONNECTION


async def test_what_the_model_wrote_is_kept_beside_its_failure() -> None:
    assert (await failure(Answer("I'd rather not."))).raw == ("I'd rather not.",)


# ------------------------------------------------------------------ endpoints of all kinds

QUICK = Patience(first_wait_s=0.0)


async def test_busy_and_broken_servers_are_asked_again() -> None:
    script = [failing(429), failing(500), failing(429), valid(verdict())]
    async with served(*script, patience=QUICK) as (double, model):
        await judge(DOC, rubric(), model, samples=1)
    assert len(double.requests) == 4


@pytest.mark.parametrize(("status", "asked"), [(500, 2), (503, 2), (429, 3), (401, 1), (404, 1)])
async def test_patience_ends(status: int, asked: int) -> None:
    async with served(failing(status), patience=QUICK) as (double, model):
        with pytest.raises(JudgeFailed) as caught:
            await judge(DOC, rubric(), model, samples=1)
    assert (caught.value.reason, caught.value.status) == (Failure.HTTP_STATUS, status)
    assert len(double.requests) == asked


async def test_a_short_retry_after_is_waited_for() -> None:
    began = time.monotonic()
    async with served(Answer(status=429, retry_after="0.4"), valid(verdict()), patience=QUICK) as (double, model):
        await judge(DOC, rubric(), model, samples=1)
    assert time.monotonic() - began >= 0.4
    assert len(double.requests) == 2


async def test_a_long_retry_after_is_not() -> None:
    async with served(Answer(status=429, retry_after="3600"), valid(verdict()), patience=QUICK) as (double, model):
        with pytest.raises(JudgeFailed) as caught:
            await judge(DOC, rubric(), model, samples=1)
    assert caught.value.status == 429
    assert len(double.requests) == 1


async def test_a_connection_that_breaks_is_tried_once_more() -> None:
    broken = Answer(json.dumps(verdict()), cut_after=300)
    async with served(broken, valid(verdict()), patience=QUICK) as (double, model):
        result = await judge(DOC, rubric(), model, samples=1)
    assert len(double.requests) == 2
    assert result.samples[0].failure is None


async def test_replies_are_streamed_and_whole_ones_are_taken_as_well() -> None:
    async with served(valid(verdict()), Answer(json.dumps(verdict()), whole=True)) as (double, model):
        first = await judge(DOC, rubric(), model, samples=1)
        second = await judge(DOC, rubric(), model, samples=1)
    assert [body["stream"] for body in double.requests] == [True, True]
    assert first.raw == second.raw
    assert first.provenance.model == second.provenance.model == MODEL


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (refused(), Failure.REFUSAL),
        (Answer("{}", finish_reason="content_filter"), Failure.REFUSAL),
        (Answer('{"overall": {"sc', finish_reason="length"), Failure.TRUNCATED),
        (Answer("no json"), Failure.INVALID_JSON),
    ],
)
async def test_streamed_or_whole_each_failure_has_its_name(answer: Answer, reason: Failure, *, whole: bool) -> None:
    assert (await failure(replace(answer, whole=whole))).reason is reason


async def test_what_an_endpoint_does_not_know_is_left_out() -> None:
    script = [
        Answer(status=400, error_param="temperature"),
        Answer(status=400, error_param="seed"),
        Answer(status=400, error_param="response_format"),
        valid(verdict()),
    ]
    async with served(*script) as (double, model):
        await judge(DOC, rubric(), model, samples=1)
        await judge(DOC, rubric(), model, samples=1)
    assert len(double.requests) == 5  # the second judgement asks for nothing that was refused before
    for body in double.requests[3:]:
        assert not {"temperature", "seed"} & set(body)
        assert body["response_format"] == {"type": "json_object"}
        assert '"dimensionScores"' in body["messages"][0]["content"]
        assert '"additionalProperties": false' in body["messages"][0]["content"]


@pytest.mark.parametrize(
    "says",
    [
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",  # OpenAI
        "guided_json is not supported by this backend",  # vLLM
        'invalid format: expected "json" or a JSON schema',  # Ollama
        "Failed to parse grammar",  # llama.cpp
        "Structured outputs are not enabled",
    ],
)
@pytest.mark.parametrize("status", [400, 422])
async def test_an_endpoint_without_schemas_is_asked_for_json_and_then_by_the_prompt_alone(
    says: str, status: int
) -> None:
    no = Answer(status=status, error_says=says)
    async with served(no, no, valid(verdict())) as (double, model):
        result = await judge(DOC, rubric(), model, samples=1)
    kinds = [body.get("response_format", {}).get("type") for body in double.requests]
    assert kinds == ["json_schema", "json_object", None]
    assert '"hireSignal"' in double.requests[-1]["messages"][0]["content"].split("JSON Schema of the one object")[1]
    assert result.samples[0].failure is None


async def test_a_400_about_something_else_is_a_failure() -> None:
    failed = await failure(Answer(status=400, error_says="context length exceeded"))
    assert (failed.reason, failed.status) == (Failure.HTTP_STATUS, 400)


async def test_a_model_that_thinks_aloud_is_read() -> None:
    result = await judged_by(Answer(f"<think>Hm, {{}} or so.</think>\n{json.dumps(verdict())}"))
    assert result.parsed[0].overall.score == 99


async def test_a_model_that_answers_with_a_bottomless_list_is_a_failure() -> None:
    assert (await failure(Answer("[" * 200_000, whole=True))).reason is Failure.INVALID_JSON


async def test_a_fence_around_the_json_is_no_failure() -> None:
    result = await judged_by(Answer(f"```json\n{json.dumps(verdict())}\n```"))
    assert result.parsed[0].overall.score == 99


def test_settings_make_the_client(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "LLM_BASE_URL", "LLM_MODEL", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)

    def settings(**values: str) -> Settings:
        for name, value in values.items():
            monkeypatch.setenv(name.upper(), value)
        return Settings(_env_file=None)

    assert make_client(settings()) is None
    assert make_model(settings()) is None
    made = make_client(settings(llm_base_url="http://127.0.0.1:9/v1"))
    assert made is not None
    assert (str(made[0].base_url), made[1]) == ("http://127.0.0.1:9/v1/", "default")
    monkeypatch.delenv("LLM_BASE_URL")
    made = make_client(settings(openai_api_key="sk-x", llm_model="m"))
    assert made is not None
    assert (made[0].api_key, made[1], made[0].base_url.host) == ("sk-x", "m", "api.openai.com")
