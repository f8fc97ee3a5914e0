"""Ears, mouth and face of the interviewer. Knows LiveKit; never SQL, never HTTP routes."""
