/** A moment as a field of the browser holds it: in the viewer's own time, to the minute. */
const two = (n: number): string => String(n).padStart(2, "0");

/** "2026-12-03T14:05"; empty where there is none. */
export function toField(iso: string | null): string {
  if (iso === null) return "";
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** As the server keeps it; null where the field was emptied or is not a moment. */
export function fromField(value: string): string | null {
  const at = new Date(value); // without a zone it is local time
  return value === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Today in the viewer's calendar. */
export const todayField = (now: Date = new Date()): string => toField(now.toISOString()).slice(0, 10);
