import { useState } from "react";
import { DiffView } from "../../components/exercises/DiffView";
import { readRemarks, REMARKS, writeRemarks } from "../exercises/papers";
import type { CodingView } from "../messages";
import { addRemark, changeRemark, dropRemark, MAX_REMARKS } from "./remarks";
import { RemarkKey, RemarkRow, type Writing } from "./RemarkRow";
import { hiddenBy, type BenchProps } from "./space";
import { Splitter } from "./Splitter";
import { TaskPane } from "./TaskPane";
import { useSize } from "./useSize";
import classes from "./Workbench.module.css";

/** A pull request to review: its changes, with remarks on lines. */
export function ReviewBench({ exercise, desk, space, tab, view }: BenchProps & { view: CodingView }) {
  const [task, setTask] = useSize("task", 290);
  const [writing, setWriting] = useState<Writing | null>(null);
  const { key, closed, parts } = exercise;
  const remarks = readRemarks(parts[REMARKS]?.text ?? "");
  const save = (next: typeof remarks) => desk.write(key, REMARKS, writeRemarks(next));
  const type = (text: string) => {
    if (!writing) return;
    const known = writing.index !== null;
    const next = known ? changeRemark(remarks, writing.index ?? 0, text) : addRemark(remarks, writing.line, text);
    const gone = known && next.length < remarks.length;
    const fresh = !known && next.length > remarks.length;
    if (gone) setWriting({ ...writing, index: null });
    if (fresh) setWriting({ ...writing, index: next.findLastIndex(({ line }) => line === writing.line) });
    save(next);
  };
  const finish = (keep: boolean) => {
    if (!keep) type(writing?.before ?? "");
    setWriting(null);
    document.getElementById(`remark-key-${writing?.line ?? 0}`)?.focus();
  };
  const on = (line: number) => remarks.map((remark, index) => ({ ...remark, index })).filter((remark) => remark.line === line);
  return (
    <div className={classes.body} style={{ "--task": `${task}px` }}>
      <div className={classes.taskPane} data-region tabIndex={-1} role="region" aria-label="Task" hidden={hiddenBy(tab, "brief")}>
        <TaskPane exercise={exercise} view={view} />
        <p className={classes.small}>
          {remarks.length === 0
            ? "Choose a line’s number to write a remark on it."
            : `${remarks.length === 1 ? "1 remark" : `${remarks.length} remarks`} so far. Choose a line’s number to add one.`}
        </p>
      </div>
      {space === "wide" ? (
        <Splitter label="Width of the task" axis="x" from="start" value={task} min={220} max={520} onChange={setTask} />
      ) : null}
      <div className={classes.reviewPane} data-region tabIndex={-1} role="region" aria-label="Changes" hidden={hiddenBy(tab, "code")}>
        <DiffView
          before={view.base_code ?? ""}
          after={view.code}
          language={view.language}
          label={`Changes in ${view.filename}`}
          whole
          lineKey={(line) => (
            <RemarkKey
              line={line}
              marked={on(line).length > 0}
              disabled={closed}
              onClick={() => setWriting({ line, index: null, before: "" })}
            />
          )}
          below={(line) =>
            on(line).length === 0 && writing?.line !== line ? null : (
              <RemarkRow
                line={line}
                remarks={on(line)}
                writing={writing?.line === line && !closed ? writing : null}
                closed={closed}
                full={remarks.length >= MAX_REMARKS}
                onEdit={(index, text) => setWriting({ line, index, before: text })}
                onType={type}
                onFinish={finish}
                onDrop={(index) => {
                  setWriting(null);
                  save(dropRemark(remarks, index));
                }}
              />
            )
          }
        />
      </div>
    </div>
  );
}
