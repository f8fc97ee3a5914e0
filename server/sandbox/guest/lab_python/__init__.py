"""Runs Python tests against a solution, inside the sandbox. Any CPython from 3.9; the standard library alone."""
