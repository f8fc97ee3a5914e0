// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CaseView, ClientMessage, CodingView, ExerciseOpened, RunResult, RunShown, ServerMessage } from "../messages";
import { ExerciseDesk } from "./desk";
import { outlinePart, REMARKS, SCRATCHPAD } from "./papers";
import { sha256 } from "./sha256";
import { currentOf } from "./state";

const coding: CodingView = {
  kind: "coding", key: "median", name: "Median", activity: "debug", language: "python", difficulty: "easy", topics: ["sorting"],
  brief: "Find the fault.", context: "", filename: "solution.py", code: "a\n", base_code: null, failing_test: "assert f() == 1",
  visible_tests: "assert True", expected_behavior: "The middle.", modification_requirement: null, hints: 3,
};
const caseView: CaseView = {
  kind: "case", key: "churn", name: "Churn", case_type: "pricing", difficulty: "easy", prompt_statement: "Why?", context: "",
  outline_sections: ["Framing", "Risks"], reveals: 3, minutes: 20,
};
const result: RunResult = {
  verdict: "failed", tests: [{ name: "t", verdict: "failed", message: "1 != 2" }], time_ms: 5, memory_mb: null, limit: null, message: "", output: "", where: "sandbox",
};
const run = (number: number, revision = 1): RunShown => ({ number, revision, submitted: false, result });

function opened(view: CodingView | CaseView, change: Partial<ExerciseOpened> = {}): ExerciseOpened {
  return {
    type: "exercise_opened", view, index: 0, total: 1, stage: view.kind === "case" ? "framing" : "debug", revision: 0,
    text: view.kind === "coding" ? view.code : "", runner: { where: "sandbox", detail: "" }, runs: [], hints: [], reveals: [],
    artifacts: { scratchpad: "", outline: {}, summary: "" }, remarks: [], closed: false, ...change,
  };
}

let desk: ExerciseDesk;
let sent: ClientMessage[];
let typed: number;
let ids: number;
let ranHere: ReturnType<typeof vi.fn<() => Promise<RunResult>>>;

function fresh(): ExerciseDesk {
  sent = [];
  return new ExerciseDesk("s1", {
    send: (message) => sent.push(message),
    typing: () => typed++,
    runHere: ranHere,
    storage: localStorage,
    newId: () => `id${++ids}`,
    now: () => Date.now(),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  ids = typed = 0;
  ranHere = vi.fn(() => Promise.resolve({ ...result, where: "browser" as const }));
  desk = fresh();
});

const shown = () => {
  const one = currentOf(desk.exercises.get());
  if (!one) throw new Error("no exercise");
  return one;
};
const hear = (...messages: ServerMessage[]) => messages.forEach((message) => desk.receive(message));
const last = <T extends ClientMessage["type"]>(type: T) =>
  sent.findLast((message): message is Extract<ClientMessage, { type: T }> => message.type === type);
const applied = (client_id: string, revision: number, text: string): ServerMessage => ({
  type: "patch_applied", client_id, exercise: "median", revision, sha256: sha256(text),
});

describe("a coding exercise", () => {
  it("runs the revision that holds what was typed, once it is saved", () => {
    hear(opened(coding));
    desk.edit("median", "b\n");
    desk.run("median", false);
    expect(last("run_tests")).toBeUndefined();
    expect(shown().asked?.phase).toBe("saving");
    hear(applied("id2", 1, "b\n"));
    expect(last("run_tests")).toMatchObject({ client_id: "id1", revision: 1, submit: false });
    hear({ type: "run_queued", client_id: "id1", exercise: "median", position: 2 });
    expect(shown().asked).toMatchObject({ phase: "queued", position: 2 });
    hear({ type: "run_finished", client_id: "id1", exercise: "median", run: run(1) });
    expect(shown()).toMatchObject({ asked: null, runs: [{ number: 1 }] });
    expect(typed).toBe(1);
  });

  it("asks again with the same id after a lost connection, until there is an answer", () => {
    hear(opened(coding));
    desk.run("median", true);
    desk.hint("median");
    desk.hint("median");
    const asked = [...sent];
    expect(asked.map(({ type }) => type)).toEqual(["run_tests", "ask_hint"]);
    desk.lostConnection();
    hear(opened(coding));
    expect(sent.slice(2)).toEqual(asked);
    hear({ type: "run_finished", client_id: "id1", exercise: "median", run: run(1, 0) });
    hear({ type: "hint_given", exercise: "median", number: 1, total: 3, text: "Look at the order." });
    desk.lostConnection();
    hear(opened(coding, { runs: [run(1, 0)], hints: ["Look at the order."] }));
    expect(sent).toHaveLength(4);
    expect(shown()).toMatchObject({ hintAsked: false, hints: ["Look at the order."], runs: [{ number: 1 }] });
  });

  it("says why a run was refused and lets another be asked for", () => {
    hear(opened(coding));
    desk.run("median", false);
    desk.run("median", false);
    expect(sent).toHaveLength(1);
    hear({ type: "run_refused", client_id: "id1", exercise: "median", code: "busy", message: "Many runs are waiting." });
    expect(shown()).toMatchObject({ asked: null, runProblem: "Many runs are waiting." });
    desk.run("median", false);
    expect(sent).toHaveLength(2);
    expect(shown().runProblem).toBeNull();
  });

  it("runs in this browser where the server can’t, and hands the result over", async () => {
    hear(opened(coding, { runner: { where: "browser", detail: "" } }));
    desk.run("median", true);
    await vi.runOnlyPendingTimersAsync();
    expect(ranHere).toHaveBeenCalledWith({ language: "python", solution: "a\n", tests: "assert f() == 1\n\nassert True" });
    expect(last("browser_run")).toMatchObject({ client_id: "id1", revision: 0, submit: true, result: { where: "browser" } });
  });

  it("marks the modification as new when it comes while the room is open", () => {
    hear(opened({ ...coding, modification_requirement: "From the start." }));
    expect(shown().modificationIsNew).toBe(false);
    hear(opened({ ...coding, key: "later" }, { index: 1 }));
    hear(opened({ ...coding, key: "later", modification_requirement: "Also even counts." }, { index: 1, stage: "modify" }));
    expect(shown()).toMatchObject({ key: "later", modificationIsNew: true, stage: "modify" });
  });

  it("sends what is typed before it is called done", () => {
    hear(opened(coding));
    desk.edit("median", "b\n");
    desk.finish("median");
    expect(last("finish_exercise")).toBeUndefined();
    hear(applied("id1", 1, "b\n"));
    expect(last("finish_exercise")).toBeDefined();
    expect(shown().finishing).toBe(true);
    vi.advanceTimersByTime(6_000);
    expect(shown().finishing).toBe(false); // the interviewer may have asked to go on first
    hear({ type: "exercise_closed", exercise: "median" });
    expect(shown()).toMatchObject({ closed: true, finishing: false });
    desk.edit("median", "c\n");
    expect(shown().file?.text).toBe("b\n");
  });
});

describe("a reload", () => {
  it("puts back what was typed after the last save", () => {
    hear(opened(coding));
    desk.edit("median", "half a th");
    desk.close();
    desk = fresh();
    hear(opened(coding));
    expect(shown()).toMatchObject({ restored: true, conflict: null, file: { text: "half a th" } });
    vi.advanceTimersByTime(1_000);
    expect(last("patch")?.diff).toContain("+half a th");
  });

  it("knows the patch again that was on its way", () => {
    hear(opened(coding));
    desk.edit("median", "sent\n");
    vi.advanceTimersByTime(1_000);
    desk.edit("median", "sent, and more\n");
    desk.close();
    desk = fresh();
    hear(opened(coding, { revision: 1, text: "sent\n" }));
    expect(shown()).toMatchObject({ restored: true, conflict: null, file: { text: "sent, and more\n" } });
  });

  it("asks where the server has something else, and keeps both versions", () => {
    hear(opened(coding));
    desk.edit("median", "mine\n");
    desk.close();
    desk = fresh();
    hear(opened(coding, { revision: 4, text: "from another computer\n" }));
    expect(shown()).toMatchObject({ conflict: { texts: { code: "mine\n" } }, file: { text: "from another computer\n" } });
    const editor = vi.fn();
    desk.file("median")?.watch(editor);
    desk.decide("median", true);
    expect(editor).toHaveBeenCalledWith("mine\n");
    expect(shown()).toMatchObject({ conflict: null, file: { text: "mine\n" } });
    expect(shown().versions.map(({ text }) => text)).toContain("from another computer\n");
  });

  it("holds earlier versions to go back to", () => {
    hear(opened(coding));
    desk.edit("median", "b\n");
    vi.advanceTimersByTime(1_000);
    hear(applied("id1", 1, "b\n"));
    desk.close();
    desk = fresh();
    hear(opened(coding, { revision: 1, text: "b\n" }));
    expect(shown().versions.map(({ text }) => text)).toEqual(["a\n", "b\n"]);
    desk.putBack("median", "a\n");
    expect(shown().file?.text).toBe("a\n");
  });
});

describe("written work", () => {
  it("is saved only when the server said so, newest text last", () => {
    hear(opened(caseView));
    desk.write("churn", SCRATCHPAD, "12 x 30");
    expect(shown().parts[SCRATCHPAD]).toEqual({ text: "12 x 30", saved: false });
    vi.advanceTimersByTime(1_000);
    expect(last("save_artifact")).toMatchObject({ part: "scratchpad", text: "12 x 30" });
    desk.write("churn", SCRATCHPAD, "12 x 30 = 360");
    vi.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(1);
    hear({ type: "artifact_saved", client_id: "id1", exercise: "churn" });
    expect(last("save_artifact")?.text).toBe("12 x 30 = 360");
    hear({ type: "artifact_saved", client_id: "id2", exercise: "churn" });
    expect(shown().parts[SCRATCHPAD]?.saved).toBe(true);
  });

  it("names the section of an outline, and survives a reload", () => {
    hear(opened(caseView));
    desk.write("churn", outlinePart("Risks"), "Churn may rise.");
    desk.close();
    desk = fresh();
    hear(opened(caseView));
    expect(shown().parts[outlinePart("Risks")]?.text).toBe("Churn may rise.");
    vi.advanceTimersByTime(1_000);
    expect(last("save_artifact")).toMatchObject({ part: "outline", section: "Risks", text: "Churn may rise." });
  });

  it("sends remarks whole", () => {
    hear(opened({ ...coding, activity: "review" }));
    desk.write("median", REMARKS, '[{"line":3,"text":"Why?"}]');
    vi.advanceTimersByTime(1_000);
    expect(last("save_remarks")?.remarks).toEqual([{ line: 3, text: "Why?" }]);
  });

  it("shows each exhibit once, the last one as new", () => {
    const reveal = (id: string): ServerMessage => ({
      type: "reveal", exercise: "churn",
      reveal: { id, title: id, exhibit: { kind: "table", columns: ["A", "B"], rows: [["x", 1]], unit: "", note: "" } },
    });
    hear(opened(caseView), reveal("one"), reveal("two"), reveal("one"));
    expect(shown().reveals.map(({ id }) => id)).toEqual(["two", "one"]);
    expect(shown().newReveal).toBe("one");
  });
});
