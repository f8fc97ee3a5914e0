/** Exercises in plain words. A missing member does not compile. */
import type {
  CaseType,
  CodeLanguage,
  Difficulty,
  ExerciseMode,
} from "../api/types";

export const modeWords: Record<
  ExerciseMode,
  { title: string; meaning: string }
> = {
  coding_explain: {
    title: "Explain code",
    meaning: "Read it, say what it does and where it is weak.",
  },
  coding_debug: {
    title: "Find a fault",
    meaning: "A test fails: find out why, mend it, explain.",
  },
  coding_modify: {
    title: "Change code",
    meaning: "It works; the need has changed.",
  },
  code_review: {
    title: "Review a change",
    meaning: "What would you say to its author?",
  },
  case_study: {
    title: "Case",
    meaning:
      "A business problem, worked aloud; data comes when you ask for it.",
  },
};

export const languageWords: Record<CodeLanguage, string> = {
  python: "Python",
  javascript: "JavaScript",
  sql: "SQL",
};

export const difficultyWords: Record<Difficulty, string> = {
  easy: "Easy",
  medium: "Medium",
  hard: "Hard",
};

export const caseWords: Record<CaseType, string> = {
  market_sizing: "Market sizing",
  pricing: "Pricing",
  growth_experiment: "Growth experiment",
  objection_handling: "Objections",
  process_improvement: "Process",
  profitability: "Profitability",
  go_to_market: "Going to market",
  product_strategy: "Product strategy",
};

/** A catalogue key as people read it: "binary_search" is "binary search". */
export const topicWords = (topic: string): string => topic.replaceAll("_", " ");
