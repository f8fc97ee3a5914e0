"""The phrases by which a speaker shows context, an own part, a result, a choice or a lesson, and by which one stays
vague. They name something a speaker says and not a topic: "as a result", "I rewrote", "instead of".

They hold for spoken English with its fillers, in the past tense of a story and in the "I would" of a scenario. How a
phrase is written is told in `controller.phrasebook`. A few are plain regular expressions, for what needs the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from controller.phrasebook import PhraseBook, either

_NOT_AN_ACT = either(
    "worked helped liked wanted needed learned believed tried enjoyed noticed happened started assisted participated "
    "involved loved used assumed remembered realized realised wished hoped looked interested preferred seemed agreed "
    "mentioned graduated waited supported contributed need feed speed exceed indeed hundred excited based supposed "
    "scared worried blessed passionated tired bored motivated dedicated experienced skilled focused concerned related "
    "stressed pleased honored honoured"
)
_IRREGULAR = either(
    "built led lead ran wrote rewrote made took set cut drove drew found sold won brought held chose broke split "
    "taught gave put told spoke kept met sent spent did rebuilt dug shipped fought bought caught lost sat rang flew "
    "threw stuck let read red asked swept redid began got_the got_them got_him got_her got_everyone got_both got_two "
    "got_buy-in rode "
    "came_up_with stood_up went_back went_through went_to went_over went_with went_for went_ahead sought forecast "
    "undid overhauled ripped"
)
_PAST = rf"(?:(?!{_NOT_AN_ACT}(?![\w']))[a-z-]{{2,}}ed|{_IRREGULAR})"
_NO_PLAN = either(
    "like say love think be rather prefer guess have hope want just not never always probably maybe definitely "
    "really also been had agree argue consider_myself describe_myself call_myself call_it call_that call_a call_an know"
)
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
)
_PLAN = rf"(?:(?!{_NO_PLAN}(?![\w']))[a-z]{{3,}})"
_ADVERB = either(
    "also then personally actually mostly basically first just really quickly finally myself initially still even "
    "eventually simply immediately always usually normally typically deliberately therefore so later now never "
    "independently completely once carefully like literally quietly literally kinda sorta honestly obviously "
    "probably only already together ended_up had_to was_able_to managed_to started_to started began_to decided_to "
    "chose_to went_ahead_and was_asked_to volunteered_to offered_to kind_of sort_of pretty_much i"
)
CLASSES: Mapping[str, str] = {
    "past": _PAST,
    "plan": _PLAN,
    "adverb": _ADVERB,
    # what follows "I", adverbs left out
    "act": rf"(?:{_PAST}|(?:have|had) +(?:{_ADVERB} +)?{_PAST}"
    rf"|(?:would|will|am +going +to) +(?:{_ADVERB} +)?{_PLAN})",
    "ed": r"(?:(?!hundred)[a-z]{3,}ed)",
    "ing": r"[a-z]{2,}ing",
    "year": r"(?:19|20)\d\d",
    "figure": rf"(?:[$€£₹]?\d[\w.]*|{either(NUMBER_WORDS)}[a-z-]*)",
}
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall"
    "|winter|christmas"
)
_SETTING = (
    "project|product|app|application|system|client|customer|team|company|business|platform|service|goal|problem"
    "|challenge|issue|situation|task|aim|pipeline|report|dashboard|account|region|page|database|site|store|warehouse"
    "|model|deal|contract|bank|hospital|retailer|bug|search|import|checkout|office|factory|script|job|process|campaign"
    "|code|codebase|server|queue|budget|supplier|shift|class|course|store|branch|plant|clinic|restaurant|agency"
)
_ORGANISATION = (
    "client|customer|bank|company|retailer|startup|hospital|agency|team|shop|store|chain|hotel|supplier|school"
    "|factory|university|vendor|startup|clinic|firm|charity|ngo|airline|insurer|fintech|restaurant"
)
_MOVED = (
    "reduced|increased|improved|cut|grew|rose|fell|dropped|saved|doubled|tripled|halved|boosted|raised|lowered"
    "|shortened|exceeded|beat|gained|sped_up|decreased|climbed|recovered|retained|went_up|went_down|went_from|hit"
    "|slipped|came_down|came_back|brought_it_down|jumped|finished|closed|shrank|shrunk"
)
_DONE = (
    "shipped|launched|went_live|released|rolled_out|rolled_it_out|delivered|adopted|merged|renewed|approved"
    "|published|signed|won_the|won_that|won_them|won_it|won_back|passed|promoted|awarded|accepted|hired|closed_the"
    "|closed_that|closed_it|solved_it|solved_the|solved_that|resolved_it|resolved_the|fixed_it|fixed_the|fixed_that"
)
_SOMEONE = "the_*|it|we|they|i|he|she|customers|users|people|nobody|everyone|no_one"

OWN = """
i <adverb>? <adverb>? <act>
i've|i'd <adverb>? <past>
i'd|i'll <adverb>? <plan>
^i'm|i gonna|going_to <plan>
^i was the|a|an? only|lead|owner|person|one|main|responsible_for|in_charge_of|leading|running|building
^i'm|i am? responsible_for|in_charge_of|the_only|the_lead|the_owner|the_person|the_one
my own? part|role|job|task|piece|share|responsibility|idea|call|decision|bit|side|contribution was|is
^i <adverb>? own|lead|run|handle|manage|design|build|decide|maintain|write|teach|sell|plan the|all|our|that|this
    |it|my|which|a
^i first|then|always? ask|tell|call|check|look|talk|explain|bring|measure|test|show|send|listen|visit|phone
^i ended_up|kept|spent ..4 <ing>
on_my_own|by_myself|single-handedly|i_myself|it_was_me|that_was_me|that_was_mine|was_all_me
"""
AND_DID = "and|then then? <past>"
TEAM = "we|we've|the_team|they|everyone|everybody|the_guys have? <adverb>? <past>"
PLANNED = (
    "^then|first|and|next i'd|i'll|i_would? look|check|ask|call|try|tell|recommend|offer|send|explain|propose|start"
    "|find|compare|talk|split|segment|roll|write|reproduce|test|open|post|show|set|agree|measure|pull|run|map|list"
)
CONTEXT = f"""
when|while|after|before i|we|the_company|our_*|they was|were|joined|started|had|moved|launched|worked|came|took
in|at|during|for|with my last|previous|current|first|second|third|final|old|internship|thesis|former|early
my|our|a|the internship|capstone|thesis|startup|start-up|agency|employer|client|university|placement
last|this|early|late year|quarter|month|week|semester|{_MONTHS}
in {_MONTHS}
in|back_in|since|around|during <year>
in|during|over the|my|our ..3 ^quarter|year|week|month|half|semester|job|role|season|shift|migration|pandemic
* ^months|years|weeks|days ago
a|couple|few of? years|months|weeks ago
the|our|this|one|my|a|an ..3 ^{_SETTING}|systems|clients|customers|reports|pages was|were|had|is|needed|wanted
    |kept|took|ran|failed|crashed|broke|that|which|called|sold|used
we had|were|needed|wanted|ran|sold|used_to|kept|served
my|our|his|her|the ..4 ^wanted|asked|needed|insisted|complained|decided|planned|refused|demanded|expected
for|with a|an ..2 ^{_ORGANISATION}
as a|an ..2 ^intern|analyst|developer|engineer|manager|student|lead|consultant|rep|scientist|designer|nurse
    |teacher|recruiter|accountant
there was|were a|an|no|two|three|some|this|like
customers|customer|users|user|people|clients|reps|support|finance|marketing|engineers|sellers|patients|students
    were|was|kept|had|couldn't|complained|wanted|needed|dropped|left
the_background|the_situation_was|so_basically_what_happened
used_to
in_the_beginning|at_the_time|at_that_time|back_then|at_that_point
i'd|i_would|i'll|i first|also|then? ask|find_out|want_to_know|need_to_know|clarify|check_who|check_what
    |check_when|check_which|check_whether|check_if
depends_on
start|begin by_asking|by_finding|by_checking|by_looking|by_talking|by_reading|by_calling|by_understanding
assuming|i_assume|i'd_assume|suppose
first|main|my question is|would_be
"""
RESULT = f"""
{_MOVED}
{_DONE}
as_a_result|which_meant_that|long_story_short
resulted_in|led_to|leading_to|which_led|which_gave|which_saved|which_cut|which_brought|which_took|which_reduced
    |which_increased
the|our|my|its outcome|result|impact|effect|end_result was|is
ended_up|ended_with
in_the_end they|we|i|he|she|it|the|nobody|everyone !worked|was|were|is|went|more|all|kind|sort|just|it *
lost|won|saved|found|sold|booked|signed|hired <figure>
is|are|was|were still used|using|running|in_use|there|live|with_us
still use|uses|run|runs|using
no_longer|has_not_happened|hasn't_happened|went_away
stopped <ing>
never happened|came_up|saw|broke|had|failed
without any|a_single|a? downtime|incident|complaint|outage|problem
i'd|i_would|we'd ..2 ^look at_it_again|at_the_numbers|again|back
on_time|in_time|ahead_of_schedule|a_week_early|under_budget
complaints|errors|failures|problems|losses|incidents|alerts|delays|tickets ..1 stopped|ended|disappeared|went
has|have been stable|running|fine|in_use|quiet|live
after_that|afterwards|since_then|from_then_on {_SOMEONE} !should|would|could|always|never *
in|within ..3 ^days|weeks|months|year|years {_SOMEONE} !should|would|could|always|never *
they|she|he then? cut|kept|changed|stopped|bought|chose|accepted|dropped
we kept|stayed|agreed_on|settled_on|decided_to_keep
so_now|so_today|so_these_days
we|they|everybody|everyone ..3 ^now
it|this|that turned_out
was|were done|finished|live|online|ready|gone|back|sold|in_production|delivered|over
ended the? *? at|with|in
went|came|is|was|were|got|are back? down|up to|by|from|again
so the_*|it|they|he|she|customers|users|people|nobody|everyone <past>
they|he|she|we|the_board|the_client|the_customer|the_team|the_manager|the_management|the_company approved|agreed
    |bought|signed|booked|said_yes|came_back|stayed|went_with|renewed|paid|doubled
more ..1 ^than i|before|ever|we|any
nobody has|had|<ed>
missed|lost the|our|that|two|three|a
i'd|i_would|i'll|we'd ..2 ^know|verify|confirm|measure|track|monitor|watch|compare|see_whether|test_that|test_whether
then|and measure|verify|compare|re-measure|remeasure it|that|again|the|both|against
success would|is|means
"""
TRADEOFF = """
instead
even_though|although
cost|costs us|me|you|them|more|less|too
rather ..12 ^than
trade-off|trade-offs|tradeoff|tradeoffs|trade_off|trade_offs
at_the_cost_of|at_the_expense_of|at_the_price_of
chose|picked|opted_for|preferred|went_with|choose|pick|kept|took ..9 ^because|since|as_it
chose|picked|opted_for|preferred|choose|pick ..6 ^over a|an|the|our|any|my
stop|stopped|drop|dropped|skip|skipped|cut ..9 ^because|since
said_no|turned_it_down|turned_that_down|turned_them_down|refused|declined ..9 ^because
would|'d|might|wouldn't have cost|taken|meant|needed|required
it'd_have|that'd_have cost|taken|meant|needed|required
gave_up|give_up|giving_up|sacrifice|sacrificed|sacrificing
leave|left|leaving out|aside
the|one|a|main|big|only downside|upside|drawback|alternative|price|other_option|catch|risk was|is|would|of
considered|weighed|debated|looked_at_both
on_the_other_hand
but|which|that it|that|this? meant|cost_us|means|would_cost
could|could've have? <past> ..8 ^but
decided_against|decided_not_to|compromised_on|settled_for
accept|accepted|accepting|lived_with|live_with the_risk|the_cost|the_loss|the_delay|slower|more|less|higher|lower
more_important|mattered_more|matters_more|worth_it|worth_the|worth_more|worse_than|better_than|cheaper_than|safer_than
versus|vs
even_if it|that|this|we|i|they
knowing that|it|some|we|full_well
prioritise|prioritised|prioritize|prioritized|put ..6 ^over|ahead_of|above|first
"""
REFLECTION = """
next_time
i|i've|i_have|it|that|this also|really|since|definitely? learned|learnt that|to|how|not|from|the_hard_way|never|a
    |why|a_lesson
it|that|this really? taught_me
i noticed|understood|saw|found|see|realised|realized now? that i
my_part of|in the|that|it
i took|take|learned|learnt from it|that|this
in_hindsight|looking_back|in_retrospect|with_hindsight
would|i'd have? ..6 ^differently|sooner|earlier|instead
if_i did|had_to_do|were_to_do|could_do|redid|do it|that|this
i|we should've|should_have
my mistake|lesson|takeaway|biggest_lesson was|is
the|a|one|big|biggest|main lesson|takeaway|learning
since_then i|we|my|a|every|each|somebody|someone|the
i check|ask|write|test|look|count|call|read|start|make|do|say|try|begin|sort|measure ..7 ^now|today
now|these_days|today|nowadays i always|never|make_sure|start|ask|write|check|do|try
i|i've|i_have realized|realised|changed_how|changed_the_way|changed_my|would_change|wish_i
i now|always_now *
"""
PLAIN = """
went|worked_out|turned_out|ended_up|ended|did|came_out a|an? really|very|quite|pretty|so? well|great|fine|okay|ok
    |good|smoothly
worked out|well|fine|in_the_end
was|were|is a|an? really|very|quite|pretty|so? big|great|huge|good? success|successful|happy|pleased|satisfied
good|great|positive|nice|better|amazing results|result|feedback|impact|outcome|outcomes
"""
HEDGES = """
kind_of|sort_of|kinda|sorta|stuff|so_on|et_cetera|etc|basically|probably|maybe|i_guess|i_think|somehow
    |whatever|various
it_depends|hard_to_say|a_bit|more_or_less|look_into_it|deal_with_it|some_way|what_you'd_expect|nothing_special
find|figure_out a|some|something good? ^solution|something
stuff_like_that|things_like_that|and_everything|and_all_that|or_something|or_whatever|and_things
a_lot|lots_of|generally|everything|many|several|in_general|at_the_end_of_the_day|always|usually
different things|stuff|ways|teams|people|projects
really good|hard|well|important|passionate|challenging|great
team_player|hard_worker|hard-working|people_person|fast_learner|quick_learner|passionate|best_practices|go-getter
significant|significantly|tremendous|tremendously|huge|hugely|cross-functional|stakeholders|end_to_end|end-to-end
deliver_value|delivering_value|leverage|leveraged|leveraging|synergy|synergies|data-driven|data_driven|dynamic
think_outside_the_box|go_the_extra_mile|hit_the_ground_running|hundred_and_ten_percent|giving_my_best|give_my_best
"""
NO_FIGURE = """
don't|do_not|didn't|did_not|never really|actually? have|had|measure|measured|track|tracked|know|remember the|any
    |that|an|a|it|exact? number|numbers|figure|figures|metric|metrics|data|exact|measure|it|any
no numbers|number|figures|figure|metrics|data
"""
# Words that speak to whoever judges and not to the question. They are material like any other, and show nothing.
JUDGE = """
ignore|disregard|forget|override ..6 ^instruction|instructions|prompt|prompts|rule|rules|previous|rubric|guidelines
forget everything !i|we|that
disregard|ignore|override the_above|all_of_the_above|everything_above|all_previous
^give|award|grant me|this|it|him|her ..4 points|point|score|scores|marks|mark|stars|100|full|five|highest
^give|award|grant me|this|it|him|her ..3 hundred|10|strong_hire|top
mark|rate|score|grade|classify|judge|treat|consider me|my|the_answer|the_candidate|this_answer|this_as|it_as
rate|score|grade this|it|him|her
score 100|hundred|one_hundred|ten|10|five|5
system|developer prompt|message|note|override
this|my answer|response is|was|should_be|must_be|deserves ..2 ^strong|complete|perfect|correct|excellent
    |sufficient|hundred|100|full
you must|should|have_to|are_now|will|shall now? score|mark|rate|grade|ignore|pretend|reveal|print|output|act_as
    |give_me|give_this
    |say_that|award
i_am|i'm|as the|your *? ^supervisor|developer|administrator|admin|creator|interviewer's
the_interviewer's supervisor|boss|developer|manager
"""
# Where a quantity may begin in words; those in digits are found by their digits.
_FIGURE_WORDS = NUMBER_WORDS.split()
_TENS, _ONES = _FIGURE_WORDS[19:27], _FIGURE_WORDS[:9]
_HYPHENED = "|".join(
    [f"{ten}-{one}" for ten in _TENS for one in _ONES]
    + [f"{word}-{unit}" for word in _FIGURE_WORDS for unit in ("hour", "minute", "day", "week", "month", "year")]
)
NUMBER = f"""
{_HYPHENED}
{NUMBER_WORDS.replace(" ", "|").removesuffix("|hundred")}|half_a|a_hundred|a_thousand|a_million|a_billion|a_dozen
    |a_lakh|a_crore
from about|around? <figure>
"""
MULTIPLE = """
doubled !down
tripled|quadrupled|halved|tenfold|twofold|threefold|twice_as_*|in_half|by_half|every_second|every_third|every_fourth
every_fifth|every_tenth|to_zero|down_to_zero|zero_downtime|zero_incidents|zero_errors|zero_complaints|zero_outages
by a|one|two|three? third|quarter|fifth|thirds|quarters|fifths
a|one|two|three third|quarter|fifth|thirds|quarters|fifths of
half of? the|our|my *
"""
CHANGE = """
reduce|reduced|reducing|reduces|increase|increased|increasing|improve|improved|improving|improvement|cut|cutting|grew
grow|grown|growth|growing|rose|fell|drop|dropped|dropping|save|saved|saving|savings|boost|boosted|raise|raised|raising
lower|lowered|shorten|shortened|exceed|exceeded|beat|hit|reached|gain|gained|went_up|went_down|went_from|sped_up
decrease|decreased|climbed|brought|recover|recovered|retain|retained|convert|converted|generate|generated|quota|target
conversion|churn|latency|revenue|uptime|margin|accuracy|closed|sold|won|signed|instead_of|faster|slower|fewer|more_than
less_than|over|under|worth|goal|late|early|ahead
"""
# Names and tools that a transcript may spell in lower case.
NAMED = """
python|java|javascript|typescript|kotlin|golang|rust|scala|php|ruby|react|angular|vue|django|flask|spring|node
    |sql|postgres
postgresql|mysql|mongo|mongodb|redis|kafka|rabbitmq|spark|airflow|dbt|snowflake|bigquery|redshift|tableau|looker|excel
power_bi|pandas|numpy|pytorch|tensorflow|sklearn|docker|kubernetes|k8s|terraform|ansible|jenkins|github|gitlab
    |jira|aws|gcp
azure|lambda|linux|grafana|prometheus|datadog|splunk|salesforce|hubspot|zendesk|sap|oracle|figma|sketch|photoshop
    |shopify
stripe|google|amazon|microsoft|facebook|meta|linkedin|infosys|wipro|tcs|deloitte|accenture|netflix|uber|flipkart
    |swiggy
paytm|zomato|quickbooks|netsuite|workday|confluence|notion|slack|api|apis|graphql|crm|erp|seo|ci
"""


def phrases(written: str) -> tuple[str, ...]:
    """One phrase a line; an indented line goes on with the one before it, with `|` in the same place."""
    joined = re.sub(r"\n +(?=\|)", "", written.strip())
    return tuple(re.sub(r"\n +", " ", joined).splitlines())


BOOK = PhraseBook(
    {
        "own": phrases(OWN),
        "and_did": phrases(AND_DID),
        "team": phrases(TEAM),
        "planned": phrases(PLANNED),
        "context": phrases(CONTEXT),
        "result": phrases(RESULT),
        "tradeoff": phrases(TRADEOFF),
        "reflection": phrases(REFLECTION),
        "plain": phrases(PLAIN),
        "hedge": phrases(HEDGES),
        "no_figure": phrases(NO_FIGURE),
        "named": phrases(NAMED),
        "judge": phrases(JUDGE),
        "number": phrases(NUMBER),
        "multiple": phrases(MULTIPLE),
        "change": phrases(CHANGE),
    },
    CLASSES,
)
