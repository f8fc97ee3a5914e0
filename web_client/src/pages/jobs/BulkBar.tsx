/** What can be done to all chosen jobs at once. It stands there before anything is chosen, so that nothing jumps. */
import { Button, Menu, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import type { JobCard } from "../../api/jobs";
import { count } from "../../lib/format";
import styles from "./Jobs.module.css";
import type { useMoves } from "./moves";
import { jobStatusWords, STATUSES } from "./words";

interface Props {
  jobs: readonly JobCard[];
  moves: ReturnType<typeof useMoves>;
  onDone: () => void;
}

export function BulkBar({ jobs, moves, onDone }: Props) {
  const [tag, setTag] = useState("");
  const none = jobs.length === 0;
  const archived = jobs.every((job) => job.archived);
  const addTag = (event: SubmitEvent): void => {
    event.preventDefault();
    if (none || tag.trim() === "") return;
    moves.tagAll(jobs, tag.trim());
    setTag("");
    onDone();
  };
  return (
    <div className={styles.bulk} role="group" aria-label="Change the chosen jobs">
      <p role="status">{none ? "Choose jobs to change them together." : `${count(jobs.length, "job")} chosen`}</p>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="sm" variant="default" disabled={none}>
            Move to…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STATUSES.map((status) => (
            <Menu.Item
              key={status}
              onClick={() => {
                moves.moveAll(jobs, status);
                onDone();
              }}
            >
              {jobStatusWords[status]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <form onSubmit={addTag} className={styles.tagForm}>
        <TextInput
          size="sm"
          aria-label="Tag for the chosen jobs"
          placeholder="Tag"
          maxLength={40}
          disabled={none}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
        <Button size="sm" variant="default" type="submit" disabled={none || tag.trim() === ""}>
          Add tag
        </Button>
      </form>
      <Button
        size="sm"
        variant="default"
        disabled={none}
        onClick={() => {
          moves.archiveAll(jobs, !archived);
          onDone();
        }}
      >
        {archived && !none ? "Take out of the archive" : "Archive"}
      </Button>
    </div>
  );
}
