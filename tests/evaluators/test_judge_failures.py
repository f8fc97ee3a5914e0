"""A model that does not judge: each way to fail has its name, and none becomes a score."""

import json

import pytest
from openai import AsyncOpenAI

from evaluators.judge import JudgeFailed, judge
from evaluators.ports import Failure
from evaluators.report import evaluate_document
from server.llm import ChatModel, make_client, make_model
from server.settings import Settings
from tests.evaluators.material import classify, rubric
from tests.evaluators.verdicts import DOC, judged_by, served, verdict
from tests.support.openai_double import Answer, failing, openai_double, refused, valid


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


async def test_busy_servers_are_asked_again() -> None:
    async with served(failing(429), failing(500), valid(verdict()), retries=2) as (double, model):
        await judge(DOC, rubric(), model)
    assert len(double.requests) == 3


async def test_what_an_endpoint_does_not_know_is_left_out() -> None:
    script = [
        Answer(status=400, error_param="temperature"),
        Answer(status=400, error_param="response_format"),
        valid(verdict()),
    ]
    async with served(*script) as (double, model):
        await judge(DOC, rubric(), model)
    last = double.requests[-1]
    assert "temperature" not in last
    assert last["response_format"] == {"type": "json_object"}


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
