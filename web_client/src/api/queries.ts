/** Every read and write of the pages, as TanStack Query options and hooks. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, fetchMe, forgetToken, keepToken } from "./client";
import type { InterviewBody, InterviewPage, Me, Report, ReportStatus, RoleKit, SystemStatus, Transcript } from "./types";

const sessions = "/api/interview/sessions";
const isBeingMade = (status: ReportStatus | undefined): boolean => status === "pending" || status === "running";

export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => api<SystemStatus>("/api/status", { signal }),
  staleTime: 10_000,
});

export const meQuery = queryOptions({ queryKey: ["me"], queryFn: fetchMe, staleTime: 5 * 60_000 });

export const roleKitsQuery = queryOptions({
  queryKey: ["role-kits"],
  queryFn: ({ signal }) => api<RoleKit[]>("/api/role-kits", { signal }),
  staleTime: Infinity,
});

export const interviewsQuery = (limit = 20) =>
  infiniteQueryOptions({
    queryKey: ["interviews", limit],
    queryFn: ({ pageParam, signal }) =>
      api<InterviewPage>(`${sessions}?limit=${limit}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ""}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((item) => isBeingMade(item.report_status))) ? 4_000 : false,
  });

export const interviewQuery = (id: string) =>
  queryOptions({
    queryKey: ["interview", id],
    queryFn: ({ signal }) => api<InterviewBody>(`${sessions}/${encodeURIComponent(id)}`, { signal }),
  });

export const transcriptQuery = (id: string) =>
  queryOptions({
    queryKey: ["transcript", id],
    queryFn: ({ signal }) => api<Transcript>(`${sessions}/${encodeURIComponent(id)}/transcript`, { signal }),
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ["report", id],
    queryFn: ({ signal }) => api<Report>(`${sessions}/${encodeURIComponent(id)}/report`, { signal }),
    // "none" may still become "pending" in the moments after an interview.
    refetchInterval: (query) => {
      const status = query.state.data?.status;
      if (isBeingMade(status)) return 1_500;
      return status === "none" && query.state.dataUpdateCount < 20 ? 3_000 : false;
    },
  });

export const recordingUrl = (id: string): string => `${sessions}/${encodeURIComponent(id)}/recording`;

export function useDeleteInterview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<null>(`${sessions}/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSuccess: async (_, id) => {
      for (const key of ["interview", "transcript", "report"]) client.removeQueries({ queryKey: [key, id] });
      await client.invalidateQueries({ queryKey: ["interviews"] });
    },
  });
}

export function useRetryReport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api<unknown>(`${sessions}/${encodeURIComponent(id)}/report/retry`, { method: "POST" }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["report", id] }),
  });
}

export type SignIn =
  | { way: "local-owner" }
  | { way: "login"; email: string; password: string }
  | { way: "register"; email: string; password: string; name: string };

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (form: SignIn) => {
      const { way, ...body } = form;
      client.setQueryData(meQuery.queryKey, keepToken(await api<Me>(`/api/auth/${way}`, { method: "POST", body })));
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => keepToken(await api<Me>("/api/auth/logout", { method: "POST" })),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
    },
  });
}

export function useDeleteAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api<unknown>("/api/me", { method: "DELETE", body: password === "" ? {} : { password } }),
    onSuccess: () => {
      forgetToken();
      client.clear();
    },
  });
}
