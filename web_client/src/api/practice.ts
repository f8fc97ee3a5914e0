/** What is practised between interviews: memory, the coach's week, micro drills. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "./client";
import type { DrillAttempt, DrillList, DrillTries, Memory, Practice, PracticeItem } from "./types";

export const memoryQuery = queryOptions({
  queryKey: ["memory"],
  queryFn: ({ signal }) => api<Memory>("/api/memory", { signal }),
});

export const practiceQuery = queryOptions({
  queryKey: ["practice"],
  queryFn: ({ signal }) => api<Practice>("/api/coach/plan", { signal }),
});

export const drillsQuery = queryOptions({
  queryKey: ["drills"],
  queryFn: ({ signal }) => api<DrillList>("/api/drills", { signal }),
});

export const drillTriesQuery = (key: string) =>
  queryOptions({
    queryKey: ["drill-tries", key],
    queryFn: ({ signal }) => api<DrillTries>(`/api/drills/${encodeURIComponent(key)}/attempts`, { signal }),
  });

export function useNewPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api<Practice>("/api/coach/plan", { method: "POST" }),
    onSuccess: (plan) => client.setQueryData(practiceQuery.queryKey, plan),
  });
}

export interface ItemChange {
  id: string;
  done?: boolean;
  day?: number;
}

/** The page shows the change at once, and takes it back where the server refuses it. */
export function useChangeItem() {
  const client = useQueryClient();
  const put = (id: string, change: (item: PracticeItem) => PracticeItem): void => {
    client.setQueryData(
      practiceQuery.queryKey,
      (now) => now && { ...now, items: now.items.map((item) => (item.id === id ? change(item) : item)) },
    );
  };
  return useMutation({
    mutationFn: ({ id, ...change }: ItemChange) =>
      api<PracticeItem>(`/api/coach/items/${encodeURIComponent(id)}`, { method: "PUT", body: change }),
    onMutate: async ({ id, done, day }) => {
      await client.cancelQueries({ queryKey: practiceQuery.queryKey });
      const before = client.getQueryData(practiceQuery.queryKey)?.items.find((item) => item.id === id);
      put(id, (item) => ({
        ...item,
        ...(day === undefined ? {} : { day }),
        ...(done === undefined ? {} : { done_at: done ? new Date().toISOString() : null }),
      }));
      return { before };
    },
    onSuccess: (item) => put(item.id, () => item),
    onError: (_error, { id }, context) => {
      const before = context?.before;
      if (before) put(id, () => before);
    },
  });
}

/** What a person answered: typed words, or a WAV of 16 kHz. */
export type SpokenOrTyped = { text: string } | { audio: Blob };

/** The body of an answer: JSON where it was typed, a form where it was spoken. */
export function answerBody(fields: Readonly<Record<string, string>>, answer: SpokenOrTyped): unknown {
  if ("text" in answer) return { ...fields, text: answer.text };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("audio", answer.audio, "answer.wav");
  return form;
}

export function useDrillAttempt(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: SpokenOrTyped) =>
      api<DrillAttempt>(`/api/drills/${encodeURIComponent(key)}/attempts`, { method: "POST", body: answerBody({}, answer) }),
    // The list is read anew when the note is closed: until then the drill stays where it is.
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: drillsQuery.queryKey, refetchType: "none" }),
        client.invalidateQueries({ queryKey: drillTriesQuery(key).queryKey }),
      ]),
  });
}
