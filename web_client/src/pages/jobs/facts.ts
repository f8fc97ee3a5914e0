/** What a card says of its dates and its readiness. */
import type { JobCard, JobReadiness } from "../../api/jobs";

const DAY_MS = 86_400_000;

/** "2026-11-22" as a local date: a deadline is a day of the user's own calendar. */
export const localDay = (iso: string): Date => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return new Date(year, month - 1, day);
};

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** "today", "tomorrow", "Friday", "3 December", "3 March 2025"; a day in the past has its date. */
export function dayWords(date: Date, now: Date = new Date()): string {
  const days = Math.round((midnight(date) - midnight(now)) / DAY_MS);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days > 1 && days < 7) return date.toLocaleDateString("en-GB", { weekday: "long" });
  const sameYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

/** "tomorrow, 14:05". */
export const timeWords = (iso: string, now: Date = new Date()): string => {
  const date = new Date(iso);
  return `${dayWords(date, now)}, ${date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
};

/** The interview where one is to come, else the deadline while it lies ahead and nothing was sent. */
export function nextDate(
  job: Pick<JobCard, "status" | "next_interview_at" | "deadline_on">,
  now: Date = new Date(),
): { text: string; soon: boolean } | null {
  const soon = (date: Date): boolean => midnight(date) - midnight(now) <= 2 * DAY_MS;
  if (job.next_interview_at !== null) {
    const at = new Date(job.next_interview_at);
    if (at.getTime() >= now.getTime()) return { text: `Interview ${timeWords(job.next_interview_at, now)}`, soon: soon(at) };
  }
  if (job.deadline_on === null || job.status !== "saved") return null;
  const due = localDay(job.deadline_on);
  return midnight(due) < midnight(now) ? null : { text: `Apply by ${dayWords(due, now)}`, soon: soon(due) };
}

/** The readiest first; what was not measured comes last. */
export const byReadiness = (jobs: readonly JobCard[]): JobCard[] =>
  jobs.toSorted((a, b) => (b.readiness.score ?? -1) - (a.readiness.score ?? -1));

/** "Readiness 64, between 55 and 72"; never a number where nothing was judged. */
export function readyWords({ score, low, high }: Pick<JobReadiness, "score" | "low" | "high">): string {
  if (score === null) return "Readiness not measured";
  return low === null || high === null ? `Readiness ${score}` : `Readiness ${score}, between ${low} and ${high}`;
}
