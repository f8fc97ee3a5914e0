import { Link } from "@tanstack/react-router";
import type { ResultRow } from "../../api/progress";
import styles from "./Results.module.css";

/** Where the session that a report recommends is held. */
export function NextDoor({ next: { kind, target, title } }: { next: NonNullable<ResultRow["next"]> }) {
  switch (kind) {
    case "coding_debug":
    case "coding_modify":
    case "case_study":
    case "exercise":
      return target === null ? (
        <Link to="/exercises" className={styles.door} aria-label={`Choose an exercise: ${title}`}>
          Choose an exercise
        </Link>
      ) : (
        <Link to="/exercises/$key" params={{ key: target }} className={styles.door} aria-label={`Open the exercise: ${title}`}>
          Open the exercise
        </Link>
      );
    case "interview_simulation":
      return (
        <Link
          to="/interviews/new"
          {...(target === null ? {} : { search: { kit: target } })}
          className={styles.door}
          aria-label={`Set up an interview: ${title}`}
        >
          Set up an interview
        </Link>
      );
    case "resume_fix":
      return (
        <Link to="/documents" className={styles.door} aria-label={`Your documents: ${title}`}>
          Your documents
        </Link>
      );
    default: // drills, and what is practised by oneself
      return (
        <Link to="/practice" hash="drills" className={styles.door} aria-label={`To the drills: ${title}`}>
          To the drills
        </Link>
      );
  }
}
