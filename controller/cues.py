"""The words by which an answer shows context, ownership, result, trade-off or reflection, and by which it stays vague.

Each pattern names something a speaker says, not a topic: "as a result", "I rewrote", "instead of". They hold for spoken
English with its fillers, in the past tense of a story and in the "I would" of a scenario.
"""

from __future__ import annotations

import re


def either(listed: str) -> str:
    """A group that matches any of the comma-separated alternatives, each of them a regular expression."""
    return "(?:" + "|".join(part.strip() for part in listed.split(",")) + ")"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(parts) + r")", re.IGNORECASE)


_FEW_WORDS = r"(?:\w+ ){0,3}?"
FILLERS = _any(r"u+h+m*\b", r"u+m+\b", r"e+r+m*\b", r"h+m+\b", r"you know\b(?! (?:how|what|why|that)\b),?", r"i mean\b")

# ------------------------------------------------------------------ who acted

_ADVERBS = either(
    "also, then, personally, actually, mostly, basically, first, just, really, quickly, finally, myself, "
    "initially, still,"
    "eventually, simply, immediately, always, usually, normally, typically, deliberately, therefore, so, "
    "later, now, never,"
    "independently, completely, once, even, carefully, ended up, had to, was able to, managed to, started to, started,"
    "began to, decided to, chose to, went ahead and, was asked to, volunteered to, offered to"
)
_NOT_AN_ACT = either(
    "worked, helped, liked, wanted, needed, learned, believed, tried, enjoyed, noticed, happened, started, assisted,"
    r"joined(?= (?:the (?:company|team|group|firm)|an?\b|as\b|in\b|at\b)),"
    "participated, involved, loved, used, assumed, remembered, realized, realised, wished, hoped, looked, interested,"
    "preferred, seemed, agreed, mentioned, graduated, waited, supported, contributed, need, feed, speed"
)
_IRREGULAR = either(
    "built, led, ran, wrote, made, took, set, cut, drove, drew, found, sold, won, brought, held, chose, "
    "broke, split, taught,"
    "gave, put, told, sat down, spoke, kept, met, sent, spent, did, rebuilt, rewrote, dug, shipped, fought, "
    "bought, caught,"
    "lost, sat, came up with, rang, flew, threw, stuck, stood up, let, read, asked, swept, "
    "went (?:back|through|to), got (?:the|them|him|her|everyone|both|two|buy-in)"
)
_PAST = rf"(?:(?!{_NOT_AN_ACT}\b)[a-z]{{2,}}ed\b|{_IRREGULAR}\b)"
_NO_PLAN = (
    either("like, say, love, think, be, rather, prefer, guess, have, hope, want, call (?:it|that|myself)") + r"\b"
)
I_DID = _any(
    rf"I(?:'ve| have|'d| had)?(?: {_ADVERBS},?)* {_PAST}",
    rf"I(?: would|'d| will|'ll)(?: {_ADVERBS},?)* (?!{_NO_PLAN})[a-z]{{3,}}",
    r"I was "
    + either("the (?:only|lead|owner|person|one|main), responsible for, in charge of, leading, running, building"),
    r"I(?:'m| am) " + either("responsible for, in charge of, the (?:only|lead|owner|person|one)"),
    r"my (?:own )?"
    + either("part, role, job, task, piece, share, responsibility, idea, call, decision")
    + r" (?:was|is)\b",
    r"I "
    + either("own, lead, run, handle, manage, design, build, decide")
    + r" (?:the|all|our|that|this|it|my|which)\b",
    either("on my own, by myself, single-handedly, I myself") + r"\b",
)
AND_DID = _any(rf"(?:and|then|,)(?: then)? {_PAST}")
WE_DID = _any(rf"(?:we|the team|they|everyone|everybody)(?:'ve| have)?(?: {_ADVERBS})* {_PAST}")

# ------------------------------------------------------------------ the situation

_SETTING = either(
    "project, product, app, application, system, client, customer, team, company, business, platform, "
    "service, goal, problem,"
    "challenge, issue, situation, task, aim, pipeline, report, dashboard, account, region, page, database, site, store,"
    "warehouse, model, deal, contract, bank, hospital, retailer, bug, search, import, checkout, office, factory"
)
_ORGANISATION = either(
    "client, customer, bank, company, retailer, startup, hospital, agency, team, shop, store, chain, hotel, "
    "supplier, school,"
    "factory, university, vendor"
)
_SOMEBODY = either(
    "customers?, users?, people, clients, reps, support, finance, marketing, engineers, sellers, patients"
)
_MONTHS = either(
    "january, february, march, april, may, june, july, august, september, october, november, december, spring, summer,"
    "autumn, fall, winter"
)
CONTEXT = _any(
    r"(?:when|while|after|before) (?:i|we|the company|our \w+) "
    + either("was, were, joined, started, had, moved, launched"),
    r"(?:in|at|during|for) my "
    + either("last, previous, current, first, second, third, final, old, internship, thesis"),
    r"(?:my|our|a|the) "
    + either("internship, capstone, thesis, startup, start-up, agency, employer, client, university"),
    r"(?-i:(?:[Aa]t|for|[Ww]ith|from|called|[Ii]n) [A-Z][\w&]+)",
    rf"(?:last|in|this|early|late) (?:year\b|quarter\b|month\b|week\b|{_MONTHS}\b)",
    r"in (?:19|20)\d\d\b",
    rf"(?:in|during) (?:the|my|our) {_FEW_WORDS}"
    + either("quarter, year, week, month, half, semester, job, role")
    + r"\b",
    r"\w+ (?:months?|years?|weeks?) ago\b",
    rf"(?:the|our|this|one|my|an?) {_FEW_WORDS}{_SETTING}s? "
    + either("was, were, had, is, needed, wanted, kept, took, ran, failed, crashed, broke, that, which, called, sold"),
    r"we " + either("had, were, needed, wanted, ran, sold, used to, kept, served") + r"\b",
    r"(?:my|our|his|her|the) (?:\w+ ){1,4}?"
    + either("wanted, asked, needed, insisted, complained, decided, planned, refused, demanded, expected")
    + r"\b",
    rf"(?:for|with) an? (?:\w+ ){{0,2}}?{_ORGANISATION}\b",
    r"as an? (?:\w+ ){0,2}?"
    + either("intern, analyst, developer, engineer, manager, student, lead, consultant, rep, scientist"),
    r"there (?:was|were) (?:an?|no|two|three|some|this)\b",
    rf"{_SOMEBODY} " + either("were, was, kept, had, couldn't, complained, wanted, needed, dropped") + r"\b",
    r"the background\b",
    r"used to\b",
    # in a scenario: what would be found out first
    r"(?:i'd|i would|i) (?:first |also |then )?"
    + either("ask, find out, want to know, need to know, clarify, check (?:who|what|when|which|whether|if)"),
    r"depends on\b",
    r"(?:start|begin) by (?:asking|finding|checking|looking|talking|reading|calling)\b",
    r"(?:assuming|i assume|i'd assume|suppose)\b",
    r"(?:first|main|my) question (?:is|would be)\b",
)

# ------------------------------------------------------------------ how it ended

_VERY = r"(?:a |an )?(?:really |very |quite |pretty |so )?"
PLAIN_OUTCOME = _any(
    rf"(?:went|worked out|turned out|ended up|ended|did|came out) {_VERY}(?:well|great|fine|okay|ok|good|smoothly)\b",
    r"worked (?:out|well|fine|in the end)\b",
    rf"(?:was|were|is) {_VERY}(?:big |great |huge |good )?(?:success|successful|happy|pleased|satisfied)\b",
    r"(?:good|great|positive|nice|better|amazing) (?:results?|feedback|impact|outcomes?)\b",
)
_MOVED = either(
    "reduced, increased, improved, cut, grew, rose, fell, dropped, saved, doubled, tripled, halved, boosted, "
    "raised, lowered,"
    "shortened, exceeded, beat, gained, sped up, decreased, climbed, recovered, retained, "
    "went (?:up|down|from), hit, slipped,"
    r"came (?:down|back), brought (?:\w+ )?(?:\w+ )?(?:down|up|back), jumped, finished, closed"
)
_DONE = either(
    "shipped, launched, went live, released, rolled (?:it )?out, delivered, adopted, merged, renewed, "
    "approved, published,"
    "signed, won (?:the|that|them|it|back), passed, promoted, awarded, accepted, hired, closed (?:the|that|it),"
    "(?:solved|resolved|fixed) (?:it|the|that|this)"
)
_SOMEONE = r"(?:the \w+|it|we|they|i|he|she|customers?|users?|people|nobody|everyone)"
RESULT = _any(
    rf"{_MOVED}\b",
    rf"{_DONE}\b",
    r"as a result\b",
    r"(?:resulted in|led to|leading to|which (?:led|gave|saved|cut|brought|took|reduced|increased))\b",
    r"(?:the|our|my|its) (?:outcome|result|impact|effect|end result) (?:was|is)\b",
    r"(?:ended up|ended with|in the end,? (?:we|i|they|the|she|he|it))\b",
    r"(?:is|are|was|were) still (?:used|using|running|in use|there|live|with us)\b",
    r"still (?:use|uses|runs?)\b",
    r"(?:no longer|stopped \w+ing|never (?:happened|came up|saw|broke|had)|has(?:n't| not) happened|went away)\b",
    r"(?:without (?:any |a single )?(?:downtime|incident|complaint|outage)|on time|ahead of schedule|a week early)\b",
    r"(?:complaints?|errors?|failures?|problems?|losses|incidents?|alerts?|delays?) (?:\w+ )?"
    r"(?:stopped|ended|disappeared|went)\b",
    r"(?:has|have) been (?:stable|running|fine|in use|quiet|live)\b",
    rf"(?:after that|afterwards|since then|from then on|(?:with)?in (?:\w+ ){{1,3}}(?:days?|weeks?|months?|year)),? "
    rf"{_SOMEONE} (?!should|would|could|always|never)\w+",
    r"(?:they|she|he) (?:then )?(?:cut|kept|changed|stopped|bought|chose|accepted|dropped)\b",
    r"we (?:kept|stayed|agreed on|settled on|decided to keep)\b",
    r"so (?:now|today)\b",
    r"(?:it|this|that) turned out\b",
    r"(?:was|were) "
    + either("done, finished, live, online, ready, gone, back, sold, in production, delivered, over")
    + r"\b",
    r"ended (?:the \w+ )?(?:at|with|in)\b",
    r"(?:went|came|is|was|were|got|are) (?:back )?(?:down|up) (?:to|by|from|again)\b",
    rf"so {_SOMEONE} \w+ed\b",
    r"(?:they|he|she|we|the (?:board|client|customer|team|manager|management|company)) "
    + either("approved, agreed, bought, signed, booked, said yes, came back, stayed, went with, renewed, paid, doubled")
    + r"\b",
    r"more (?:\w+ )?than (?:i|before|ever|we|any)\b",
    r"nobody (?:has|had|\w+ed)\b",
    r"(?:missed|lost) (?:the|our|that|two|three|a|\d+)\b",
    # in a scenario: how success would show
    r"(?:i'd|i would|i'll|we'd) (?:\w+ ){0,2}?"
    + either("know, verify, confirm, measure, track, monitor, watch, compare, see whether, test (?:that|whether)")
    + r"\b",
    r"(?:then|and) (?:measure|verify|compare|re-?measure) (?:it|that|again|the|both|against)\b",
    r"success (?:would|is|means)\b",
)

# ------------------------------------------------------------------ what was weighed, what was learned

_PRICE = either("cost, taken, meant, needed, required")
TRADEOFF = _any(
    r"instead of\b",
    r"rather (?:[^.?!]{2,80}? )?than\b",
    r"trade-?\s?offs?\b",
    r"at the (?:cost|expense|price) of\b",
    r"(?:chose|picked|opted for|preferred|went with|choose|pick|kept|took)\b[^.?!]{2,90}?\b(?:because|since|as it)\b",
    r"(?:chose|picked|opted for|preferred|choose|pick)\b[^.?!]{2,60}?\bover (?:an?|the|our|any|my)\b",
    r"(?:said no|turned (?:it|that|them) down|refused|declined)\b[^.?!]{0,80}\bbecause\b",
    rf"(?:would|'d|might) have {_PRICE}\b",
    r"(?:gave|give|giving) up\b",
    r"sacrific\w+",
    r"(?:leave|left|leaving) (?:out|aside)\b",
    r"(?:the|one|a|main|big) (?:downside|upside|drawback|alternative|price|other option|catch|risk) (?:was|is"
    r"|would|of)\b",
    r"(?:considered|weighed|debated|looked at both)\b",
    r"on the other hand\b",
    r"(?:but|which|that) (?:it |that |this )?(?:meant|cost us|means|would cost)\b",
    r"(?:could|could've) have \w+[^.?!]{0,80}\bbut\b",
    r"decided (?:against|not to)\b",
    r"compromised on\b",
    r"(?:accept|accepted|accepting|lived with|live with) "
    + either("the (?:risk|cost|loss|delay), slower, more, less, higher, lower"),
    r"(?:more important|mattered more|matters more|worth (?:it|the|more)|worse than|better than|cheaper than"
    r"|safer than)\b",
    r"versus\b",
    r"even if (?:it|that|this|we|i|they)\b",
    r"knowing (?:that|it) (?:would|some|we|it|might|could)?\b",
    r"(?:priorit\w+|put) [^.?!]{2,60}?\b(?:over|ahead of|above|first)\b",
)
REFLECTION = _any(
    r"next time\b",
    r"(?:i(?:'ve| have)?(?: also| really| since)?|it|that|this) (?:learned|learnt) (?:that|to|how|not|from"
    r"|the hard way|never|a lesson|why)\b",
    r"(?:it|that|this) taught me\b",
    r"i (?:noticed|understood|saw|found|see) (?:now )?that i\b",
    r"my part (?:of|in) (?:the|that|it)\b",
    r"(?:what )?i (?:took|take) from (?:it|that|this)\b",
    r"(?:in hindsight|looking back|in retrospect)\b",
    r"(?:would|i'd)(?: have)? (?:\w+ ){0,6}?(?:differently|sooner|earlier|instead)\b",
    r"if i (?:did|had to do|were to do|could do|redid|do) (?:it|that|this)\b",
    r"(?:i|we) should(?:'ve| have)\b",
    r"my (?:mistake|lesson|takeaway|biggest lesson) (?:was|is)\b",
    r"(?:the|a|one|big|biggest|main) (?:lesson|takeaway|learning)\b",
    r"since then,? (?:i|we|my)\b",
    r"(?:now|these days|today),? i (?:always|never|make sure|start|ask|write|check|do|try)\b",
    r"i(?:'ve| have)? (?:realized|realised|changed (?:how|the way|my)|would change|wish i)\b",
    r"i (?:now|always now) \w+\b",
)
# The state of affairs that a story starts from: somebody or something else than the speaker, in the past tense.
SCENE = re.compile(
    r"^(?i:(?:so|well|okay|and|yes|um|uh|basically),? )*(?:(?i:"
    + either(
        "an?, the, our, my, their, his, her, one, some, every, each, two, three, people, customers, it, "
        "there, this, nobody"
    )
    + r")\b|(?!(?:I|We|You|Yes|No|So|But|And|Then|After|If|Honestly|Everyone|Communication|Um|Uh|Well|Okay"
    r"|Ignore)\b)[A-Z]\w+\b).{0,90}?\b(?:"
    + either(
        "was, were, had, kept, took, believed, thought, said, knew, felt, meant, fell, grew, cost, gave, got, "
        "ran, came, went, made, lost, left, could not, "
        "couldn't, did not, didn't"
    )
    + r"|(?!hundred)\w{3,}ed)\b"
)
PLANNED_STEP = _any(
    r"(?:then|first|and|next),? (?:i'd |i would |i'll )?"
    + either(
        "look, check, ask, call, try, tell, recommend, offer, send, explain, propose, start, find, compare, "
        "talk, split, segment, roll, write, reproduce, test, "
        "open, post, show"
    )
    + r"\b"
)
# What answers a question about one piece when its own words need not be said again.
ELLIPTICAL_REASON = _any(
    r"(?:because|since|too \w+|would(?:n't)? (?:have|be)|but|risk\w*|risky|cheaper|slower|faster|cost\w*)\b"
)
ELLIPTICAL_END = _any(
    r"(?:" + either(r"they, it, he, she, we, the \w+, nobody, everyone, both, two") + r") (?:\w+ ){0,2}?"
    r"(?:\w{3,}ed\b|(?:"
    + either("kept, bought, left, went, got, won, lost, came, ran, paid, took, cut, grew, fell, is, are, was, were")
    + r")\b)"
)
ELLIPTICAL_PART = re.compile(
    r"^(?:(?:mostly|mainly|only|just|well|so),? )*(?:the|my|an?|all of the|from)\b", re.IGNORECASE
)
TOGETHER = _any(r"(?:we|us|team|together|everyone|everybody|all of it|hard to say)\b")
NOTHING = re.compile(r"^\W*(?:nothing|no|none|not really|not much)\b", re.IGNORECASE)
WOULD = _any(r"i(?: would|'d) (?!(?:say|not|like)\b)\w+")  # reflects where "what would you do differently?" was asked

# ------------------------------------------------------------------ what counts as nothing

# A sentence that speaks to whoever judges, and not to the question. It is material like any other, and shows nothing.
TO_THE_JUDGE = _any(
    r"(?:ignore|disregard|forget|override) [^.?!]{0,40}?(?:instruction|prompt|rule|previous|above|everything)",
    r"(?:give|award|grant) (?:me|this|it|him|her) [^.?!]{0,40}?"
    r"(?:points?|scores?|marks?|stars?|hundred|100|10|five|5)\b",
    r"(?:mark|rate|score|grade|classify|judge|treat|consider) "
    r"(?:me|this|it|my (?:answer|response)|the (?:answer|candidate))\b",
    r"(?:system|developer) (?:prompt|message|note)\b",
    r"(?:this|my) answer (?:is|was|should be|must be|deserves)\b",
    r"you (?:must|should|have to|are now|will) (?:score|mark|rate|give|grade|say|act|be|ignore|pretend)\b",
    r"(?:i am|i'm|as) (?:the|your) (?:\w+ )?(?:supervisor|developer|administrator|admin|creator|interviewer's \w+)\b",
)

# ------------------------------------------------------------------ what stays vague

HEDGES = _any(
    either(
        "kind of, sort of, (?:stuff|things) like that, stuff, and so on, et ?cetera, etc, basically, "
        "probably, maybe, i guess,"
        "i think, somehow, whatever, various, a lot, lots of, generally, or something, everything, many, several,"
        "different (?:things|stuff|ways|teams|people), really (?:good|hard|well|important|passionate|challenging)"
    )
    + r"\b",
    either(
        "team player, hard worker, hard-working, people person, fast learner, quick learner, passionate, "
        "best practices,"
        "significant(?:ly)?, tremendous(?:ly)?, hugely?, cross-functional, stakeholders, end to end, "
        "deliver(?:ing)? value,"
        r"leverag\w+, synerg\w+, data[- ]driven"
    )
    + r"\b",
)
NO_FIGURE = _any(
    r"(?:don't|do not|didn't|did not|never) (?:really |actually )?(?:have|had|measure|measured|track|tracked"
    r"|know|remember) "
    r"(?:the |any |that |an |a |it |exact )*(?:number|figure|metric|data|exact|measure|it)",
    r"no (?:numbers?|figures?|metrics?|data)\b",
)
NAMED = re.compile(r"(?<![.!?]\s)(?<!^)\b(?:[A-Z][a-z]+[A-Z]?\w*|[A-Z]{2,}\w*|[a-z]+[A-Z]\w+)\b|\b\w*[a-z]\d\w*\b")
