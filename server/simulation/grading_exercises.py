"""Graders over code and cases: nothing is given away, nobody is disturbed, hints are counted, time is kept."""

from __future__ import annotations

from collections.abc import Iterator

from server.simulation.grading_words import plain, sentence_count
from server.simulation.record import Interview, Task, Turn

Found = Iterator[tuple[Turn, str]]
LAST_MS = 130_000  # so long before a part's end its nearness may be said to who works
GRACE_MS = 25_000  # who is answering may finish
MAX_SENTENCES = 7  # a task: greeting, what there is, what to do first
MAX_REMARK_SENTENCES = 4
LEAST_SECRET = 12  # characters; shorter lines of code stand in many texts
CASE_SHARE = 0.7  # of a case's time, from which who calculates may be asked for a recommendation
MOST_SPOKEN_TO = 0.6  # of all runs
FREE_RUNS = 3


def gives_nothing_away(interview: Interview) -> Found:
    """No line of a solution, no description of the fault, no sound answer; no hint before its turn."""
    for task in interview.tasks:
        secrets = [secret for secret in map(plain, task.secrets) if len(secret) >= LEAST_SECRET]
        for turn in interview.turns:
            said = f" {plain(turn.text)} "
            found = next((secret for secret in secrets if f" {secret} " in said), None)
            if found:
                yield turn, f"gives away {found!r}"
            hint = next((number for number, hint in enumerate(task.hints, 1) if plain(hint) in said), None)
            if hint is not None and hint != turn.hint:
                yield turn, f"says hint {hint} without giving it"


def hints_are_counted(interview: Interview) -> Found:
    """Hints come one at a time, in order, each once, and only to who asked or agreed."""
    for task in interview.tasks:
        due = 1
        for turn in interview.turns:
            if turn.hint is None or turn.exercise != task.key:
                continue
            if turn.hint != due or plain(turn.text) != plain(task.hints[turn.hint - 1]):
                yield turn, f"hint {turn.hint} where hint {due} was due"
            if turn.after is None or turn.after.labels.manner != "button":
                yield turn, "a hint that nobody asked for"
            due += 1


def exhibits_are_earned(interview: Interview) -> Found:
    """An exhibit comes to who asks for it, once what it rests on is out, and is not told before."""
    for task in interview.tasks:
        out: set[str] = set()
        for turn in interview.turns:
            if turn.exercise == task.key:
                yield from _unearned(task, turn, out)
                out.update(turn.reveals)


def _unearned(task: Task, turn: Turn, out: set[str]) -> Found:
    asked = turn.after.labels.asks if turn.after is not None else None
    for key in turn.reveals:
        if key in out:
            yield turn, f"gives {key} twice"
        elif (key != asked and not (asked or "").startswith("-")) or f"-{key}" == asked:
            yield turn, f"gives {key}, and {asked} was asked for"
        elif not set(task.after[key]) <= out | set(turn.reveals):
            yield turn, f"gives {key} before what it rests on"
    said = plain(turn.text)
    told = [key for key, spoken in task.exhibits.items() if key not in turn.reveals and plain(spoken) in said]
    if told:
        yield turn, f"tells of {told[0]} without giving it"


def nobody_is_disturbed(interview: Interview) -> Found:
    """Nothing is said to who types or thinks aloud, except that the time is nearly up."""
    for before, turn in zip(interview.turns, interview.turns[1:], strict=False):
        works = turn.after is not None and turn.after.labels.manner == "works"
        if not works or before.exercise is None or turn.action == "wait":
            continue
        if not _is_near_the_end(interview, before, turn):
            yield turn, f"{turn.action} to who is at work: {turn.after.text if turn.after else ''}"


def _is_near_the_end(interview: Interview, before: Turn, turn: Turn) -> bool:
    end = interview.box_end_ms(before.phase_id)
    if any(task.is_case and task.key == before.exercise for task in interview.tasks):
        start = next(one.at_ms for one in interview.turns if one.exercise == before.exercise)
        return turn.at_ms >= start + CASE_SHARE * (end - start)
    return turn.at_ms >= end - LAST_MS


def runs_get_few_words(interview: Interview) -> Found:
    """Not every run is commented on."""
    runs = [turn for turn in interview.turns if turn.after is not None and turn.after.labels.manner == "runs"]
    spoken = [turn for turn in runs if turn.text]
    if len(spoken) > FREE_RUNS + MOST_SPOKEN_TO * len(runs):
        yield spoken[-1], f"speaks to {len(spoken)} of {len(runs)} runs"


def exercises_keep_their_time(interview: Interview) -> Found:
    """Nothing is said over an exercise after its part's end, but to what was being said when it came."""
    for turn in interview.turns:
        if turn.exercise is None or not turn.text:
            continue
        late = turn.at_ms - interview.box_end_ms(turn.phase_id)
        began = turn.after.started_ms if turn.after is not None else turn.at_ms
        if late > GRACE_MS and began > interview.box_end_ms(turn.phase_id):
            yield turn, f"goes on {late // 1000} s after its part"


def exercises_are_brief(interview: Interview) -> Found:
    """A few sentences at a time; the opening may take more."""
    for turn in interview.turns:
        tells_a_task = turn.action in ("ask", "repeat") or turn.stage == "modify"
        most = MAX_SENTENCES if tells_a_task else MAX_REMARK_SENTENCES
        if turn.exercise is not None and (count := sentence_count(turn.text)) > most:
            yield turn, f"{count} sentences: {turn.text}"
