/** A finished analysis, in the order in which it helps: verdict, proof, answers, job, what next, conversation. */
import type { Analysis, AskedQuestion, ReportStep } from "../../api/types";
import { AnswerNotes } from "./AnswerNotes";
import { Conversation } from "./Conversation";
import { Dimensions } from "./Dimensions";
import { ExerciseResults } from "./exercises/ExerciseResults";
import { asked, provenanceText } from "./figures";
import { JobMatch } from "./JobMatch";
import { MemoryChanges } from "./MemoryChanges";
import { NextSteps } from "./NextSteps";
import { Overall } from "./Overall";
import styles from "./Report.module.css";
import { Rewrites } from "./Rewrites";
import { FailedSection } from "./Section";
import { WeekAhead } from "./WeekAhead";

interface Props {
  analysis: Analysis;
  sessionId: string;
  questions: readonly AskedQuestion[];
  steps: readonly ReportStep[];
}

/** A part's JSON name → the step that makes it, and the part's heading. */
const parts = {
  turnNotes: { step: "turn_notes", title: "Answer by answer" },
  answerRewrites: { step: "rewrites", title: "Your answer, told better" },
  jdMatch: { step: "jd_match", title: "Against the job description" },
  nextActions: { step: "next_actions", title: "What to do next" },
  memoryUpdate: { step: "memory", title: "What this interview changed" },
  practicePlan7d: { step: "coach", title: "Your week" },
  turnTaking: { step: "delivery", title: "How the conversation went" },
  exercises: { step: "exercises", title: "The exercise" },
};

export function Judgement({ analysis, sessionId, questions, steps }: Props) {
  const unanswered = analysis.unanswered.map((id) => ({
    id,
    question: asked(questions, id, `Question ${id}`),
  }));
  const failed = (part: keyof typeof parts) => {
    if (!analysis.failedSections.includes(part)) return null;
    const { step, title } = parts[part];
    return <FailedSection id={part} title={title} reason={steps.find(({ name }) => name === step)?.error ?? null} />;
  };
  const by = analysis.sections;
  return (
    <>
      <Overall analysis={analysis} />
      {failed("exercises") ?? <ExerciseResults analysis={analysis} sessionId={sessionId} />}
      <Dimensions analysis={analysis} />
      {failed("turnNotes") ?? <AnswerNotes notes={analysis.turnNotes} unanswered={unanswered} questions={questions} by={by["turnNotes"]} />}
      {failed("answerRewrites") ?? <Rewrites rewrites={analysis.answerRewrites} questions={questions} by={by["answerRewrites"]} />}
      {failed("jdMatch") ?? (
        <JobMatch match={analysis.jdMatch} by={by["jdMatch"]} gapsBy={by["jdMatch.priorityGaps"]} risksBy={by["jdMatch.riskFlags"]} />
      )}
      {failed("nextActions") ?? <NextSteps actions={analysis.nextActions} sessionId={sessionId} by={by["nextActions"]} />}
      {failed("memoryUpdate") ?? <MemoryChanges update={analysis.memoryUpdate} by={by["memoryUpdate"]} />}
      {failed("practicePlan7d") ?? <WeekAhead analysis={analysis} />}
      {failed("turnTaking") ?? <Conversation turnTaking={analysis.turnTaking} by={by["turnTaking"]} />}
      <p className={styles.provenance}>{provenanceText(analysis)} Nothing was read from your face, your accent or your mood.</p>
    </>
  );
}
