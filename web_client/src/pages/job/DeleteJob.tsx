import { Button, Group, Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useDeleteJob, type Job } from "../../api/jobs";
import { toast } from "../../app/toast";
import { ErrorNotice } from "../../components/ErrorNotice";
import { jobTitle } from "../jobs/words";

interface Props {
  /** Null: closed. */
  job: Job | null;
  onClose: () => void;
}

/** The archive is the way back; this one has none, so it asks first. */
export function DeleteJob({ job, onClose }: Props) {
  const remove = useDeleteJob();
  const navigate = useNavigate();
  const close = (): void => {
    remove.reset();
    onClose();
  };
  return (
    <Modal opened={job !== null} onClose={close} title="Delete this job?">
      {job && (
        <>
          <p>{jobTitle(job)}: its dates, notes, outcomes and history go. The interviews held for it stay. It can’t be undone.</p>
          {remove.isError && <ErrorNotice error={remove.error} />}
          <Group justify="flex-end" mt={24}>
            <Button variant="default" onClick={close} data-autofocus>
              Keep it
            </Button>
            <Button
              color="red.8"
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(job.id, {
                  onSuccess: () => {
                    toast("The job is deleted.");
                    void navigate({ to: "/jobs" });
                  },
                })
              }
            >
              Delete
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
