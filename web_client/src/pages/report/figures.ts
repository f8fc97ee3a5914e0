/** The report's numbers in words. A null is said to be missing and never becomes a zero. */
import type { Agreement, Analysis, AskedQuestion, DimensionScore, JdMatch, TurnTaking } from "../../api/types";
import { promptText } from "../../lib/provenance";
import { count, duration, list, percent, shortSeconds } from "../../lib/format";

export const NOT_MEASURED = "not measured";

/** How sure the overall score is, from what the dimensions themselves say. */
export function uncertainty(dimensions: readonly DimensionScore[]): string {
  const scored = dimensions.filter((dimension) => dimension.score !== null);
  if (scored.length === 0) return "No dimension had enough evidence for a score.";
  const scores = scored.map((dimension) => dimension.score ?? 0);
  const range = scored.length > 1 ? `, from ${Math.min(...scores)} to ${Math.max(...scores)}` : "";
  return `${scored.length} of ${count(dimensions.length, "dimension")} could be scored${range}. ${spreadSentence(scored)}`;
}

function spreadSentence(scored: readonly DimensionScore[]): string {
  const spreads = scored.flatMap((dimension) => (dimension.spread === null ? [] : [dimension.spread]));
  if (spreads.length === 0) return "Each was judged once, so how far judgements differ was not measured.";
  const widest = Math.max(...spreads);
  if (widest === 0) return "Repeated judgements agreed on every one.";
  const disagreed = scored.filter((dimension) => dimension.agreement === "disagree").map((dimension) => dimension.name);
  const where = disagreed.length === 0 ? "" : ` The judges disagree on ${list(disagreed)}.`;
  return `Repeated judgements differed by at most ± ${level(widest)} on the scale of 0 to 5.${where}`;
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

/** A question as it was asked: what was said of it in the room may have been cut short by the answer. */
export const asked = (questions: readonly AskedQuestion[], id: string | null, heard: string): string =>
  questions.find((question) => question.question_id === id)?.text ?? heard;

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

export const hasJdMatch = ({ requirements, matchedSkills, missingSkills, riskFlags, priorityGaps }: JdMatch): boolean =>
  requirements.length + matchedSkills.length + missingSkills.length + riskFlags.length + priorityGaps.length > 0;

/** "Judged by fixed rules, version 1. …" or "Judged by gpt-x with the prompt “evaluator”, version 3 (evaluator “model”, version 2)." */
export function provenanceText({ provenance: p }: Analysis): string {
  if (p.evaluator === "rules") return `Judged by fixed rules, version ${p.evaluatorVersion}. No language model judged.`;
  return `Judged by ${p.model ?? "a language model"}${promptText(p)} (evaluator “${p.evaluator}”, version ${p.evaluatorVersion}).`;
}

/** How sure the evaluator is, as the amount and the directness of the proof allow. */
export const confidenceWords: Record<NonNullable<DimensionScore["confidence"]>, string> = {
  low: "Low confidence: read it as a hint",
  medium: "Medium confidence",
  high: "High confidence",
};

const agreementWords: Record<Agreement, string> = {
  agree: "Judges agree",
  mixed: "Judges differ a little",
  disagree: "Judges disagree",
};

/** Several independent judgements in words; null where one judge spoke once. */
export function judges({ samples, agreement }: Pick<DimensionScore, "samples" | "agreement">): { title: string; text: string } | null {
  if (samples.length < 2) return null;
  const levels = samples.filter((sample) => sample !== null).toSorted((a, b) => a - b);
  const silent = samples.length - levels.length;
  const said = levels.length === 0 ? "" : `: level ${list(levels.map(level))}`;
  const rest = silent === 0 ? "" : ` ${count(silent, "judgement")} could not prove a level.`;
  return {
    title: agreement === null ? `${samples.length} judgements` : agreementWords[agreement],
    text: `${samples.length} independent judgements${said}.${rest}`,
  };
}
