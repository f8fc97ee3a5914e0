"""Alembic's migrations; they ship in the wheel and run by `interview-lab migrate` and at every start."""
