/** Looking for a role and a company, planning an interview, and starting the one that was planned. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { Company, InterviewBody, NewConfig, Plan, RoleLabel } from "./types";

const HITS = 8;

export const roleLabelsQuery = (typed: string) =>
  queryOptions({
    queryKey: ["role-labels", typed.trim().toLowerCase()],
    queryFn: ({ signal }) => api<RoleLabel[]>(`/api/role-labels?limit=${HITS}&q=${encodeURIComponent(typed.trim())}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const companiesQuery = (typed: string) =>
  queryOptions({
    queryKey: ["companies", typed.trim().toLowerCase()],
    queryFn: ({ signal }) => api<Company[]>(`/api/companies?limit=${HITS}&q=${encodeURIComponent(typed.trim())}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan", id],
    queryFn: ({ signal }) => api<Plan>(`/api/interview/plans/${encodeURIComponent(id)}`, { signal }),
  });

/** A plan of new choices, or another one of choices that are kept. */
export const makePlan = (body: NewConfig | { config_id: string }): Promise<Plan> =>
  api<Plan>("/api/interview/plans", { method: "POST", body });

/** An interview of a plan. The click that leads here is the consent. */
export const startPlan = (planId: string, record: boolean): Promise<InterviewBody> =>
  api<InterviewBody>("/api/interview/sessions", { method: "POST", body: { plan_id: planId, record, consent: true } });
