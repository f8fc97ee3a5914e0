"""Ears, mouth and face of the interviewer. Knows LiveKit; never SQL, never HTTP routes."""

import os

# ONNX Runtime, which runs the voice activity model, reports to its maker unless this stands before it is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
