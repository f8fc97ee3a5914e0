import { describe, expect, it } from "vitest";
import { resultOf, type Ran } from "./result";

const ran = (lines: object[], change: Partial<Ran> = {}): Ran => ({
  how: "done", detail: "", lines: lines.map((line) => JSON.stringify(line)), output: "", timeMs: 12.4, ...change,
});
const passed = { test: "test_a", verdict: "passed", message: "" };
const failed = { test: "test_b", verdict: "failed", message: "3 != 2" };
const names = { names: ["test_a", "test_b", "test_c"] };

describe("a run in the browser", () => {
  it.each([
    ["passed", [names, passed, { done: true }], ["passed"]],
    ["failed", [names, passed, failed, { done: true }], ["passed", "failed"]],
    ["error", [{ error: "SyntaxError: bad", done: true }], []],
    ["error", [{ names: [] }, { done: true }], []],
    ["failed", [passed, { error: "The tests could not be loaded." }, { done: true }], ["passed"]],
    ["error", [names, passed], ["passed", "not_run", "not_run"]],
  ])("is %s", (verdict, lines, tests) => {
    const result = resultOf(ran(lines));
    expect(result).toMatchObject({ verdict, where: "browser", time_ms: 12 });
    expect(result.tests.map((test) => test.verdict)).toEqual(tests);
  });

  it.each(["time", "output"] as const)("tells what ran before it was stopped at a limit of %s", (how) => {
    const result = resultOf(ran([names, passed], { how, output: "x".repeat(9_000) }));
    expect(result).toMatchObject({ verdict: "limit", limit: how });
    expect(result.tests.map((test) => test.verdict)).toEqual(["passed", "not_run", "not_run"]);
    expect(result.output).toHaveLength(8_000);
  });

  it("never says passed where the runner broke or spoke nonsense", () => {
    expect(resultOf(ran([passed, { done: true }], { how: "failed", detail: "No." }))).toMatchObject({ verdict: "error", message: expect.stringContaining("No.") as string });
    expect(resultOf({ ...ran([]), lines: ["{", "null", '{"test":1,"verdict":"passed"}', '{"done":true}'] }).verdict).toBe("error");
  });
});
