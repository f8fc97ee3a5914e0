/** Which jobs are shown and how; it stands in the address, so that a view can be kept. */
import type { JobSearch } from "../../api/jobs";
import { SORTS, STATUSES } from "./words";

export interface JobsSearch extends JobSearch {
  view?: "table";
  /** Opens the dialog for a new job. */
  add?: true;
}

const word = (value: unknown): string | undefined => (typeof value === "string" && value.trim() !== "" ? value : undefined);

/** What an address says; what is no choice is left out. */
export function readJobsSearch(search: Record<string, unknown>): JobsSearch {
  const status = STATUSES.find((one) => one === search["status"]);
  const sort = SORTS.find((one) => one === search["sort"]);
  const text = word(search["text"]);
  const tag = word(search["tag"]);
  return {
    ...(search["view"] === "table" ? { view: "table" as const } : {}),
    ...(status ? { status } : {}),
    ...(sort ? { sort } : {}),
    ...(text === undefined ? {} : { text }),
    ...(tag === undefined ? {} : { tag }),
    ...(search["archived"] === true ? { archived: true as const } : {}),
    ...(search["add"] === true ? { add: true as const } : {}),
  };
}

/** What the server is asked for: the board shows every status, so it never narrows by one. */
export function toServer({ view, status, text, tag, archived, sort }: JobsSearch): JobSearch {
  return {
    ...(status !== undefined && view === "table" ? { status } : {}),
    ...(text === undefined ? {} : { text: text.trim() }),
    ...(tag === undefined ? {} : { tag }),
    ...(archived === true ? { archived } : {}),
    ...(sort === undefined ? {} : { sort }),
  };
}

export const isNarrowed = ({ status, text, tag, view }: JobsSearch): boolean =>
  text !== undefined || tag !== undefined || (status !== undefined && view === "table");

/** The same view without one of its choices. */
export function without(search: JobsSearch, name: keyof JobsSearch): JobsSearch {
  return Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
}
