/** The work on an exercise as a row of moments, each with the file as it was then. */
import { applyPatch } from "diff";
import type { ExerciseMoment, ExerciseReplay } from "../../../api/types";

export interface Frame {
  moment: ExerciseMoment;
  /** The file after this moment and before it; empty for a case. */
  text: string;
  before: string;
}

/** Every moment with the file at it. A revision that does not fit leaves the text as it was: it is shown, not hidden. */
export function frames(replay: ExerciseReplay): Frame[] {
  let text = replay.code ?? "";
  return replay.moments.map((moment) => {
    const before = text;
    if (moment.kind === "revision" && moment.diff !== null) {
      const next = applyPatch(text, moment.diff, { fuzzFactor: 0 });
      if (typeof next === "string") text = next;
    }
    return { moment, text, before };
  });
}

/** Index of the last moment at or before a second of the recording; the first where none is. */
export function at(all: readonly Frame[], seconds: number): number {
  let found = 0;
  all.forEach((frame, index) => {
    if (frame.moment.at_ms <= seconds * 1000) found = index;
  });
  return found;
}

const STAGES: Record<NonNullable<ExerciseMoment["stage"]>, string> = {
  explain: "Explaining",
  debug: "Finding the fault",
  modify: "Changing it",
  review: "Reviewing",
  discuss: "Talking it over",
  framing: "Framing",
  hypotheses: "Hypotheses",
  analysis: "Analysis",
  recommendation: "Recommendation",
  risks: "Risks",
};

export function told({ moment }: Frame): string {
  switch (moment.kind) {
    case "opened":
      return "Opened";
    case "stage":
      return moment.stage === null ? "Went on" : STAGES[moment.stage];
    case "revision":
      return `Edit ${moment.revision ?? ""}`.trim();
    case "run":
      return moment.submitted ? "Submitted" : "Ran the tests";
    case "hint":
      return "Took a hint";
    case "reveal":
      return `Earned: ${moment.reveal?.title ?? "an exhibit"}`;
    case "artifact":
      return `Wrote: ${moment.section ?? moment.part ?? "a note"}`;
    case "remarks":
      return "Wrote remarks";
  }
}
