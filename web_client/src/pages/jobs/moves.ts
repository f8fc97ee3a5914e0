/** Changes of the tracker that can be taken back: made at once, confirmed with an undo. */
import { useChangeJob, useChangeJobs, type BulkChange, type JobCard, type JobChange, type JobStatus } from "../../api/jobs";
import { undoToast, toast } from "../../app/toast";
import { count } from "../../lib/format";
import { explain } from "../../lib/explain";
import { jobStatusWords, jobTitle, STATUSES } from "./words";

const failed = (error: unknown): void => {
  const { title, text } = explain(error);
  toast(`${title}. ${text}`, 10_000);
};

export function useMoves() {
  const one = useChangeJob();
  const many = useChangeJobs();

  const change = (job: JobCard, next: JobChange, back: JobChange, said: string): void =>
    one.mutate(
      { id: job.id, change: next },
      {
        onSuccess: () => undoToast(said, () => one.mutate({ id: job.id, change: back }, { onError: failed })),
        onError: failed,
      },
    );
  const changeAll = (changes: readonly BulkChange[], back: readonly BulkChange[], said: string): void =>
    many.mutate(changes, {
      onSuccess: () => undoToast(said, () => many.mutate(back, { onError: failed })),
      onError: failed,
    });

  return {
    move: (job: JobCard, status: JobStatus): void => {
      if (status === job.status) return;
      change(job, { status }, { status: job.status, undo: true }, `${jobTitle(job)} is moved to ${jobStatusWords[status]}.`);
    },
    archive: (job: JobCard, archived: boolean): void =>
      change(job, { archived }, { archived: !archived }, `${jobTitle(job)} is ${archived ? "archived" : "back in the tracker"}.`),
    moveAll: (jobs: readonly JobCard[], status: JobStatus): void =>
      changeAll(
        [{ ids: idsOf(jobs), status }],
        earlierStatuses(jobs),
        `${count(jobs.length, "job")} moved to ${jobStatusWords[status]}.`,
      ),
    archiveAll: (jobs: readonly JobCard[], archived: boolean): void =>
      changeAll(
        [{ ids: idsOf(jobs), archived }],
        [{ ids: idsOf(jobs), archived: !archived }],
        `${count(jobs.length, "job")} ${archived ? "archived" : "back in the tracker"}.`,
      ),
    /** Taken back only where it was missing: a tag that stood there before stays. */
    tagAll: (jobs: readonly JobCard[], tag: string): void =>
      changeAll(
        [{ ids: idsOf(jobs), add_tags: [tag] }],
        [{ ids: idsOf(jobs.filter((job) => !job.tags.includes(tag))), remove_tags: [tag] }].filter(({ ids }) => ids.length > 0),
        `${count(jobs.length, "job")} tagged “${tag}”.`,
      ),
    busy: one.isPending || many.isPending,
  };
}

const idsOf = (jobs: readonly JobCard[]): string[] => jobs.map((job) => job.id);

/** One change for each status that the jobs had. */
export const earlierStatuses = (jobs: readonly JobCard[]): BulkChange[] =>
  STATUSES.map((status) => ({ status, ids: idsOf(jobs.filter((job) => job.status === status)) })).filter(({ ids }) => ids.length > 0);
