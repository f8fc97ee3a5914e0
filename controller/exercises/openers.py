"""How spoken requests open, and what looks like one and is none; a line is an alternative."""

from __future__ import annotations

import re


def _any(lines: str) -> str:
    return "(?:" + "|".join(line.strip() for line in lines.strip().splitlines()) + ")"


_SOFTLY = "(?:(?:please|just|maybe|also|first|quickly|perhaps|possibly|probably|really|actually|then|kindly) )*"
_SEE = _any(
    """
    see|have|get|look|know|ask|share|tell|show|give|walk|pull|provide|check|understand|talk|explain|describe|break
    compare|learn|find|help|split|go|hear|dig|review|explore|start|request|obtain|elaborate|clarify|say|confirm|take
    """
)
_PAUSE = "(?! a (?:minute|moment|second))"
_THEY = _any(
    """
    we|you|they|there|the|our|your|it|this|that|these|those|any|all|he|she|most|people|customers|users|some|its|their
    """
)
_FIRM = _any(
    rf"""
    (?:could|can|may|might|would|will) (?:i|we|you|someone) {_SOFTLY}(?:{_SEE}|be able to|happen to){_PAUSE}
    (?:could|can) we {_SOFTLY}(?!assume|say|conclude|argue|think|take|move|start|agree|not|also assume)\w+
    i (?:(?:would|will|should) )?{_SOFTLY}(?:like|love|want|need) {_SOFTLY}to {_SOFTLY}(?:{_SEE}|be)
    i (?:(?:would|will) )?{_SOFTLY}(?:need|want|like|love) (?:some|the|a|more|data|numbers|information)
    i (?:would|will) {_SOFTLY}be (?:interested|curious)
    i (?:am|was) (?:(?:also|just|really) )*(?:curious|interested|wondering|keen|looking for)
    i (?:just )?wonder
    let (?:me|us) (?:(?:first|just|also|maybe) )*(?:look|get|ask|check|pull|have|dig|start with|go through|understand)
    let (?:me|us) see (?=the|what|how|if|some|which|our|any|wh)
    (?:tell|show|give|walk|talk|take|run|share with|help) (?:me|us)\b(?! think| structure){_PAUSE}
    share (?:the|any|some)
    any (?:\w+ ){{0,3}}?(?:on|about|of|for|around)
    any (?:data|numbers|figures|idea|information)
    is it possible|would it be possible|it would help
    (?:be|is) (?:good|great|helpful|useful|nice|interesting) to (?:see|know|have|get)
    should (?:i|we) (?:include|count|consider|also|only|assume|focus)
    do we know|do you (?:know|have)|do we have|have we|have you|is there|are there|what about|how about
    what data|which data|what information
    """
)
_QUESTION = _any(
    r"""
    what (?:is|are|was|were|did|do|does|kind|kinds|type|would(?! i| we)|has|have|had|share|percent|percentage)
    what (?:proportion|portion)
    what (?:fraction|part|else|exactly|made|makes|happens|happened|drives|causes|sort|time|level|size|other|matters)
    what (?:worries|concerns|keeps|stops|holds)
    how (?:many|much|long|often|big|large|far|does|do|did|is|are|was|were|has|have|quickly|fast|well|old|frequently)
    how (?:would|can) (?!i |we )
    how (?:high|low|come|soon|late|full|busy|satisfied|important|expensive)
    which (?!is |are |was |means |would |we |i |then |makes |will |could |should )
    who (?:is|are|was|were|else|would|makes|decides|signs|pays|buys|uses|owns|does|do|approves|handles)
    whose
    (?:do|does|did|have|has|are|were) (?:you|they|people|customers|users|anybody|somebody|anyone|someone|anything)
    (?:do|did|were|have) we
    (?:did|were) (?:more|most|fewer|all|any) \w+
    (?:at|in|to|for|from|until|by|on|with) (?:what|how (?:many|much|long))
    at which|until when
    what (?:works|exactly|age|volume|trouble)
    who (?:has|had|can)
    what (?!i |we )(?:\w+ ){1,2}(?:is|are|was|were|do|does|did|should|would|will|have|has)
    how (?!i |we )(?:\w+ ){1,2}(?:is|are|was|were|do|does|did)
    where (?:is|are|was|were|does|do|did|in)
    when (?:is|was|did|does|do|are|were|would)
    why (?:is|are|was|were|did|do|does|would|has|have)
    """
)
_PLAN = (
    "i (?:would|will|should) (?:(?:also|first|then|just|probably|next|maybe) )*"
    "(?:look|check|pull|ask|dig|compare|examine|start with|start by|begin with|investigate|analyse|analyze|go)"
)
_SOFT_START = "(?:so|and|okay|ok|well|but|then|right|also|now|or|alright|sure)"
# A sentence that begins so says first what it is about: "when they lowered the price did more people come".
BEFORE_QUESTION = re.compile(rf"^(?:{_SOFT_START} )*(?:when|if|with|in|at|for|on|of|out of|regarding|concerning)\b")
_AUXILIARY = "(?:do|does|did|are|is|was|were|has|had)"
_MODAL = "(?:can|could|may|might|would|will|should)"
_START = "^(?:(?:so|and|okay|ok|well|but|then|right|also|first|yes|yeah|now|or|alright|sure|great|thanks|next) )*"
_ASKED = rf"{_AUXILIARY} \w+|have {_THEY}|{_MODAL} (?!i |we )\w+|who \w+|(?:what|how|why) (?!i |we |\w+ i\b)\w+"
_INVERTED = rf"{_START}(?:{_ASKED})"

OPENER = re.compile(
    rf"(?P<firm>\b{_FIRM}\b)|(?P<plan>\b{_PLAN}\b)|(?P<question>\b{_QUESTION})|(?P<inverted>{_INVERTED}\b)"
)
_THAT = "(?:that|it|those|them|any)"
TRAILING = re.compile(
    rf"\b(?:please|if (?:you|we) have {_THAT}|if (?:(?:that|it) is )?available|do (?:you|we) have {_THAT}"
    rf"|(?:can|could) (?:i|we) (?:see|have|get) {_THAT})(?: please| too| here)?$"
)
# Read just before an opener: a request that is taken back, and a question that is only thought about.
DENIED = re.compile(r"\b(?:not|never|without|no need to|no need for|instead of)(?: \w+){0,3} $")
_MUSED = _any(
    """
    that is|this is|depends? on|regardless of|irrespective of|no matter|matters?|because of|so that
    estimate|estimating|assume|calculate|guess|predict|work out|figured out|decide|deciding
    shows?|tells?|(?:i|we) know|know exactly|exactly|understanding of|now i know|now we know|i see
    """
)
MUSED = re.compile(rf"\b{_MUSED}(?: (?:us|me|roughly|about|just))? $")
REASON = re.compile(
    r"\b(?:because|so that|since i|since we|as i think|in order to|my hypothesis|i think|i suspect|i believe)\b"
)
POINTING = frozenset(("that", "this", "it", "those", "these", "them"))
# Words without a thing in them: "do you have any data on that".
EMPTY = frozenset(
    word
    for line in (
        "a an the that this it those these them any some of on for in to about with and or if so too here now",
        "data number numbers figure figures information info detail details breakdown split kind idea sense something",
        "do does did have has could can would like see know look at get is there are was be been please also maybe",
        "you we i me us our your available more just possible by chance",
    )
    for word in line.split()
)
# Of a few words alone: these make a sentence, and those join the things that are asked for.
SENTENCE = frozenset(
    ("i", "we", "it", "is", "are", "was", "were", "think", "yes", "no", "okay", "sure", "thanks", "thank")
)
JOINING = frozenset(("by", "of", "for", "per", "and", "on", "data", "numbers", "breakdown", "please"))
# Words that tell nothing of what is asked for.
SMALL = frozenset(
    word
    for line in (
        "what which who how when where why much many does did do is are was were be been being has have had having i",
        "we you they he she it them us our your their his her my me let would could can may might will shall should",
        "the a an of in on at to for from by with about into over out up down off than then so and or but if as",
        "per not no yes okay well just also really actually maybe please like want need know see tell show give look",
        "get go come any some each every all both one more most less least very there here this that these those same",
        "other kind sort thing way lot bit right good sure first next before after again ever yet now say guess",
        "think mean different understand help ask make take put use people person year month day week last old new",
    )
    for word in line.split()
)
