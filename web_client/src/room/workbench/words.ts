// Sentences of the workbench.
import type { ExerciseStage } from "../messages";
import type { Exercise, RunAsked } from "../exercises/state";

const STAGES: Record<ExerciseStage, string> = {
  explain: "Explain",
  debug: "Debug",
  modify: "Modify",
  review: "Review",
  discuss: "Talk it over",
  framing: "Framing",
  hypotheses: "Hypotheses",
  analysis: "Analysis",
  recommendation: "Recommendation",
  risks: "Risks",
};
const LANGUAGES = { python: "Python", javascript: "JavaScript", sql: "SQL" } as const;

export const stageWord = (stage: ExerciseStage): string => STAGES[stage];

/** What stands under the exercise's name. */
export function kindOf({ view, index, total }: Exercise): string {
  const what = view.kind === "case" ? "Case" : LANGUAGES[view.language];
  return total > 1 ? `${what}, exercise ${index + 1} of ${total}` : what;
}

/** Whether what is written is safe: said only when the server has said so. */
export function savedState({ file, parts, closed, view }: Exercise): { text: string; alarm: boolean } {
  if (file?.trouble) return { text: file.trouble.message, alarm: true };
  if (closed) return { text: "Finished: it can be read but not changed", alarm: false };
  const open = Object.values(parts).some(({ saved }) => !saved);
  if (file?.status === "unsaved") return { text: "Not saved yet: kept in this browser until the connection is back", alarm: true };
  if (file?.status === "saving" || open) return { text: "Saving…", alarm: false };
  if (view.kind === "coding" && view.activity !== "review")
    return { text: file && file.revision > 0 ? `Saved, version ${file.revision}` : "Unchanged", alarm: false };
  return { text: Object.values(parts).some(({ text }) => text !== "" && text !== "[]") ? "Saved" : "Nothing written yet", alarm: false };
}

/** What a run that was asked for is waiting for. */
export function runState({ phase, position, submit }: RunAsked): string {
  switch (phase) {
    case "saving":
      return "Saving your code first…";
    case "sent":
      return submit ? "Submitting…" : "Asking for a run…";
    case "queued":
      return position === 1 ? "Waiting: one run is before yours" : `Waiting: ${position} runs are before yours`;
    case "running":
      return submit ? "Running all tests, the hidden ones too…" : "Running the tests…";
    case "in_browser":
      return "Running in your browser. The first time takes some seconds while Python is made ready.";
  }
}

export function hintLabel({ view, hints }: Exercise): string {
  const total = view.kind === "coding" ? view.hints : 0;
  return hints.length >= total ? "No more hints" : `Hint ${hints.length + 1} of ${total}`;
}

export function wordCount(text: string): string {
  const count = text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
  return count === 1 ? "1 word" : `${count} words`;
}

export function heldBack(reveals: number, shown: number): string {
  const left = Math.max(0, reveals - shown);
  if (left === 0) return "Everything in the data room is on the table.";
  const what = left === 1 ? "1 exhibit is" : `${left} exhibits are`;
  return `${what} held back until you ask. Ask for what you would want to know, aloud or in writing.`;
}
