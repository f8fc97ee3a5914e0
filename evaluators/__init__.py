"""How the interview went: a transcript in, a report out whose every claim carries the candidate's own words."""
