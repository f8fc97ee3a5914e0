/** Which results are shown; it stands in the address. */
import type { ResultSearch } from "../../api/progress";
import type { ExerciseMode, InterviewType } from "../../api/types";
import { modeWords } from "../../lib/exerciseWords";
import { typeWords } from "../../lib/words";

export interface ResultsSearch extends ResultSearch {
  /** The one or two interviews that are chosen to be compared. */
  a?: string;
  b?: string;
}

const TYPES = Object.keys(typeWords) as InterviewType[];
const MODES = Object.keys(modeWords) as ExerciseMode[];

const word = (value: unknown): string | undefined => (typeof value === "string" && value.trim() !== "" ? value : undefined);
const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
const score = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100 ? value : undefined;

/** What an address says; what is no choice is left out. */
export function readResultsSearch(search: Record<string, unknown>): ResultsSearch {
  const read: Record<keyof ResultsSearch, string | number | undefined> = {
    job: word(search["job"]),
    role: word(search["role"]),
    company: word(search["company"]),
    interview_type: TYPES.find((one) => one === search["interview_type"]),
    exercise_type: MODES.find((one) => one === search["exercise_type"]),
    from: day(search["from"]),
    to: day(search["to"]),
    min: score(search["min"]),
    max: score(search["max"]),
    text: word(search["text"]),
    a: word(search["a"]),
    b: word(search["b"]),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export function toServer(search: ResultsSearch): ResultSearch {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name !== "a" && name !== "b"));
}

/** Choosing an interview: at most two, the one chosen first goes; chosen again it is let go. */
export function choose(search: ResultsSearch, id: string): ResultsSearch {
  const chosen = [search.a, search.b].filter((one) => one !== undefined);
  const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2);
  const [a, b] = next;
  return { ...toServer(search), ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
}
