/** For each saved job, the one session that helps it most, and why. */
import type { NextBest as Session } from "../../api/types";
import { practiceWords } from "../../lib/words";
import { Door } from "./Item";
import styles from "./Practice.module.css";

export function NextBest({ sessions, onDrill }: { sessions: readonly Session[]; onDrill: (key: string) => void }) {
  return (
    <section className={styles.section} aria-labelledby="next-best">
      <h2 id="next-best">
        {sessions.some((session) => session.jobId !== null) ? "The next best session for each job" : "The next best session"}
      </h2>
      <ul className={styles.jobs}>
        {sessions.map((session, i) => (
          <li key={session.jobId ?? i} className={styles.job}>
            <p className={styles.jobTitle}>{session.company === null ? session.roleTitle : `${session.roleTitle}, ${session.company}`}</p>
            <p className={styles.itemTitle}>{session.item.title}</p>
            <p className={styles.itemDetails}>{session.why}</p>
            <p className={styles.meta}>
              {practiceWords[session.item.kind]} · {session.item.minutes} min <Door item={session.item} onDrill={onDrill} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
