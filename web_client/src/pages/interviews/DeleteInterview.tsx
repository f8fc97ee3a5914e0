import { Button, Group, Modal } from "@mantine/core";
import { useDeleteInterview } from "../../api/queries";
import type { InterviewSummary } from "../../api/types";
import { toast } from "../../app/toast";
import { ErrorNotice } from "../../components/ErrorNotice";
import { moment } from "../../lib/format";
import { interviewTitle } from "../../lib/interviews";
import { place } from "../../lib/place";

interface Props {
  /** Null: closed. */
  interview: InterviewSummary | null;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Deletion is real and at once, so it asks first and names what goes. */
export function DeleteInterview({ interview, onClose, onDeleted }: Props) {
  const remove = useDeleteInterview();
  const close = (): void => {
    remove.reset();
    onClose();
  };
  return (
    <Modal opened={interview !== null} onClose={close} title="Delete this interview?">
      {interview && (
        <>
          <p>
            {interviewTitle(interview)}, {moment(interview.started_at ?? interview.created_at)}. This removes{" "}
            {interview.record ? "the recording, " : ""}the transcript and the report from {place}. It can’t be undone.
          </p>
          {remove.isError && <ErrorNotice error={remove.error} />}
          <Group justify="flex-end" mt={24}>
            <Button variant="default" onClick={close} data-autofocus>
              Keep it
            </Button>
            <Button
              color="red.8"
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(interview.id, {
                  onSuccess: () => {
                    close();
                    toast("The interview and everything that belonged to it is deleted.");
                    onDeleted?.();
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
