/** What the settings ask of every page: large captions, and less motion beside what the system asks for. */
import { useReducedMotion } from "@mantine/hooks";
import { useSyncExternalStore } from "react";
import type { Preferences } from "../api/types";

const listeners = new Set<() => void>();
const root = document.documentElement.dataset;

/** Written on the page's root, where the styles read it. Null: nobody is signed in. */
export function applyComfort(wish: Pick<Preferences, "captions" | "reduced_motion"> | null): void {
  if (wish?.reduced_motion === true) root["motion"] = "reduced";
  else delete root["motion"];
  if (wish?.captions === "large") root["captions"] = "large";
  else delete root["captions"];
  for (const listener of listeners) listener();
}

const chosen = (): boolean => root["motion"] === "reduced";

/** Whether things should stay still just now. */
export const wantsStillness = (): boolean => chosen() || window.matchMedia("(prefers-reduced-motion: reduce)").matches;

export function useStillness(): boolean {
  const system = useReducedMotion();
  const wished = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosen);
  return system || wished;
}
