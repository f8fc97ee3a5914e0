"""Voices: everything that turns a sentence into sound, words with seconds, and mouth shapes.

The package imports nothing by itself: the workers below run as `python -m agent.voices.…_worker` in processes of their
own, and they start fast because nothing else comes with them.
"""
