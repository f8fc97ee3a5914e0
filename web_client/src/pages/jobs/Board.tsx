/** A column for each status. A card moves by dragging, or by the menu on it, which the keyboard reaches. */
import { useState, type DragEvent } from "react";
import type { JobCard, JobStatus } from "../../api/jobs";
import { Card } from "./Card";
import styles from "./Jobs.module.css";
import type { useMoves } from "./moves";
import { jobStatusWords, STATUSES } from "./words";

interface Props {
  jobs: readonly JobCard[];
  moves: ReturnType<typeof useMoves>;
}

export function Board({ jobs, moves }: Props) {
  const [held, setHeld] = useState<string | null>(null);
  return (
    <div className={styles.board}>
      {STATUSES.map((status) => (
        <Column
          key={status}
          status={status}
          jobs={jobs.filter((job) => job.status === status)}
          moves={moves}
          onHold={setHeld}
          onDrop={() => {
            const job = jobs.find(({ id }) => id === held);
            setHeld(null);
            if (job) moves.move(job, status);
          }}
          dragging={held !== null}
        />
      ))}
    </div>
  );
}

interface ColumnProps extends Props {
  status: JobStatus;
  dragging: boolean;
  onHold: (id: string | null) => void;
  onDrop: () => void;
}

function Column({ status, jobs, moves, dragging, onHold, onDrop }: ColumnProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onDrop();
  };
  return (
    // Dropping is a shortcut of each card's menu, which the keyboard reaches.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.column}
      aria-labelledby={`column-${status}`}
      data-over={(over && dragging) || undefined}
      onDragOver={(event) => {
        if (!dragging) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <h2 id={`column-${status}`}>
        {jobStatusWords[status]} <span className={styles.size}>{jobs.length}</span>
      </h2>
      {jobs.length === 0 ? (
        <p className={styles.none}>None.</p>
      ) : (
        <ul className={styles.cards}>
          {jobs.map((job) => (
            <Card key={job.id} job={job} moves={moves} onHold={onHold} />
          ))}
        </ul>
      )}
    </section>
  );
}
