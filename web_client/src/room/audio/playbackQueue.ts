// The interviewer's voice on its way to the loudspeaker: utterances in order, pre-buffer, gain, pause, flush, position.
import { GainRamp } from "./gainRamp";
import { UtteranceBuffer } from "./utteranceBuffer";

const PREBUFFER_S = 0.04;
const FLUSH_FADE_S = 0.005;
const EDGE_FADE_SAMPLES = 96; // at an underrun the voice stops and starts again without a click
const REPORT_EVERY_S = 0.02;
const DUCK_GAIN = 0.22;
const RAMP_S = { duck: 0.04, pause: 0.012, resume: 0.08 };

export type HoldMode = "duck" | "pause" | "resume";
/** `dropped`: forgotten because the connection it came over is gone; nobody but this page needs to know. */
export type PlaybackEvent = "started" | "position" | "ended" | "flushed" | "dropped";

export interface PlaybackReport {
  utterance: number;
  event: PlaybackEvent;
  /** Seconds of the utterance that were handed to the device. */
  position_s: number;
  /** Audio-context time of the first sample after that position. */
  at: number;
  /** False while paused, waiting for data or finished: the position does not move by itself. */
  running: boolean;
  /** How often the voice ran dry, in all. */
  underruns: number;
}

/** Runs in the audio thread; knows nothing of it. Call `process` once for each block. */
export class PlaybackQueue {
  underruns = 0;
  private readonly queue: UtteranceBuffer[] = [];
  private readonly serverGain: GainRamp;
  private readonly localGain: GainRamp;
  private newest = -1;
  private finished: { number: number; position_s: number } | null = null;
  private paused = false;
  private frozen = false;
  private dry = false;
  private fading: UtteranceBuffer | null = null;
  private fadeLeft = 0;
  private fadeGain = 1;
  private block = new Float32Array(128);
  private sinceReport = 0;
  private now = 0;

  constructor(
    private readonly deviceRate: number,
    private readonly report: (report: PlaybackReport) => void,
  ) {
    this.serverGain = new GainRamp(deviceRate);
    this.localGain = new GainRamp(deviceRate);
  }

  /** Announces an utterance; frames of unannounced ones are dropped. The same number twice changes nothing. */
  start(number: number, rate: number): void {
    if (number <= this.newest) return;
    for (const earlier of this.queue) earlier.end(true);
    this.newest = number;
    this.queue.push(new UtteranceBuffer(number, rate, this.deviceRate));
    if (this.queue.length === 1) this.openGate();
  }

  pcm(number: number, offsetS: number, samples: Int16Array): void {
    this.find(number)?.take(offsetS, samples);
  }

  /** The utterance's whole length in seconds; frames up to it may follow. */
  end(number: number, durationS: number): void {
    this.find(number)?.announceEnd(durationS);
  }

  /** Forgets the utterance; what sounds now fades out in 5 ms. Always answers with a `flushed` report. */
  flush(number: number): void {
    const target = this.find(number);
    if (!target) {
      const position = this.finished?.number === number ? this.finished.position_s : 0;
      this.say(number, "flushed", position, false);
      return;
    }
    if (target === this.queue[0]) this.fade(target);
    this.queue.splice(this.queue.indexOf(target), 1);
    this.finish(target, "flushed");
  }

  /** A new connection counts its utterances from the start: what is left of the old one fades out and is forgotten. */
  reset(): void {
    const current = this.queue[0];
    this.queue.length = 0;
    this.newest = -1;
    if (current) {
      this.fade(current);
      this.finish(current, "dropped");
    } else {
      this.say(-1, "dropped", 0, false);
    }
    this.finished = null;
  }

  hold(number: number, mode: HoldMode): void {
    const current = this.queue[0];
    if (current?.number !== number) return;
    this.paused = mode === "pause";
    this.frozen = false;
    this.serverGain.to(mode === "pause" ? 0 : mode === "duck" ? DUCK_GAIN : 1, RAMP_S[mode]);
    this.say(number, "position", current.positionS, mode !== "pause" && current.flowing);
  }

  /** The client's own, quicker guess that the candidate speaks; the server's `hold` still decides. */
  duckLocally(on: boolean): void {
    this.localGain.to(on ? DUCK_GAIN : 1, on ? RAMP_S.duck : RAMP_S.resume);
  }

  /** Fills `out`; `now` is the audio-context time of its first sample. */
  process(out: Float32Array, now: number): void {
    this.now = now;
    out.fill(0);
    if (this.block.length < out.length) this.block = new Float32Array(out.length);
    this.fadeOut(out);
    const current = this.queue[0];
    if (!current) return;
    if (this.paused && this.serverGain.value === 0) this.freeze(current);
    else if (current.flowing || this.ready(current)) this.flow(current, out);
  }

  /** The pause is complete: tells once where it stands. */
  private freeze(current: UtteranceBuffer): void {
    if (this.frozen) return;
    this.frozen = true;
    this.say(current.number, "position", current.positionS, false);
  }

  private ready(current: UtteranceBuffer): boolean {
    if (current.bufferedS < PREBUFFER_S && !current.ended) return false;
    current.flowing = true;
    this.say(current.number, current.started ? "position" : "started", current.positionS, true);
    current.started = true;
    return true;
  }

  private flow(current: UtteranceBuffer, out: Float32Array): void {
    const { block } = this;
    const resumed = this.dry && current.isResumed;
    const count = current.pull(block, out.length);
    const short = count < out.length;
    if (resumed) this.soften(count, false);
    if (short && !current.ended) this.soften(count, true);
    for (let i = 0; i < count; i++) {
      out[i] = (out[i] ?? 0) + (block[i] ?? 0) * this.serverGain.next() * this.localGain.next();
    }
    this.now += count / this.deviceRate;
    this.dry = false;
    if (!short) this.tick(current, count);
    else if (current.ended) this.over(current);
    else this.ranDry(current);
  }

  private over(current: UtteranceBuffer): void {
    this.queue.shift();
    this.finish(current, current.cut ? "flushed" : "ended");
  }

  private ranDry(current: UtteranceBuffer): void {
    this.underruns++;
    this.dry = true;
    current.flowing = false;
    this.say(current.number, "position", current.positionS, false);
  }

  /** Fades the first or the last samples of the block. */
  private soften(count: number, falling: boolean): void {
    const length = Math.min(count, EDGE_FADE_SAMPLES);
    for (let i = 0; i < length; i++) {
      const at = falling ? count - 1 - i : i;
      this.block[at] = ((this.block[at] ?? 0) * (i + 0.5)) / length;
    }
  }

  private fade(target: UtteranceBuffer): void {
    if (!target.flowing || this.paused) return;
    this.fading = target;
    this.fadeLeft = Math.ceil(FLUSH_FADE_S * this.deviceRate);
    this.fadeGain = this.serverGain.value * this.localGain.value;
  }

  private fadeOut(out: Float32Array): void {
    if (!this.fading) return;
    const total = Math.ceil(FLUSH_FADE_S * this.deviceRate);
    const count = this.fading.pull(this.block, Math.min(out.length, this.fadeLeft));
    for (let i = 0; i < count; i++) out[i] = ((this.block[i] ?? 0) * this.fadeGain * this.fadeLeft--) / total;
    if (count < out.length || this.fadeLeft <= 0) this.fading = null;
  }

  private tick(current: UtteranceBuffer, samples: number): void {
    this.sinceReport += samples;
    if (this.sinceReport < REPORT_EVERY_S * this.deviceRate) return;
    this.sinceReport = 0;
    this.say(current.number, "position", current.positionS, true);
  }

  private finish(target: UtteranceBuffer, event: "ended" | "flushed" | "dropped"): void {
    const position_s = event === "ended" ? target.receivedS : target.positionS;
    this.finished = { number: target.number, position_s };
    this.openGate();
    this.say(target.number, event, position_s, false);
  }

  private openGate(): void {
    this.paused = false;
    this.frozen = false;
    this.dry = false;
    this.serverGain.jump(1);
  }

  private find(number: number): UtteranceBuffer | undefined {
    return this.queue.find((utterance) => utterance.number === number);
  }

  private say(utterance: number, event: PlaybackEvent, position_s: number, running: boolean): void {
    this.report({ utterance, event, position_s, at: this.now, running, underruns: this.underruns });
  }
}
