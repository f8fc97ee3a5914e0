/** The interviews that were planned or held for this job. */
import { Link } from "@tanstack/react-router";
import type { JobPractice } from "../../api/jobs";
import { moment } from "../../lib/format";
import { statusWords, typeWords } from "../../lib/words";
import styles from "./Job.module.css";

export function Practised({ practice }: { practice: readonly JobPractice[] }) {
  return (
    <section className={styles.section} aria-labelledby="practised">
      <h2 id="practised">Interviews for this job</h2>
      {practice.length === 0 ? (
        <p className={styles.intro}>None yet. “Practise for this job” plans one from its description and your last reports.</p>
      ) : (
        <ul className={styles.rows}>
          {practice.map((one) => (
            <li key={one.session_id ?? one.plan_id}>
              <Door practice={one} />
              <span className={styles.meta}>
                {typeWords[one.interview_type].title} · {moment(one.created_at)} · {resultOf(one)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Door({ practice: { session_id: sessionId, plan_id: planId, status, title } }: { practice: JobPractice }) {
  if (sessionId !== null)
    return (
      <Link
        to={status === "ended" || status === "abandoned" ? "/interviews/$sessionId/report" : "/interviews/$sessionId/room"}
        params={{ sessionId }}
      >
        {title}
      </Link>
    );
  return (
    <Link to="/interviews/new" search={{ plan: planId }}>
      {title}
    </Link>
  );
}

function resultOf({ session_id: sessionId, status, report_status: report, score }: JobPractice): string {
  if (sessionId === null || status === null) return "planned";
  if (score !== null) return `${score} of 100`;
  if (report === "pending" || report === "running") return "its report is being made";
  return statusWords[status].toLowerCase();
}
