"""A demonstration account: jobs and interviews of an invented candidate, held by the interviewer and judged as any."""
