/** Notes are kept as they are typed; what is not kept yet is said, and goes along when the page is left. */
import { Textarea } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useChangeJob, type Job } from "../../api/jobs";
import { explain } from "../../lib/explain";
import styles from "./Job.module.css";

const WAIT_MS = 800;

export function Notes({ job }: { job: Job }) {
  const [text, setText] = useState(job.notes);
  const kept = useRef(text);
  const change = useChangeJob();
  const keep = (): void => {
    if (text === kept.current) return;
    kept.current = text;
    change.mutate({ id: job.id, change: { notes: text } });
  };
  const keepLater = useEffectEvent(keep);
  useEffect(() => {
    const timer = setTimeout(() => keepLater(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => keepLater(), []);

  return (
    <section className={styles.section} aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <Textarea
        aria-labelledby="notes"
        autosize
        minRows={5}
        maxLength={20_000}
        placeholder="Who you spoke to, what they asked, what to look up"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
      />
      <p className={styles.meta} role="status">
        {change.isError ? (
          <>
            {explain(change.error).text}{" "}
            <button
              type="button"
              className={styles.again}
              onClick={() => change.mutate({ id: job.id, change: { notes: text } })}
            >
              Keep them now
            </button>
          </>
        ) : change.isPending ? (
          "Keeping…"
        ) : change.isSuccess ? (
          "Kept."
        ) : (
          "Kept as you type."
        )}
      </p>
    </section>
  );
}
