/** What was listened for, each with the words or the written line that show it. */
import type { ExerciseResult } from "../../../api/types";
import { Coded } from "../../../components/Coded";
import { Quote } from "../Quote";
import styles from "./ExerciseResults.module.css";
import { reachedWords } from "./facts";

export function Checkpoints({
  checkpoints,
  kind,
}: {
  checkpoints: ExerciseResult["checkpoints"];
  kind: ExerciseResult["kind"];
}) {
  if (checkpoints.length === 0) return null;
  return (
    <>
      <h4>
        {kind === "coding" ? "What a reviewer listens for" : "Checkpoints"}
      </h4>
      <ul className={styles.checkpoints}>
        {checkpoints.map((checkpoint) => (
          <li
            key={checkpoint.id}
            data-reached={checkpoint.reached ?? "null"}
            data-keep-together
          >
            <p>
              <b>{reachedWords(checkpoint.reached)}.</b>{" "}
              <Coded text={checkpoint.label} />
            </p>
            {checkpoint.evidence.map((item) => (
              <Quote
                key={`${item.turnIndex}-${item.wordStart}`}
                // The checkpoint's own name stands above already.
                evidence={item.why === checkpoint.label ? { ...item, why: "" } : item}
              />
            ))}
            {checkpoint.written !== null && (
              <p className={styles.written}>
                You wrote: “{checkpoint.written}”
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
