// The audio of one utterance on its way through: what came, what is still missing, how far it has been played.
import { Resampler } from "./resampler";

const END_TOLERANCE_S = 0.002;
const MAX_GAP_S = 2; // a longer hole in the offsets is a jump, not silence to be played

export class UtteranceBuffer {
  /** All audio has come. */
  ended = false;
  /** A newer utterance came before this one's end. */
  cut = false;
  started = false;
  /** Past the pre-buffer; false again when it has run dry. */
  flowing = false;
  private readonly resampler: Resampler;
  private base: number | null = null; // offset of the first frame that came, seconds
  private received = 0; // samples
  private played = 0; // samples at the device's rate
  private total: number | null = null; // seconds, once they are known

  constructor(
    readonly number: number,
    private readonly rate: number,
    private readonly deviceRate: number,
  ) {
    this.resampler = new Resampler(rate, deviceRate);
  }

  get bufferedS(): number {
    return this.resampler.pending / this.rate;
  }

  /** Seconds of the utterance handed to the device. */
  get positionS(): number {
    return Math.min((this.base ?? 0) + this.played / this.deviceRate, this.receivedS);
  }

  get receivedS(): number {
    return (this.base ?? 0) + this.received / this.rate;
  }

  get isResumed(): boolean {
    return this.played > 0;
  }

  /** Samples from `offsetS` on. What was already received is skipped, a hole becomes silence. */
  take(offsetS: number, samples: Int16Array): void {
    if (this.ended) return;
    this.base ??= offsetS;
    const gap = Math.round((offsetS - this.base) * this.rate) - this.received;
    if (gap > 0 && gap < MAX_GAP_S * this.rate) {
      this.resampler.pushZeros(gap);
      this.received += gap;
    }
    const skip = Math.min(samples.length, Math.max(0, -gap));
    this.resampler.pushPcm(samples, skip);
    this.received += samples.length - skip;
    this.endIfComplete();
  }

  /** The whole length is known; frames up to it may follow. */
  announceEnd(totalS: number): void {
    this.total = totalS;
    this.endIfComplete();
  }

  /** Nothing more will come. */
  end(cut: boolean): void {
    if (this.ended) return;
    this.ended = true;
    this.cut = cut;
    this.resampler.drain();
  }

  /** Up to `max` samples at the device's rate; returns how many there were. */
  pull(out: Float32Array, max: number): number {
    const count = this.resampler.pull(out, max);
    this.played += count;
    return count;
  }

  private endIfComplete(): void {
    if (this.total !== null && this.receivedS >= this.total - END_TOLERANCE_S) this.end(false);
  }
}
