import { ActionIcon, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconDotsVertical } from "@tabler/icons-react";
import type { JobCard } from "../../api/jobs";
import { nextDate, readyWords } from "./facts";
import styles from "./Jobs.module.css";
import type { useMoves } from "./moves";
import { jobStatusWords, jobTitle, STATUSES } from "./words";

type Moves = ReturnType<typeof useMoves>;

export function Card({ job, moves, onHold }: { job: JobCard; moves: Moves; onHold: (id: string | null) => void }) {
  const date = nextDate(job);
  return (
    // Dragging is a shortcut of the menu inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.card}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", jobTitle(job)); // some browsers drag nothing without it
        onHold(job.id);
      }}
      onDragEnd={() => onHold(null)}
    >
      <div className={styles.cardHead}>
        <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={styles.cardLink} draggable={false}>
          <span className={styles.role}>{job.role_title}</span>
          {job.company !== null && <span className={styles.company}>{job.company}</span>}
        </Link>
        <JobMenu job={job} moves={moves} />
      </div>
      {date !== null && (
        <p className={styles.date} data-soon={date.soon || undefined}>
          {date.text}
        </p>
      )}
      <p className={styles.ready}>{readyWords(job.readiness)}</p>
      {job.tags.length > 0 && <Tags tags={job.tags} />}
    </li>
  );
}

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul className={styles.tags} aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}

/** Everything that a drag can do, and the archive. */
export function JobMenu({ job, moves }: { job: JobCard; moves: Moves }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={36} aria-label={`Move or archive: ${jobTitle(job)}`}>
          <IconDotsVertical size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Move to</Menu.Label>
        {STATUSES.map((status) => (
          <Menu.Item key={status} disabled={status === job.status} onClick={() => moves.move(job, status)}>
            {jobStatusWords[status]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => moves.archive(job, !job.archived)}>{job.archived ? "Take out of the archive" : "Archive"}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
