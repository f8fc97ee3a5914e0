"""A moment taken again: judged by the same rules as the first answer, kept beside it, gone with the interview."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from controller.classifier import classify
from evaluators.dimensions import judge_dimensions
from schema.analysis import TurnTaking
from schema.transcript import TranscriptDocument, TranscriptTurn, Word
from schema.vocabulary import InterviewType, Seniority, Speaker
from seeds.catalog import load_catalog
from server.app import create_app
from server.files import recording_folder
from server.settings import Settings
from server.spa import web_client
from server.usecases.deletion import sweep
from server.usecases.retakes import NO_ANSWER, compare, moment_of
from server.usecases.speech_upload import Spoken, typed_answer
from server.wiring import open_everything
from tests.support.scripted_whisper import WORDS, hearing_model
from tests.support.server import PASSWORD, Browser, RunningServer, error_of
from tests.support.spoken_interview import STRONG, Exchange
from tests.support.takes import finished, going_on, listening, send_take, take, tone

WEAK = (Exchange(STRONG[0].question, "It was a team thing and it went well, we did various stuff on the page."),)
BETTER = STRONG[0].answer
SPOKEN = " ".join(WORDS[:29])
UNANSWERED = (*WEAK, Exchange("Tell me about a time when a plan failed.", "I don't know."))


def retakes_of(session_id: UUID) -> str:
    return f"/api/interview/sessions/{session_id}/retakes"


async def retake(browser: Browser, session_id: UUID, text: str = BETTER, question_id: str = "q1") -> dict[str, Any]:
    answer = await browser.post(retakes_of(session_id), {"question_id": question_id, "text": text})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def spoken_retake(server: RunningServer, browser: Browser, session_id: UUID) -> dict[str, Any]:
    with listening(server):
        answer = await send_take(browser, retakes_of(session_id), take(0, 29), question_id="q1")
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


# ------------------------------------------------------------------ judging


def document(*answers: str, question: str = STRONG[0].question) -> TranscriptDocument:
    asked = TranscriptTurn(speaker=Speaker.INTERVIEWER, text=question, start_s=0, end_s=1, question_id="q1")
    said = [
        TranscriptTurn(speaker=Speaker.CANDIDATE, text=text, start_s=2 + n, end_s=3 + n, question_id="q1", typed=True)
        for n, text in enumerate(answers)
    ]
    return TranscriptDocument(
        role_kit="software_engineer",
        role_title="Software Engineer",
        seniority=Seniority.MID,
        interview_type=InterviewType.HIRING_MANAGER,
        turns=(asked, *said),
    )


def read(question: str, answer: str) -> Any:
    return classify(question=question, answer=answer)


RUBRIC = load_catalog().rubrics["interview_v1"]


def test_a_better_answer_rises_on_the_lines_that_it_shows() -> None:
    compared = compare(moment_of(document(WEAK[0].answer), "q1", RUBRIC, read), typed_answer(BETTER))
    risen = [line for line in compared.lines if line.after is not None and line.after > (line.before or 0)]
    assert len(risen) >= 2
    assert not [line for line in compared.lines if line.after is not None and line.after < (line.before or 0)]
    assert compared.after.strength == "strong"
    assert compared.before.text == WEAK[0].answer
    assert any(quote in BETTER for line in risen for quote in [line.said.split("“")[-1].split("”")[0]])


def test_the_same_answer_again_stands_where_it_stood() -> None:
    compared = compare(moment_of(document(BETTER), "q1", RUBRIC, read), typed_answer(BETTER))
    assert [line.before for line in compared.lines] == [line.after for line in compared.lines]
    assert all(line.said.startswith("As before.") for line in compared.lines)
    assert compared.before == compared.after


def test_both_sides_are_judged_as_an_interview_of_one_question_is() -> None:
    """The levels are those that the report's own functions give to a transcript of this one answer."""
    from evaluators.assemble import assemble

    compared = compare(moment_of(document(BETTER), "q1", RUBRIC, read), typed_answer(WEAK[0].answer))
    alone = document(BETTER)
    drafts = {draft.key: draft.anchor for draft in judge_dimensions(alone, assemble(alone), RUBRIC, TurnTaking())}
    assert compared.lines
    assert {line.key: line.before for line in compared.lines} == {line.key: drafts[line.key] for line in compared.lines}


def test_delivery_is_no_line() -> None:
    words = tuple(Word(text=w, start_s=n, end_s=n + 0.3, confidence=0.9) for n, w in enumerate(BETTER.split()))
    spoken = Spoken(BETTER, words, typed=False, wav=b"")
    compared = compare(moment_of(document(BETTER), "q1", RUBRIC, read), spoken)
    delivery = {dimension.key for dimension in RUBRIC.dimensions if dimension.delivery_only}
    assert delivery
    assert not delivery & {line.key for line in compared.lines}


@pytest.mark.parametrize("text", [STRONG[0].question, "I don't know.", "pass", "Kubernetes Terraform Go SQL KPI"])
def test_no_answer_wins_nothing(text: str) -> None:
    compared = compare(moment_of(document(WEAK[0].answer), "q1", RUBRIC, read), typed_answer(text))
    assert all(line.after is None or line.after <= 1.5 for line in compared.lines)
    assert compared.after.strength != "strong"


def test_split_answers_are_one_side() -> None:
    first, second = BETTER.split(". ", 1)
    compared = compare(moment_of(document(first + ".", second), "q1", RUBRIC, read), typed_answer(BETTER))
    assert compared.before.text == BETTER


# ------------------------------------------------------------------ over HTTP


async def test_a_typed_retake_stands_beside_the_first_answer(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK)
    before = (await maya.get(f"/api/interview/sessions/{session_id}/transcript")).json()
    made = await retake(maya, session_id)
    assert (made["question"], made["text"], made["typed"], made["has_audio"]) == (WEAK[0].question, BETTER, True, False)
    assert (made["before"]["text"], made["after"]["strength"], made["words"]) == (WEAK[0].answer, "strong", [])
    assert made["provenance"]["evaluator"] == "rules"
    again = await retake(maya, session_id, "I would say nothing else about it.")
    listed = (await maya.get(retakes_of(session_id))).json()["retakes"]
    assert listed == [again, made]  # the latest first, nothing overwritten
    assert (await maya.get(f"/api/interview/sessions/{session_id}/transcript")).json() == before


async def test_a_question_without_an_answer_may_be_answered_now(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, UNANSWERED)
    made = await retake(maya, session_id, STRONG[1].answer, "q2")
    assert made["before"] == {"text": "", "strength": None, "missing": [], "metrics": [], "note": NO_ANSWER}
    assert all(line["before"] is None and line["said"].startswith("New in this answer.") for line in made["lines"])
    assert made["lines"]


async def test_only_an_interview_that_is_over_can_be_retaken(server: RunningServer, maya: Browser) -> None:
    session_id = await going_on(server, maya)
    answer = await maya.post(retakes_of(session_id), {"question_id": "q1", "text": BETTER})
    assert (answer.status_code, error_of(answer)["code"]) == (409, "interview_open")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"question_id": "q9", "text": BETTER}, 404, "not_found"),
        ({"question_id": "q1", "text": "  "}, 422, "empty"),
        ({"question_id": "q1"}, 422, "invalid"),
        ({"text": BETTER}, 422, "invalid"),
        ({"question_id": "q1", "text": BETTER, "score": 100}, 422, "invalid"),
    ],
)
async def test_a_wrong_body_is_refused(
    server: RunningServer, maya: Browser, body: dict[str, str], status: int, code: str
) -> None:
    session_id = await finished(server, maya, WEAK)
    answer = await maya.post(retakes_of(session_id), body)
    assert (answer.status_code, error_of(answer)["code"]) == (status, code)
    assert (await maya.get(retakes_of(session_id))).json() == {"retakes": []}


async def test_the_candidates_own_turn_to_ask_is_not_judged(server: RunningServer, maya: Browser) -> None:
    invitation = Exchange("Do you have any questions for me?", "How large is the team that I would join?")
    session_id = await finished(server, maya, (*WEAK, invitation))
    answer = await maya.post(retakes_of(session_id), {"question_id": "q2", "text": BETTER})
    assert (answer.status_code, error_of(answer)["code"]) == (409, "not_judged")


async def test_a_spoken_retake_keeps_its_words_and_its_sound(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK, record=True)
    sound = take(0, 29)
    with listening(server):
        answer = await send_take(maya, retakes_of(session_id), sound, question_id="q1")
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["text"], made["typed"], made["has_audio"]) == (SPOKEN, False, True)
    assert [word["text"] for word in made["words"]] == SPOKEN.split()
    assert all(word["confidence"] is not None and word["start_s"] < word["end_s"] for word in made["words"])
    heard = await maya.get(f"{retakes_of(session_id)}/{made['id']}/audio")
    assert (heard.content, heard.headers["content-type"]) == (sound, "audio/wav")
    part = await maya.get(f"{retakes_of(session_id)}/{made['id']}/audio", {"Range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"RIFF")
    assert (await maya.delete(f"{retakes_of(session_id)}/{made['id']}")).status_code == 204
    assert (await maya.get(f"{retakes_of(session_id)}/{made['id']}/audio")).status_code == 404
    assert not list((recording_folder(server.services.settings.home, session_id) / "retakes").iterdir())
    assert (await maya.get(retakes_of(session_id))).json() == {"retakes": []}


async def test_no_sound_is_kept_of_an_interview_that_was_not_recorded(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK, record=False)
    with listening(server):
        made = (await send_take(maya, retakes_of(session_id), take(0, 29), question_id="q1")).json()
    assert (made["has_audio"], made["text"]) == (False, SPOKEN)
    assert not recording_folder(server.services.settings.home, session_id).exists()
    answer = await maya.get(f"{retakes_of(session_id)}/{made['id']}/audio")
    assert (answer.status_code, error_of(answer)["code"]) == (404, "not_found")


async def test_without_a_speech_model_typing_is_the_way(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK)
    answer = await send_take(maya, retakes_of(session_id), tone(1.0), question_id="q1")
    error = error_of(answer)
    assert (answer.status_code, error["code"]) == (503, "no_transcription")
    assert "type" in error["message"]


async def test_a_recording_of_nothing_says_so(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK, record=True)
    with listening(server):
        answer = await send_take(maya, retakes_of(session_id), tone(1.0), question_id="q1")
    assert (answer.status_code, error_of(answer)["code"]) == (422, "nothing_heard")
    assert not recording_folder(server.services.settings.home, session_id).exists()


async def test_three_minutes_pass_every_door(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK)
    with listening(server):
        answer = await send_take(maya, retakes_of(session_id), tone(180.0), question_id="q1")
    assert (answer.status_code, error_of(answer)["code"]) == (422, "nothing_heard")  # a hum, but all of it came through


async def test_a_form_without_its_parts_is_refused(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK)
    nameless = await send_take(maya, retakes_of(session_id), tone(1.0))
    assert (nameless.status_code, error_of(nameless)["fields"]) == (422, {"question_id": "This is needed."})
    silent = await maya.request("POST", retakes_of(session_id), data={"question_id": "q1"}, files={"x": ("x", b"x")})
    assert (silent.status_code, error_of(silent)["fields"]) == (422, {"audio": "This is needed."})
    unknown = await send_take(maya, retakes_of(session_id), b"no recording", question_id="q77")
    assert unknown.status_code == 404  # the question is looked for before anything is heard
    with listening(server):
        unreadable = await send_take(maya, retakes_of(session_id), b"no recording", question_id="q1")
    assert (unreadable.status_code, error_of(unreadable)["code"]) == (422, "bad_audio")


async def test_a_recording_beyond_the_limit_is_refused_before_it_is_read(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK)
    answer = await send_take(maya, retakes_of(session_id), bytes(7_000_000), question_id="q1")
    assert (answer.status_code, error_of(answer)["code"]) == (413, "too_large")


async def test_another_interviews_retake_is_absent(server: RunningServer, maya: Browser) -> None:
    one, other = await finished(server, maya, WEAK), await finished(server, maya, WEAK)
    made = await retake(maya, one)
    assert (await maya.delete(f"{retakes_of(other)}/{made['id']}")).status_code == 404
    assert (await maya.delete(f"{retakes_of(one)}/{uuid4()}")).status_code == 404
    assert len((await maya.get(retakes_of(one))).json()["retakes"]) == 1


# ------------------------------------------------------------------ taking along, and away


async def exported(browser: Browser) -> dict[str, bytes]:
    answer = await browser.get("/api/me/export")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def test_the_export_has_the_retakes_with_their_sound(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK, record=True)
    made = await spoken_retake(server, maya, session_id)
    files = await exported(maya)
    (told,) = (json.loads(data) for name, data in files.items() if name.endswith("/retakes.json"))
    assert (told[0]["id"], told[0]["text"], told[0]["judged"]["after"]["text"]) == (made["id"], SPOKEN, SPOKEN)
    (sound,) = (data for name, data in files.items() if name.endswith(f"/retakes/{made['id']}.wav"))
    assert sound == take(0, 29)


def sounds_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*.wav"))


def stands_in(folder: Path, words: bytes) -> bool:
    return any(words in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("leaving", ["interview", "account"])
async def test_what_is_deleted_takes_its_retakes_along(server: RunningServer, maya: Browser, leaving: str) -> None:
    session_id = await finished(server, maya, WEAK, record=True)
    await spoken_retake(server, maya, session_id)
    home: Path = server.services.settings.home
    assert sounds_in(home)
    if leaving == "interview":
        assert (await maya.delete(f"/api/interview/sessions/{session_id}")).status_code == 204
    else:
        assert (await maya.delete("/api/me", {"password": PASSWORD})).status_code == 204
    assert not recording_folder(home, session_id).exists()
    assert not sounds_in(home)
    assert not stands_in(home, b"ingestion")


async def test_a_start_sweeps_a_take_whose_row_was_never_written(server: RunningServer, maya: Browser) -> None:
    session_id = await finished(server, maya, WEAK, record=True)
    made = await spoken_retake(server, maya, session_id)
    folder = recording_folder(server.services.settings.home, session_id) / "retakes"
    (folder / f"{uuid4()}.wav").write_bytes(b"left by a killed server")
    assert await sweep(server.services) == 1
    assert [path.stem for path in folder.iterdir()] == [made["id"]]


# ------------------------------------------------------------------ with the server's own ear and voice


async def test_a_spoken_retake_goes_through_the_server_s_own_speech_model(seeded_address: str, home: Path) -> None:
    """Everything wired as `interview-lab serve` wires it: the form, the WAV, Whisper's queue, the rules."""
    settings = Settings(
        _env_file=None,
        database_url=seeded_address,
        interview_lab_home=home,
        whisper_model=str(hearing_model()),
        voice="none",
    )
    app = create_app(settings, open_everything, lambda: web_client(home / "static"))
    async with app.router.lifespan_context(app):
        server = RunningServer(app, app.state.services)
        maya = await server.account("maya")
        session_id = await finished(server, maya, WEAK, record=True)
        answer = await send_take(maya, retakes_of(session_id), take(0, 29), question_id="q1")
        assert answer.status_code == 201, answer.text
        made = answer.json()
        assert made["text"] == SPOKEN
        heard = await maya.get(f"{retakes_of(session_id)}/{made['id']}/audio")
        assert heard.content == take(0, 29)
        quiet = await maya.get(f"/api/interview/sessions/{session_id}/questions/q1/audio")
        assert (quiet.status_code, error_of(quiet)["code"]) == (503, "no_voice")
