/** A finished analysis, in the order in which it helps: verdict, proof, answers, conversation, job, what next. */
import type { Analysis, AskedQuestion } from "../../api/types";
import { AnswerNotes } from "./AnswerNotes";
import { Conversation } from "./Conversation";
import { Dimensions } from "./Dimensions";
import { hasJdMatch, provenanceText } from "./figures";
import { JobMatch } from "./JobMatch";
import { NextSteps } from "./NextSteps";
import { Overall } from "./Overall";
import styles from "./Report.module.css";
import { Rewrites } from "./Rewrites";

interface Props {
  analysis: Analysis;
  sessionId: string;
  questions: readonly AskedQuestion[];
}

export function Judgement({ analysis, sessionId, questions }: Props) {
  const unanswered = analysis.unanswered.map((id) => questions.find((question) => question.question_id === id)?.text ?? `Question ${id}`);
  return (
    <>
      <Overall analysis={analysis} />
      <Dimensions analysis={analysis} />
      <AnswerNotes notes={analysis.turnNotes} unanswered={unanswered} />
      <Rewrites rewrites={analysis.answerRewrites} />
      {hasJdMatch(analysis) && <JobMatch match={analysis.jdMatch} />}
      <NextSteps analysis={analysis} sessionId={sessionId} />
      <Conversation turnTaking={analysis.turnTaking} />
      <p className={styles.provenance}>{provenanceText(analysis)} Nothing was read from your face, your accent or your mood.</p>
    </>
  );
}
