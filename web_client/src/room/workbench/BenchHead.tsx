import { Button } from "@mantine/core";
import { IconBulb, IconCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { ExerciseDesk } from "../exercises/desk";
import type { Exercise } from "../exercises/state";
import type { Space } from "./space";
import { hintLabel, kindOf, savedState, stageWord } from "./words";
import classes from "./Workbench.module.css";

interface Props {
  exercise: Exercise;
  desk: ExerciseDesk;
  space: Space;
}

/** What is on the table, whether it is saved, and the way out of it. */
export function BenchHead({ exercise, desk, space }: Props) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [asking]);
  const { key, view, closed, finishing, hintAsked, hints, stage } = exercise;
  const saved = savedState(exercise);
  const size = space === "phone" ? "compact-sm" : "sm";
  const hinted = view.kind === "coding" && view.hints > 0 && !closed;
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <h2>{view.name}</h2>
        <p>
          <span className={classes.stage}>{stageWord(stage)}</span>
          {space === "phone" ? null : kindOf(exercise)}
        </p>
      </div>
      <p className={classes.saved} data-alarm={saved.alarm || undefined} role="status" data-testid="saved-state">
        {saved.text}
      </p>
      <div className={classes.keys}>
        {hinted && !asking ? (
          <Button
            size={size}
            variant="default"
            leftSection={<IconBulb size={17} stroke={1.6} aria-hidden />}
            disabled={hints.length >= view.hints}
            loading={hintAsked}
            title="Hints lower the score a little"
            onClick={() => desk.hint(key)}
          >
            {hintLabel(exercise)}
          </Button>
        ) : null}
        {closed ? null : finishing ? (
          <span className={classes.ask} role="status">
            You said you’re done
          </span>
        ) : asking ? (
          <>
            <span className={classes.ask}>You stop working on it and talk it over.</span>
            <Button size={size} variant="default" onClick={() => setAsking(false)} ref={first}>
              Go on working
            </Button>
            <Button
              size={size}
              onClick={() => {
                setAsking(false);
                desk.finish(key);
              }}
            >
              I’m done
            </Button>
          </>
        ) : (
          <Button
            size={size}
            variant="default"
            leftSection={<IconCheck size={17} stroke={1.6} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {space === "phone" ? "Done" : "Done with this"}
          </Button>
        )}
      </div>
    </header>
  );
}
