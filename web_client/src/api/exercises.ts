/** The catalogue of coding exercises and cases, and what was done with them in an interview. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type {
  ExerciseBody,
  ExerciseList,
  ExerciseReplay,
  NewExercisePractice,
  Plan,
} from "./types";

export const exercisesQuery = queryOptions({
  queryKey: ["exercises"],
  queryFn: ({ signal }) => api<ExerciseList>("/api/exercises", { signal }),
});

export const exerciseQuery = (key: string) =>
  queryOptions({
    queryKey: ["exercises", key],
    queryFn: ({ signal }) =>
      api<ExerciseBody>(`/api/exercises/${encodeURIComponent(key)}`, {
        signal,
      }),
  });

/** A plan of this exercise alone; the plan's page starts the interview. */
export const planExercise = (
  key: string,
  wish: NewExercisePractice,
): Promise<Plan> =>
  api<Plan>(`/api/exercises/${encodeURIComponent(key)}/plan`, {
    method: "POST",
    body: wish,
  });

export const replaysQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ["interviews", sessionId, "exercises"],
    queryFn: ({ signal }) =>
      api<ExerciseReplay[]>(
        `/api/interview/sessions/${encodeURIComponent(sessionId)}/exercises`,
        { signal },
      ),
  });
