// Loudness for the eye: root mean square on a decibel scale.

const QUIETEST_DB = -55;
const LOUDEST_DB = -12;

/** Maps a root mean square of 0..1 to 0..1 as a meter shows it. */
export function meter(rms: number): number {
  if (rms <= 0) return 0;
  const db = 20 * Math.log10(rms);
  return Math.max(0, Math.min(1, (db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
}

export function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return meter(Math.sqrt(sum / samples.length));
}
