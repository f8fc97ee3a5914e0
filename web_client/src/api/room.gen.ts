/* Written by `make types`; change the Python side instead. */

export type ClientMessage = Hello | Playback | TypedAnswer | Typing | Control | Microphone | Ping;
export type ServerMessage =
  | Welcome
  | PhaseChanged
  | Clock
  | State
  | UtteranceStart
  | Cues
  | UtteranceEnd
  | Flush
  | Hold
  | Heard
  | AnswerStored
  | Notice
  | Error
  | Ended
  | Pong;
export type PhaseKind = "intro" | "resume_deep_dive" | "scenario" | "coding" | "case_study" | "behavioral" | "close";
export type Speaker = "interviewer" | "candidate";
/**
 * What the face shows.
 */
export type InterviewerState = "idle" | "listening" | "thinking" | "speaking";
/**
 * The fifteen mouth shapes of the Oculus set, in its own spelling.
 */
export type Viseme =
  "sil" | "PP" | "FF" | "TH" | "DD" | "kk" | "CH" | "SS" | "nn" | "RR" | "aa" | "E" | "I" | "O" | "U";

export interface RoomMessages {
  up: ClientMessage;
  down: ServerMessage;
}
/**
 * Opens or resumes the interview. `token` is the room token of POST /api/interview/sessions/{id}/token.
 */
export interface Hello {
  type: "hello";
  protocol: number;
  token: string;
  microphone: boolean;
}
/**
 * How much of an utterance has left the loudspeaker.
 */
export interface Playback {
  type: "playback";
  utterance: number;
  event: "started" | "position" | "ended" | "flushed";
  position_s: number;
}
export interface TypedAnswer {
  type: "typed_answer";
  client_id: string;
  text: string;
}
/**
 * The candidate is writing: silence is not silence.
 */
export interface Typing {
  type: "typing";
}
export interface Control {
  type: "control";
  action: "done_speaking" | "repeat" | "skip" | "pause" | "resume" | "end";
}
export interface Microphone {
  type: "microphone";
  state: "on" | "muted" | "lost";
}
export interface Ping {
  type: "ping";
  sent_ms: number;
}
export interface Welcome {
  type: "welcome";
  protocol: number;
  session_id: string;
  resumed: boolean;
  role_title: string;
  interviewer_name: string;
  look: "maya" | "daniel" | "amara";
  interviewers: InterviewerInfo[];
  phases: PhaseInfo[];
  captions: CaptionLine[];
  transcription: Capability;
  voice: Capability;
  recording: boolean;
}
/**
 * One of those who ask; `role` says as whom, e.g. "Hiring manager".
 */
export interface InterviewerInfo {
  id: string;
  name: string;
  role: string;
  look: "maya" | "daniel" | "amara";
}
export interface PhaseInfo {
  id: string;
  kind: PhaseKind;
  label: string;
}
/**
 * One finished line of the conversation.
 */
export interface CaptionLine {
  turn: number;
  speaker: Speaker;
  text: string;
  interviewer: string | null;
}
/**
 * What is on and, where it is off, why and how to switch it on.
 */
export interface Capability {
  on: boolean;
  detail: string;
}
export interface PhaseChanged {
  type: "phase";
  id: string;
  index: number;
  total: number;
  label: string;
}
/**
 * Sent every second and at each change.
 */
export interface Clock {
  type: "clock";
  elapsed_s: number;
  remaining_s: number;
  paused: boolean;
}
export interface State {
  type: "state";
  interviewer: InterviewerState;
}
/**
 * The interviewer begins to speak; audio frames with this number follow.
 */
export interface UtteranceStart {
  type: "utterance_start";
  utterance: number;
  turn: number;
  interviewer: string;
  text: string;
  sample_rate: number;
  lips: "phonemes" | "audio" | "none";
}
/**
 * Words and mouth shapes of an utterance, ahead of their audio; seconds from the utterance's first sample.
 */
export interface Cues {
  type: "cues";
  utterance: number;
  words: SpokenWord[];
  mouth: MouthCue[];
  stress_s: number[];
}
export interface SpokenWord {
  text: string;
  start_s: number;
  end_s: number;
}
export interface MouthCue {
  start_s: number;
  duration_s: number;
  viseme: Viseme;
  weight: number;
}
/**
 * All audio of the utterance has been sent.
 */
export interface UtteranceEnd {
  type: "utterance_end";
  utterance: number;
  duration_s: number;
}
/**
 * Stop this utterance now and forget what is buffered; answer with `playback` flushed.
 */
export interface Flush {
  type: "flush";
  utterance: number;
}
/**
 * The candidate may be speaking: duck the voice, pause it, or let it go on.
 */
export interface Hold {
  type: "hold";
  utterance: number;
  mode: "duck" | "pause" | "resume";
}
/**
 * What the ear makes of the candidate just now; `final` lines stay.
 */
export interface Heard {
  type: "heard";
  turn: number;
  text: string;
  stable_chars: number;
  final: boolean;
}
/**
 * The typed answer with this id is safe.
 */
export interface AnswerStored {
  type: "answer_stored";
  client_id: string;
  turn: number;
}
/**
 * Something the candidate should know; the interview goes on.
 */
export interface Notice {
  type: "notice";
  code: string;
  message: string;
}
/**
 * Something was refused. `fatal`: this socket closes; a new one may resume where `retry` is true.
 */
export interface Error {
  type: "error";
  code:
    | "bad_message"
    | "bad_frame"
    | "too_large"
    | "unauthorized"
    | "expired"
    | "not_found"
    | "replaced"
    | "ended"
    | "protocol"
    | "overloaded"
    | "internal";
  message: string;
  fatal: boolean;
  retry: boolean;
}
/**
 * The interview is over; the report is being made.
 */
export interface Ended {
  type: "ended";
  session_id: string;
  reason: "closed" | "ended_by_candidate" | "time";
}
export interface Pong {
  type: "pong";
  sent_ms: number;
  server_ms: number;
}
