/** Samples as a WAV file: the one form of sound that the server takes. */

export const WAV_RATE = 16_000;
const HEADER = 44;

/** Mono PCM16 blocks at 16 kHz, one after another, as a WAV file. */
export function wavOf(blocks: readonly Int16Array[]): Blob {
  const samples = blocks.reduce((sum, block) => sum + block.length, 0);
  const view = new DataView(new ArrayBuffer(HEADER + samples * 2));
  const text = (at: number, value: string): void => {
    for (let i = 0; i < value.length; i++) view.setUint8(at + i, value.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, HEADER - 8 + samples * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true); // length of the format's description
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, WAV_RATE, true);
  view.setUint32(28, WAV_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples * 2, true);
  let at = HEADER;
  for (const block of blocks)
    for (const sample of block) {
      view.setInt16(at, sample, true);
      at += 2;
    }
  return new Blob([view.buffer], { type: "audio/wav" });
}
