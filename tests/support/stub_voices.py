"""Kokoro and Piper models of the true shape and without weights: they say a steady tone with known durations."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

KOKORO_FRAMES, KOKORO_HOP, KOKORO_RATE = 3, 600, 24_000
PIPER_FRAMES, PIPER_HOP, PIPER_RATE = 12, 256, 22_050


def make_kokoro(folder: Path) -> None:
    """model.onnx and voices.bin: every sign of the text lasts 75 ms."""
    onnx = pytest.importorskip("onnx", reason="builds the stub model; pip install onnx")
    h, t = onnx.helper, onnx.TensorProto
    nodes = [
        h.make_node("Cast", ["input_ids"], ["ids"], to=t.FLOAT),
        h.make_node("Mul", ["ids", "zero"], ["zeros"]),
        h.make_node("Add", ["zeros", "frames"], ["lengths"]),
        h.make_node("Cast", ["lengths"], ["duration"], to=t.INT64),
        h.make_node("ReduceSum", ["lengths", "axis"], ["total"], keepdims=0),
        h.make_node("Mul", ["total", "hop"], ["count"]),
        h.make_node("Cast", ["count"], ["size"], to=t.INT64),
        h.make_node("ConstantOfShape", ["size"], ["waveform"], value=h.make_tensor("v", t.FLOAT, [1], [0.1])),
    ]
    constants = [
        h.make_tensor("zero", t.FLOAT, [], [0.0]),
        h.make_tensor("frames", t.FLOAT, [], [float(KOKORO_FRAMES)]),
        h.make_tensor("axis", t.INT64, [1], [1]),
        h.make_tensor("hop", t.FLOAT, [], [float(KOKORO_HOP)]),
    ]
    inputs = [
        h.make_tensor_value_info("input_ids", t.INT64, [1, "t"]),
        h.make_tensor_value_info("style", t.FLOAT, [1, 256]),
        h.make_tensor_value_info("speed", t.FLOAT, [1]),
    ]
    outputs = [
        h.make_tensor_value_info("waveform", t.FLOAT, ["n"]),
        h.make_tensor_value_info("duration", t.INT64, [1, "t"]),
    ]
    graph = h.make_graph(nodes, "stub", inputs, outputs, constants)
    onnx.save(h.make_model(graph, opset_imports=[h.make_opsetid("", 15)], ir_version=8), folder / "model.onnx")
    styles = {name: np.zeros((510, 1, 256), np.float32) for name in ("af_heart", "am_michael", "bf_emma")}
    with (folder / "voices.bin").open("wb") as file:
        np.savez(file, **styles)


def make_piper(folder: Path) -> None:
    """model.onnx and model.onnx.json: every phoneme id lasts 12 frames of 256 samples."""
    onnx = pytest.importorskip("onnx", reason="builds the stub model; pip install onnx")
    ids = pytest.importorskip("piper.phoneme_ids", reason="piper-tts is not installed").DEFAULT_PHONEME_ID_MAP
    h, t = onnx.helper, onnx.TensorProto
    nodes = [
        h.make_node("Cast", ["input"], ["ids"], to=t.FLOAT),
        h.make_node("Mul", ["ids", "zero"], ["zeros"]),
        h.make_node("Add", ["zeros", "frames"], ["before"]),
        h.make_node("Ceil", ["before"], ["w_ceil"]),
        h.make_node("ReduceSum", ["w_ceil", "axes"], ["total"], keepdims=0),
        h.make_node("Mul", ["total", "hop"], ["count"]),
        h.make_node("Cast", ["count"], ["size"], to=t.INT64),
        h.make_node("ConstantOfShape", ["size"], ["flat"], value=h.make_tensor("v", t.FLOAT, [1], [0.1])),
        h.make_node("Unsqueeze", ["flat", "front"], ["output"]),
    ]
    constants = [
        h.make_tensor("zero", t.FLOAT, [], [0.0]),
        h.make_tensor("frames", t.FLOAT, [], [PIPER_FRAMES - 0.5]),
        h.make_tensor("axes", t.INT64, [1], [1]),
        h.make_tensor("hop", t.FLOAT, [], [float(PIPER_HOP)]),
        h.make_tensor("front", t.INT64, [2], [0, 1]),
    ]
    inputs = [
        h.make_tensor_value_info("input", t.INT64, ["b", "t"]),
        h.make_tensor_value_info("input_lengths", t.INT64, ["b"]),
        h.make_tensor_value_info("scales", t.FLOAT, [3]),
    ]
    outputs = [h.make_tensor_value_info("output", t.FLOAT, ["b", "x", "s"])]
    graph = h.make_graph(nodes, "stub", inputs, outputs, constants)
    onnx.save(h.make_model(graph, opset_imports=[h.make_opsetid("", 15)], ir_version=8), folder / "model.onnx")
    config = {
        "audio": {"sample_rate": PIPER_RATE}, "espeak": {"voice": "en-us"}, "num_symbols": 256, "num_speakers": 1,
        "inference": {}, "phoneme_id_map": {key: list(value) for key, value in ids.items()}, "hop_length": PIPER_HOP,
    }  # fmt: skip
    (folder / "model.onnx.json").write_text(json.dumps(config))
