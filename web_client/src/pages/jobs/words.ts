/** The tracker's closed sets in plain words. A missing member does not compile. */
import type { JobSort, JobStatus, OutcomeKind } from "../../api/jobs";

export const jobStatusWords: Record<JobStatus, string> = {
  saved: "Saved",
  applied: "Applied",
  interviewing: "Interviewing",
  offer: "Offer",
  rejected: "Rejected",
};

export const STATUSES = Object.keys(jobStatusWords) as JobStatus[];

export const outcomeWords: Record<OutcomeKind, string> = {
  first_round: "Invited to a first interview",
  onsite: "Invited to the final round",
  offer: "Got an offer",
  screened_out: "Turned down before an interview",
  rejected: "Turned down after an interview",
  withdrew: "I withdrew",
};

export const sortWords: Record<JobSort, string> = {
  updated: "Last changed",
  created: "Newest first",
  next_interview: "Next interview",
  deadline: "Deadline",
  readiness: "Readiness",
  company: "Company",
  role: "Role",
};

export const SORTS = Object.keys(sortWords) as JobSort[];

/** "Data Analyst, Northwind"; a job without a company is its role. */
export const jobTitle = (job: { role_title: string; company: string | null }): string =>
  job.company === null || job.company === "" ? job.role_title : `${job.role_title}, ${job.company}`;
