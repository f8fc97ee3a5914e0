import type { StatusChange } from "../../api/jobs";
import { moment } from "../../lib/format";
import { jobStatusWords } from "../jobs/words";
import styles from "./Job.module.css";

/** How the job came to where it stands, the newest first. */
export function History({ history }: { history: readonly StatusChange[] }) {
  return (
    <section className={styles.section} aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className={styles.history}>
        {history.toReversed().map((change, i) => (
          <li key={i}>
            {change.before === null && change.after === "saved"
              ? "Saved"
              : change.before === null
                ? `Saved as ${jobStatusWords[change.after]}`
                : `${jobStatusWords[change.before]} to ${jobStatusWords[change.after]}`}{" "}
            <span className={styles.meta}>{moment(change.at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
