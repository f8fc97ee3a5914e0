/** One more try at an answer; the question in the interview's voice; the files of a report. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "./client";
import { answerBody, type SpokenOrTyped } from "./practice";
import type { Retake, RetakeList } from "./types";

const session = (id: string): string => `/api/interview/sessions/${encodeURIComponent(id)}`;

export const retakesQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ["retakes", sessionId],
    queryFn: async ({ signal }) => (await api<RetakeList>(`${session(sessionId)}/retakes`, { signal })).retakes,
  });

export const questionAudioUrl = (sessionId: string, questionId: string): string =>
  `${session(sessionId)}/questions/${encodeURIComponent(questionId)}/audio`;

export const retakeAudioUrl = (sessionId: string, retakeId: string): string =>
  `${session(sessionId)}/retakes/${encodeURIComponent(retakeId)}/audio`;

export const reportFileUrl = (sessionId: string, kind: "pdf" | "json"): string => `${session(sessionId)}/report.${kind}`;

export function useRetake(sessionId: string, questionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: SpokenOrTyped) =>
      api<Retake>(`${session(sessionId)}/retakes`, { method: "POST", body: answerBody({ question_id: questionId }, answer) }),
    onSuccess: (retake) =>
      client.setQueryData(retakesQuery(sessionId).queryKey, (all) => [retake, ...(all ?? []).filter((one) => one.id !== retake.id)]),
  });
}

export function useDeleteRetake(sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<null>(`${session(sessionId)}/retakes/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSuccess: (_, id) => client.setQueryData(retakesQuery(sessionId).queryKey, (all) => all?.filter((one) => one.id !== id)),
  });
}
