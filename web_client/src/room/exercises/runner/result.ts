// What a run in this browser gave, in the shape of the server's own runs.
import type { RunResult, TestResult } from "../../messages";

export const LIMIT_MS = 10_000;
const OUTPUT_CHARS = 8_000;
const MESSAGE_CHARS = 600;
const MOST_TESTS = 200;

/** As the frame tells it; `lines` are the harness's own, JSON each. */
export interface Ran {
  how: "done" | "time" | "output" | "loading" | "failed";
  detail: string;
  lines: string[];
  output: string;
  timeMs: number;
}

interface Told {
  names?: unknown;
  test?: unknown;
  verdict?: unknown;
  message?: unknown;
  error?: unknown;
  done?: unknown;
}

const VERDICTS = ["passed", "failed", "error"] as const;
const STOPPED = {
  time: "Stopped: it was still running after 10 seconds. Look for a loop that never ends, or for work that grows too fast with the input.",
  output: "Stopped: it printed more than 64 KB. Take out prints inside loops, and run again.",
} as const;

export function resultOf({ how, detail, lines, output, timeMs }: Ran): RunResult {
  const told = lines.map(parsed);
  const error = told.map((line) => line.error).find((one) => typeof one === "string") ?? "";
  const done = how === "done" && told.some((line) => line.done === true);
  const tests = withMissing(told.flatMap(testOf), done ? [] : told.flatMap(namesOf));
  const base = {
    tests: tests.slice(0, MOST_TESTS),
    time_ms: Math.round(timeMs),
    memory_mb: null,
    limit: null,
    output: cut(output, OUTPUT_CHARS),
    where: "browser" as const,
  };
  if (how === "time" || how === "output") return { ...base, verdict: "limit", limit: how, message: STOPPED[how] };
  if (how === "loading" || how === "failed") return { ...base, verdict: "error", message: cut(notRun(how, detail), MESSAGE_CHARS) };
  const ran = tests.some((test) => test.verdict !== "not_run");
  if (error !== "" && !ran) return { ...base, verdict: "error", message: cut(error, MESSAGE_CHARS) };
  if (!done) return { ...base, verdict: "error", message: "The program ended before its tests were over." };
  if (tests.length === 0) return { ...base, verdict: "error", message: "No test was found." };
  const passed = error === "" && tests.every((test) => test.verdict === "passed");
  return { ...base, verdict: passed ? "passed" : "failed", message: cut(error, MESSAGE_CHARS) };
}

function notRun(how: "loading" | "failed", detail: string): string {
  const why = how === "loading" ? "Python took too long to load." : detail;
  return `Your browser could not run it. ${why} Say aloud what you expect it to do.`;
}

function parsed(line: string): Told {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function testOf({ test, verdict, message }: Told): TestResult[] {
  const known = VERDICTS.find((one) => one === verdict);
  if (typeof test !== "string" || !known) return [];
  return [{ name: cut(test, 200), verdict: known, message: cut(typeof message === "string" ? message : "", MESSAGE_CHARS) }];
}

const namesOf = ({ names }: Told): string[] => (Array.isArray(names) ? names.filter((one) => typeof one === "string") : []);

const family = (name: string): string => name.split("[")[0] ?? name;

function withMissing(tests: TestResult[], planned: string[]): TestResult[] {
  const known = new Set(tests.map(({ name }) => family(name)));
  const missing = planned.filter((name) => !known.has(family(cut(name, 200))));
  return [...tests, ...missing.map((name) => ({ name: cut(name, 200), verdict: "not_run" as const, message: "" }))];
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
