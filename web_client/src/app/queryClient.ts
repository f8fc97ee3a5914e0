/** Query defaults: the server is usually this very computer, so "offline" of the browser says nothing. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/client";

export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: Error): void => {
    if (error instanceof ApiError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: { networkMode: "always", retry: shouldRetry, staleTime: 15_000 },
      mutations: { networkMode: "always" },
    },
  });
}

export function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code === "network" || [502, 503, 504].includes(error.status)) return failures < 2;
  return error.status >= 500 && failures < 1;
}
