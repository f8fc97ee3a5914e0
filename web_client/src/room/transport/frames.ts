// Binary frames: a 16-byte little-endian header (<BxxxId in schema/room.py), then PCM16 mono samples.

export const HEADER_BYTES = 16;
export const MIC_FRAME = 1;
export const VOICE_FRAME = 2;
export const MIC_FRAME_SAMPLES = 320;

export interface VoiceFrame {
  utterance: number;
  /** Offset of the first sample from the utterance's first sample, seconds. */
  offset_s: number;
  samples: Int16Array;
}

/** One 20 ms microphone frame: capture time in ms of this machine's clock, samples at 16 kHz; not numbered yet. */
export function encodeMicFrame(capturedMs: number, samples: Int16Array): ArrayBuffer {
  const frame = new ArrayBuffer(HEADER_BYTES + samples.length * 2);
  const view = new DataView(frame);
  view.setUint8(0, MIC_FRAME);
  view.setFloat64(8, capturedMs, true);
  new Int16Array(frame, HEADER_BYTES).set(samples);
  return frame;
}

export function numberMicFrame(frame: ArrayBuffer, sequence: number): void {
  new DataView(frame).setUint32(4, sequence >>> 0, true);
}

/** A frame of the interviewer's voice, or null where the bytes are not one. */
export function decodeVoiceFrame(frame: ArrayBuffer): VoiceFrame | null {
  if (frame.byteLength < HEADER_BYTES || (frame.byteLength - HEADER_BYTES) % 2 !== 0) return null;
  const view = new DataView(frame);
  if (view.getUint8(0) !== VOICE_FRAME) return null;
  const offset_s = view.getFloat64(8, true);
  if (!Number.isFinite(offset_s) || offset_s < 0) return null;
  return { utterance: view.getUint32(4, true), offset_s, samples: new Int16Array(frame, HEADER_BYTES) };
}

/** Overwrites the samples with silence; the header stays. */
export function silence(frame: ArrayBuffer): void {
  new Int16Array(frame, HEADER_BYTES).fill(0);
}
