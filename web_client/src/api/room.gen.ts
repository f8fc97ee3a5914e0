/* Written by `make types`; change the Python side instead. */

export type ClientMessage =
  | Hello
  | Playback
  | TypedAnswer
  | Typing
  | Control
  | Microphone
  | Ping
  | Patch
  | RunTests
  | BrowserRun
  | AskHint
  | SaveRemarks
  | SaveArtifact
  | FinishExercise;
export type RunVerdict = "passed" | "failed" | "error" | "limit";
export type TestVerdict = "passed" | "failed" | "error" | "not_run";
/**
 * What stopped a run; each has a message of its own.
 */
export type RunLimit = "time" | "memory" | "processes" | "output" | "disk";
export type RunPlace = "sandbox" | "browser";
export type ServerMessage =
  | Welcome
  | ExerciseOpened
  | StageChanged
  | PatchApplied
  | PatchRefused
  | RunQueued
  | RunFinished
  | RunRefused
  | HintGiven
  | RevealShown
  | ArtifactSaved
  | ExerciseClosed
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
export type ExerciseActivity = "explain" | "debug" | "modify" | "review";
export type CodeLanguage = "python" | "javascript" | "sql";
export type Difficulty = "easy" | "medium" | "hard";
export type CaseType =
  | "market_sizing"
  | "pricing"
  | "growth_experiment"
  | "objection_handling"
  | "process_improvement"
  | "profitability"
  | "go_to_market"
  | "product_strategy";
/**
 * Where an exercise stands. Code goes through the first five, a case through the last five.
 */
export type ExerciseStage =
  | "explain"
  | "debug"
  | "modify"
  | "review"
  | "discuss"
  | "framing"
  | "hypotheses"
  | "analysis"
  | "recommendation"
  | "risks";
export type RunPlace1 = "sandbox" | "browser";
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
/**
 * An edit: a unified diff of the exercise's one file against the revision `base`; PatchApplied or PatchRefused.
 */
export interface Patch {
  type: "patch";
  client_id: string;
  exercise: string;
  base: number;
  diff: string;
}
/**
 * Run the visible tests on a revision, or everything when it is submitted; RunQueued, then RunFinished.
 */
export interface RunTests {
  type: "run_tests";
  client_id: string;
  exercise: string;
  revision: number;
  submit?: boolean;
}
/**
 * What a run in the candidate's own browser gave, where the server has no sandbox. Never taken as verified.
 */
export interface BrowserRun {
  type: "browser_run";
  client_id: string;
  exercise: string;
  revision: number;
  submit?: boolean;
  result: RunResult;
}
/**
 * What `interview-lab run-code --json` prints and a room is told.
 */
export interface RunResult {
  verdict: RunVerdict;
  tests: TestResult[];
  time_ms: number;
  memory_mb: number | null;
  limit: RunLimit | null;
  message: string;
  output: string;
  where: RunPlace;
}
export interface TestResult {
  name: string;
  verdict: TestVerdict;
  message: string;
}
export interface AskHint {
  type: "ask_hint";
  client_id: string;
  exercise: string;
}
/**
 * All remarks of a review, whole, each time one changes; ArtifactSaved.
 */
export interface SaveRemarks {
  type: "save_remarks";
  client_id: string;
  exercise: string;
  /**
   * @maxItems 60
   */
  remarks: Remark[];
}
/**
 * A reviewer's comment on a line of a pull request.
 */
export interface Remark {
  line: number;
  text: string;
}
/**
 * A part of a case's written work, whole, each time it changes; ArtifactSaved.
 */
export interface SaveArtifact {
  type: "save_artifact";
  client_id: string;
  exercise: string;
  part: "scratchpad" | "outline" | "summary";
  section?: string | null;
  text: string;
}
/**
 * Done: the review is written, the recommendation given, or the code is left as it is.
 */
export interface FinishExercise {
  type: "finish_exercise";
  client_id: string;
  exercise: string;
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
/**
 * An exercise is on the table: sent when it opens, when its modification is asked for, and after each welcome.
 */
export interface ExerciseOpened {
  type: "exercise_opened";
  view: CodingView | CaseView;
  index: number;
  total: number;
  stage: ExerciseStage;
  revision: number;
  text: string;
  runner: RunnerInfo;
  runs: RunShown[];
  hints: string[];
  reveals: RevealView[];
  artifacts: Artifacts;
  remarks: Remark[];
  closed: boolean;
}
/**
 * A coding exercise without its answers: no bug, no fix, no hidden test, no hint that was not asked for.
 */
export interface CodingView {
  kind: "coding";
  key: string;
  name: string;
  activity: ExerciseActivity;
  language: CodeLanguage;
  difficulty: Difficulty;
  topics: string[];
  brief: string;
  context: string;
  filename: string;
  code: string;
  base_code: string | null;
  failing_test: string | null;
  visible_tests: string;
  expected_behavior: string;
  modification_requirement: string | null;
  hints: number;
}
/**
 * A case without its data room, checkpoints and answer.
 */
export interface CaseView {
  kind: "case";
  key: string;
  name: string;
  case_type: CaseType;
  difficulty: Difficulty;
  prompt_statement: string;
  context: string;
  outline_sections: string[];
  reveals: number;
  minutes: number;
}
/**
 * Where code of this language runs; `where` null: nowhere, so it is judged by what is said about it.
 */
export interface RunnerInfo {
  where: RunPlace1 | null;
  detail: string;
}
/**
 * A run of this exercise. `number` counts from 1.
 */
export interface RunShown {
  number: number;
  revision: number;
  submitted: boolean;
  result: RunResult;
}
export interface RevealView {
  id: string;
  title: string;
  exhibit: Exhibit;
}
/**
 * A table, drawn as a table or as a chart of the same cells. The first column labels the rows.
 */
export interface Exhibit {
  kind: "table" | "bar" | "line";
  /**
   * @minItems 2
   */
  columns: [string, string, ...string[]];
  /**
   * @minItems 1
   */
  rows: [(string | number | number | null)[], ...(string | number | number | null)[][]];
  unit: string;
  note: string;
}
export interface Artifacts {
  scratchpad: string;
  outline: {
    [k: string]: string;
  };
  summary: string;
}
export interface StageChanged {
  type: "exercise_stage";
  exercise: string;
  stage: ExerciseStage;
}
export interface PatchApplied {
  type: "patch_applied";
  client_id: string;
  exercise: string;
  revision: number;
  sha256: string;
}
/**
 * Nothing changed and nothing is lost: `revision` and `text` are what the server has.
 */
export interface PatchRefused {
  type: "patch_refused";
  client_id: string;
  exercise: string;
  code: "stale_base" | "hunk_failed" | "outside" | "malformed" | "too_large" | "not_open" | "not_stored";
  message: string;
  revision: number;
  text: string;
}
export interface RunQueued {
  type: "run_queued";
  client_id: string;
  exercise: string;
  position: number;
}
export interface RunFinished {
  type: "run_finished";
  client_id: string;
  exercise: string;
  run: RunShown;
}
export interface RunRefused {
  type: "run_refused";
  client_id: string;
  exercise: string;
  code: "unavailable" | "busy" | "unknown_revision" | "not_open" | "failed";
  message: string;
}
export interface HintGiven {
  type: "hint_given";
  exercise: string;
  number: number;
  total: number;
  text: string;
}
export interface RevealShown {
  type: "reveal";
  exercise: string;
  reveal: RevealView;
}
export interface ArtifactSaved {
  type: "artifact_saved";
  client_id: string;
  exercise: string;
}
/**
 * It can be read but not changed any more.
 */
export interface ExerciseClosed {
  type: "exercise_closed";
  exercise: string;
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
