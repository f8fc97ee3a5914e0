import { Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ExhibitView } from "../../components/exercises/ExhibitView";
import { outlinePart, SCRATCHPAD, SUMMARY } from "../exercises/papers";
import type { Exercise } from "../exercises/state";
import type { CaseView } from "../messages";
import { hiddenBy, type BenchProps } from "./space";
import { Splitter } from "./Splitter";
import { Tabs } from "./Tabs";
import { useSize } from "./useSize";
import { heldBack, wordCount } from "./words";
import own from "./CaseBench.module.css";
import classes from "./Workbench.module.css";

const MAX_CHARS = 20_000;

/** A case: what is asked and what was earned on one side, the candidate's own work on the other. */
export function CaseBench({ exercise, desk, space, tab, view }: BenchProps & { view: CaseView }) {
  const [notes, setNotes] = useSize("notes", 440);
  const write = (part: string, text: string) => desk.write(exercise.key, part, text);
  return (
    <div className={classes.body} data-case style={{ "--notes": `${notes}px` }}>
      <div className={own.casePane} hidden={hiddenBy(tab, "brief", "data")}>
        <div className={own.prompt} data-region tabIndex={-1} role="region" aria-label="Case" hidden={hiddenBy(tab, "brief")}>
          <p className={classes.brief}>{view.prompt_statement}</p>
          {view.context === "" ? null : <p className={own.context}>{view.context}</p>}
        </div>
        <div className={own.dataRoom} data-region tabIndex={-1} role="region" aria-label="Data room" hidden={hiddenBy(tab, "data")}>
          <DataRoom exercise={exercise} view={view} />
        </div>
      </div>
      {space === "phone" ? null : (
        <Splitter label="Width of your notes" axis="x" from="end" value={notes} min={280} max={760} onChange={setNotes} />
      )}
      <div className={own.notesPane} data-region tabIndex={-1} role="region" aria-label="Your notes" hidden={hiddenBy(tab, "notes")}>
        <Notes exercise={exercise} view={view} onWrite={write} />
      </div>
    </div>
  );
}

function DataRoom({ exercise: { reveals, newReveal }, view }: { exercise: Exercise; view: CaseView }) {
  const newest = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (newReveal !== null) newest.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [newReveal]);
  return (
    <>
      <h3 className={own.roomTitle}>Data room</h3>
      <p className={classes.small} data-testid="held-back">
        {heldBack(view.reveals, reveals.length)}
      </p>
      {reveals.map((reveal) => (
        <div key={reveal.id} ref={reveal.id === newReveal ? newest : undefined} className={own.exhibit} data-testid="exhibit">
          <ExhibitView reveal={reveal} isNew={reveal.id === newReveal} />
        </div>
      ))}
    </>
  );
}

type Sheet = "scratchpad" | "outline" | "summary";

interface NotesProps {
  exercise: Exercise;
  view: CaseView;
  onWrite: (part: string, text: string) => void;
}

function Notes({ exercise, view, onWrite }: NotesProps) {
  const [sheet, setSheet] = useState<Sheet>("scratchpad");
  const tabs = [
    { name: "scratchpad", label: "Scratchpad" },
    { name: "outline", label: "Outline" },
    { name: "summary", label: "Recommendation" },
  ] as const;
  const field = { exercise, onWrite };
  return (
    <>
      <Tabs label="Your notes" tabs={tabs} value={sheet} onChange={setSheet} />
      <div className={own.notes}>
        {sheet === "scratchpad" ? (
          <Field {...field} part={SCRATCHPAD} label="Scratchpad" hint="Numbers, structure, questions: for yourself. The interviewer sees it, too." tall />
        ) : null}
        {sheet === "outline"
          ? view.outline_sections.map((section) => <Field key={section} {...field} part={outlinePart(section)} label={section} />)
          : null}
        {sheet === "summary" ? (
          <Field {...field} part={SUMMARY} label="Your recommendation" hint="In a few sentences: what to do, why, what it is worth, and what could go wrong." tall />
        ) : null}
      </div>
    </>
  );
}

interface FieldProps {
  exercise: Exercise;
  part: string;
  label: string;
  hint?: string;
  tall?: boolean;
  onWrite: (part: string, text: string) => void;
}

function Field({ exercise: { parts, closed }, part, label, hint, tall = false, onWrite }: FieldProps) {
  const text = parts[part]?.text ?? "";
  const saved = parts[part]?.saved ?? true;
  return (
    <div className={own.field}>
      <Textarea
        label={label}
        description={hint}
        value={text}
        readOnly={closed}
        maxLength={MAX_CHARS}
        rows={tall ? 14 : 4}
        onChange={(event) => onWrite(part, event.currentTarget.value)}
      />
      <p className={own.count}>
        <span>{wordCount(text)}</span>
        <span>{text === "" ? "" : saved ? "Saved" : "Saving…"}</span>
      </p>
    </div>
  );
}
