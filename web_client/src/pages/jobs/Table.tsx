/** The same jobs in rows: sorted by a column, several changed at once. */
import { Checkbox, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconArrowDown } from "@tabler/icons-react";
import { useState } from "react";
import type { JobCard, JobSort } from "../../api/jobs";
import { moment } from "../../lib/format";
import { BulkBar } from "./BulkBar";
import { JobMenu, Tags } from "./Card";
import { dayWords, localDay, timeWords } from "./facts";
import styles from "./Jobs.module.css";
import type { useMoves } from "./moves";
import { jobStatusWords, jobTitle } from "./words";

interface Props {
  jobs: readonly JobCard[];
  moves: ReturnType<typeof useMoves>;
  sort: JobSort;
  onSort: (sort: JobSort) => void;
}

/** The way in which the server sorts each column. */
const columns: readonly { title: string; sort?: JobSort; way?: "ascending" | "descending" }[] = [
  { title: "Role", sort: "role", way: "ascending" },
  { title: "Company", sort: "company", way: "ascending" },
  { title: "Status" },
  { title: "Next interview", sort: "next_interview", way: "ascending" },
  { title: "Deadline", sort: "deadline", way: "ascending" },
  { title: "Readiness", sort: "readiness", way: "descending" },
  { title: "Changed", sort: "updated", way: "descending" },
];

export function Table({ jobs, moves, sort, onSort }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What has left the list is no longer chosen.
  const picked = jobs.filter((job) => chosen.has(job.id));
  const all = picked.length === jobs.length;
  const pick = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <BulkBar jobs={picked} moves={moves} onDone={() => setChosen(new Set())} />
      {/* A table that is wider than a phone scrolls, by the keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label="Jobs, as a table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label="Choose all"
                  checked={all}
                  indeterminate={picked.length > 0 && !all}
                  onChange={(event) => setChosen(new Set(event.currentTarget.checked ? jobs.map((job) => job.id) : []))}
                />
              </th>
              {columns.map(({ title, sort: by, way }) => (
                <th key={title} scope="col" aria-sort={by === sort ? way : undefined}>
                  {by === undefined ? (
                    title
                  ) : (
                    <UnstyledButton className={styles.sort} data-on={by === sort || undefined} onClick={() => onSort(by)}>
                      {title}
                      {by === sort && <IconArrowDown size={14} stroke={1.8} aria-hidden data-up={way === "ascending" || undefined} />}
                    </UnstyledButton>
                  )}
                </th>
              ))}
              <th scope="col">
                <span className={styles.hidden}>Move or archive</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <Row key={job.id} job={job} moves={moves} chosen={chosen.has(job.id)} onChoose={(on) => pick(job.id, on)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  job: JobCard;
  moves: Props["moves"];
  chosen: boolean;
  onChoose: (on: boolean) => void;
}

function Row({ job, moves, chosen, onChoose }: RowProps) {
  const { score, low, high } = job.readiness;
  return (
    <tr data-chosen={chosen || undefined}>
      <td>
        <Checkbox
          aria-label={`Choose ${jobTitle(job)}`}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
          {job.role_title}
        </Link>
        {job.tags.length > 0 && <Tags tags={job.tags} />}
      </th>
      <td>{job.company ?? ""}</td>
      <td>{jobStatusWords[job.status]}</td>
      <td>{job.next_interview_at === null ? "" : timeWords(job.next_interview_at)}</td>
      <td>{job.deadline_on === null ? "" : dayWords(localDay(job.deadline_on))}</td>
      <td>
        {score === null ? (
          <span className={styles.quiet}>Not measured</span>
        ) : (
          <>
            <span className="num">{score}</span>
            {low !== null && high !== null && (
              <span className={styles.quiet}>
                {" "}
                ({low} to {high})
              </span>
            )}
          </>
        )}
      </td>
      <td className={styles.quiet}>{moment(job.updated_at)}</td>
      <td>
        <JobMenu job={job} moves={moves} />
      </td>
    </tr>
  );
}
