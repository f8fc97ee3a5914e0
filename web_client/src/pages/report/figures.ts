/** The report's numbers in words. A null is said to be missing and never becomes a zero. */
import type { Analysis, DimensionScore, TurnTaking } from "../../api/types";
import { count, duration, percent, shortSeconds } from "../../lib/format";

export const NOT_MEASURED = "not measured";

/** How sure the overall score is, from what the dimensions themselves say. */
export function uncertainty(dimensions: readonly DimensionScore[]): string {
  const scored = dimensions.filter((dimension) => dimension.score !== null);
  if (scored.length === 0) return "No dimension had enough evidence for a score.";
  const scores = scored.map((dimension) => dimension.score ?? 0);
  const range = scored.length > 1 ? `, from ${Math.min(...scores)} to ${Math.max(...scores)}` : "";
  return `It rests on ${scored.length} of ${count(dimensions.length, "dimension")}${range}. ${spreadSentence(scored)}`;
}

function spreadSentence(scored: readonly DimensionScore[]): string {
  const spreads = scored.flatMap((dimension) => (dimension.spread === null ? [] : [dimension.spread]));
  if (spreads.length === 0) return "Each was judged once, so how far judgements differ was not measured.";
  const widest = Math.max(...spreads);
  return widest === 0
    ? "Repeated judgements agreed on every one."
    : `Repeated judgements differed by at most ± ${level(widest)} on the scale of 0 to 5.`;
}

/** 2.9 → "2.9", 3 → "3". */
export const level = (value: number): string => String(Math.round(value * 10) / 10);

/** "Level 2.9 of 5, ± 0.5"; without a spread, nothing is claimed about it. */
export function levelText({ anchor, spread }: Pick<DimensionScore, "anchor" | "spread">): string {
  if (anchor === null) return "";
  return `Level ${level(anchor)} of 5${spread !== null && spread > 0 ? `, ± ${level(spread)}` : ""}`;
}

/** The evaluator's note without the words that the heading already says. */
export function missingNote(dimension: DimensionScore): string {
  const note = (dimension.note ?? "").replace(/^not enough evidence[.:;,\s]*/i, "");
  const text = note === "" ? "Nothing you said could be quoted for it." : note;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface Figure {
  name: string;
  value: string | null;
  meaning: string;
}

const as = <T>(value: T | null, show: (value: T) => string): string | null => (value === null ? null : show(value));

export function turnTakingFigures(t: TurnTaking): Figure[] {
  return [
    { name: "Your share of the talking", value: as(t.talkShare, percent), meaning: talkTime(t) },
    {
      name: "Your pace",
      value: as(t.wordsPerMinute, (n) => `${Math.round(n)} words a minute`),
      meaning: "Most speakers are easy to follow between 120 and 170.",
    },
    {
      name: "You began after",
      value: as(t.candidateGapP50S, shortSeconds),
      meaning: "Median time from the end of a question to your first word. A few seconds are fine.",
    },
    {
      name: "The interviewer answered after",
      value: as(t.responseGapP50S, shortSeconds),
      meaning: as(t.responseGapP95S, (s) => `Median; 95 of 100 within ${shortSeconds(s)}.`) ?? "Median.",
    },
    {
      name: "Interviewer cut you off",
      value: as(t.cutOffs, (n) => count(n, "time")),
      meaning: "It began while you had not finished. That is its fault, not yours.",
    },
    { name: "You cut in", value: as(t.bargeIns, (n) => count(n, "time")), meaning: "You took the floor while it spoke." },
    {
      name: "Spoken over each other",
      value: as(t.overlaps, (n) => count(n, "time")),
      meaning: "Both voices at once, short ones included.",
    },
    {
      name: "Stopped for nothing",
      value: as(t.falseInterruptions, (n) => count(n, "time")),
      meaning: "It paused for a noise or an “mm-hm” and went on.",
    },
    { name: "Filler words", value: as(t.fillerCount, String), meaning: "“Um”, “like”, “you know”. A few are human." },
    { name: "Long pauses", value: as(t.longPauses, String), meaning: "Silences inside an answer. Thinking is allowed." },
  ];
}

function talkTime({ candidateTalkS, interviewerTalkS }: TurnTaking): string {
  if (candidateTalkS === null || interviewerTalkS === null) return "Of all speech in this interview.";
  return `You ${duration(candidateTalkS)}, the interviewer ${duration(interviewerTalkS)}.`;
}

export const hasJdMatch = ({ jdMatch: m }: Analysis): boolean =>
  m.matchedSkills.length + m.missingSkills.length + m.riskFlags.length + m.priorityGaps.length > 0;

/** "Rules, version 1" or "gpt-x with prompt evaluator, version 3 (evaluator model, version 2)". */
export function provenanceText({ provenance: p }: Analysis): string {
  if (p.evaluator === "rules") return `Judged by fixed rules, version ${p.evaluatorVersion}. No language model judged.`;
  const prompt = p.prompt === null ? "" : ` with the prompt “${p.prompt}”${p.promptVersion === null ? "" : `, version ${p.promptVersion}`}`;
  return `Judged by ${p.model ?? "a language model"}${prompt} (evaluator “${p.evaluator}”, version ${p.evaluatorVersion}).`;
}
