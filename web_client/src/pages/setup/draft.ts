/** The form of a new interview: its values, their defaults, and the draft that survives a reload of the tab. */
import type { InterviewSummary, InterviewType, Look, NewInterview, RoleKit, Seniority, Style } from "../../api/types";

export interface SetupValues {
  role_kit: string;
  role_title: string;
  company: string;
  seniority: Seniority;
  interview_type: InterviewType;
  style: Style;
  minutes: number;
  jd_text: string;
  resume_text: string;
  look: Look;
}

const KEY = "interview-lab.draft";
const types: readonly InterviewType[] = ["hr", "hiring_manager", "technical", "panel"];

export const minuteChoices = [5, 10, 15, 20, 30, 45, 60] as const;

export function kitDefaults(kit: RoleKit | undefined): Pick<SetupValues, "role_kit" | "seniority" | "interview_type"> {
  const first = kit?.default_interview_types.find((type): type is InterviewType => types.some((known) => known === type));
  return { role_kit: kit?.key ?? "", seniority: kit?.level ?? "mid", interview_type: first ?? "hiring_manager" };
}

interface Sources {
  kits: readonly RoleKit[];
  /** The kit named in the address. */
  kit?: string | undefined;
  /** An earlier interview to repeat. */
  from?: InterviewSummary | undefined;
  draft: Partial<SetupValues>;
}

/** What was asked for in the address goes before the draft, the draft before the defaults. */
export function initialValues({ kits, kit, from, draft }: Sources): SetupValues {
  const blank = { role_title: "", company: "", style: "neutral", minutes: 10, jd_text: "", resume_text: "", look: "maya" } as const;
  if (from) {
    const { role_kit, role_title, company, seniority, interview_type, style, minutes, look } = from;
    return { ...blank, role_kit, role_title, company: company ?? "", seniority, interview_type, style, minutes, look };
  }
  const named = kits.find((item) => item.key === kit);
  const drafted = kits.find((item) => item.key === draft.role_kit);
  const defaults = { ...blank, ...kitDefaults(named ?? drafted ?? kits[0]) };
  if (named && named.key !== draft.role_kit) return { ...defaults, ...texts(draft) };
  return { ...defaults, ...(drafted || !draft.role_kit ? draft : texts(draft)) };
}

const texts = ({ resume_text = "" }: Partial<SetupValues>): Pick<SetupValues, "resume_text"> => ({ resume_text });

export function readDraft(): Partial<SetupValues> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

export function writeDraft(values: SetupValues): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(values));
  } catch {
    // Storage is full or off: the draft is a convenience only.
  }
}

export function clearDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

/** Empty texts are left out; the server fills the title from the kit. */
export function toRequest(values: SetupValues, record: boolean): NewInterview {
  const { role_kit, seniority, interview_type, style, minutes, look } = values;
  const request: NewInterview = { role_kit, seniority, interview_type, style, minutes, look, record, consent: true };
  for (const key of ["role_title", "company", "jd_text", "resume_text"] as const) {
    const text = values[key].trim();
    if (text !== "") request[key] = text;
  }
  return request;
}
