import { useState } from "react";
import type { CodingView } from "../messages";
import { CodePane } from "./CodePane";
import { ResultsPane } from "./ResultsPane";
import { hiddenBy, type BenchProps } from "./space";
import { Splitter } from "./Splitter";
import { TaskPane } from "./TaskPane";
import { useSize } from "./useSize";
import classes from "./Workbench.module.css";

/** Task, code and tests: side by side where there is room, one at a time on a phone. */
export function CodingBench({ exercise, desk, space, tab, view }: BenchProps & { view: CodingView }) {
  const [task, setTask] = useSize("task", 290);
  const [results, setResults] = useSize("results", 250);
  const [taskOpen, setTaskOpen] = useState(true);
  const phone = space === "phone";
  return (
    <div className={classes.body} style={{ "--task": `${task}px`, "--results": `${results}px` }}>
      <div className={classes.taskPane} data-region tabIndex={-1} role="region" aria-label="Task" hidden={hiddenBy(tab, "brief")}>
        {space === "medium" ? (
          <button type="button" className={classes.fold} aria-expanded={taskOpen} onClick={() => setTaskOpen(!taskOpen)}>
            {taskOpen ? "Hide the task" : "Show the task"}
          </button>
        ) : null}
        {taskOpen || space !== "medium" ? <TaskPane exercise={exercise} view={view} /> : null}
      </div>
      {space === "wide" ? (
        <Splitter label="Width of the task" axis="x" from="start" value={task} min={220} max={520} onChange={setTask} />
      ) : null}
      <div className={classes.work} hidden={hiddenBy(tab, "code", "tests")}>
        <div className={classes.codeRegion} data-region tabIndex={-1} role="region" aria-label="Code" hidden={hiddenBy(tab, "code")}>
          <CodePane exercise={exercise} view={view} desk={desk} />
        </div>
        {phone ? null : (
          <Splitter label="Height of the tests" axis="y" from="end" value={results} min={110} max={560} onChange={setResults} />
        )}
        <div className={classes.resultsPane} data-region tabIndex={-1} role="region" aria-label="Tests" hidden={hiddenBy(tab, "tests", "code")} data-short={tab === "code" || undefined}>
          <ResultsPane exercise={exercise} desk={desk} />
        </div>
      </div>
    </div>
  );
}
