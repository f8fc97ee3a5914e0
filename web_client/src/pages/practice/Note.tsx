import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { DrillAttempt } from "../../api/types";
import { dueWords } from "./days";
import styles from "./Practice.module.css";

interface Props {
  attempt: DrillAttempt;
  onAgain: () => void;
  onClose: () => void;
}

/** What the answer to a drill showed, and when the drill comes back. */
export function Note({ attempt, onAgain, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What was waited for is read next.
  useEffect(() => heading.current?.focus(), []);
  const { note, passed, text, typed } = attempt;
  const quote = note.quote ?? "";
  return (
    <section className={styles.note} data-passed={passed || undefined} aria-labelledby="drill-note">
      <h5 id="drill-note" ref={heading} tabIndex={-1}>
        {note.heading}
      </h5>
      {note.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {quote !== "" && !note.lines.some((line) => line.includes(quote)) && <p className={styles.quote}>“{quote}”</p>}
      {!typed && <p className={styles.meta}>We heard: “{text}”</p>}
      <p className={styles.meta}>This drill is {dueWords(attempt.due_at)}.</p>
      <div className={styles.doors}>
        <Button size="sm" variant={passed ? "default" : "filled"} onClick={onAgain}>
          Once more
        </Button>
        <Button size="sm" variant={passed ? "filled" : "default"} onClick={onClose}>
          Done
        </Button>
      </div>
    </section>
  );
}
