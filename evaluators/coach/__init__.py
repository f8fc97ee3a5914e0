"""The coach (specification 12.3): a week by rules or by a model, and one validator for both."""

from evaluators.coach.given import CoachInput, DrillTarget, ExerciseTarget, RecentInterview, SavedJob
from evaluators.coach.mix import plan_faults
from evaluators.coach.model import CoachFailed, coach_by_model
from evaluators.coach.rules import coach_plan
from evaluators.coach.week import practice_plan_7d

__all__ = [
    "CoachFailed",
    "CoachInput",
    "DrillTarget",
    "ExerciseTarget",
    "RecentInterview",
    "SavedJob",
    "coach_by_model",
    "coach_plan",
    "plan_faults",
    "practice_plan_7d",
]
