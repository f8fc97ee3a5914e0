// What the workbench shows of each exercise, as a pure fold over the server's messages and what happens here.
import type {
  CaseView,
  CodingView,
  ExerciseOpened,
  ExerciseStage,
  Remark,
  RevealView,
  RunnerInfo,
  RunShown,
  ServerMessage,
} from "../messages";
import type { PartView } from "./saving";
import type { Version } from "./shelf";
import type { SyncView } from "./sync";

/** A run that was asked for and is not back yet. */
export interface RunAsked {
  clientId: string;
  submit: boolean;
  phase: "saving" | "sent" | "queued" | "running" | "in_browser";
  /** Runs before it in the queue. */
  position: number;
}

/** What this browser kept and the server does not have: the candidate chooses. */
export interface Conflict {
  kind: "code" | "parts";
  texts: Record<string, string>;
}

export interface Exercise {
  key: string;
  view: CodingView | CaseView;
  index: number;
  total: number;
  stage: ExerciseStage;
  runner: RunnerInfo;
  runs: RunShown[];
  hints: string[];
  reveals: RevealView[];
  /** Of a review, as the server had them when it opened. */
  remarks: Remark[];
  closed: boolean;
  /** The modification was asked for while the page was open: it is shown as new. */
  modificationIsNew: boolean;
  /** The exhibit that came last while the page was open. */
  newReveal: string | null;
  asked: RunAsked | null;
  runProblem: string | null;
  hintAsked: boolean;
  finishing: boolean;
  file: SyncView | null;
  parts: Record<string, PartView>;
  versions: Version[];
  conflict: Conflict | null;
  /** What was typed before a reload was put back. */
  restored: boolean;
}

export type Local = Partial<
  Pick<
    Exercise,
    | "file"
    | "parts"
    | "versions"
    | "conflict"
    | "restored"
    | "asked"
    | "runProblem"
    | "hintAsked"
    | "finishing"
    | "newReveal"
    | "modificationIsNew"
  >
>;

export type ExercisesEvent =
  | { kind: "server"; message: ServerMessage }
  | { kind: "local"; exercise: string; change: Local };

export type Exercises = readonly Exercise[];

export function reduceExercises(exercises: Exercises, event: ExercisesEvent): Exercises {
  if (event.kind === "local") return change(exercises, event.exercise, event.change);
  const { message } = event;
  switch (message.type) {
    case "exercise_opened":
      return opened(exercises, message);
    case "exercise_stage":
      return change(exercises, message.exercise, { stage: message.stage });
    case "run_queued":
      return changeAsked(exercises, message.exercise, message.client_id, (asked) => ({
        asked: { ...asked, phase: message.position > 0 ? "queued" : "running", position: message.position },
      }));
    case "run_finished":
      return finished(exercises, message.exercise, message.client_id, message.run);
    case "run_refused":
      return changeAsked(exercises, message.exercise, message.client_id, () => ({
        asked: null,
        runProblem: message.message,
      }));
    case "hint_given":
      return update(exercises, message.exercise, ({ hints }) => ({
        hints: Object.assign([...hints], { [message.number - 1]: message.text }),
        hintAsked: false,
      }));
    case "reveal":
      return update(exercises, message.exercise, ({ reveals }) => ({
        reveals: [...reveals.filter(({ id }) => id !== message.reveal.id), message.reveal],
        newReveal: message.reveal.id,
      }));
    case "exercise_closed":
      return change(exercises, message.exercise, { closed: true, finishing: false, hintAsked: false });
    default:
      return exercises;
  }
}

/** The exercise on the table: the open one, or else the one that was open last. */
export function currentOf(exercises: Exercises): Exercise | null {
  return exercises.findLast(({ closed }) => !closed) ?? exercises.at(-1) ?? null;
}

const nothingLocal = {
  modificationIsNew: false,
  newReveal: null,
  asked: null,
  runProblem: null,
  hintAsked: false,
  finishing: false,
  file: null,
  parts: {},
  versions: [],
  conflict: null,
  restored: false,
};

function opened(exercises: Exercises, message: ExerciseOpened): Exercises {
  const { view, index, total, stage, runner, remarks, closed } = message;
  const known = exercises.find(({ key }) => key === view.key);
  const told = {
    ...{ key: view.key, view, index, total, stage, runner, closed },
    runs: [...message.runs],
    hints: [...message.hints],
    reveals: [...message.reveals],
    remarks: [...remarks],
  };
  if (!known) return [...exercises, { ...nothingLocal, ...told }].sort((a, b) => a.index - b.index);
  const came = modificationOf(view) !== null && modificationOf(known.view) === null;
  const runs = [...told.runs, ...known.runs.filter(({ number }) => !told.runs.some((run) => run.number === number))];
  return update(exercises, view.key, () => ({ ...told, runs, modificationIsNew: known.modificationIsNew || came }));
}

const modificationOf = (view: Exercise["view"]): string | null =>
  view.kind === "coding" ? view.modification_requirement : null;

function finished(exercises: Exercises, key: string, clientId: string, run: RunShown): Exercises {
  return update(exercises, key, ({ runs, asked }) => ({
    runs: [...runs.filter(({ number }) => number !== run.number), run].sort((a, b) => a.number - b.number),
    ...(asked?.clientId === clientId ? { asked: null, runProblem: null } : {}),
  }));
}

function changeAsked(
  exercises: Exercises,
  key: string,
  clientId: string,
  next: (asked: RunAsked) => Local,
): Exercises {
  return update(exercises, key, ({ asked }) => (asked?.clientId === clientId ? next(asked) : {}));
}

const change = (exercises: Exercises, key: string, fields: Partial<Exercise>): Exercises =>
  update(exercises, key, () => fields);

function update(exercises: Exercises, key: string, fields: (exercise: Exercise) => Partial<Exercise>): Exercises {
  return exercises.map((one) => (one.key === key ? { ...one, ...fields(one) } : one));
}
