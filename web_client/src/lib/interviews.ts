/** What an interview's row says about it, and where it leads. */
import type { InterviewSummary } from "../api/types";
import { readinessWords, statusWords } from "./words";

export const isOpen = (interview: InterviewSummary): boolean => ["created", "live", "paused"].includes(interview.status);

export interface Outcome {
  kind: "score" | "words" | "progress" | "attention";
  score: number | null;
  text: string;
}

export function outcome(interview: InterviewSummary): Outcome {
  if (isOpen(interview)) return { kind: "words", score: null, text: statusWords[interview.status] };
  switch (interview.report_status) {
    case "pending":
    case "running":
      return { kind: "progress", score: null, text: "Report being written" };
    case "failed":
      return { kind: "attention", score: null, text: "Report failed" };
    case "none":
      return { kind: "words", score: null, text: statusWords[interview.status] };
    case "done":
      if (interview.overall_score === null) return { kind: "words", score: null, text: "Not enough evidence" };
      return {
        kind: "score",
        score: interview.overall_score,
        text: interview.readiness === null ? "" : readinessWords[interview.readiness],
      };
  }
}

export const interviewTitle = (interview: InterviewSummary): string =>
  interview.company ? `${interview.role_title}, ${interview.company}` : interview.role_title;
