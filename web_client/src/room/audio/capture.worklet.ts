// Audio thread of the microphone: blocks of the device become wire frames, sent straight to the socket's worker.
import { encodeMicFrame } from "../transport/frames";
import { audioThread } from "./audioThread";
import { Framer } from "./framer";
import type { AttachPort, CapturedFrame } from "./ports";

class Capture extends audioThread.AudioWorkletProcessor {
  private out: MessagePort | null = null;
  private stopped = false;
  private readonly framer = new Framer(audioThread.sampleRate, ({ samples, rms }) => {
    const capturedMs = Date.now();
    const frame = encodeMicFrame(capturedMs, samples);
    const message: CapturedFrame = { kind: "mic", frame, rms, capturedMs };
    this.out?.postMessage(message, [frame]);
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<AttachPort | { kind: "stop" }>) => {
      if (data.kind === "stop") this.stopped = true;
      else this.out = data.port;
    };
  }

  process(inputs: Float32Array[][]): boolean {
    const channels = inputs[0];
    if (channels) this.framer.push(channels);
    return !this.stopped;
  }
}

audioThread.registerProcessor("capture", Capture);
