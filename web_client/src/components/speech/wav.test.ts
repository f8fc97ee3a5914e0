import { expect, it } from "vitest";
import { wavOf } from "./wav";

it("writes mono 16-bit samples at 16 kHz behind a header that says so", async () => {
  const blob = wavOf([Int16Array.of(1, -2), Int16Array.of(32767)]);
  expect(blob.type).toBe("audio/wav");
  const view = new DataView(await blob.arrayBuffer());
  const text = (at: number, length: number): string => String.fromCharCode(...new Uint8Array(view.buffer, at, length));
  expect([text(0, 4), text(8, 8), text(36, 4)]).toEqual(["RIFF", "WAVEfmt ", "data"]);
  expect([view.getUint32(4, true), view.getUint32(40, true), view.byteLength]).toEqual([42, 6, 50]);
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, 16_000, 16]);
  expect([44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([1, -2, 32767]);
});
