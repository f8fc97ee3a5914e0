/** The JSON of the tracker's routes, as schema/jobs.py has it. */
import type { InterviewStatus, InterviewType, ReportStatus } from "./types";

export type JobStatus = "saved" | "applied" | "interviewing" | "offer" | "rejected";
export type JobSource = "url" | "paste" | "upload" | "csv" | "hand";
export type OutcomeKind = "screened_out" | "first_round" | "onsite" | "offer" | "rejected" | "withdrew";
export type JobSort = "updated" | "created" | "next_interview" | "deadline" | "readiness" | "company" | "role";

export interface JobOutcome {
  kind: OutcomeKind;
  /** A date. */
  on: string;
  reason: string;
}

export interface StatusChange {
  /** Null: it was saved. */
  before: JobStatus | null;
  after: JobStatus;
  at: string;
}

export interface PostedJob {
  url: string;
  title: string;
  company: string;
  location: string;
  description: string;
  valid_through: string | null;
  structured: boolean;
}

export interface ReadinessPart {
  key: "dimensions" | "coverage" | "proof" | "exercises" | "practice";
  label: string;
  value: number | null;
  weight: number;
  says: string;
}

export interface ReadinessStep {
  label: string;
  gain: number;
  kind: "interview" | "exercise" | "drill" | "resume_fix";
  target: string | null;
}

export interface JobReadiness {
  score: number | null;
  low: number | null;
  high: number | null;
  parts: ReadinessPart[];
  steps: ReadinessStep[];
  calibrated: number;
  calibration: string;
  interviews: number;
  asOf: string | null;
  previous: number | null;
}

export interface JobCard {
  id: string;
  role_title: string;
  company: string | null;
  company_known: boolean;
  role_category: string;
  status: JobStatus;
  tags: string[];
  next_interview_at: string | null;
  /** A date. */
  deadline_on: string | null;
  job_url: string | null;
  has_description: boolean;
  archived: boolean;
  readiness: JobReadiness;
  interviews: number;
  created_at: string;
  updated_at: string;
}

/** An interview that was planned for a job; without a session it was not entered. */
export interface JobPractice {
  plan_id: string;
  session_id: string | null;
  created_at: string;
  title: string;
  interview_type: InterviewType;
  status: InterviewStatus | null;
  report_status: ReportStatus | null;
  score: number | null;
}

export interface Job extends JobCard {
  notes: string;
  description: string;
  jd_document_id: string | null;
  source: JobSource;
  history: StatusChange[];
  outcomes: JobOutcome[];
  practice: JobPractice[];
}

export interface JobList {
  items: JobCard[];
  next_cursor: string | null;
  /** Every tag in use. */
  tags: string[];
}

export interface JobSearch {
  status?: JobStatus;
  text?: string;
  tag?: string;
  archived?: true;
  sort?: JobSort;
}

export interface JobChange {
  status?: JobStatus;
  /** The last change of the status is taken back, in the history too. */
  undo?: true;
  role_title?: string;
  company?: string | null;
  job_url?: string | null;
  notes?: string;
  next_interview_at?: string | null;
  deadline_on?: string | null;
  tags?: string[];
  archived?: boolean;
  outcomes?: JobOutcome[];
}

export interface BulkChange {
  ids: string[];
  status?: JobStatus;
  add_tags?: string[];
  remove_tags?: string[];
  archived?: boolean;
}

export interface NewJob {
  source: JobSource;
  url?: string;
  role_title?: string;
  company?: string;
  description?: string;
  jd_document_id?: string;
  deadline_on?: string;
}

export interface JobImport {
  added: number;
  skipped: number;
  skipped_rows: number[];
  /** The heading is row 1. */
  errors: { row: number; column: string; message: string }[];
}
