"""What a rule can read only from a whole sentence: how a story opens, what answers a question about one thing, and
words that speak to whoever judges. Written as regular expressions over a sentence."""

from __future__ import annotations

import re

from controller.hearing import words


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(parts) + r")", re.IGNORECASE)


def _either(listed: str) -> str:
    return "(?:" + "|".join(part.strip() for part in listed.split(",")) + ")"


# What says where or when only with a name after it; the name shows by its capital.
PLACE_BEFORE_A_NAME = re.compile(r"(?<= )(?:[Aa]t|for|[Ww]ith|from|called|[Ii]n|joined|[Jj]oining) +$")
NAME = re.compile(r"[A-Z][\w&]+")
NOT_A_NAME = words(
    "I The A An My Our We He She They It This That These Those And But So Then When While After Before If In On "
    "At For With As To Of Not No Yes Yeah Well Okay Ok Um Uh Like Because Since There Here What Who How Why Where "
    "Which First Next Finally Also Honestly Basically Actually Sure Maybe Just One Two Three Some Every Each All "
    "Once Until Now Today His Her Their Your You Is Was Did Do Does Let Look Ignore Right Only Most Nobody "
    "Everyone People"
)
# The state of affairs that a story starts from: somebody or something else than the speaker, in the past tense.
SCENE = re.compile(
    r"^(?i:(?:so|well|okay|and|yes|yeah|um|uh|basically|then|but|sure|right|actually),? )*(?:(?i:"
    + _either(
        "an?, the, our, my, their, his, her, one, some, every, each, two, three, people, customers, it, "
        "there, this, nobody, half, most of"
    )
    + r")\b|(?!(?:I|We|You|Yes|No|So|But|And|Then|After|If|Honestly|Everyone|Communication|Um|Uh|Well|Okay"
    r"|Ignore)\b)[A-Z]\w+\b).{0,90}?\b(?:"
    + _either(
        "was, were, had, kept, took, believed, thought, said, knew, felt, meant, fell, grew, cost, gave, got, "
        "ran, came, went, made, lost, left, could not, "
        "couldn't, did not, didn't"
    )
    + r"|(?!hundred)\w{3,}ed)\b"
)
PLAIN_OUTCOME = _any(
    r"(?:went|worked out|turned out|ended up|ended|did|came out) (?:a |an )?(?:really |very |quite |pretty |so )?"
    r"(?:well|great|fine|okay|ok|good|smoothly)\b",
    r"worked (?:out|well|fine|in the end)\b",
    r"(?:was|were|is) (?:a |an )?(?:really |very |quite |pretty |so )?(?:big |great |huge |good )?"
    r"(?:success|successful|happy|pleased|satisfied)\b",
    r"(?:good|great|positive|nice|better|amazing) (?:results?|feedback|impact|outcomes?)\b",
)
# What answers a question about one piece when its own words need not be said again.
ELLIPTICAL_REASON = _any(
    r"(?:because|since|too \w+|would(?:n't)? (?:have|be)|but|risk\w*|risky|cheaper|slower|faster|cost\w*)\b"
)
ELLIPTICAL_END = _any(
    r"(?:" + _either(r"they, it, he, she, we, the \w+, nobody, everyone, both, two") + r") (?:\w+ ){0,2}?"
    r"(?:\w{3,}ed\b|(?:"
    + _either("kept, bought, left, went, got, won, lost, came, ran, paid, took, cut, grew, fell, is, are, was, were")
    + r")\b)"
)
ELLIPTICAL_PART = re.compile(
    r"^ *(?:(?:mostly|mainly|only|just|well|so|it was|i'd say|probably),? )*(?:the|my|an?|all of the|from)\b",
    re.IGNORECASE,
)
TOGETHER = _any(r"(?:we|us|team|together|everyone|everybody|all of it|hard to say)\b")
NOTHING = re.compile(r"^\W*(?:nothing|no|none|not really|not much)\b", re.IGNORECASE)
WOULD = _any(r"i(?: would|'d) (?!(?:say|not|like)\b)\w+")  # reflects where "what would you do differently?" was asked
LEARNED = _any(r"(?:learn\w*|earlier|sooner|next time|differently|first|before|more often|listen\w*)\b")
NUMBER_IN_WORDS = _any(
    r"(?:zero|none|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|twice|once|daily|weekly|monthly|yearly)\b",
    r"\d",
)
# "Yes", "no" or what says the same: it answers a question that takes a yes or a no.
YES_OR_NO = re.compile(
    r"^ *(?:(?:um|uh|well|oh|so|honestly|actually|okay|hmm|i think|i guess)[ ,.]+)*(?:yes|yeah|yep|yup|no|nope|nah"
    r"|not yet"
    r"|not really|sure|absolutely|definitely|of course|certainly|correct|exactly|right|never|always|only once|twice"
    r"|once"
    r"|i (?:do|don't|did|didn't|have|haven't|am|am not|can|can't|could|would|will|was|wasn't|had)\b|i'm (?:not )?\w+"
    r"|i'd (?:be|love|like)|both|neither|either|that's right|no problem|immediately|remote|hybrid)\b",
    re.IGNORECASE,
)
WHEN_OR_HOW_LONG = _any(
    r"(?:19|20)\d\d\b",
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|today"
    r"|yesterday|tomorrow|last (?:year|month|week|summer|spring|autumn|winter)|next (?:week|month)|(?:a |two |three "
    r"|few )?"
    r"(?:days?|weeks?|months?|years?)(?: ago)?|since)\b",
)
UNSURE = _any(r"(?:it depends|depends|maybe|perhaps|i guess|not sure|hard to say|kind of|sort of|more or less)\b")
# Where a speaker begins something new within a sentence.
TURN = re.compile(r" (?:and|so|but|now|please|then|also)(?= )")
