import { Button } from "@mantine/core";
import { useState } from "react";
import { CodeView } from "../../components/exercises/CodeView";
import { DiffView } from "../../components/exercises/DiffView";
import type { ExerciseDesk } from "../exercises/desk";
import type { Exercise } from "../exercises/state";
import classes from "./Workbench.module.css";

interface Props {
  exercise: Exercise;
  desk: ExerciseDesk;
}

/** What a reload found in this browser: put back by itself where that is safe, and asked about where it is not. */
export function Banners({ exercise, desk }: Props) {
  const { key, conflict, restored } = exercise;
  const [seen, setSeen] = useState(false);
  if (conflict) return <Conflicting key={key} exercise={exercise} desk={desk} />;
  if (!restored || seen) return null;
  return (
    <div className={classes.banner} role="status">
      <p>What you had typed before the page was reloaded is back.</p>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setSeen(true)}>
        All right
      </Button>
    </div>
  );
}

function Conflicting({ exercise: { key, view, conflict, file }, desk }: Props) {
  const [open, setOpen] = useState(false);
  if (!conflict) return null;
  return (
    <div className={classes.banner} role="status" data-open={open || undefined}>
      <p>This browser holds a version of your work that the server doesn’t have. Which one do you go on with?</p>
      <span className={classes.keys}>
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Hide it" : "Look at it"}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => desk.decide(key, true)}>
          Take this browser’s
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => desk.decide(key, false)}>
          Keep what is shown
        </Button>
      </span>
      {!open ? null : view.kind === "coding" && conflict.kind === "code" ? (
        <DiffView before={file?.text ?? ""} after={conflict.texts["code"] ?? ""} language={view.language} label="What this browser’s version changes" />
      ) : (
        Object.entries(conflict.texts).map(([part, text]) => <CodeView key={part} text={text} language="sql" label={part} />)
      )}
    </div>
  );
}
