"""The HTTP routes, a file a noun."""

from __future__ import annotations

from server.routes import (
    auth,
    coach,
    companies,
    documents,
    drills,
    exercises,
    jobs,
    me,
    memory,
    patterns,
    plans,
    progress,
    report_files,
    reports,
    retakes,
    role_kits,
    role_labels,
    room,
    sessions,
    status,
)

ROUTERS = (
    status.router,
    auth.router,
    me.router,
    role_kits.router,
    role_labels.router,
    companies.router,
    patterns.router,
    documents.router,
    plans.router,
    jobs.router,
    exercises.router,
    sessions.router,
    reports.router,
    report_files.router,
    retakes.router,
    drills.router,
    memory.router,
    coach.router,
    progress.router,
    room.router,
)
