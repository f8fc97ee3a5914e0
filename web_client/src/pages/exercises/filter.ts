/** Which exercises of the catalogue are shown. Every choice stands in the address, so a list can be kept and shared. */
import type {
  CodeLanguage,
  ExerciseCard,
  ExerciseMode,
  Seniority,
} from "../../api/types";
import { topicWords } from "../../lib/exerciseWords";

export interface ExerciseSearch {
  kind?: "coding" | "case";
  mode?: ExerciseMode;
  language?: CodeLanguage;
  level?: Seniority;
  text?: string;
}

const MODES: readonly ExerciseMode[] = [
  "coding_explain",
  "coding_debug",
  "coding_modify",
  "code_review",
  "case_study",
];
const LANGUAGES: readonly CodeLanguage[] = ["python", "javascript", "sql"];
const LEVELS: readonly Seniority[] = ["entry", "mid", "senior"];

function member<T extends string>(
  all: readonly T[],
  value: unknown,
): T | undefined {
  return all.find((one) => one === value);
}

/** What an address says; what is no choice is left out. */
export function readSearch(search: Record<string, unknown>): ExerciseSearch {
  const kind = member(["coding", "case"] as const, search["kind"]);
  const mode = member(MODES, search["mode"]);
  const language = member(LANGUAGES, search["language"]);
  const level = member(LEVELS, search["level"]);
  const text = search["text"];
  return {
    ...(kind ? { kind } : {}),
    ...(mode ? { mode } : {}),
    ...(language ? { language } : {}),
    ...(level ? { level } : {}),
    ...(typeof text === "string" && text !== "" ? { text } : {}),
  };
}

export function isShown(card: ExerciseCard, search: ExerciseSearch): boolean {
  return (
    (search.kind === undefined || card.kind === search.kind) &&
    (search.mode === undefined || card.mode === search.mode) &&
    (search.language === undefined || card.language === search.language) &&
    (search.level === undefined || card.level === search.level) &&
    holds(card, search.text ?? "")
  );
}

/** Whether every word of the search begins a word of the exercise. */
function holds(card: ExerciseCard, text: string): boolean {
  const own = words(
    [card.name, card.summary, ...card.topics.map(topicWords)].join(" "),
  );
  return words(text).every((word) =>
    own.some((other) => other.startsWith(word)),
  );
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
