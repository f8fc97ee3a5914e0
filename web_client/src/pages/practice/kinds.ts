/** The kinds of drills in words. A missing member does not compile. */
import type { DrillKind } from "../../api/types";

export const drillKindWords: Record<DrillKind, string> = {
  short_answer: "A short answer",
  storytelling: "Telling a story",
  metrics: "Numbers",
  opening: "Opening well",
  clarifying: "Asking back",
};
