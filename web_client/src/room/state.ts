// What the room shows, as a pure fold over the server's messages and what happens here.
import type {
  CaptionLine,
  Clock,
  Ended,
  Heard,
  InterviewerInfo,
  InterviewerState,
  Notice,
  PhaseChanged,
  ServerMessage,
  SpokenWord,
  UtteranceStart,
  Welcome,
} from "./messages";
import type { PlaybackReport } from "./audio/playbackQueue";
import type { Connection } from "./transport/transport";
import { heardText } from "./captions";
import type { Draft } from "./outbox";

export type MicrophoneState = "on" | "muted" | "lost" | "off";

/** The interviewer's sentence that sounds or sounded last; it is a line of the conversation from its start. */
export interface LiveUtterance {
  key: string;
  utterance: number;
  turn: number;
  /** InterviewerInfo id of who says it. */
  interviewer: string;
  text: string;
  lips: UtteranceStart["lips"];
  words: SpokenWord[];
  phase: "coming" | "sounding" | "over";
}

/** What the candidate is saying, or said last. */
export interface OwnSpeech {
  turn: number;
  /** Will not change any more. */
  settled: string;
  interim: string;
  stableChars: number;
}

export interface Line extends Omit<CaptionLine, "interviewer"> {
  /** Of the interviewer's lines: who said it. */
  interviewer?: string | null;
  key: string;
}

export interface ShownNotice extends Notice {
  id: number;
}

export interface RoomState {
  connection: Connection;
  everOpen: boolean;
  /** Welcomes so far: each connection counts its utterances from the start. */
  entries: number;
  welcome: Welcome | null;
  phase: PhaseChanged | null;
  clock: Clock | null;
  interviewer: InterviewerState;
  live: LiveUtterance | null;
  own: OwnSpeech | null;
  lines: Line[];
  drafts: Draft[];
  notices: ShownNotice[];
  microphone: MicrophoneState;
  /** The pause key was pressed and the clock has not followed yet. */
  pauseWanted: boolean | null;
  soundBlocked: boolean;
  ended: Ended | null;
}

export type RoomEvent =
  | { kind: "server"; message: ServerMessage }
  | { kind: "connection"; connection: Connection }
  | { kind: "played"; report: PlaybackReport }
  | { kind: "drafts"; drafts: Draft[] }
  | { kind: "microphone"; state: MicrophoneState }
  | { kind: "pause"; wanted: boolean }
  | { kind: "sound_blocked"; blocked: boolean }
  | { kind: "dismiss"; id: number };

const MOST_NOTICES = 3;

export const initialRoom: RoomState = {
  connection: { state: "idle" },
  everOpen: false,
  entries: 0,
  welcome: null,
  phase: null,
  clock: null,
  interviewer: "idle",
  live: null,
  own: null,
  lines: [],
  drafts: [],
  notices: [],
  microphone: "off",
  pauseWanted: null,
  soundBlocked: false,
  ended: null,
};

export function reduceRoom(room: RoomState, event: RoomEvent): RoomState {
  switch (event.kind) {
    case "server":
      return receive(room, event.message);
    case "connection":
      return { ...room, connection: event.connection, everOpen: room.everOpen || event.connection.state === "open" };
    case "played":
      return played(room, event.report);
    case "drafts":
      return { ...room, drafts: event.drafts };
    case "microphone":
      return { ...room, microphone: event.state };
    case "pause":
      return { ...room, pauseWanted: event.wanted };
    case "sound_blocked":
      return { ...room, soundBlocked: event.blocked };
    case "dismiss":
      return { ...room, notices: room.notices.filter(({ id }) => id !== event.id) };
  }
}

/** Who spoke last or speaks now, the chair before anybody did; null before the welcome. */
export function speakerOf({ welcome, live, lines }: RoomState): InterviewerInfo | null {
  const id = live?.interviewer ?? lines.findLast((line) => line.speaker === "interviewer")?.interviewer;
  const people = welcome?.interviewers ?? [];
  return people.find((person) => person.id === id) ?? people[0] ?? null;
}

/** The name beside a line of the interviewer's. */
export function nameOf({ welcome }: RoomState, id: string | null | undefined): string {
  const people = welcome?.interviewers ?? [];
  return people.find((person) => person.id === id)?.name ?? welcome?.interviewer_name ?? "Interviewer";
}

/** True from the moment the pause key is pressed until the clock runs again. */
export const isPaused = (room: RoomState): boolean => room.pauseWanted ?? room.clock?.paused ?? false;

function receive(room: RoomState, message: ServerMessage): RoomState {
  switch (message.type) {
    case "welcome":
      return welcomed(room, message);
    case "phase":
      return { ...room, phase: message };
    case "clock":
      return { ...room, clock: message, pauseWanted: message.paused === room.pauseWanted ? null : room.pauseWanted };
    case "state":
      return { ...room, interviewer: message.interviewer };
    case "utterance_start":
      return begun(room, message);
    case "cues":
      return withLive(room, message.utterance, (live) => ({ ...live, words: [...live.words, ...message.words] }));
    case "heard":
      return heard(room, message);
    case "answer_stored":
      return stored(room, message.client_id, message.turn);
    case "notice":
      // The page has noticed a lost microphone itself and shows the way out.
      return message.code === "microphone_lost" ? room : noticed(room, message);
    case "error":
      return message.fatal ? room : noticed(room, { type: "notice", code: message.code, message: message.message });
    case "ended":
      return { ...room, ended: message };
    // The workbench keeps these: room/exercises.
    case "exercise_opened":
    case "exercise_stage":
    case "patch_applied":
    case "patch_refused":
    case "run_queued":
    case "run_finished":
    case "run_refused":
    case "hint_given":
    case "reveal":
    case "artifact_saved":
    case "exercise_closed":
    case "utterance_end":
    case "flush":
    case "hold":
    case "pong":
      return room;
  }
}

function welcomed(room: RoomState, welcome: Welcome): RoomState {
  const entries = room.entries + 1;
  const lines = welcome.captions.map((line, index) => ({ ...line, key: `w${entries}-${index}` }));
  return { ...room, welcome, entries, lines, live: null, own: null };
}

function begun(room: RoomState, { utterance, turn, interviewer, text, lips }: UtteranceStart): RoomState {
  const key = `u${room.entries}-${utterance}`;
  const next = closeOwn(room);
  const lines: Line[] = [...next.lines, { key, turn, speaker: "interviewer", text, interviewer }];
  return { ...next, lines, live: { key, utterance, turn, interviewer, text, lips, words: [], phase: "coming" } };
}

function withLive(room: RoomState, utterance: number, change: (live: LiveUtterance) => LiveUtterance): RoomState {
  return room.live?.utterance === utterance ? { ...room, live: change(room.live) } : room;
}

function played(room: RoomState, report: PlaybackReport): RoomState {
  switch (report.event) {
    case "started":
      return withLive(room, report.utterance, (live) => ({ ...live, phase: "sounding" }));
    case "ended":
      return withLive(room, report.utterance, (live) => ({ ...live, phase: "over" }));
    case "flushed":
    case "dropped":
      return room.live?.utterance === report.utterance ? cut(room, room.live, report.position_s) : room;
    case "position":
      return room;
  }
}

/** An interrupted sentence is what was heard of it; one of which nothing was heard was never said. */
function cut(room: RoomState, live: LiveUtterance, positionS: number): RoomState {
  const text = heardText(live.text, live.words, positionS);
  const lines = room.lines
    .map((line) => (line.key === live.key ? { ...line, text } : line))
    .filter((line) => line.text !== "");
  return { ...room, lines, live: { ...live, text, phase: "over" } };
}

function closeOwn(room: RoomState): RoomState {
  const said = room.own ? joined(room.own.settled, room.own.interim) : "";
  if (!room.own || said === "") return { ...room, own: null };
  const { turn } = room.own;
  return {
    ...room,
    own: null,
    lines: [...room.lines, { key: `c${turn}-${room.lines.length}`, turn, speaker: "candidate", text: said }],
  };
}

/** A text that repeats what came before replaces it; any other follows it. */
function joined(before: string, next: string): string {
  if (before === "" || next.startsWith(before)) return next;
  return next === "" ? before : `${before} ${next}`;
}

function heard(room: RoomState, { turn, text, stable_chars, final }: Heard): RoomState {
  const base = room.own && room.own.turn !== turn ? closeOwn(room) : room;
  const settled = base.own?.settled ?? "";
  if (final && base.lines.some((line) => ownLine(line, turn))) return settledAgain(base, turn, text);
  if (final) return { ...base, own: { turn, settled: joined(settled, text), interim: "", stableChars: 0 } };
  const repeats = settled !== "" && text.startsWith(settled);
  const interim = repeats ? text.slice(settled.length).trimStart() : text;
  const stableChars = Math.max(0, stable_chars - (text.length - interim.length));
  return { ...base, own: { turn, settled, interim, stableChars } };
}

const ownLine = (line: Line, turn: number): boolean => line.speaker === "candidate" && line.turn === turn;

/** The server's final word on a typed answer: what was said before it may have joined it. */
function settledAgain(room: RoomState, turn: number, text: string): RoomState {
  const lines = room.lines.map((line) => (ownLine(line, turn) ? { ...line, text } : line));
  return { ...room, lines, own: null };
}

function stored(room: RoomState, clientId: string, turn: number): RoomState {
  const draft = room.drafts.find(({ client_id }) => client_id === clientId);
  if (!draft) return room;
  const drafts = room.drafts.filter(({ client_id }) => client_id !== clientId);
  // After a reconnect the conversation may hold it already.
  const known = room.lines.some(
    (line) =>
      ownLine(line, turn) || (line.key.startsWith("w") && line.speaker === "candidate" && line.text === draft.text),
  );
  const spoken = room.own !== null && room.own.settled === draft.text;
  if (known || spoken) return { ...room, drafts };
  const line: Line = { key: `t${clientId}`, turn, speaker: "candidate", text: draft.text };
  return { ...room, drafts, own: null, lines: [...room.lines, line] };
}

function noticed(room: RoomState, notice: Notice): RoomState {
  const id = (room.notices.at(-1)?.id ?? 0) + 1;
  const others = room.notices.filter(({ code }) => code !== notice.code);
  return { ...room, notices: [...others, { ...notice, id }].slice(-MOST_NOTICES) };
}
