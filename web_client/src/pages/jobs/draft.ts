/** A job while it is being added, and what is still missing of it. */
import type { NewJob, PostedJob } from "../../api/jobs";

export type Way = "url" | "paste" | "upload" | "hand";

export interface JobDraft {
  url: string;
  role: string;
  company: string;
  description: string;
  /** A date, or empty. */
  deadline: string;
  documentId: string;
  documentName: string;
  /** The page was read, and whether it was marked up as a job. */
  read: boolean;
  structured: boolean;
}

export const emptyDraft: JobDraft = {
  url: "",
  role: "",
  company: "",
  description: "",
  deadline: "",
  documentId: "",
  documentName: "",
  read: false,
  structured: false,
};

export const fromPage = (page: PostedJob): JobDraft => ({
  ...emptyDraft,
  url: page.url,
  role: page.title,
  company: page.company,
  description: page.description,
  deadline: page.valid_through ?? "",
  read: true,
  structured: page.structured,
});

/** A description says what the role is; the server reads it there, and asks where it finds none. */
export const readsRole = (way: Way): boolean => way === "paste" || way === "upload";

/** Field → what to do about it. */
export function problems(draft: JobDraft, way: Way): Record<string, string> {
  const text = draft.description.trim();
  return {
    ...(draft.role.trim() === "" && !readsRole(way) ? { role: "Name the role." } : {}),
    ...((way === "url" || way === "paste") && text === "" ? { description: "Paste the description, or add the job by hand." } : {}),
    ...(way === "upload" && draft.documentId === "" ? { documentId: "Upload the description, or add the job by hand." } : {}),
  };
}

/** Only what belongs to the chosen way; empty fields are left out. */
export function toNewJob(draft: JobDraft, way: Way): NewJob {
  const given = (value: string): string | undefined => (value.trim() === "" ? undefined : value.trim());
  const fields: Omit<NewJob, "source"> = {
    ...optional("url", given(draft.url)),
    ...optional("role_title", given(draft.role)),
    ...optional("company", given(draft.company)),
    ...optional("deadline_on", given(draft.deadline)),
    ...(way === "url" || way === "paste" ? optional("description", given(draft.description)) : {}),
    ...(way === "upload" ? optional("jd_document_id", given(draft.documentId)) : {}),
  };
  return { source: way, ...fields };
}

const optional = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, string>>;
