/** The form of a new interview: its values, their defaults, and the draft that survives a reload of the tab. */
import type {
  CompanyArchetype,
  InterviewSummary,
  InterviewType,
  Look,
  NewConfig,
  Preferences,
  RoleKit,
  RoleLabel,
  Seniority,
  Style,
} from "../../api/types";

/** Empty strings stand for "not chosen". */
export interface SetupValues {
  role_kit: string;
  /** The role as people call it; the label that was picked. */
  role_title: string;
  specialization: string;
  company: string;
  company_archetype: CompanyArchetype | "";
  seniority: Seniority;
  interview_type: InterviewType;
  style: Style;
  minutes: number;
  jd_document_id: string;
  resume_document_id: string;
  look: Look;
}

const USUAL = "software_engineer"; // what most newcomers practise for
const KEY = "interview-lab.draft";
const types: readonly InterviewType[] = ["hr", "hiring_manager", "technical", "panel"];
const blank = {
  specialization: "",
  company: "",
  company_archetype: "",
  style: "neutral",
  minutes: 10,
  jd_document_id: "",
  resume_document_id: "",
  look: "maya",
} as const;

export const minuteChoices = [5, 10, 15, 20, 30, 45, 60] as const;

export function kitDefaults(kit: RoleKit | undefined): Pick<SetupValues, "role_kit" | "role_title" | "seniority" | "interview_type"> {
  const first = kit?.default_interview_types.find((type): type is InterviewType => types.some((known) => known === type));
  return {
    role_kit: kit?.key ?? "",
    role_title: kit?.name ?? "",
    seniority: kit?.level ?? "mid",
    interview_type: first ?? "hiring_manager",
  };
}

interface Sources {
  kits: readonly RoleKit[];
  /** The kit named in the address. */
  kit?: string | undefined;
  /** An earlier interview to repeat. */
  from?: InterviewSummary | undefined;
  draft: Partial<SetupValues>;
  /** The settings, and the role that they name. */
  likes?: Preferences | undefined;
  role?: RoleLabel | undefined;
}

/** What was asked for in the address goes before the draft, the draft before the settings, these before the defaults. */
export function initialValues({ kits, kit, from, draft, likes, role }: Sources): SetupValues {
  if (from) {
    const { role_kit, role_title, company, seniority, interview_type, style, minutes, look } = from;
    return { ...blank, ...documents(draft), role_kit, role_title, company: company ?? "", seniority, interview_type, style, minutes, look };
  }
  const named = kits.find((item) => item.key === kit);
  const drafted = kits.find((item) => item.key === draft.role_kit);
  const aimed = kits.find((item) => item.key === role?.role_kit);
  const usual = aimed ?? kits.find((item) => item.key === USUAL) ?? kits[0];
  const base = { ...blank, ...kitDefaults(named ?? drafted ?? usual) };
  const title = !named && !drafted && aimed && role ? { role_title: role.label, specialization: role.specialization ?? "" } : {};
  const defaults = { ...base, ...title, ...liked(likes) };
  if (named && named.key !== draft.role_kit) return { ...defaults, ...documents(draft) };
  return { ...defaults, ...(drafted || !draft.role_kit ? draft : documents(draft)) };
}

/** What the settings say; what they leave open is left out. */
const liked = (likes: Preferences | undefined): Partial<Pick<SetupValues, "look" | "style" | "minutes" | "seniority">> => ({
  ...(likes?.look ? { look: likes.look } : {}),
  ...(likes?.style ? { style: likes.style } : {}),
  ...(likes?.minutes ? { minutes: likes.minutes } : {}),
  ...(likes?.seniority ? { seniority: likes.seniority } : {}),
});

/** The résumé is the person's; the job description belongs to the job that was left. */
const documents = ({ resume_document_id = "" }: Partial<SetupValues>): Pick<SetupValues, "resume_document_id"> => ({
  resume_document_id,
});

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

/** What is not chosen is left out. */
export function toRequest(values: SetupValues): NewConfig {
  const { role_kit, seniority, interview_type, style, minutes, look, company_archetype } = values;
  const request: NewConfig = { role_kit, seniority, interview_type, style, minutes, look };
  for (const key of ["role_title", "specialization", "company", "jd_document_id", "resume_document_id"] as const) {
    const text = values[key].trim();
    if (text !== "") request[key] = text;
  }
  if (company_archetype !== "") request.company_archetype = company_archetype;
  return request;
}
