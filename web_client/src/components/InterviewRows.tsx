/** A list of interviews: what it was, when, and how it went. */
import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconTrash } from "@tabler/icons-react";
import type { InterviewSummary } from "../api/types";
import { moment } from "../lib/format";
import { interviewTitle, isOpen, outcome } from "../lib/interviews";
import { typeWords } from "../lib/words";
import styles from "./InterviewRows.module.css";

interface Props {
  interviews: readonly InterviewSummary[];
  onDelete?: (interview: InterviewSummary) => void;
}

export function InterviewRows({ interviews, onDelete }: Props) {
  return (
    <ul className={styles.rows}>
      {interviews.map((interview) => (
        <li key={interview.id} className={styles.row}>
          <Link
            to={isOpen(interview) ? "/interviews/$sessionId/room" : "/interviews/$sessionId/report"}
            params={{ sessionId: interview.id }}
            className={styles.link}
          >
            <span className={styles.what}>
              <span className={styles.title}>{interviewTitle(interview)}</span>
              <span className={styles.meta}>
                {typeWords[interview.interview_type].title} · {interview.minutes} min ·{" "}
                {moment(interview.started_at ?? interview.created_at)}
              </span>
            </span>
            <Result interview={interview} />
          </Link>
          {onDelete && (
            <ActionIcon
              className={styles.delete}
              size={36}
              aria-label={`Delete ${interviewTitle(interview)}, ${moment(interview.created_at)}`}
              onClick={() => onDelete(interview)}
            >
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

function Result({ interview }: { interview: InterviewSummary }) {
  const { kind, score, text } = outcome(interview);
  return (
    <span className={styles.result} data-kind={kind}>
      {score !== null && (
        <span className={styles.score}>
          {score}
          <span className={styles.of}> of 100</span>
        </span>
      )}
      <span className={styles.text}>{text}</span>
      {isOpen(interview) && <span className={styles.go}>{interview.status === "created" ? "Enter the room" : "Return to the room"}</span>}
    </span>
  );
}
