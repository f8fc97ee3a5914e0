// Microphone blocks of any rate become 20 ms PCM16 frames at 16 kHz.
import { MIC_RATE } from "../messages";
import { MIC_FRAME_SAMPLES } from "../transport/frames";
import { Resampler } from "./resampler";

export interface MicFrame {
  samples: Int16Array;
  /** Root mean square of the frame, 0 to 1. */
  rms: number;
}

/** Mixes the channels down, resamples and cuts; calls `emit` once for each full frame. */
export class Framer {
  private readonly resampler: Resampler;
  private readonly block = new Float32Array(512);
  private mono = new Float32Array(128);
  private frame = new Int16Array(MIC_FRAME_SAMPLES);
  private filled = 0;
  private energy = 0;

  constructor(
    deviceRate: number,
    private readonly emit: (frame: MicFrame) => void,
  ) {
    this.resampler = new Resampler(deviceRate, MIC_RATE);
  }

  push(channels: readonly Float32Array[]): void {
    const first = channels[0];
    if (!first) return;
    this.resampler.push(channels.length > 1 ? this.mixed(channels, first.length) : first);
    for (;;) {
      const count = this.resampler.pull(this.block, this.block.length);
      for (let i = 0; i < count; i++) this.sample(this.block[i] ?? 0);
      if (count < this.block.length) return;
    }
  }

  private mixed(channels: readonly Float32Array[], length: number): Float32Array {
    if (this.mono.length !== length) this.mono = new Float32Array(length);
    this.mono.fill(0);
    for (const channel of channels) {
      for (let i = 0; i < length; i++) this.mono[i] = (this.mono[i] ?? 0) + (channel[i] ?? 0) / channels.length;
    }
    return this.mono;
  }

  private sample(value: number): void {
    const clipped = Math.max(-1, Math.min(1, value));
    this.energy += clipped * clipped;
    this.frame[this.filled++] = Math.round(clipped * 32767);
    if (this.filled < MIC_FRAME_SAMPLES) return;
    this.emit({ samples: this.frame, rms: Math.sqrt(this.energy / MIC_FRAME_SAMPLES) });
    this.frame = new Int16Array(MIC_FRAME_SAMPLES);
    this.filled = 0;
    this.energy = 0;
  }
}
