"""What the controller's benchmark answers: spoken language as a recogniser writes it, from two words to five "
"minutes."""

from __future__ import annotations

from itertools import cycle, islice

LONGEST_CHARS = 8_000

SHORT: tuple[str, ...] = (
    "About forty percent.",
    "I don't know, to be honest.",
    "Yes, in production, for two years.",
    "Could you say that again, please?",
    "It went well, everybody was happy with it.",
    "Mostly the design and the rollout.",
    "um I guess around twelve people",
)
USUAL: tuple[str, ...] = (
    "So at my last company, a small logistics firm, the nightly import took about six hours and often it just died "
    "in the "
    "middle. I looked at where the time went, and it was mostly single inserts, so I rewrote the writer to work in "
    "batches. "
    "It took me three weeks. After that it ran in forty minutes, and in the next quarter we had one failure instead of "
    "twelve. Next time I would measure first, because I lost a week on the wrong part.",
    "um yeah so basically we had this dashboard that nobody looked at and uh my manager wanted to know why and I I "
    "talked "
    "to maybe eight of the sales people and it turned out they only wanted one number every morning so I killed the "
    "dashboard and sent them a message with that number instead and uh since then they open it every day",
    "Well, I think communication is very important, and in my team we always try to help each other. There were many "
    "challenges, of course, but with good teamwork and a positive attitude we delivered a lot of value for our "
    "stakeholders, and I learned a lot from it.",
    "I'd ask first who is affected and since when. If it started with the release of this morning, I would roll it "
    "back "
    "rather than search for the cause while customers wait, even if that costs us the new feature for a day. Then I'd "
    "write down what we saw and compare the two versions.",
    "In the second year the hotel had forty-two rooms and we were four people at the desk. A tour group of sixty "
    "arrived "
    "a day early. I called the two hotels in the street, got nineteen rooms, and walked the last guests over myself. "
    "The "
    "operator booked again, three times in that season.",
    "My part was the pricing model. We had three options and I chose the simple one because nobody in the sales team "
    "could explain the other two to a customer. It cost us maybe two percent in margin, and the deals closed nine days "
    "earlier on average.",
    "I disagreed with our lead about the database. He wanted to move everything at once, I wanted to move one table "
    "and "
    "look. We argued for a week, I made a small test with real data from March, and it showed that half of the "
    "queries got "
    "slower. So we moved one table a week, and it took us until June, but nobody noticed.",
    "To be honest it was a mistake of mine. I had promised the client the report for Friday without asking the "
    "analyst, "
    "and she was on leave. I called the client on Wednesday, told him the truth, and sent half of it on Friday and "
    "the rest "
    "on Tuesday. Since then I ask before I promise anything.",
)


def long_answer(chars: int, first: int = 0) -> str:
    """An answer that goes on and on: usual ones after another, from number `first`, in at most `chars` characters."""
    told = " ".join(islice(cycle(USUAL), first, first + chars // 120 + 2))
    return told[:chars].rsplit(" ", 1)[0]


def every_answer() -> tuple[str, ...]:
    """Answers of every length in the proportion of a talk: one in ten is short, one in ten goes on for minutes."""
    usual = [text for text in USUAL for _ in range(5)]
    longer = [long_answer(chars, first) for first, chars in enumerate((1_500, 2_500, 4_000, 6_000, LONGEST_CHARS))]
    return tuple(text for row in zip(cycle(SHORT), usual, cycle(USUAL), strict=False) for text in row) + tuple(longer)
