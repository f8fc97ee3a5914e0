/** What an extract consists of, in the order of the page; a résumé and a job description each have theirs. */
import type { ClaimKind, DocumentKind, SkillKind } from "../../api/types";
import { claimWords } from "../../lib/words";

export interface FieldShape {
  key: string;
  label: string;
  /** "date": 2021-03, 2021 or present. */
  form?: "date";
}

interface Common {
  key: string;
  title: string;
  /** One of them, as in "Add a skill". */
  one: string;
  /** Said where there is none. */
  none: string;
}

export type SectionShape =
  | (Common & { sort: "fields"; fields: readonly FieldShape[] })
  | (Common & { sort: "words" | "lines"; note?: string; kinds?: Readonly<Record<string, string>>; fixed?: true })
  | (Common & { sort: "groups"; fields: readonly FieldShape[]; bullets: boolean });

const span = [
  { key: "start", label: "From", form: "date" },
  { key: "end", label: "To", form: "date" },
] as const;

const claims: Record<ClaimKind, string> = claimWords;
const skills: Record<SkillKind, string> = { skill: "Something one does", knowledge: "Something one knows" };

const resume: readonly SectionShape[] = [
  {
    key: "",
    sort: "fields",
    title: "You",
    one: "",
    none: "",
    fields: [
      { key: "name", label: "Name" },
      { key: "email", label: "E-mail" },
      { key: "phone", label: "Phone" },
    ],
  },
  {
    key: "work_history",
    sort: "groups",
    title: "Work",
    one: "a job",
    none: "No job was found.",
    bullets: true,
    fields: [{ key: "title", label: "Title" }, { key: "company", label: "Company" }, { key: "location", label: "Place" }, ...span],
  },
  {
    key: "education",
    sort: "groups",
    title: "Education",
    one: "an education",
    none: "No education was found.",
    bullets: false,
    fields: [{ key: "institution", label: "Institution" }, { key: "degree", label: "Degree" }, { key: "field", label: "Subject" }, ...span],
  },
  {
    key: "projects",
    sort: "groups",
    title: "Projects",
    one: "a project",
    none: "No project was found.",
    bullets: true,
    fields: [{ key: "name", label: "Name" }, ...span],
  },
  { key: "skills", sort: "words", title: "Skills", one: "a skill", none: "No skill was found." },
  { key: "metrics", sort: "lines", title: "Figures", one: "a figure", none: "No figure was found.", note: "Sentences with a number in them." },
  {
    key: "claim_triggers",
    sort: "lines",
    title: "What an interviewer may ask about",
    one: "a claim",
    none: "Nothing yet.",
    note: "The strongest first. Remove what you would rather not be asked about.",
    kinds: claims,
  },
  {
    key: "gaps",
    sort: "lines",
    title: "Gaps",
    one: "",
    none: "",
    fixed: true,
    note: "Months with neither work nor study. Remove one that is none.",
  },
  { key: "links", sort: "words", title: "Links", one: "a link", none: "No link was found." },
];

const jd: readonly SectionShape[] = [
  {
    key: "",
    sort: "fields",
    title: "The job",
    one: "",
    none: "",
    fields: [
      { key: "title", label: "Title" },
      { key: "company", label: "Company" },
    ],
  },
  { key: "must_have", sort: "lines", title: "Must have", one: "a requirement", none: "No requirement was found." },
  { key: "nice_to_have", sort: "lines", title: "Nice to have", one: "a wish", none: "No wish was found." },
  { key: "responsibilities", sort: "lines", title: "What the job does", one: "a responsibility", none: "No responsibility was found." },
  { key: "keywords", sort: "words", title: "Keywords", one: "a keyword", none: "No keyword was found." },
  {
    key: "skills",
    sort: "lines",
    title: "Skills and knowledge",
    one: "a skill",
    none: "No skill was found.",
    note: "In the advertisement’s own words.",
    kinds: skills,
  },
  { key: "seniority_signal", sort: "words", title: "Signs of the level", one: "a sign", none: "No sign of the level was found." },
];

export const shapes: Record<DocumentKind, readonly SectionShape[]> = { resume, jd };
