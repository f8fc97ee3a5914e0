/** A new job, by its address, its pasted text, a file, or by hand. What was read is shown before it is saved. */
import { Button, Group, Modal, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type SubmitEvent } from "react";
import { previewJob, useSaveJob } from "../../api/jobs";
import { ApiError } from "../../api/client";
import { Intake } from "../../components/documents/Intake";
import { ErrorNotice } from "../../components/ErrorNotice";
import { toast } from "../../app/toast";
import { CompanyInput } from "./CompanyInput";
import { emptyDraft, fromPage, problems, readsRole, toNewJob, type JobDraft, type Way } from "./draft";
import styles from "./Jobs.module.css";
import { jobTitle } from "./words";

export function AddJob({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a job" size="lg">
      {opened && <Form onClose={onClose} />}
    </Modal>
  );
}

const ways: { value: Way; label: string }[] = [
  { value: "url", label: "Address" },
  { value: "paste", label: "Paste" },
  { value: "upload", label: "Upload" },
  { value: "hand", label: "By hand" },
];

function Form({ onClose }: { onClose: () => void }) {
  const [way, setWay] = useState<Way>("url");
  const [draft, setDraft] = useState<JobDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const read = useMutation({ mutationFn: previewJob, onSuccess: (page) => setDraft(fromPage(page)) });
  const save = useSaveJob();
  const navigate = useNavigate();
  const set = (change: Partial<JobDraft>): void => setDraft({ ...draft, ...change });
  // An address is read first; what it said can be corrected then.
  const waiting = way === "url" && !draft.read;
  const wrong = tried ? { ...problems(draft, way), ...(save.error instanceof ApiError ? save.error.fields : {}) } : {};

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (waiting) {
      if (draft.url.trim() !== "") read.mutate(draft.url.trim());
      return;
    }
    setTried(true);
    if (Object.keys(problems(draft, way)).length > 0) return;
    save.mutate(toNewJob(draft, way), {
      onSuccess: (job) => {
        onClose();
        toast(`${jobTitle(job)} is saved.`);
        void navigate({ to: "/jobs/$jobId", params: { jobId: job.id } });
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate className={styles.dialog}>
      <SegmentedControl
        fullWidth
        aria-label="How do you have it?"
        value={way}
        onChange={(next) => {
          read.reset();
          setWay(next);
        }}
        data={ways}
      />
      {waiting && (
        <>
          <TextInput
            type="url"
            label="Address of the job advertisement"
            placeholder="https://"
            data-autofocus
            value={draft.url}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
          {read.isError && (
            <div className={styles.refused}>
              <ErrorNotice error={read.error} />
              <Button
                size="sm"
                variant="default"
                onClick={() => {
                  read.reset();
                  setWay("paste");
                }}
              >
                Paste the description instead
              </Button>
            </div>
          )}
        </>
      )}
      {way === "upload" && (
        <>
          <Intake kind="jd" onTaken={(document) => set({ documentId: document.id, documentName: document.name })} />
          {draft.documentName !== "" && <p role="status">{draft.documentName} is taken.</p>}
          {wrong.documentId !== undefined && <Problem text={wrong.documentId} />}
        </>
      )}
      {!waiting && (
        <>
          {draft.read && way === "url" && (
            <p className={styles.quiet} role="status">
              {draft.structured
                ? "This is what the page says of the job. Correct what is wrong, then save it."
                : "This is the text of the page. Check that it is the job’s description, then save it."}
            </p>
          )}
          <div className={styles.two}>
            <TextInput
              label="Role"
              {...(readsRole(way) ? { description: "Left empty, it is read from the description." } : {})}
              value={draft.role}
              error={wrong.role ?? wrong.role_title}
              onChange={(event) => set({ role: event.currentTarget.value })}
            />
            <CompanyInput
              value={draft.company}
              onChange={(company) => set({ company })}
              {...(readsRole(way) ? { description: "Optional." } : {})}
            />
          </div>
          {(way === "url" || way === "paste") && (
            <Textarea
              label="Description"
              rows={10}
              value={draft.description}
              error={wrong.description}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
          )}
          <div className={styles.two}>
            {way !== "url" && (
              <TextInput
                type="url"
                label="Address"
                description="Optional."
                value={draft.url}
                error={wrong.url}
                onChange={(event) => set({ url: event.currentTarget.value })}
              />
            )}
            <TextInput
              type="date"
              label="Apply by"
              description="Optional."
              value={draft.deadline}
              onChange={(event) => set({ deadline: event.currentTarget.value })}
            />
          </div>
        </>
      )}
      {save.isError && <ErrorNotice error={save.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {waiting ? (
          <Button type="submit" loading={read.isPending} disabled={draft.url.trim() === ""}>
            Read the page
          </Button>
        ) : (
          <Button type="submit" loading={save.isPending}>
            Save the job
          </Button>
        )}
      </Group>
    </form>
  );
}

const Problem = ({ text }: { text: string }) => (
  <p role="alert" className={styles.problem}>
    {text}
  </p>
);
