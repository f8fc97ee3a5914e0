import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerMessage, Welcome } from "../messages";
import { encodeMicFrame, HEADER_BYTES, type VoiceFrame } from "./frames";
import { Transport, type Connection, type Socket, type TokenGrant } from "./transport";

class FakeSocket implements Socket {
  binaryType: BinaryType = "blob";
  bufferedAmount = 0;
  sent: (string | ArrayBuffer)[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;

  send(data: string | ArrayBuffer): void {
    this.sent.push(data);
  }
  close(): void {
    this.closed = true;
  }
  say(message: ServerMessage | string): void {
    this.onmessage?.({ data: typeof message === "string" ? message : JSON.stringify(message) });
  }
  texts(): { type: string; token?: string }[] {
    return this.sent.filter((x) => typeof x === "string").map((x) => JSON.parse(x) as { type: string });
  }
}

const welcome: Welcome = {
  type: "welcome",
  protocol: 1,
  session_id: "s",
  resumed: false,
  role_title: "Engineer",
  interviewer_name: "Maya",
  look: "maya", interviewers: [{ id: "maya", name: "Maya", role: "Interviewer", look: "maya" }],
  phases: [],
  captions: [],
  transcription: { on: true, detail: "" },
  voice: { on: true, detail: "" },
  recording: true,
};

let sockets: FakeSocket[];
let grants: TokenGrant[];
let tokens: number;
let seen: Connection[];
let messages: ServerMessage[];
let voice: VoiceFrame[];
let transport: Transport;
const socket = () => sockets[sockets.length - 1] as FakeSocket;
const states = () => seen.map(({ state }) => state);

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, grants, seen, messages, voice] = [[], [], [], [], []];
  tokens = 0;
  transport = new Transport({
    openSocket: () => {
      const fresh = new FakeSocket();
      sockets.push(fresh);
      return fresh;
    },
    token: () => Promise.resolve(grants.shift() ?? { ok: true, token: `t${++tokens}` }),
    onMessage: (message) => messages.push(message),
    onVoice: (frame) => voice.push(frame),
    onConnection: (connection) => seen.push(connection),
    now: () => Date.now(),
    random: () => 0.5,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(): Promise<FakeSocket> {
  await transport.connect();
  socket().onopen?.();
  socket().say(welcome);
  return socket();
}

const frame = () => encodeMicFrame(Date.now(), new Int16Array(320));

describe("Transport", () => {
  it("says hello with a fresh token and is open once welcomed", async () => {
    transport.microphone = true;
    const opened = await open();
    expect(opened.texts()[0]).toEqual({ type: "hello", protocol: 1, token: "t1", microphone: true });
    expect(opened.binaryType).toBe("arraybuffer");
    expect(states()).toEqual(["connecting", "open"]);
    expect(messages).toEqual([welcome]);
  });

  it("pings each two seconds and measures the way there and back", async () => {
    const opened = await open();
    await vi.advanceTimersByTimeAsync(4_100);
    const pings = opened.texts().filter(({ type }) => type === "ping");
    expect(pings).toHaveLength(2);
    opened.say({ type: "pong", sent_ms: Date.now() - 30, server_ms: 0 });
    expect(transport.roundTripMs).toBe(30);
  });

  it("reconnects with growing pauses from 0.25 to 5 s, for ever, with a fresh token each time", async () => {
    await open();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      socket().onclose?.();
      const last = seen[seen.length - 1];
      if (last?.state === "waiting") waits.push(last.retryInMs);
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
    expect(tokens).toBe(9);
    socket().onopen?.();
    socket().say({ ...welcome, resumed: true });
    expect(states().at(-1)).toBe("open");
    socket().say({ type: "pong", sent_ms: 0, server_ms: 0 });
    socket().onclose?.();
    expect(seen[seen.length - 1]).toMatchObject({ retryInMs: 250 });
  });

  it("gives up a socket that never welcomes and one that falls silent", async () => {
    await transport.connect();
    socket().onopen?.();
    await vi.advanceTimersByTimeAsync(8_001);
    expect(sockets[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    socket().onopen?.();
    socket().say(welcome);
    expect(states().at(-1)).toBe("open");
    await vi.advanceTimersByTimeAsync(8_700);
    expect(states()).toContain("waiting");
    expect(sockets.length).toBeGreaterThan(2);
  });

  it("hears nothing more from a socket it has left", async () => {
    const first = await open();
    const late = first.onmessage;
    first.onclose?.();
    late?.({ data: JSON.stringify({ type: "notice", code: "x", message: "late" }) });
    expect(messages).toHaveLength(1);
  });

  it("waits out a server that cannot give a token, and stops where it never will", async () => {
    grants = [
      { ok: false, fatal: null },
      { ok: false, fatal: { code: "not_found", message: "gone" } },
    ];
    await transport.connect();
    expect(states().at(-1)).toBe("waiting");
    await vi.advanceTimersByTimeAsync(300);
    expect(seen.at(-1)).toEqual({ state: "closed", problem: { code: "not_found", message: "gone" } });
    expect(sockets).toHaveLength(0);
  });

  it("does not fight a second tab: `replaced` is final, `overloaded` is tried again", async () => {
    const opened = await open();
    opened.say({ type: "error", code: "overloaded", message: "busy", fatal: true, retry: true });
    expect(states().at(-1)).toBe("waiting");
    await vi.advanceTimersByTimeAsync(300);
    socket().onopen?.();
    socket().say(welcome);
    socket().say({ type: "error", code: "replaced", message: "elsewhere", fatal: true, retry: false });
    expect(seen.at(-1)).toMatchObject({ state: "closed", problem: { code: "replaced" } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(2);
  });

  it("keeps a control for the next connection, and forgets what was only true then", async () => {
    const opened = await open();
    opened.onclose?.();
    transport.send({ type: "control", action: "pause" });
    transport.send({ type: "typing" });
    await vi.advanceTimersByTimeAsync(300);
    socket().onopen?.();
    socket().say(welcome);
    expect(
      socket()
        .texts()
        .map(({ type }) => type),
    ).toEqual(["hello", "control"]);
  });

  it("drops microphone frames older than a second after a stall and loses none without one", async () => {
    const opened = await open();
    for (let i = 0; i < 50; i++) transport.sendMicFrame(frame(), Date.now());
    expect(transport.mic.sent).toBe(50);
    opened.bufferedAmount = 10_000_000;
    for (let i = 0; i < 100; i++) {
      await vi.advanceTimersByTimeAsync(20);
      transport.sendMicFrame(frame(), Date.now());
    }
    opened.bufferedAmount = 0;
    transport.sendMicFrame(frame(), Date.now());
    expect(transport.mic.dropped).toBeGreaterThanOrEqual(48);
    expect(transport.mic.sent + transport.mic.dropped).toBe(151);
    expect(transport.mic.sent - 50).toBeLessThanOrEqual(52);
  });

  it("numbers the frames of all microphones in one row", async () => {
    const opened = await open();
    for (let i = 0; i < 3; i++) transport.sendMicFrame(frame(), Date.now());
    const numbers = opened.sent.filter((x) => x instanceof ArrayBuffer).map((x) => new DataView(x).getUint32(4, true));
    expect(numbers).toEqual([0, 1, 2]);
  });

  it("survives garbage of every kind", async () => {
    const opened = await open();
    for (const junk of ["", "{", "null", "[]", '{"type":"nonsense"}', '{"type":7}']) opened.say(junk);
    for (const size of [0, 3, 16, 17, 64]) opened.onmessage?.({ data: new ArrayBuffer(size) });
    expect(messages).toEqual([welcome]);
    expect(voice).toEqual([]);
    expect(states().at(-1)).toBe("open");
  });

  it("hands on the voice with its number and offset", async () => {
    const opened = await open();
    const bytes = new ArrayBuffer(HEADER_BYTES + 4);
    const view = new DataView(bytes);
    view.setUint8(0, 2);
    view.setUint32(4, 9, true);
    view.setFloat64(8, 1.5, true);
    view.setInt16(HEADER_BYTES, -5, true);
    opened.onmessage?.({ data: bytes });
    expect(voice).toEqual([{ utterance: 9, offset_s: 1.5, samples: Int16Array.from([-5, 0]) }]);
  });

  it("closes for good when the interview has ended", async () => {
    const opened = await open();
    opened.say({ type: "ended", session_id: "s", reason: "closed" });
    expect(seen.at(-1)).toEqual({ state: "closed", problem: null });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sockets).toHaveLength(1);
  });
});
