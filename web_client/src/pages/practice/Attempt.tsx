/** One try at a drill, in place: its prompt, the answer, and the note on it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { drillsQuery, useDrillAttempt } from "../../api/practice";
import { statusQuery } from "../../api/queries";
import type { Drill, DrillAttempt } from "../../api/types";
import { AnswerBox } from "../../components/speech/AnswerBox";
import { EarlierTries } from "./EarlierTries";
import { Note } from "./Note";
import styles from "./Practice.module.css";

export function Attempt({ drill, onClose }: { drill: Drill; onClose: () => void }) {
  const system = useQuery(statusQuery);
  const attempt = useDrillAttempt(drill.key);
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    box.current?.querySelector<HTMLElement>("h4")?.focus({ preventScroll: true });
  }, []);
  const [made, setMade] = useState<DrillAttempt | null>(null);
  const again = (): void => {
    setMade(null);
    // The next try has another prompt.
    void client.invalidateQueries({ queryKey: drillsQuery.queryKey });
  };
  const transcription = system.data?.transcription;
  return (
    <div className={styles.attempt} ref={box}>
      <h4 tabIndex={-1} className={styles.prompt}>
        {drill.prompt}
      </h4>
      {drill.why !== "" && <p className={styles.meta}>{drill.why}</p>}
      {made === null ? (
        <AnswerBox
          label="Your answer"
          send="See the note"
          pending={attempt.isPending}
          error={attempt.error}
          deaf={transcription?.on === false ? transcription.detail : null}
          onSend={(answer) => attempt.mutate(answer, { onSuccess: setMade })}
        />
      ) : (
        <Note attempt={made} onAgain={again} onClose={onClose} />
      )}
      {drill.box !== null && made === null && <EarlierTries drill={drill} />}
    </div>
  );
}
