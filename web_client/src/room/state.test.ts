import { describe, expect, it } from "vitest";
import type { PlaybackReport } from "./audio/playbackQueue";
import type { ServerMessage, UtteranceStart, Welcome } from "./messages";
import { initialRoom, isPaused, nameOf, reduceRoom, speakerOf, type RoomEvent, type RoomState } from "./state";

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
const start = (utterance: number, text: string, turn = utterance): UtteranceStart => ({
  type: "utterance_start", interviewer: "maya",
  utterance,
  turn,
  text,
  sample_rate: 24_000,
  lips: "phonemes",
});
const heard = (turn: number, text: string, stable_chars: number, final = false): ServerMessage => ({
  type: "heard",
  turn,
  text,
  stable_chars,
  final,
});
const played = (utterance: number, event: PlaybackReport["event"], position_s: number): RoomEvent => ({
  kind: "played",
  report: { utterance, event, position_s, at: 0, running: false, underruns: 0 },
});

function fold(...events: (ServerMessage | RoomEvent)[]): RoomState {
  return events.reduce<RoomState>(
    (room, event) => reduceRoom(room, "kind" in event ? event : { kind: "server", message: event }),
    initialRoom,
  );
}
const said = (room: RoomState) => room.lines.map(({ speaker, text }) => `${speaker}: ${text}`);

describe("the room's state", () => {
  it("keeps the conversation in order", () => {
    const room = fold(
      welcome,
      start(1, "Tell me about it."),
      played(1, "started", 0),
      played(1, "ended", 2),
      heard(2, "I led", 1),
      heard(2, "I led the team.", 15, true),
      start(2, "How many?", 3),
    );
    expect(said(room)).toEqual([
      "interviewer: Tell me about it.",
      "candidate: I led the team.",
      "interviewer: How many?",
    ]);
    expect(room.live?.text).toBe("How many?");
    expect(room.own).toBeNull();
  });

  it("cuts an interrupted sentence to what was heard", () => {
    const words = [
      { text: "Tell ", start_s: 0, end_s: 0.2 },
      { text: "me ", start_s: 0.2, end_s: 0.4 },
      { text: "more.", start_s: 0.4, end_s: 0.8 },
    ];
    const room = fold(
      welcome,
      start(1, "Tell me more."),
      { type: "cues", utterance: 1, words, mouth: [], stress_s: [] },
      played(1, "flushed", 0.3),
      start(2, "Go on."),
    );
    expect(said(room)).toEqual(["interviewer: Tell me —", "interviewer: Go on."]);
  });

  it("leaves out a sentence of which nothing was heard", () => {
    const words = [{ text: "Tell.", start_s: 0, end_s: 0.2 }];
    const cues: ServerMessage = { type: "cues", utterance: 1, words, mouth: [], stress_s: [] };
    expect(said(fold(welcome, start(1, "Tell."), cues, played(1, "flushed", 0), start(2, "Go on.")))).toEqual([
      "interviewer: Go on.",
    ]);
  });

  it("shows the stable part of what is heard firmly, whether the server repeats the settled part or not", () => {
    expect(fold(welcome, heard(1, "I led the mig", 5)).own).toMatchObject({
      settled: "",
      interim: "I led the mig",
      stableChars: 5,
    });
    const apart = fold(welcome, heard(1, "I led it.", 9, true), heard(1, "It took", 2)).own;
    expect(apart).toMatchObject({ settled: "I led it.", interim: "It took", stableChars: 2 });
    const repeated = fold(welcome, heard(1, "I led it.", 9, true), heard(1, "I led it. It took", 12)).own;
    expect(repeated).toMatchObject({ settled: "I led it.", interim: "It took", stableChars: 2 });
    expect(fold(welcome, heard(1, "I led it.", 9, true), heard(1, "It took long.", 0, true)).own?.settled).toBe(
      "I led it. It took long.",
    );
  });

  it("takes the conversation from the server after a reconnect, which counts its sentences from one again", () => {
    const captions = [{ turn: 1, speaker: "interviewer" as const, interviewer: null, text: "First." }];
    const room = fold(
      welcome,
      start(1, "First."),
      played(1, "started", 0),
      { ...welcome, resumed: true, captions },
      played(1, "dropped", 1),
      start(1, "Let’s go on."),
    );
    expect(said(room)).toEqual(["interviewer: First.", "interviewer: Let’s go on."]);
    expect(room.live).toMatchObject({ text: "Let’s go on.", phase: "coming" });
    expect(new Set(room.lines.map(({ key }) => key)).size).toBe(2);
  });

  it("turns a typed draft into a line once the server has it, and only once", () => {
    const draft = { client_id: "a", text: "Forty people." };
    const stored: ServerMessage = { type: "answer_stored", client_id: "a", turn: 4 };
    const room = fold(welcome, start(1, "How many?"), { kind: "drafts", drafts: [draft] }, stored, stored);
    expect(said(room)).toEqual(["interviewer: How many?", "candidate: Forty people."]);
    expect(room.drafts).toEqual([]);
    const settled = fold(
      welcome,
      { kind: "drafts", drafts: [draft] },
      stored,
      heard(4, "Well, forty people.", 19, true),
    );
    expect(said(settled)).toEqual(["candidate: Well, forty people."]);
    expect(settled.own).toBeNull();
  });

  it("does not repeat a draft that the conversation of the welcome holds", () => {
    const captions = [{ turn: 3, speaker: "candidate" as const, interviewer: null, text: "Forty people." }];
    const draft = { client_id: "a", text: "Forty people." };
    const room = fold(
      { ...welcome, captions },
      { kind: "drafts", drafts: [draft] },
      { type: "answer_stored", client_id: "a", turn: 4 },
    );
    expect(said(room)).toEqual(["candidate: Forty people."]);
    expect(room.drafts).toEqual([]);
  });

  it("is paused at the key, and follows the server's clock", () => {
    const clock = (paused: boolean): ServerMessage => ({ type: "clock", elapsed_s: 1, remaining_s: 9, paused });
    const pressed = fold(welcome, clock(false), { kind: "pause", wanted: true }, clock(false));
    expect(isPaused(pressed)).toBe(true);
    const confirmed = reduceRoom(pressed, { kind: "server", message: clock(true) });
    expect(confirmed.pauseWanted).toBeNull();
    expect(isPaused(reduceRoom(confirmed, { kind: "server", message: clock(false) }))).toBe(false);
  });

  it("shows a notice of one kind once and no more than three", () => {
    const notice = (code: string): ServerMessage => ({ type: "notice", code, message: code });
    const room = fold(...["a", "b", "b", "c", "d"].map(notice));
    expect(room.notices.map(({ code }) => code)).toEqual(["b", "c", "d"]);
    expect(new Set(room.notices.map(({ id }) => id)).size).toBe(3);
  });

  it("tells a refusal that is not fatal as a notice", () => {
    const error: ServerMessage = { type: "error", code: "too_large", message: "Too long.", fatal: false, retry: false };
    expect(fold(welcome, error).notices[0]?.message).toBe("Too long.");
    expect(fold(welcome, { ...error, fatal: true }).notices).toEqual([]);
  });
});

describe("a panel", () => {
  const panel = {
    ...welcome,
    interviewers: [
      { id: "maya", name: "Maya", role: "Hiring manager", look: "maya" as const },
      { id: "daniel", name: "Daniel", role: "Engineer", look: "daniel" as const },
    ],
  };

  it("shows the chair before anybody has spoken, and then who speaks", () => {
    expect(speakerOf(fold(panel))?.name).toBe("Maya");
    const room = fold(panel, { ...start(1, "I'm Daniel."), interviewer: "daniel" });
    expect(speakerOf(room)?.name).toBe("Daniel");
    expect(nameOf(room, room.lines[0]?.interviewer)).toBe("Daniel");
  });

  it("keeps who spoke last after a reconnect", () => {
    const captions = [{ turn: 1, speaker: "interviewer" as const, interviewer: "daniel", text: "First." }];
    expect(speakerOf(fold({ ...panel, resumed: true, captions }))?.name).toBe("Daniel");
  });

  it("names the only interviewer where no line says who", () => {
    expect(nameOf(fold(welcome), null)).toBe(welcome.interviewer_name);
    expect(speakerOf(fold())).toBeNull();
  });
});
