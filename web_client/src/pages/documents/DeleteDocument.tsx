import { Button, Group, Modal } from "@mantine/core";
import { useDeleteDocument } from "../../api/documents";
import type { DocumentSummary } from "../../api/types";
import { toast } from "../../app/toast";
import { ErrorNotice } from "../../components/ErrorNotice";
import { place } from "../../lib/place";

interface Props {
  /** Null: closed. */
  document: Pick<DocumentSummary, "id" | "name"> | null;
  onClose: () => void;
}

/** Deletion is real and at once, so it asks first and names what goes. */
export function DeleteDocument({ document, onClose }: Props) {
  const remove = useDeleteDocument();
  const close = (): void => {
    remove.reset();
    onClose();
  };
  return (
    <Modal opened={document !== null} onClose={close} title="Delete this document?">
      {document && (
        <>
          <p>
            {document.name}: the file, its text, what was read from it and your corrections go from {place}. Interviews that were planned
            with it stay. It can’t be undone.
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
                remove.mutate(document.id, {
                  onSuccess: () => {
                    close();
                    toast("The document and everything read from it is deleted.");
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
