/** The tracker: jobs with their readiness, and everything that is done to them. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { api } from "./client";
import type {
  Job,
  JobCard,
  JobChange,
  JobImport,
  JobList,
  JobSearch,
  BulkChange,
  NewJob,
  PostedJob,
} from "./jobTypes";
import type { Plan } from "./types";

export type * from "./jobTypes";

const base = "/api/jobs";
const one = (id: string): string => `${base}/${encodeURIComponent(id)}`;
const MOST = "200"; // a page of the board

export const exportUrl = `${base}/export.csv`;
export const calendarUrl = (id: string): string => `${one(id)}/interview.ics`;

/** Readiness is worked out when it is asked for, so that the server has no order by it: the page sorts what it has. */
function queryOf({ status, text, tag, archived, sort }: JobSearch, cursor: string | null): string {
  const query = new URLSearchParams({ limit: MOST });
  const given = { status, text, tag, sort: sort === "readiness" ? undefined : sort, archived: archived === true ? "true" : undefined, cursor: cursor ?? undefined };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  return query.toString();
}

/** Every list of jobs begins with this key, so that a change reaches all of them. */
const LISTS = ["jobs"] as const;

export const jobsQuery = (search: JobSearch) =>
  infiniteQueryOptions({
    queryKey: [...LISTS, search],
    queryFn: ({ pageParam, signal }) => api<JobList>(`${base}?${queryOf(search, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData, // a word more in the search takes nothing away until its answer is there
  });

export const jobQuery = (id: string) =>
  queryOptions({ queryKey: ["job", id], queryFn: ({ signal }) => api<Job>(one(id), { signal }) });

interface Pages {
  pages: JobList[];
  pageParams: unknown[];
}

const patchLists = (client: QueryClient, patch: (card: JobCard) => JobCard): void => {
  client.setQueriesData<Pages>(
    { queryKey: LISTS },
    (now) => now && { ...now, pages: now.pages.map((page) => ({ ...page, items: page.items.map(patch) })) },
  );
};

/** What a card shows of a change before the server has answered. */
export function changed<T extends JobCard>(card: T, change: JobChange | BulkChange): T {
  const tags = "tags" in change ? (change.tags ?? card.tags) : card.tags;
  const more = "add_tags" in change ? (change.add_tags ?? []) : [];
  const less = "remove_tags" in change ? (change.remove_tags ?? []) : [];
  return {
    ...card,
    ...("next_interview_at" in change ? { next_interview_at: change.next_interview_at } : {}),
    ...("deadline_on" in change ? { deadline_on: change.deadline_on } : {}),
    status: change.status ?? card.status,
    archived: change.archived ?? card.archived,
    tags: [...new Set([...tags, ...more])].filter((tag) => !less.includes(tag)),
  };
}

const refresh = (client: QueryClient, ids: readonly string[]): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: LISTS }),
    ...ids.map((id) => client.invalidateQueries({ queryKey: jobQuery(id).queryKey })),
  ]);

/** One change of one job: shown at once, taken back where the server refuses it. */
export function useChangeJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: JobChange }) => api<Job>(one(id), { method: "PUT", body: change }),
    onMutate: async ({ id, change }) => {
      await client.cancelQueries({ queryKey: LISTS });
      const before = client.getQueriesData<Pages>({ queryKey: LISTS });
      patchLists(client, (card) => (card.id === id ? changed(card, change) : card));
      return { before };
    },
    onSuccess: (job, { id }) => client.setQueryData(jobQuery(id).queryKey, job),
    onError: (_error, _change, context) => {
      for (const [key, data] of context?.before ?? []) client.setQueryData(key, data);
    },
    onSettled: () => client.invalidateQueries({ queryKey: LISTS }),
  });
}

const MOST_AT_ONCE = 200;
const inParts = (change: BulkChange): BulkChange[] =>
  Array.from({ length: Math.ceil(change.ids.length / MOST_AT_ONCE) }, (_, i) => ({
    ...change,
    ids: change.ids.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE),
  }));

export function useChangeJobs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: readonly BulkChange[]) =>
      Promise.all(changes.flatMap(inParts).map((change) => api<unknown>(`${base}/bulk`, { method: "POST", body: change }))),
    onMutate: async (changes) => {
      await client.cancelQueries({ queryKey: LISTS });
      const before = client.getQueriesData<Pages>({ queryKey: LISTS });
      for (const change of changes) patchLists(client, (card) => (change.ids.includes(card.id) ? changed(card, change) : card));
      return { before };
    },
    onError: (_error, _changes, context) => {
      for (const [key, data] of context?.before ?? []) client.setQueryData(key, data);
    },
    onSettled: (_answer, _error, changes) => refresh(client, changes.flatMap(({ ids }) => ids)),
  });
}

export const previewJob = (url: string): Promise<PostedJob> => api<PostedJob>(`${base}/preview-url`, { method: "POST", body: { url } });

export function useSaveJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (job: NewJob) => api<Job>(`${base}/save`, { method: "POST", body: job }),
    onSuccess: () => refresh(client, []),
  });
}

export function useDeleteJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<null>(one(id), { method: "DELETE" }),
    onSuccess: (_answer, id) => {
      client.removeQueries({ queryKey: jobQuery(id).queryKey });
      return refresh(client, []);
    },
  });
}

export function useImportJobs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set("file", file);
      return api<JobImport>(`${base}/import`, { method: "POST", body: form });
    },
    onSuccess: () => refresh(client, []),
  });
}

/** Choices and plan of an interview for this job; the page of the plan leads into the device check. */
export function usePractiseJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, kit }: { id: string; kit?: string }) =>
      api<Plan>(`${one(id)}/generate-plan`, { method: "POST", body: kit === undefined ? {} : { role_kit: kit } }),
    onSuccess: (_plan, { id }) => client.invalidateQueries({ queryKey: jobQuery(id).queryKey }),
  });
}
