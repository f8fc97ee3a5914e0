// Lips for a voice that gives no phonemes: they follow loudness and the balance of its frequency bands.
import { restingMouth, type MouthShape } from "./shapes";

const PEAK_FALL = 0.997; // each frame: the loudest moment is slowly forgotten
const QUIET = 0.3; // share of the loudest moment below which the mouth is closed
const WIDEST = 0.88;
const CURVE = 1.6;

/** Mean level of four bands, each 0 to 1. */
export interface Bands {
  /** 80-300 Hz: is there voice at all. */
  base: number;
  /** 300-1000 Hz: first formant; strong in open vowels. */
  first: number;
  /** 1000-3000 Hz: second formant; strong in spread vowels, weak in rounded ones. */
  second: number;
  /** 4500-9000 Hz: hiss of s, sh, f. */
  hiss: number;
}

function band(bins: Uint8Array, hzPerBin: number, from: number, to: number): number {
  const first = Math.max(0, Math.round(from / hzPerBin));
  const last = Math.min(bins.length - 1, Math.round(to / hzPerBin));
  let sum = 0;
  for (let i = first; i <= last; i++) sum += bins[i] ?? 0;
  return last < first ? 0 : sum / (last - first + 1) / 255;
}

/** The decibels that an AnalyserNode must map to 0..255 for `AudioMouth`; fitted on phoneme-timed speech. */
export const DECIBELS = { min: -75, max: -22 } as const;

/** `bins` as an AnalyserNode gives them (getByteFrequencyData). */
export function bandsOf(bins: Uint8Array, sampleRate: number): Bands {
  const hz = sampleRate / 2 / bins.length;
  return {
    base: band(bins, hz, 80, 300),
    first: band(bins, hz, 300, 1_000),
    second: band(bins, hz, 1_000, 3_000),
    hiss: band(bins, hz, 4_500, 9_000),
  };
}

export class AudioMouth {
  private peak = 0.35;

  /** The mouth for what sounds now. */
  at({ base, first, second, hiss }: Bands): MouthShape {
    const voiced = 0.35 * base + 0.65 * first;
    this.peak = Math.max(0.3, voiced, this.peak * PEAK_FALL);
    const mouth = restingMouth();
    const loud = Math.max(0, voiced / this.peak - QUIET) / (1 - QUIET);
    const sibilant = Math.max(0, Math.min(1, (hiss - 0.6 * first) * 3));
    const spread = Math.max(-1, Math.min(1, (second / (first + 0.05) - 0.72) * 2.2));
    const open = WIDEST * Math.min(1, loud ** CURVE);
    mouth.open = Math.max(open * (1 - 0.7 * sibilant), 0.22 * sibilant);
    mouth.jaw = open * (1 - 0.8 * sibilant);
    mouth.wide = (spread > 0 ? 0.5 : 0.6) * spread * open + 0.3 * sibilant;
    mouth.round = Math.max(0, -spread) * open * 0.8;
    mouth.upperTeeth = Math.min(1, 0.6 * open + sibilant + 0.2 * Math.max(0, spread));
    mouth.lowerTeeth = 0.9 * sibilant;
    mouth.tongue = 0.3 * open;
    return mouth;
  }
}
