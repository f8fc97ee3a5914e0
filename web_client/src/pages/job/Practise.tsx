/** One click to the plan of an interview for a job; where its role says too little, one question before it. */
import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { usePractiseJob, type Job } from "../../api/jobs";
import { roleKitsQuery } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import styles from "./Job.module.css";

export function Practise({ job }: { job: Job }) {
  const practise = usePractiseJob();
  const navigate = useNavigate();
  const begin = (kit?: string): void =>
    practise.mutate(
      { id: job.id, ...(kit === undefined ? {} : { kit }) },
      { onSuccess: (plan) => void navigate({ to: "/interviews/new", search: { plan: plan.id } }) },
    );
  const unknownRole = practise.error instanceof ApiError && practise.error.status === 422;
  return (
    <div className={styles.practise}>
      <Button className={styles.start} loading={practise.isPending || practise.isSuccess} onClick={() => begin()}>
        Practise for this job
      </Button>
      {practise.isError && <ErrorNotice error={practise.error} />}
      {unknownRole && <KitField onPick={begin} />}
    </div>
  );
}

function KitField({ onPick }: { onPick: (kit: string) => void }) {
  const kits = useQuery(roleKitsQuery);
  return (
    <Select
      label="Practise it as"
      placeholder="Choose the nearest role"
      data={kits.data?.map(({ key, name }) => ({ value: key, label: name })) ?? []}
      value={null}
      onChange={(kit) => {
        if (kit !== null) onPick(kit);
      }}
    />
  );
}
