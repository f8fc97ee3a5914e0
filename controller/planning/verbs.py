"""English verbs as job descriptions begin with them, turned into a form that stands after "the job asks for"."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# These open a duty and are seldom nouns or adjectives.
VERBS = _words(
    "accept achieve act adapt address administer advise advocate align allocate analyse analyze answer anticipate "
    "apply architect arrange articulate assess assign assist attend author automate balance become bring build "
    "calculate call champion clarify coach collaborate collect communicate compare compile conduct configure "
    "consolidate consult contribute convert convince coordinate create critique debug decide define deliver "
    "demonstrate deploy describe detect determine develop diagnose discover discuss distribute drive edit educate "
    "elicit embrace empower enable encourage enforce engage enhance enjoy ensure escalate establish estimate evaluate "
    "evolve examine execute expand explain explore extend facilitate find fix foster gather generate get give grow "
    "guide handle help hire identify implement improve influence inform innovate inspect inspire install integrate "
    "interact interpret interview introduce investigate join keep know launch lead learn leverage listen liaise love "
    "maintain make manage maximise maximize mentor migrate mitigate moderate motivate negotiate nurture obtain onboard "
    "operate optimise optimize orchestrate organise organize oversee own participate perform pitch prepare preserve "
    "prevent prioritise prioritize produce promote propose prospect provide publish pursue qualify raise read "
    "recommend reconcile recruit reduce refactor refine represent resolve respond retain run satisfy schedule seek "
    "select sell serve shape ship simplify solve specify steer streamline strengthen succeed suggest supervise "
    "synthesise synthesize tackle take teach think tell thrive track train transform translate troubleshoot uncover "
    "understand update upgrade use utilise utilize validate verify visit visualise visualize win work write"
)
# These open a duty too, and are as often nouns or adjectives: "design skills", "test automation", "secure systems".
NOUNS_TOO = _words(
    "audit benchmark budget close complete deal design direct focus forecast master measure monitor partner plan "
    "present query rank report research review scale secure set source spot sample support survey test travel value"
)
# Verbs only before an article and the like: "document the process".
SELDOM_VERBS = _words(
    "code control document interface market model process profile program project prototype structure"
)
_DOUBLED = _words("cut get let map log plan put run scan set ship sit spot win begin program refer submit commit")
# A phrase of few words that begins with one of NOUNS_TOO and ends in one of these is a noun.
NOUN_ENDS = _words(
    "ability analysis automation awareness background capabilities degree development documentation engineering "
    "experience expertise frameworks fundamentals improvement knowledge languages management methods mindset patterns "
    "planning practices principles processes reviews science skill skills systems techniques testing thinking tools "
    "understanding writing"
)
_IRREGULAR = {
    "led": "lead", "built": "build", "written": "write", "run": "run", "driven": "drive", "grown": "grow",
    "sold": "sell", "taught": "teach", "made": "make", "taken": "take", "won": "win", "held": "hold", "shown": "show",
}  # fmt: skip
_COMPOUNDS = frozenset({("lead", "generation"), ("lead", "qualification"), ("lead", "time"), ("lead", "times")})
_ARTICLES = _words("the a an any all new these this those every each complex key our your their its")
_PREPOSITIONS = _words("with on to for in at by of")
_CLAUSES = _words("what how why whether where which")  # "report what worked"


def base_of(word: str) -> str | None:
    """The base form of a verb that opens a duty ("Leads" -> "lead"), or None for any other word."""
    lower = word.lower().strip(",")
    known = VERBS | NOUNS_TOO | SELDOM_VERBS
    for ending, instead in (("", ""), ("ies", "y"), ("es", ""), ("s", ""), ("es", "e")):
        base = lower.removesuffix(ending) + instead if lower.endswith(ending) else ""
        if base in known and (not ending or base not in SELDOM_VERBS):
            return base
    return None


def participle_base(word: str) -> str | None:
    """The verb behind "managed", "led" or "built"; None for any other word."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not lower.endswith("ed"):
        return None
    bases = (lower[:-1], lower[:-2], lower[:-3], f"{lower[:-3]}y")
    return next((base for base in bases if base in VERBS | NOUNS_TOO), None)


def gerund(verb: str) -> str:
    """The -ing form of a base form: "manage" -> "managing", "run" -> "running"."""
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def opens_duty(words: list[str]) -> bool:
    """Whether these words, the beginning of a line, tell someone to do something."""
    base = base_of(words[0])
    if base is None or len(words) == 1:
        return False
    follows, last = words[1].lower().strip(",."), words[-1].lower().strip(",.")
    if base in VERBS:
        return (base, follows) not in _COMPOUNDS
    if words[0].endswith(",") or follows == "and":
        return any(base_of(word) for word in words[1:3])
    if follows in _ARTICLES or base in SELDOM_VERBS:
        return follows in _ARTICLES
    if len(words) <= 4 and last in NOUN_ENDS:
        return False
    return follows in _PREPOSITIONS | _CLAUSES or follows.endswith(("s", "ly", "ive", "ed"))


def as_gerunds(words: list[str]) -> list[str]:
    """`words`, which open with a verb, with it and those joined to it by commas and "and" in the -ing form."""
    done = [_inflected(words[0], base_of(words[0]) or words[0].lower().strip(","))]
    chained = True  # still among the verbs that open the line: "design, build and run"
    for place, word in enumerate(words[1:], 1):
        base, before = base_of(word), words[place - 1]
        joins = before.endswith(",") or before in ("and", "or", "then")
        if base is not None and joins and _goes_on(base, words[place + 1 :], chained=chained):
            done.append(_inflected(word, base))
        else:
            chained = chained and word in ("and", "or", "then")
            done.append(word)
    return done


def _inflected(word: str, base: str) -> str:
    return gerund(base) + ("," if word.endswith(",") else "")


def _goes_on(base: str, rest: list[str], *, chained: bool) -> bool:
    """Whether a verb after "and" goes on with the duty: "build and run services", "own it and report to the board"."""
    if not rest:
        return False
    follows = rest[0].lower()
    if base in VERBS:
        return chained or base not in ("work", "call", "use", "help")
    return follows in _ARTICLES or (base not in SELDOM_VERBS and (chained or follows in ("to", "on", "with")))
