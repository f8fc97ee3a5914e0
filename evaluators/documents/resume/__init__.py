"""A résumé's text, read by rules into what an interviewer can ask about."""

from evaluators.documents.resume.extract import VERSION, extract_resume

__all__ = ["VERSION", "extract_resume"]
