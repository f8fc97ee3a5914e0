/** The home page, results and their comparison, progress by dimension and day. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { JobCard } from "./jobTypes";
import type { ExerciseMode, InterviewType, NextBest, PracticeItem, Readiness } from "./types";

export interface ResultRow {
  session_id: string;
  held_at: string;
  role_title: string;
  company: string | null;
  interview_type: InterviewType;
  minutes: number;
  exercise_types: ExerciseMode[];
  /** Null: not enough evidence. */
  score: number | null;
  /** Mean half-range of the judges on 0 to 5. */
  spread: number | null;
  readiness: Readiness | null;
  job_id: string | null;
  next: { title: string; kind: string; target: string | null } | null;
}

export interface Streak {
  days: number;
  today: boolean;
  /** Those of the last 14 days, as dates. */
  active: string[];
}

export interface Dashboard {
  jobs: JobCard[];
  jobs_total: number;
  streak: Streak;
  week: { starts_on: string | null; items: PracticeItem[] };
  next_best: NextBest | null;
  results: ResultRow[];
}

export interface ResultSearch {
  job?: string;
  role?: string;
  company?: string;
  interview_type?: InterviewType;
  exercise_type?: ExerciseMode;
  from?: string;
  to?: string;
  min?: number;
  max?: number;
  text?: string;
}

interface ResultPage {
  items: ResultRow[];
  next_cursor: string | null;
}

interface Side {
  score: number | null;
  spread: number | null;
}

export interface Comparison {
  a: ResultRow;
  b: ResultRow;
  dimensions: { key: string; name: string; a: Side | null; b: Side | null }[];
  jd_match: { a: number | null; b: number | null };
  /** An empty side was not measured. */
  figures: { label: string; a: string; b: string }[];
}

export interface DimensionTrend {
  key: string;
  name: string;
  /** The oldest first. */
  points: { session_id: string; at: string; score: number; spread: number | null }[];
}

export interface HeatCell {
  dimension: string;
  name: string;
  interview_type: InterviewType;
  score: number | null;
  interviews: number;
}

export interface ActiveDay {
  /** A date. */
  on: string;
  minutes: number;
  done: number;
}

export interface Progress {
  dimensions: DimensionTrend[];
  heat: HeatCell[];
  days: ActiveDay[];
  streak: Streak;
}

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
  });

export const comparisonQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ["comparison", a, b],
    queryFn: ({ signal }) => api<Comparison>(`/api/results/compare?${new URLSearchParams({ a, b }).toString()}`, { signal }),
  });
