/** The closed sets of the product in plain words. A missing member does not compile. */
import type {
  AnswerPart,
  AnswerStrength,
  ClaimKind,
  CompanyArchetype,
  DocumentFlagKind,
  DocumentKind,
  HireSignal,
  InterviewStatus,
  InterviewType,
  Look,
  MissingPiece,
  NextAction,
  PracticeKind,
  Readiness,
  RequirementState,
  Seniority,
  Style,
  WeaknessChange,
  WeaknessState,
} from "../api/types";

export const readinessWords: Record<Readiness, string> = {
  not_ready: "Not ready yet",
  borderline: "Borderline",
  ready: "Ready",
};

export const hireWords: Record<HireSignal, { title: string; meaning: string }> = {
  strong_hire: { title: "Strong hire", meaning: "An interviewer would argue for you." },
  hire: { title: "Hire", meaning: "An interviewer would say yes." },
  lean_hire: { title: "Leaning towards hire", meaning: "An interviewer would say yes, with a doubt." },
  lean_no_hire: { title: "Leaning towards no", meaning: "An interviewer would hesitate and want more proof." },
  no_hire: { title: "Not this time", meaning: "An interviewer would not have enough to say yes." },
};

export const seniorityWords: Record<Seniority, string> = { entry: "Entry", mid: "Mid-level", senior: "Senior" };

export const typeWords: Record<InterviewType, { title: string; meaning: string }> = {
  hr: { title: "HR screen", meaning: "Motivation, fit and the outline of your story." },
  hiring_manager: { title: "Hiring manager", meaning: "What you did, why, and what came of it." },
  technical: { title: "Technical", meaning: "How you reason about the craft, spoken aloud." },
  panel: { title: "Panel", meaning: "Two or three people, each with their own concern." },
};

export const styleWords: Record<Style, { title: string; meaning: string }> = {
  friendly: { title: "Friendly", meaning: "Warm and patient." },
  neutral: { title: "Neutral", meaning: "Businesslike, gives little away." },
  stress: { title: "Pressing", meaning: "Doubts, pushes, keeps the pace." },
};

export const lookNames: Record<Look, string> = { maya: "Maya", daniel: "Daniel", amara: "Amara" };

export const statusWords: Record<InterviewStatus, string> = {
  created: "Not started",
  live: "In progress",
  paused: "Paused",
  ended: "Finished",
  abandoned: "Left unfinished",
};

export const strengthWords: Record<AnswerStrength, string> = { strong: "Strong", weak: "Thin", vague: "Vague" };

/** What a day of the plan, or an item of it, consists of. */
export const practiceWords: Record<PracticeKind, string> = {
  micro_drill: "A short drill, aloud",
  interview_simulation: "A practice interview",
  coding_debug: "Find a fault in code",
  coding_modify: "Change code to a new need",
  case_study: "A case, worked aloud",
};

/** How a requirement of the job stands after the interview. */
export const requirementWords: Record<RequirementState, string> = {
  said: "You named it", // and where it was told at work: "You showed it"
  resume_only: "On your résumé only",
  missing: "Did not come up",
  contradicted: "You said otherwise",
};

/** What a sentence of an answer does in its story. */
export const partWords: Record<AnswerPart, string> = {
  situation: "Situation",
  task: "Task",
  action: "Action",
  result: "Result",
  reflection: "Looking back",
};

export const weaknessWords: Record<WeaknessState, string> = { open: "Open", improving: "Improving", fixed: "Fixed" };

/** What one interview did to a habit. */
export const changeWords: Record<WeaknessChange, string> = {
  opened: "First noticed",
  seen_again: "Seen again",
  improved: "Better",
  closed: "Fixed",
  reopened: "Came back",
};

/** What to add, said as a thing one can say. */
export const missingWords: Record<MissingPiece, string> = {
  context: "the setting",
  ownership: "your own part",
  metric: "a number",
  tradeoff: "what you gave up",
  result: "how it ended",
  reflection: "what you learnt",
};

export const actionWords: Record<NextAction["type"], string> = {
  practice: "Practise",
  exercise: "Exercise",
  resume_fix: "Résumé",
};

/** How a company works, in one line each: it changes what an interviewer asks. */
export const archetypeWords: Record<CompanyArchetype, { title: string; meaning: string }> = {
  startup: { title: "Start-up", meaning: "Few people, little process, everything changes." },
  mid: { title: "Mid-sized company", meaning: "Some process, close teams, broad roles." },
  enterprise: { title: "Large company", meaning: "Many teams, set processes, long decisions." },
  enterprise_services: { title: "IT services and consulting", meaning: "Work for clients, on their terms and deadlines." },
  consumer: { title: "Consumer company", meaning: "Products for millions of people, watched by numbers." },
  fintech: { title: "Fintech", meaning: "Money, risk and rules, at a software company’s pace." },
  saas: { title: "Business software", meaning: "Software sold by subscription to other companies." },
  edtech: { title: "Education technology", meaning: "Learners, schools and outcomes." },
  industrial: { title: "Industry and manufacturing", meaning: "Plants, supply and safety." },
  telecom: { title: "Telecoms", meaning: "Networks that may not fail, and many customers." },
  regulated: { title: "Bank or other regulated firm", meaning: "Controls, audits and care come first." },
  high_growth_sales: { title: "Fast-growing sales company", meaning: "Targets, pace and persistence." },
};

export const documentWords: Record<DocumentKind, string> = { resume: "Résumé", jd: "Job description" };

export const claimWords: Record<ClaimKind, string> = {
  project: "Project",
  skill: "Skill",
  tenure: "Time in a job",
  metric: "Figure",
  gap: "Gap",
  transition: "Change of direction",
};

/** What a reader should know about a document, plainly; it changes no plan and no score. */
export const flagWords: Record<DocumentFlagKind, string> = {
  instruction: "This file holds a sentence addressed to a machine. We read it as plain text and follow no orders in it.",
  hidden_text: "This file holds hidden text. We left it out.",
  truncated: "This file is very long. We read only its first part.",
  little_text: "This file is mostly pictures. Much of what they show may be missing here.",
};
