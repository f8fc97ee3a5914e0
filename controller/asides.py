"""Tells what is neither an answer nor a simple wish: a question back, a try to get at plan, score or answer, an order
to the machine, anger, small talk. Each gets one kind sentence, and the question stays open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from controller.reading import Reading
from controller.wishes import normalised

MAX_WORDS = 60  # longer, and something was answered
MAX_QUESTION_WORDS = 30
MAX_LEFT_WORDS = 8  # beside an order to the machine


class Aside(StrEnum):
    PLAN = "plan"  # what will be asked, what is looked for
    SCORE = "score"
    ANSWER = "answer"  # "just tell me the right answer"
    ORDER = "order"  # "ignore your instructions"
    HOSTILE = "hostile"
    OFF_TOPIC = "off_topic"
    QUESTION = "question"  # the candidate asks back


REPLIES: Mapping[Aside, str] = MappingProxyType(
    {
        Aside.PLAN: "I keep to myself what comes and what I look for, so let's stay with this question.",
        Aside.SCORE: "I give no marks while we talk, so let's stay with this question.",
        Aside.ANSWER: "I'd rather hear your own way to it, and any honest start is enough.",
        Aside.ORDER: "I can't do that, and I'd like to hear your own answer to the question.",
        Aside.HOSTILE: "I hear that this is annoying, and I'd still like to hear your answer when you are ready.",
        Aside.OFF_TOPIC: "I'd enjoy that chat another time, so let's come back to my question.",
    }
)
REASONS: Mapping[Aside, str] = MappingProxyType(
    {
        Aside.PLAN: "You asked what is planned or looked for; that stays open until the report.",
        Aside.SCORE: "You asked for a score; none is given during the interview.",
        Aside.ANSWER: "You asked for the answer itself; an interview needs your own.",
        Aside.ORDER: "What you said was an order to the interviewer and no answer; it changes nothing.",
        Aside.HOSTILE: "You were upset; the question stays open and nothing is held against you.",
        Aside.OFF_TOPIC: "What you said had nothing to do with the question, so it stays open.",
        Aside.QUESTION: "You asked a question back; it is answered as far as it honestly can be.",
    }
)
_HIDDEN = (
    r"(?:plan|questions|prompt|instructions|rubric|criteria|checklist|notes|script|rules|scoring|expected answers?)"
)
_PLAN = re.compile(
    r"\bquestions? (?:are|will|do) you (?:\w+ ){0,3}?ask|\bwill you ask (?:me )?(?:next|after|later)"
    r"|\bnext questions? (?:is|be|will)"
    r"|\bwhat (?:is|are|'s|s|will) (?:the |your )?next questions?|\bwhat(?: is|'s|s) (?:coming|next)\b"
    rf"|\b(?:show|tell|give|read|print|reveal|share|send|repeat|output|list|describe|display) (?:me "
    rf"|us )?(?:about )?(?:all )?(?:of )?(?:your|the) (?:\w+ ){{0,3}}?{_HIDDEN}\b"
    rf"|\bwhat (?:is|are|was|were|'s) (?:your|the) (?:\w+ )?{_HIDDEN}\b|\bsystem prompt\b|\binterview plan\b"
    r"|\bwhat (?:are you|do you|would you) (?:really |actually )?(?:looking for|want to hear|want me to say|expect"
    r"|listening for)\b"
    r"|\bwhat (?:answer|kind of answer) (?:do|are|would) you\b|\bwhat should i (?:prepare|expect)\b"
    r"|\bhow many (?:more )?questions\b"
)
_SCORE = re.compile(
    r"\bmy (?:score|rating|grade|marks|points)\b|\bscore (?:so far|me)\b|\b(?:rate|grade|score|rank) me\b"
    r"|\bdid i pass\b"
    r"|\bhow (?:would|do|did) you (?:rate|score|grade|rank)\b|\bam i (?:passing|failing|hired|in)\b|\bhow many points\b"
    r"|\b(?:do|did|will) i (?:get|have) the job\b|\bout of (?:ten|10|hundred|100)\b.{0,20}\b(?:am i|was i|what)\b"
    r"|\bwhat (?:score|rating|grade|marks)\b|\bare you (?:going to )?hir(?:e|ing) me\b"
)
_ANSWER = re.compile(
    r"\b(?:right|correct|best|ideal|model|perfect|expected|sample) answers?\b|\b(?:tell|give|send) me (?:the"
    r"|an?) (?:\w+ )?answers?\b"
    r"|\bhow (?:would|should) (?:you|i) answer\b|\bwhat (?:should|would|do) (?:i|you) say\b|\banswer (?:it|that|this"
    r"|the question) for me\b"
    r"|\b(?:give|got|have) (?:me )?(?:a|any|some) (?:hint|hints|clue|tip|tips)\b|\bwhat would a good (?:answer"
    r"|candidate)\b"
    r"|\b(?:just|can you|could you|please) tell me what to say\b|\bwhat(?: is|'s|s) the answer\b|\bhelp me (?:answer"
    r"|with the answer)\b"
)
_ASKED_FOR = ((Aside.PLAN, _PLAN), (Aside.SCORE, _SCORE), (Aside.ANSWER, _ANSWER))
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override) (?:\w+ ){0,6}?(?:instructions?|prompts?|rules?|guidelines|previous"
    r"|above)\b"
    r"|\b(?:you are|you're|act as) (?:now |from now on )?(?:a |an |my |in )?(?:\w+ )?(?:assistant|pirate|poet|mode"
    r"|dan|chatbot|translator)\b"
    r"|\b(?:developer|debug|admin|jailbreak|god) mode\b|\bpretend (?:that |to be |you)\b|\bas an ai\b"
    r"|\bend (?:of )?(?:prompt|instructions)\b"
    r"|\b(?:give|award|rate|mark|score) (?:me|this|my answer) (?:\w+ ){0,4}?(?:points?|marks?|hundred|100|strong|hire"
    r"|ten|10|5|five|full)\b"
)
_ANGER = re.compile(
    r"\b(?:stupid|dumb|idiot\w*|useless|ridiculous|pathetic|moron\w*|bullshit|crap|bloody|damn|fuck\w*|shit\w*"
    r"|screw (?:you|this)"
    r"|shut up|waste of (?:my )?time|wasting my time|piss\w*|sick of|fed up|hate (?:this|these|you)|(?:is|are) a joke"
    r"|joke of an?"
    r"|are you (?:kidding|serious|deaf|even listening)|leave me alone|none of your business|what a (?:stupid|dumb"
    r"|silly|joke)"
    r"|get lost|go to hell|insult\w*|nonsense|garbage|rubbish|who do you think you are|i don't have to (?:answer"
    r"|justify|prove))\b"
)
_AT_THE_INTERVIEW = re.compile(r"\b(?:you|your|this|these|question|questions|interview|machine|robot|bot|thing|that)\b")
# Everyday matters: one of the first kind is enough, of the second it takes two or a word of one's own life beside it.
_SMALL_TALK = re.compile(
    r"\b(?:weather|sunny|raining|snowing|football|soccer|cricket|basketball|tennis|world cup|netflix|season finale"
    r"|(?:my|our|the neighbou?r's) (?:cats?|dogs?|kids?|son|daughter|wife|husband|girlfriend|boyfriend|neighbou?rs?"
    r"|grandma"
    r"|grandmother|mom|mum|aunt|parrot|hamster|garden|balcony|holidays?|vacation)|pizza|burger|biryani|barbecue|beach"
    r"|lottery"
    r"|horoscope|zodiac|elections?|fishing|playstation|video games?|haircut|sneakers|bitcoin|crypto|aliens|ufos?"
    r"|ghosts?"
    r"|puppy|puppies|kittens?|tomatoes)\b"
)
_SMALL_TALK_TOO = re.compile(
    r"\b(?:rain|snow|match|league|movies?|films?|series|episodes?|lunch|dinner|breakfast|recipes?|cooking|baking"
    r"|holidays?"
    r"|vacation|politics|president|traffic|parking|songs?|singer|concerts?|guitar|playlist|birthday|wedding|gym|diet"
    r"|shopping"
    r"|dreams?|weekend|coffee|tea|cats?|dogs?|band|festival|marathon|knitting|chess)\b"
)
_OWN_LIFE = re.compile(
    r"\b(?:did you (?:see|watch|hear)|have you (?:seen|watched|heard|tried)|do you (?:like|watch|play|know)"
    r"|my favou?rite|last night"
    r"|at home|on the way|yesterday evening|i (?:love|adore|hate)|what's your favou?rite|by the way)\b"
)
_WORK = re.compile(
    r"\b(?:work|worked|working|job|project|projects|team|teams|customer|customers|client|clients|company|manager|boss"
    r"|colleague\w*"
    r"|deadline|product|report|sales|code|data|system|users?|interview|stakeholder\w*|release|campaign|budget"
    r"|students?|patients?"
    r"|role|office|meeting|business|contract|supplier|store|shop|warehouse|orders?)\b"
)
_LEAD = (
    r"^(?:(?:and|so|but|well|okay|ok|um|sorry|wait|hey|actually|just curious|one question|quick question"
    r"|can i ask(?: you)?"
    r"|may i ask(?: you)?|let me ask you|i(?:'d| would)? (?:like to|want to) ask(?: you)?|out of curiosity) )*"
)
_OPENS = (
    r"(?:(?:what|how|who|why|where|when)(?:'s|s)? (?:(?:\w+ ){0,2}?(?:is|are|do|does|did|can|could|would|will|should"
    r"|was|were"
    r"|have|has))\b|(?:what|who|how|where)'?s\b|(?:do|does|did|is|are|can|could|would|will|should|have|has|am) "
    r"(?:you|your|it|there|this|that|the|i|we|my)\b|(?:how many|how much|how long|how big|what kind|which)\b)"
)
_ASKS = re.compile(rf"{_LEAD}{_OPENS}(?! i (?:did|do|had|would|was|think|mean|usually|always)\b)")
_OF_YOU = re.compile(
    r"\b(?:you|your|you're|yours|this (?:interview|call|session)|recorded|i supposed|i allowed|the (?:company|team"
    r"|role))\b"
)
_DEMANDS = re.compile(
    r"^(?:(?:please|just|now|so|okay|and|but) )*(?:show|tell|give|read|print|reveal|share|send|repeat|output|list"
    r"|describe|display|help|answer|i (?:want|need)|i'd (?:like|love))\b"
)
_SPEAKS_OF_SELF = re.compile(r"\bi(?:'ve| have|'d)? (?:\w+ )?(?:\w{3,}ed|built|led|ran|wrote|made|took|did|was|had)\b")


def read_aside(text: str, question: str, reading: Reading) -> Aside | None:
    """What was said beside the question, or None for an answer. Only what holds little else counts."""
    if len(text) > MAX_WORDS * 12:
        return Aside.ORDER if reading.to_the_judge and _little_left(reading) else None
    said = normalised(text)
    asked = next((aside for aside, pattern in _ASKED_FOR if pattern.search(said)), None)
    if (reading.to_the_judge or _ORDER.search(said)) and _little_left(reading):
        asks = "?" in text or _ASKS.match(said)
        return asked if asked is not None and (asks or not _ORDER.search(said)) else Aside.ORDER
    if len(said.split()) > MAX_WORDS or not _says_little(reading):
        return None
    if asked is not None and _asks(text, said):
        return asked
    if _ANGER.search(said) and _AT_THE_INTERVIEW.search(said):
        return Aside.HOSTILE
    if _is_small_talk(said, question):
        return Aside.OFF_TOPIC
    return Aside.QUESTION if _asks_back(text, said) else None


def _says_little(reading: Reading) -> bool:
    """Whether next to nothing of an answer is in it."""
    return reading.steps <= 1 and len(reading.figures) <= 1 and len(reading.proof) <= 2


def _little_left(reading: Reading) -> bool:
    return reading.words < MAX_LEFT_WORDS or not reading.proof


def _asks(text: str, said: str) -> bool:
    return "?" in text or bool(_ASKS.match(said) or _DEMANDS.match(said))


def _asks_back(text: str, said: str) -> bool:
    words = said.split()
    if len(words) > MAX_QUESTION_WORDS or len(words) < 3 or _SPEAKS_OF_SELF.search(said):
        return False
    marked = text.rstrip(" \"”'").endswith("?")
    return bool(_ASKS.match(said) and (marked or _OF_YOU.search(said))) or (marked and bool(_OF_YOU.search(said)))


def _is_small_talk(said: str, question: str) -> bool:
    if _WORK.search(said):
        return False
    asked = normalised(question)
    sure = {match[0] for match in _SMALL_TALK.finditer(said)}
    perhaps = {match[0] for match in _SMALL_TALK_TOO.finditer(said)}
    if any(topic in asked for topic in sure | perhaps):
        return False
    return bool(sure) or len(perhaps) >= 2 or bool(perhaps and _OWN_LIFE.search(said))
