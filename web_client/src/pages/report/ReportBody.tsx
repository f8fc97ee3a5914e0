/** The sheet and, beside or below it, the transcript; the player lies at the foot of the window. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ButtonLink } from "../../components/ButtonLink";
import { recordingUrl } from "../../api/queries";
import { reportFileUrl } from "../../api/retakes";
import type { AskedQuestion, InterviewSummary, Report, Transcript as TranscriptData } from "../../api/types";
import { PageHeading } from "../../components/PageHeading";
import { duration, moment } from "../../lib/format";
import { interviewTitle } from "../../lib/interviews";
import { lookNames, seniorityWords, styleWords, typeWords } from "../../lib/words";
import { DeleteInterview } from "../interviews/DeleteInterview";
import { AnswerNotes } from "./AnswerNotes";
import { Judgement } from "./Judgement";
import { Making } from "./Making";
import { usePlayer } from "./player/context";
import { PlayerDock } from "./player/PlayerDock";
import { PlayerProvider } from "./player/PlayerProvider";
import styles from "./Report.module.css";
import { RetakeProvider } from "./retake/RetakeProvider";
import { Transcript } from "./transcript/Transcript";

interface Props {
  interview: InterviewSummary;
  report: Report;
  transcript: TranscriptData;
  /** The turn that a link from elsewhere points at. */
  turn: number | null;
}

export function ReportBody({ interview, report, transcript, turn }: Props) {
  const { analysis, turn_notes: notes } = report;
  const troubled = report.status !== "done" || report.steps.some((step) => step.status === "failed");
  return (
    <PlayerProvider recorded={interview.record} turns={transcript.turns}>
      <RetakeProvider interview={interview} questions={transcript.questions}>
        <div className={styles.layout}>
          <div className={styles.sheet}>
            <Head interview={interview} panel={transcript.interviewers} judged={analysis !== null} />
            {troubled && <Making report={report} sessionId={interview.id} />}
            {analysis ? (
              <Judgement analysis={analysis} sessionId={interview.id} questions={transcript.questions} steps={report.steps} />
            ) : (
              <AnswerNotes notes={notes} questions={transcript.questions} />
            )}
          </div>
          <aside className={styles.side} aria-labelledby="transcript">
            <Transcript transcript={transcript} interviewer={lookNames[interview.look]} recorded={interview.record} />
          </aside>
        </div>
        <Dock interview={interview} turns={transcript.turns} questions={transcript.questions} />
        {turn !== null && <Pointed key={turn} turn={turn} />}
      </RetakeProvider>
    </PlayerProvider>
  );
}

/** Opens the turn that a link pointed at; its sound waits for a click. */
function Pointed({ turn }: { turn: number }) {
  const { cueTurn } = usePlayer();
  useEffect(() => {
    cueTurn(turn);
    // Once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
}

function Dock({
  interview,
  turns,
  questions,
}: {
  interview: InterviewSummary;
  turns: TranscriptData["turns"];
  questions: AskedQuestion[];
}) {
  const { audible } = usePlayer();
  return audible ? <PlayerDock url={recordingUrl(interview.id)} turns={turns} questions={questions} /> : null;
}

interface HeadProps {
  interview: InterviewSummary;
  panel: TranscriptData["interviewers"];
  /** There is something to download. */
  judged: boolean;
}

function Head({ interview, panel, judged }: HeadProps) {
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const title = interviewTitle(interview);
  const facts = [
    typeWords[interview.interview_type].title,
    seniorityWords[interview.seniority],
    styleWords[interview.style].title,
    `with ${panel.length > 0 ? panel.map((who) => who.name).join(", ") : lookNames[interview.look]}`,
  ];
  return (
    <header>
      <PageHeading title={`Report: ${title}`} eyebrow={`Report, ${when(interview)}`} lead={facts.join(" · ")}>
        {title}
      </PageHeading>
      <div className={styles.actions} data-noprint>
        <ButtonLink to="/interviews/new" search={{ from: interview.id }} size="sm">
          Practise again
        </ButtonLink>
        <Button component="a" href="#transcript" variant="default" size="sm" className={styles.toTranscript}>
          Transcript
        </Button>
        {judged && <Download sessionId={interview.id} kind="pdf" label="PDF" />}
        {judged && <Download sessionId={interview.id} kind="json" label="JSON" />}
        <Button variant="default" size="sm" onClick={() => window.print()}>
          Print
        </Button>
        <Button variant="subtle" color="gray" size="sm" onClick={() => setDeleting(true)}>
          Delete…
        </Button>
      </div>
      <DeleteInterview
        interview={deleting ? interview : null}
        onClose={() => setDeleting(false)}
        onDeleted={() => void navigate({ to: "/interviews" })}
      />
    </header>
  );
}

function Download({ sessionId, kind, label }: { sessionId: string; kind: "pdf" | "json"; label: string }) {
  return (
    <Button component="a" href={reportFileUrl(sessionId, kind)} download variant="default" size="sm" aria-label={`Download as ${label}`}>
      {label}
    </Button>
  );
}

/** "yesterday, 14:03, 9 min 35 s". */
function when({ started_at, ended_at, created_at }: InterviewSummary): string {
  const start = moment(started_at ?? created_at);
  if (started_at === null || ended_at === null) return start;
  return `${start}, ${duration((Date.parse(ended_at) - Date.parse(started_at)) / 1000)}`;
}
