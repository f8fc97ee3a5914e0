import { Button } from "@mantine/core";
import { IconPlayerPlay, IconSend } from "@tabler/icons-react";
import { TestList } from "../../components/exercises/TestList";
import type { ExerciseDesk } from "../exercises/desk";
import type { Exercise } from "../exercises/state";
import { SEND_KEYS } from "../stage/ShortcutHelp";
import { runState } from "./words";
import own from "./ResultsPane.module.css";
import classes from "./Workbench.module.css";

interface Props {
  exercise: Exercise;
  desk: ExerciseDesk;
}

/** Run and submit, and what the last run gave. */
export function ResultsPane({ exercise, desk }: Props) {
  const { key, runner, runs, asked, runProblem, closed, file } = exercise;
  const last = runs.at(-1);
  const waits = asked !== null && asked.phase !== "saving";
  if (runner.where === null)
    return (
      <div className={own.noRunner}>
        <h3>Code can’t be run here</h3>
        <p>{runner.detail}</p>
        <p>Change the code all the same, and say aloud why it fails, what you change and what that costs: that is what counts then.</p>
      </div>
    );
  return (
    <>
      <div className={classes.runBar}>
        <Button
          id="bench-run"
          size="sm"
          variant="light"
          leftSection={<IconPlayerPlay size={17} stroke={1.8} aria-hidden />}
          disabled={waits || closed}
          onClick={() => desk.run(key, false)}
          title={`${SEND_KEYS} in the editor`}
        >
          Run tests
        </Button>
        <Button
          size="sm"
          leftSection={<IconSend size={17} stroke={1.8} aria-hidden />}
          disabled={waits || closed}
          onClick={() => desk.run(key, true)}
        >
          Submit
        </Button>
        <p className={classes.small} role="status" data-testid="run-state" data-idle={asked === null || undefined}>
          {asked ? runState(asked) : submitMeaning(exercise)}
        </p>
      </div>
      {runProblem === null ? null : <p className={own.problem}>{runProblem}</p>}
      {last ? (
        <div className={classes.result} data-old={file?.revision !== last.revision || undefined}>
          <p className={classes.small}>
            {last.submitted ? "Submission" : "Run"} {last.number}, of version {last.revision}
            {file && file.revision !== last.revision ? "; the code has changed since" : ""}
          </p>
          <TestList result={last.result} />
        </div>
      ) : (
        <p className={classes.empty}>Nothing has been run yet.</p>
      )}
      {runs.length > 1 ? <Earlier runs={runs.slice(0, -1)} /> : null}
    </>
  );
}

function submitMeaning({ runner, closed }: Exercise): string {
  if (closed) return "";
  if (runner.where === "browser") return "Tests run in this browser; the result is marked as not verified.";
  return "Submit runs tests that you don’t see, too. You can go on changing the code and submit again.";
}

function Earlier({ runs }: { runs: Exercise["runs"] }) {
  return (
    <details className={own.earlier}>
      <summary>Earlier runs ({runs.length})</summary>
      <ul>
        {[...runs].reverse().map((run) => (
          <li key={run.number}>
            <p className={classes.small}>
              {run.submitted ? "Submission" : "Run"} {run.number}, of version {run.revision}
            </p>
            <TestList result={run.result} />
          </li>
        ))}
      </ul>
    </details>
  );
}
