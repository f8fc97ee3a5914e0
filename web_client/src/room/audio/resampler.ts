// Streaming sample-rate conversion: windowed-sinc polyphase, made for blocks of 128 samples in an audio thread.

const PHASES = 256;
const ZERO_CROSSINGS = 24; // on each side, at the lower of the two rates
const ROLLOFF = 0.94; // cutoff as a share of the lower Nyquist frequency
const KAISER_BETA = 8.5; // about 85 dB stop band
const COMPACT_AT = 4096;

/** Modified Bessel function of order zero, by its series. */
function bessel0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 40; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function kernel(taps: number, cutoff: number): Float32Array {
  const table = new Float32Array((PHASES + 1) * taps);
  const half = taps / 2;
  const norm = bessel0(KAISER_BETA);
  for (let phase = 0; phase <= PHASES; phase++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const x = tap - half + 1 - phase / PHASES;
      const ratio = x / half;
      const window = Math.abs(ratio) >= 1 ? 0 : bessel0(KAISER_BETA * Math.sqrt(1 - ratio * ratio)) / norm;
      const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
      table[phase * taps + tap] = sinc * window;
      sum += sinc * window;
    }
    for (let tap = 0; tap < taps; tap++) {
      table[phase * taps + tap] = (table[phase * taps + tap] ?? 0) / sum;
    }
  }
  return table;
}

/** Push input samples, pull output samples. Linear phase: the output is aligned with the input to the sample. */
export class Resampler {
  private readonly taps: number;
  private readonly table: Float32Array;
  private readonly step: number;
  private buffer: Float32Array;
  private filled: number;
  private position: number;

  constructor(inputRate: number, outputRate: number) {
    this.step = inputRate / outputRate;
    this.taps = 2 * Math.ceil(ZERO_CROSSINGS * Math.max(1, this.step));
    this.table = kernel(this.taps, 0.5 * Math.min(1, 1 / this.step) * ROLLOFF);
    this.buffer = new Float32Array(8192);
    this.filled = this.taps / 2 - 1; // zeros before the first sample
    this.position = this.filled;
  }

  /** Input samples that are pushed and not yet needed behind the read position. */
  get pending(): number {
    return Math.max(0, this.filled - Math.floor(this.position));
  }

  push(samples: Float32Array): void {
    this.reserve(samples.length);
    this.buffer.set(samples, this.filled);
    this.filled += samples.length;
  }

  /** Pushes PCM16 without an intermediate array. */
  pushPcm(samples: Int16Array, from = 0): void {
    this.reserve(samples.length - from);
    for (let i = from; i < samples.length; i++) this.buffer[this.filled++] = (samples[i] ?? 0) / 32768;
  }

  pushZeros(count: number): void {
    this.reserve(count);
    this.buffer.fill(0, this.filled, this.filled + count);
    this.filled += count;
  }

  /** Lets the last input samples come out: the filter looks half its length ahead. */
  drain(): void {
    this.pushZeros(this.taps / 2);
  }

  /** Writes up to `max` samples into `out` from `at`; returns how many there were. */
  pull(out: Float32Array, max: number, at = 0): number {
    const { taps, table, buffer } = this;
    const half = taps / 2;
    let count = 0;
    while (count < max) {
      const whole = Math.floor(this.position);
      if (whole + half >= this.filled) break;
      const exact = (this.position - whole) * PHASES;
      const phase = Math.floor(exact);
      const mix = exact - phase;
      const row = phase * taps;
      const base = whole - half + 1;
      let low = 0;
      let high = 0;
      for (let tap = 0; tap < taps; tap++) {
        const sample = buffer[base + tap] ?? 0;
        low += sample * (table[row + tap] ?? 0);
        high += sample * (table[row + taps + tap] ?? 0);
      }
      out[at + count++] = low + (high - low) * mix;
      this.position += this.step;
    }
    this.compact();
    return count;
  }

  private compact(): void {
    const used = Math.floor(this.position) - this.taps / 2;
    if (used < COMPACT_AT) return;
    this.buffer.copyWithin(0, used, this.filled);
    this.filled -= used;
    this.position -= used;
  }

  private reserve(count: number): void {
    const needed = this.filled + count;
    if (needed <= this.buffer.length) return;
    const grown = new Float32Array(needed * 2);
    grown.set(this.buffer.subarray(0, this.filled));
    this.buffer = grown;
  }
}
