"""Simulated candidates: they sit through whole interviews in virtual time, and graders judge the interviewer."""
