/** What a job is and when: each field is kept when it is left. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { calendarUrl, useChangeJob, type Job, type JobChange } from "../../api/jobs";
import { ErrorNotice } from "../../components/ErrorNotice";
import { fromField, toField } from "./dates";
import styles from "./Job.module.css";

export function Details({ job }: { job: Job }) {
  const change = useChangeJob();
  const keep = (next: JobChange): void => change.mutate({ id: job.id, change: next });
  const tags = job.tags.join(", ");
  return (
    <section className={styles.section} aria-labelledby="details">
      <h2 id="details">Details</h2>
      <div className={styles.fields}>
        <Field
          label="Next interview"
          type="datetime-local"
          value={toField(job.next_interview_at)}
          onKeep={(value) => keep({ next_interview_at: fromField(value) })}
        />
        {job.next_interview_at !== null && (
          <Button component="a" href={calendarUrl(job.id)} download variant="default" size="sm" className={styles.start}>
            Add it to your calendar
          </Button>
        )}
        <Field
          label="Apply by"
          type="date"
          value={job.deadline_on ?? ""}
          onKeep={(value) => keep({ deadline_on: value === "" ? null : value })}
        />
        <Field label="Role" value={job.role_title} required onKeep={(value) => keep({ role_title: value })} />
        <Field label="Company" value={job.company ?? ""} onKeep={(value) => keep({ company: value === "" ? null : value })} />
        <Field
          label="Address of the advertisement"
          type="url"
          value={job.job_url ?? ""}
          onKeep={(value) => keep({ job_url: value === "" ? null : value })}
        />
        <Field
          label="Tags"
          description="With commas between them."
          value={tags}
          onKeep={(value) => keep({ tags: [...new Set(value.split(",").map((tag) => tag.trim()).filter((tag) => tag !== ""))] })}
        />
      </div>
      {change.isError && <ErrorNotice error={change.error} />}
    </section>
  );
}

interface FieldProps {
  label: string;
  description?: string;
  type?: "text" | "url" | "date" | "datetime-local";
  value: string;
  /** Left empty it goes back to what it was. */
  required?: boolean;
  onKeep: (value: string) => void;
}

/** While it is being edited it holds what is typed; Enter or leaving it keeps that, Escape takes it back. */
function Field({ label, description, type = "text", value, required = false, onKeep }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    const next = typed?.trim() ?? value;
    setTyped(null);
    if (next !== value && !(required && next === "")) onKeep(next);
  };
  return (
    <TextInput
      label={label}
      description={description}
      type={type}
      required={required}
      withAsterisk={false}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") leave();
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}
