import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PlaybackCommand } from "../audio/ports";
import type { PlaybackReport } from "../audio/playbackQueue";
import type { Playback, UtteranceStart, Welcome } from "../messages";
import { VoiceRelay } from "./voiceRelay";

let sent: Playback[];
let commands: PlaybackCommand[];
let relay: VoiceRelay;

const start = (over: Partial<UtteranceStart> = {}): UtteranceStart => ({
  type: "utterance_start", interviewer: "maya",
  utterance: 1,
  turn: 0,
  text: "Hello",
  sample_rate: 24_000,
  lips: "phonemes",
  ...over,
});
const capability = { on: true, detail: "" };
const welcome: Welcome = {
  type: "welcome",
  protocol: 1,
  session_id: "s",
  resumed: true,
  role_title: "Engineer",
  interviewer_name: "Maya",
  look: "maya", interviewers: [{ id: "maya", name: "Maya", role: "Interviewer", look: "maya" }],
  phases: [],
  captions: [],
  transcription: capability,
  voice: capability,
  recording: false,
};
const report = (over: Partial<PlaybackReport>): PlaybackReport => ({
  utterance: 1,
  event: "position",
  position_s: 1,
  at: 0,
  running: true,
  underruns: 0,
  ...over,
});

beforeEach(() => {
  vi.useFakeTimers();
  [sent, commands] = [[], []];
  relay = new VoiceRelay({ send: (message) => sent.push(message), now: () => Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("VoiceRelay with a loudspeaker", () => {
  beforeEach(() => relay.attach((command) => commands.push(command)));

  it("passes announcements, frames, holds and flushes on in order", () => {
    relay.understand(start());
    relay.frame({ utterance: 1, offset_s: 0, samples: new Int16Array(2) });
    relay.understand({ type: "hold", utterance: 1, mode: "duck" });
    relay.understand({ type: "flush", utterance: 1 });
    expect(commands.map(({ kind }) => kind)).toEqual(["start", "pcm", "hold", "flush"]);
  });

  it("tells the position five times a second, less the device's latency", () => {
    relay.latencyS = 0.04;
    for (let i = 0; i < 50; i++) {
      vi.advanceTimersByTime(20);
      relay.played(report({ position_s: i * 0.02 }));
    }
    expect(sent.length).toBeGreaterThanOrEqual(5);
    expect(sent.length).toBeLessThanOrEqual(6);
    expect(sent[1]?.position_s).toBeCloseTo(0.2 - 0.04, 5);
  });

  it("says ended when the last sample has left the loudspeaker, with the whole length", () => {
    relay.latencyS = 0.1;
    relay.played(report({ event: "ended", position_s: 2, running: false }));
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([{ type: "playback", utterance: 1, event: "ended", position_s: 2 }]);
  });

  it("tells a new connection nothing of what the old one's utterances still do", () => {
    relay.understand(start());
    relay.understand(welcome);
    expect(commands.at(-1)).toEqual({ kind: "reset" });
    relay.played(report({ position_s: 3 }));
    relay.played(report({ event: "ended", position_s: 3.1, running: false }));
    relay.played(report({ event: "dropped", running: false }));
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
    relay.played(report({ event: "started", position_s: 0 }));
    expect(sent.map(({ event }) => event)).toEqual(["started"]);
  });

  it("answers a flush at once", () => {
    relay.latencyS = 0.1;
    relay.played(report({ event: "flushed", position_s: 0.05, running: false }));
    expect(sent).toEqual([{ type: "playback", utterance: 1, event: "flushed", position_s: 0 }]);
  });
});

describe("VoiceRelay without sound", () => {
  it("lets a text-only utterance take its time and reports it as any other", () => {
    relay.attach((command) => commands.push(command));
    relay.understand(start({ lips: "none" }));
    relay.understand({ type: "utterance_end", utterance: 1, duration_s: 2 });
    expect(sent.map(({ event }) => event)).toEqual(["started"]);
    vi.advanceTimersByTime(2_000);
    expect(sent.at(-1)).toMatchObject({ event: "ended", position_s: 2 });
  });

  it("is silent for good where the connection it came over is gone", () => {
    relay.understand(start({ lips: "none" }));
    relay.understand({ type: "utterance_end", utterance: 1, duration_s: 2 });
    relay.understand(welcome);
    vi.advanceTimersByTime(5_000);
    expect(sent.map(({ event }) => event)).toEqual(["started"]);
  });

  it("does the same where the browser has no audio threads, and can be flushed", () => {
    relay.understand(start());
    vi.advanceTimersByTime(700);
    relay.understand({ type: "flush", utterance: 1 });
    expect(sent.at(-1)).toMatchObject({ event: "flushed", position_s: 0.7 });
    vi.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(2);
  });
});
