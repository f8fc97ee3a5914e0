// Where the loudspeaker is in the interviewer's sentence: samples played, minus what is still in the device.
import type { PlaybackReport } from "./playbackQueue";

export interface HeardPosition {
  utterance: number;
  position_s: number;
}

const LARGEST_LATENCY_S = 0.5; // some drivers report nonsense

export class HeardClock {
  private latest: PlaybackReport | null = null;
  underruns = 0;

  /** `contextTime` and `latency` are those of the audio context, in seconds. */
  constructor(
    private readonly contextTime: () => number,
    private readonly latency: () => number,
  ) {}

  take(report: PlaybackReport): void {
    this.underruns = report.underruns;
    if (report.event === "flushed" && report.utterance !== this.latest?.utterance) return;
    this.latest = report.event === "flushed" || report.event === "dropped" ? null : report;
  }

  outputLatency(): number {
    return Math.min(LARGEST_LATENCY_S, Math.max(0, this.latency()));
  }

  /** The utterance that sounds now and the second that leaves the loudspeaker; null when it is silent. */
  heard(): HeardPosition | null {
    const last = this.latest;
    if (!last) return null;
    const ended = last.event === "ended";
    const moved = last.running || ended ? this.contextTime() - last.at : 0;
    const position = last.position_s + moved - this.outputLatency();
    if (ended && position >= last.position_s) {
      this.latest = null;
      return null;
    }
    return { utterance: last.utterance, position_s: Math.max(0, position) };
  }
}
