/** The week's days as dates, and how far it has come. */
import type { PracticeItem } from "../../api/types";

const DAY_MS = 86_400_000;

/** "2026-11-22" as a local date; the day of a plan is the user's own. */
const dateOf = (iso: string): Date => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return new Date(year, month - 1, day);
};

/** 1 on the plan's first day; 8 and more when the week is over. */
export function dayToday(startsOn: string, now: Date = new Date()): number {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((today.getTime() - dateOf(startsOn).getTime()) / DAY_MS) + 1;
}

/** "Today", "Tomorrow", "Wednesday"; with the date behind it. */
export function dayName(startsOn: string, day: number, now: Date = new Date()): { name: string; date: string } {
  const start = dateOf(startsOn);
  const date = new Date(start.getFullYear(), start.getMonth(), start.getDate() + day - 1);
  const away = day - dayToday(startsOn, now);
  const weekday = date.toLocaleDateString("en-GB", { weekday: "long" });
  return {
    name: away === 0 ? "Today" : away === 1 ? "Tomorrow" : away === -1 ? "Yesterday" : weekday,
    date: date.toLocaleDateString("en-GB", { day: "numeric", month: "long" }),
  };
}

/** On how many days of the week something was done. */
export const activeDays = (items: readonly PracticeItem[]): number =>
  new Set(items.flatMap((item) => (item.done_at === null ? [] : [new Date(item.done_at).toDateString()]))).size;

/** "due now", "back tomorrow", "back on Friday", "back on 3 December", "new". */
export function dueWords(dueAt: string | null, now: Date = new Date()): string {
  if (dueAt === null) return "new";
  const due = new Date(dueAt);
  if (due.getTime() <= now.getTime()) return "due now";
  const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(due) - midnight(now)) / DAY_MS);
  if (days === 0) return "back later today";
  if (days === 1) return "back tomorrow";
  if (days < 7) return `back on ${due.toLocaleDateString("en-GB", { weekday: "long" })}`;
  return `back on ${due.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
}
