import { IconAlertTriangle, IconCheck, IconMinus, IconX, type TablerIcon } from "@tabler/icons-react";
import type { RunResult, TestResult } from "../../api/room.gen";
import classes from "./TestList.module.css";

const SIGNS: Record<TestResult["verdict"], TablerIcon> = {
  passed: IconCheck,
  failed: IconX,
  error: IconAlertTriangle,
  not_run: IconMinus,
};
const WORDS: Record<TestResult["verdict"], string> = {
  passed: "passed",
  failed: "failed",
  error: "raised an error",
  not_run: "not run",
};
const LIMITS: Record<NonNullable<RunResult["limit"]>, string> = {
  time: "Stopped: it took too long",
  memory: "Stopped: it needed too much memory",
  processes: "Stopped: it started too many processes",
  output: "Stopped: it printed too much",
  disk: "Stopped: it wrote too much to disk",
};

/** In one line: "2 of 5 tests passed". */
export function runHeadline({ verdict, tests, limit }: RunResult): string {
  const passed = tests.filter((test) => test.verdict === "passed").length;
  switch (verdict) {
    case "passed":
      return tests.length === 1 ? "The test passed" : `All ${tests.length} tests passed`;
    case "failed":
      return `${passed} of ${tests.length} ${tests.length === 1 ? "test" : "tests"} passed`;
    case "error":
      return "Nothing could be tested";
    case "limit":
      return limit ? LIMITS[limit] : "Stopped at a limit";
  }
}

/** What a run gave: each test with its message, what was printed, and where it ran. */
export function TestList({ result }: { result: RunResult }) {
  const { verdict, tests, time_ms, memory_mb, message, output, where } = result;
  return (
    <div>
      <div className={classes.head}>
        <span className={classes.verdict} data-verdict={verdict}>
          {runHeadline(result)}
        </span>
        <span className={classes.figures}>
          {duration(time_ms)}
          {memory_mb === null ? "" : ` · ${Math.round(memory_mb)} MB`}
        </span>
        {where === "browser" ? <span className={classes.badge}>Ran in your browser, not verified</span> : null}
      </div>
      {message === "" ? null : <p className={classes.message}>{message}</p>}
      {tests.length === 0 ? null : (
        <ul className={classes.tests} aria-label="Tests">
          {tests.map((test, index) => (
            <Test key={index} test={test} />
          ))}
        </ul>
      )}
      {output === "" ? null : (
        <>
          <p className={classes.outputTitle}>What the code printed</p>
          {/* It scrolls: it takes the focus so that keys can scroll it. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={classes.output} tabIndex={0} aria-label="Output">
            {output}
          </pre>
        </>
      )}
    </div>
  );
}

function Test({ test: { name, verdict, message } }: { test: TestResult }) {
  const Sign = SIGNS[verdict];
  return (
    <li data-verdict={verdict}>
      <Sign size={16} stroke={2} aria-hidden />
      <div>
        <span className={classes.name}>{name}</span>
        <span className={classes.word}>{WORDS[verdict]}</span>
        {message === "" ? null : <pre className={classes.detail}>{message}</pre>}
      </div>
    </li>
  );
}

const duration = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
