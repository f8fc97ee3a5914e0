/** What really happened. Each outcome makes the readiness of all jobs more honest. */
import { ActionIcon, Button, Select, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";
import { useChangeJob, type Job, type JobOutcome, type OutcomeKind } from "../../api/jobs";
import { undoToast } from "../../app/toast";
import { ErrorNotice } from "../../components/ErrorNotice";
import { dayWords, localDay } from "../jobs/facts";
import { outcomeWords } from "../jobs/words";
import { todayField } from "./dates";
import styles from "./Job.module.css";

const KINDS = Object.keys(outcomeWords) as OutcomeKind[];

export function Outcomes({ job }: { job: Job }) {
  const change = useChangeJob();
  const [adding, setAdding] = useState(false);
  const keep = (outcomes: JobOutcome[], then?: () => void): void =>
    change.mutate({ id: job.id, change: { outcomes } }, { ...(then ? { onSuccess: then } : {}) });
  return (
    <section className={styles.section} aria-labelledby="outcomes">
      <h2 id="outcomes">What really happened</h2>
      <p className={styles.intro}>
        Tell what came of it. The readiness that is predicted here is set against it, and corrected for all your jobs.
      </p>
      {job.outcomes.length > 0 && (
        <ul className={styles.rows}>
          {job.outcomes.map((outcome, i) => (
            <li key={`${outcome.kind}-${outcome.on}-${i}`} className={styles.outcome}>
              <div>
                <p>
                  <b>{outcomeWords[outcome.kind]}</b> <span className={styles.meta}>{dayWords(localDay(outcome.on))}</span>
                </p>
                {outcome.reason !== "" && <p className={styles.says}>{outcome.reason}</p>}
              </div>
              <ActionIcon
                size={36}
                aria-label={`Remove: ${outcomeWords[outcome.kind]}, ${outcome.on}`}
                onClick={() => {
                  const before = job.outcomes;
                  keep(before.toSpliced(i, 1), () => undoToast("The outcome is removed.", () => keep(before)));
                }}
              >
                <IconTrash size={17} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {change.isError && <ErrorNotice error={change.error} />}
      {adding ? (
        <OutcomeForm
          pending={change.isPending}
          onCancel={() => setAdding(false)}
          onAdd={(outcome) => keep([...job.outcomes, outcome].toSorted((a, b) => a.on.localeCompare(b.on)), () => setAdding(false))}
        />
      ) : (
        <Button variant="default" size="sm" mt={12} onClick={() => setAdding(true)}>
          Add an outcome
        </Button>
      )}
    </section>
  );
}

interface FormProps {
  pending: boolean;
  onAdd: (outcome: JobOutcome) => void;
  onCancel: () => void;
}

function OutcomeForm({ pending, onAdd, onCancel }: FormProps) {
  const [kind, setKind] = useState<OutcomeKind>("first_round");
  const [on, setOn] = useState(todayField());
  const [reason, setReason] = useState("");
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (on !== "") onAdd({ kind, on, reason: reason.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Select
        label="What happened"
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: outcomeWords[value] }))}
        value={kind}
        onChange={(value) => {
          const next = KINDS.find((one) => one === value);
          if (next) setKind(next);
        }}
      />
      <TextInput type="date" label="When" required withAsterisk={false} value={on} onChange={(event) => setOn(event.currentTarget.value)} />
      <Textarea
        label="Why, as you were told or as you think"
        description="Optional."
        rows={3}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" size="sm" loading={pending} disabled={on === ""}>
          Keep it
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
