/** The home page, results and their comparison, progress by dimension and day. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { components, operations } from "./generated";
import type { Served } from "./types";

type Schemas = components["schemas"];

export type Dashboard = Served<Schemas["DashboardBody"]>;
export type ResultRow = Served<Schemas["ResultRow"]>;
export type Streak = Served<Schemas["StreakBody"]>;
export type Comparison = Served<Schemas["ComparisonBody"]>;
export type Progress = Served<Schemas["ProgressBody"]>;
export type DimensionTrend = Progress["dimensions"][number];
export type HeatCell = Progress["heat"][number];
export type ActiveDay = Progress["days"][number];
type ResultPage = Served<Schemas["ResultPage"]>;

type Asked = NonNullable<operations["progress_results"]["parameters"]["query"]>;

/** What results are searched by: all that the server takes but where its pages begin. */
export type ResultSearch = { [Key in keyof Omit<Asked, "cursor" | "limit">]: NonNullable<Asked[Key]> };

export const dashboardQuery = queryOptions({
  queryKey: ["dashboard"],
  queryFn: ({ signal }) => api<Dashboard>("/api/dashboard", { signal }),
});

export const progressQuery = queryOptions({
  queryKey: ["progress"],
  queryFn: ({ signal }) => api<Progress>("/api/progress", { signal }),
});

export const resultsQuery = (search: ResultSearch) =>
  infiniteQueryOptions({
    queryKey: ["results", search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)]));
      if (pageParam !== null) query.set("cursor", pageParam);
      return api<ResultPage>(`/api/results?${query.toString()}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData, // the filters stay while their answer is under way
  });

export const comparisonQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ["comparison", a, b],
    queryFn: ({ signal }) => api<Comparison>(`/api/results/compare?${new URLSearchParams({ a, b }).toString()}`, { signal }),
  });
