/** Answering a question of this interview once more: who opens the dialog, and how often it was done. */
import { createContext, useContext } from "react";

export interface Retakes {
  /** False while the interview is open, and for the candidate's own turn to ask. */
  possible: (questionId: string) => boolean;
  /** How often this question was answered again. */
  count: (questionId: string) => number;
  open: (questionId: string, question: string) => void;
}

export const RetakeContext = createContext<Retakes>({ possible: () => false, count: () => 0, open: () => undefined });

export const useRetakes = (): Retakes => useContext(RetakeContext);
