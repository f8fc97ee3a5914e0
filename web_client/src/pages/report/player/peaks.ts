/** Loudness of both sides for the waveform: from the sound where it can be decoded, else from who spoke when. */
import type { Turn } from "../../../api/types";

/** [candidate, interviewer], values 0–1, equally spaced over the whole recording. */
export type Peaks = [number[], number[]];

export const BUCKETS = 420;
/** Longer recordings keep the drawn timeline: decoding an hour takes a quarter of a gigabyte. */
const LONGEST_S = 40 * 60;
const RATE = 8_000;

/** Largest magnitude in each of `buckets` slices, scaled to the loudest slice. */
export function peaksOf(samples: Float32Array, buckets = BUCKETS): number[] {
  const size = samples.length / buckets;
  const found = Array.from({ length: buckets }, (_, i) => {
    let peak = 0;
    for (let k = Math.floor(i * size); k < Math.floor((i + 1) * size); k += 1) peak = Math.max(peak, Math.abs(samples[k] ?? 0));
    return peak;
  });
  const loudest = Math.max(...found);
  return loudest < 1e-4 ? found.map(() => 0) : found.map((peak) => peak / loudest);
}

/** Half height while someone speaks: a timeline for recordings that can't be decoded, and until they are. */
export function peaksOfTurns(turns: readonly Turn[], duration: number, buckets = BUCKETS): Peaks {
  const lane = (speaker: Turn["speaker"]): number[] => {
    const mine = turns.filter((turn) => turn.speaker === speaker && !turn.typed);
    return Array.from({ length: buckets }, (_, i) => {
      const at = ((i + 0.5) * duration) / buckets;
      return mine.some((turn) => turn.start_s <= at && at < turn.end_s) ? 0.5 : 0;
    });
  };
  return [lane("candidate"), lane("interviewer")];
}

/** Decodes the recording; null where it is too long or the browser can't. */
export async function decodePeaks(url: string, duration: number, signal: AbortSignal): Promise<Peaks | null> {
  if (duration > LONGEST_S || typeof OfflineAudioContext === "undefined") return null;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return null;
    const sound = await new OfflineAudioContext(2, 1, RATE).decodeAudioData(await response.arrayBuffer());
    const left = sound.getChannelData(0);
    return [peaksOf(left), peaksOf(sound.numberOfChannels > 1 ? sound.getChannelData(1) : left)];
  } catch {
    return null;
  }
}
