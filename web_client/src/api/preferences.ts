/** How somebody likes their interviews, and their name: changed at once on the page, taken back where the server refuses. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "./client";
import { meQuery } from "./queries";
import type { Look, Preferences, User } from "./types";

const PATH = "/api/me/preferences";

export const preferencesQuery = queryOptions({
  queryKey: ["preferences"],
  queryFn: ({ signal }) => api<Preferences>(PATH, { signal }),
  staleTime: 5 * 60_000,
});

export type PreferencesChange = Partial<Preferences>;

/** What stood in the fields of a change before it. */
export const before = (now: Preferences, change: PreferencesChange): PreferencesChange =>
  Object.fromEntries(Object.keys(change).map((name) => [name, now[name as keyof Preferences]]));

export function useChangePreferences() {
  const client = useQueryClient();
  const put = (change: PreferencesChange): void => {
    client.setQueryData(preferencesQuery.queryKey, (now) => now && { ...now, ...change });
  };
  return useMutation({
    scope: { id: "preferences" }, // one after the other: the last click wins on the server, too
    mutationFn: (change: PreferencesChange) => api<Preferences>(PATH, { method: "PUT", body: change }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: preferencesQuery.queryKey });
      const now = client.getQueryData(preferencesQuery.queryKey);
      put(change);
      return now && before(now, change);
    },
    onError: (_error, _change, earlier) => {
      if (earlier) put(earlier);
    },
  });
}

export function useRename() {
  const client = useQueryClient();
  const put = (name: string): void => {
    client.setQueryData(meQuery.queryKey, (me) => (me?.user ? { ...me, user: { ...me.user, name } } : me));
  };
  return useMutation({
    mutationFn: (name: string) => api<User>("/api/me", { method: "PUT", body: { name } }),
    onSuccess: (user) => put(user.name),
  });
}

export const voiceSampleUrl = (look: Look): string => `/api/voices/${look}/sample`;
