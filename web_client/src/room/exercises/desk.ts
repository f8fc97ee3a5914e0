// The exercises of one interview in the browser: carries what the candidate does to the server, and its answers back.
import type { ClientMessage, ExerciseOpened, RunResult, ServerMessage } from "../messages";
import { Store } from "../store";
import { CodeFile } from "./codeFile";
import { Papers } from "./papers";
import { Shelf } from "./shelf";
import { reduceExercises, type Exercises, type Local } from "./state";

export interface RunRequest {
  language: string;
  solution: string;
  tests: string;
}

export interface DeskPorts {
  send(message: ClientMessage): void;
  /** Tells the interviewer that the candidate is at work. */
  typing(): void;
  /** Runs code in this browser, where the server can't. Never rejects. */
  runHere(request: RunRequest): Promise<RunResult>;
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  newId(): string;
  now(): number;
}

const FINISHING_MS = 5_000;

type Ask = Extract<ClientMessage, { type: "run_tests" | "browser_run" | "ask_hint" | "finish_exercise" }>;

export class ExerciseDesk {
  readonly exercises = new Store<Exercises>([]);
  private readonly files = new Map<string, CodeFile>();
  private readonly papers = new Map<string, Papers>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  /** Asked for and not answered: sent again after a reconnect, with the same id. */
  private asks: Ask[] = [];

  constructor(
    private readonly sessionId: string,
    private readonly ports: DeskPorts,
  ) {}

  receive(message: ServerMessage): void {
    this.exercises.set(reduceExercises(this.exercises.get(), { kind: "server", message }));
    switch (message.type) {
      case "exercise_opened":
        this.open(message);
        return;
      case "patch_applied":
        this.files.get(message.exercise)?.applied(message);
        return;
      case "patch_refused":
        this.files.get(message.exercise)?.refused(message);
        return;
      case "artifact_saved":
        this.papers.get(message.exercise)?.saved(message.client_id);
        return;
      case "run_finished":
      case "run_refused":
        this.asks = this.asks.filter(({ client_id }) => client_id !== message.client_id);
        return;
      case "hint_given":
        this.asks = this.asks.filter(({ type, exercise }) => type !== "ask_hint" || exercise !== message.exercise);
        return;
      case "exercise_closed":
        this.closed(message.exercise);
        return;
      default:
        return;
    }
  }

  lostConnection(): void {
    for (const file of this.files.values()) file.lostConnection();
    for (const papers of this.papers.values()) papers.lostConnection();
  }

  file(exercise: string): CodeFile | null {
    return this.files.get(exercise) ?? null;
  }

  edit(exercise: string, text: string): void {
    this.files.get(exercise)?.edit(text);
    this.ports.typing();
  }

  putBack(exercise: string, text: string): void {
    this.files.get(exercise)?.replace(text);
  }

  write(exercise: string, part: string, text: string): void {
    this.papers.get(exercise)?.edit(part, text);
    this.ports.typing();
  }

  decide(exercise: string, useMine: boolean): void {
    const conflict = this.find(exercise)?.conflict;
    if (conflict?.kind === "code") this.files.get(exercise)?.decide(useMine);
    if (conflict?.kind === "parts") this.papers.get(exercise)?.decide(useMine);
  }

  /** Saves what is typed and runs it; one run at a time, a newer one takes the place of one that waits for saving. */
  run(exercise: string, submit: boolean): void {
    const one = this.find(exercise);
    if (!one || one.closed || one.view.kind !== "coding" || (one.asked && one.asked.phase !== "saving")) return;
    const clientId = this.ports.newId();
    this.local(exercise, { asked: { clientId, submit, phase: "saving", position: 0 }, runProblem: null });
    const file = this.files.get(exercise);
    const solution = file?.text ?? "";
    file?.save((revision) => {
      if (this.find(exercise)?.asked?.clientId !== clientId) return;
      if (one.runner.where === "browser") void this.runHere(exercise, clientId, revision, submit, solution);
      else this.ask(exercise, { type: "run_tests", client_id: clientId, exercise, revision, submit }, "sent");
    });
  }

  hint(exercise: string): void {
    const one = this.find(exercise);
    if (!one || one.hintAsked || one.closed) return;
    this.local(exercise, { hintAsked: true });
    this.ask(exercise, { type: "ask_hint", client_id: this.ports.newId(), exercise });
  }

  /** Everything that is typed is sent before the exercise is called done. */
  finish(exercise: string): void {
    const one = this.find(exercise);
    if (!one || one.closed || one.finishing) return;
    this.local(exercise, { finishing: true });
    const done = () => {
      this.ask(exercise, { type: "finish_exercise", client_id: this.ports.newId(), exercise });
      // The interviewer may ask to go on first ("You haven't submitted it yet"): then it can be said again.
      this.later(() => this.local(exercise, { finishing: false }))(FINISHING_MS);
    };
    this.papers.get(exercise)?.flush();
    const file = this.files.get(exercise);
    if (file) file.save(done);
    else done();
  }

  /** The candidate has seen what was new. */
  seen(exercise: string): void {
    this.local(exercise, { newReveal: null, modificationIsNew: false });
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private open(message: ExerciseOpened): void {
    const { key } = message.view;
    if (message.view.kind === "coding") this.fileOf(key, message.view.filename).open(message);
    this.papersOf(key).open(message);
    for (const ask of this.asks) if (ask.exercise === key && !message.closed) this.ports.send(ask);
    if (message.closed) this.closed(key);
  }

  private closed(exercise: string): void {
    this.asks = this.asks.filter((ask) => ask.exercise !== exercise);
    this.papers.get(exercise)?.close();
    this.files.get(exercise)?.closeHere();
    const asked = this.find(exercise)?.asked;
    if (asked?.phase === "saving") this.local(exercise, { asked: null });
  }

  private async runHere(exercise: string, client_id: string, revision: number, submit: boolean, solution: string) {
    const one = this.find(exercise);
    if (one?.view.kind !== "coding") return;
    const { language, failing_test, visible_tests } = one.view;
    this.local(exercise, { asked: { clientId: client_id, submit, phase: "in_browser", position: 0 } });
    const tests = [failing_test ?? "", visible_tests].filter((text) => text !== "").join("\n\n");
    const result = await this.ports.runHere({ language, solution, tests });
    this.ask(exercise, { type: "browser_run", client_id, exercise, revision, submit, result });
  }

  private ask(exercise: string, message: Ask, phase?: "sent"): void {
    const asked = this.find(exercise)?.asked;
    if (asked && phase) this.local(exercise, { asked: { ...asked, phase } });
    this.asks.push(message);
    this.ports.send(message);
  }

  private fileOf(exercise: string, filename: string): CodeFile {
    const known = this.files.get(exercise);
    if (known) return known;
    const ports = this.portsOf(exercise, () => file.wake());
    const file: CodeFile = new CodeFile(exercise, filename, this.shelf(exercise), ports);
    this.files.set(exercise, file);
    return file;
  }

  private papersOf(exercise: string): Papers {
    const known = this.papers.get(exercise);
    if (known) return known;
    const ports = this.portsOf(exercise, () => papers.wake());
    const papers: Papers = new Papers(exercise, this.shelf(exercise), ports);
    this.papers.set(exercise, papers);
    return papers;
  }

  private portsOf(exercise: string, wake: () => void) {
    return {
      send: (message: ClientMessage) => this.ports.send(message),
      newId: () => this.ports.newId(),
      now: () => this.ports.now(),
      schedule: this.later(wake),
      changed: (change: Local) => this.local(exercise, change),
    };
  }

  private shelf(exercise: string): Shelf {
    return new Shelf(this.ports.storage, `room-work-${this.sessionId}-${exercise}`);
  }

  private later(wake: () => void) {
    return (ms: number): void => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        wake();
      }, ms);
      this.timers.add(timer);
    };
  }

  private local(exercise: string, change: Local): void {
    this.exercises.set(reduceExercises(this.exercises.get(), { kind: "local", exercise, change }));
  }

  private find(key: string) {
    return this.exercises.get().find((one) => one.key === key) ?? null;
  }
}
