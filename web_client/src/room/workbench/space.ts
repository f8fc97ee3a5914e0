// How much room the workbench has, and what of it a phone shows at a time.
import { useMediaQuery } from "@mantine/hooks";
import type { Exercise } from "../exercises/state";
import type { ExerciseDesk } from "../exercises/desk";

export type Space = "phone" | "medium" | "wide";
export type BenchTab = "code" | "tests" | "brief" | "data" | "notes" | "conversation";

export interface BenchProps {
  exercise: Exercise;
  desk: ExerciseDesk;
  space: Space;
  /** Null where everything is in sight. */
  tab: BenchTab | null;
}

export function useSpace(): Space {
  const phone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const medium = useMediaQuery("(max-width: 79.99em)", false, { getInitialValueInEffect: false });
  return phone ? "phone" : medium ? "medium" : "wide";
}

/** A part that stays mounted, so that nothing typed in it is lost, and is hidden while another is looked at. */
export const hiddenBy = (tab: BenchTab | null, ...names: BenchTab[]): boolean => tab !== null && !names.includes(tab);
