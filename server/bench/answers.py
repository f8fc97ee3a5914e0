"""What the benchmark's candidate says. A part is spoken in one go; the seconds between parts are silence.

Pauses stand where people make them: in the middle of a clause, after a conjunction, and (the hard ones) after a
sentence that could have been the last.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """Parts of one answer and the pauses between them, in seconds."""

    parts: tuple[str, ...]
    pauses_s: tuple[float, ...] = ()


EASY: tuple[Spoken, ...] = tuple(
    Spoken((text,))
    for text in (
        "I am a software engineer, and I have spent the last two years on the payments team of a small company.",
        "I rewrote the import job myself, and it went from forty minutes to six minutes.",
        "I owned the design and the rollout, and two colleagues reviewed my changes.",
        "We chose a queue instead of direct calls, because a slow partner could otherwise block every order.",
        "The error rate fell from four percent to half a percent, and that was the result.",
        "I would add the alert much earlier, because we found the fault only after a customer called.",
        "I asked both of them to write down what they needed, and then we picked the smaller change.",
        "It was mostly Python with a little SQL, and I tested it on a copy of the real data.",
        "My manager wanted it by Friday, so I cut the report and shipped the fix first.",
        "I learned to measure before I change anything, and I have kept to that since then.",
    )
)

PAUSES: tuple[Spoken, ...] = (
    Spoken(("First I would read the file and", "then I counted the words with a dictionary."), (0.4,)),
    Spoken(("The main problem was that the", "queue kept growing whenever the database became slow."), (0.4,)),
    Spoken(("I was responsible for", "the whole migration, from the plan to the last table."), (0.4,)),
    Spoken(("We decided to move it to", "a separate service, so that each team could release alone."), (0.7,)),
    Spoken(("I talked to three customers, and", "two of them said that the form was too long."), (0.7,)),
    Spoken(("What I would change is, um,", "the way we shared the numbers with the sales team."), (0.7,)),
    Spoken(("It was hard because", "nobody had written down how the old job worked."), (1.0,)),
    Spoken(("Then my colleague and I", "wrote a small tool that compared both results every night."), (1.0,)),
    Spoken(("So we looked at the logs.", "And there we saw that one client sent every request twice."), (1.0,)),
    Spoken(("I told my manager that", "we would miss the date, and I offered a smaller first version."), (1.5,)),
    Spoken(("The trade-off was between speed and", "safety, and we took the slower road for the payments."), (1.5,)),
    Spoken(("I led that part.", "In the end it saved the team about two days every month."), (1.5,)),
)

BARGE_INS: tuple[str, ...] = (
    "Sorry, may I ask something about that first?",
    "Wait, I would like to add one more thing to my answer.",
    "Excuse me, could you say which project you mean?",
    "Actually, let me correct what I said before.",
    "Sorry to interrupt, but I think I misunderstood you.",
    "Hold that thought, I forgot the most important figure.",
    "May I go back to the first question, please?",
    "Just a short question before you go on with that.",
)

BACKCHANNELS: tuple[str, ...] = ("Mm-hm.", "Right.", "Okay.", "Yes.")
