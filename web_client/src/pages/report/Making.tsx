/** The report while it is made, and when a part of it failed: every step with its own state, and one way to try again. */
import { Button, Loader } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useRetryReport } from "../../api/queries";
import type { Report, ReportStep, StepStatus } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { count } from "../../lib/format";
import styles from "./Making.module.css";

const stepWords: Record<StepStatus, string> = { pending: "waiting", running: "under way", done: "done", failed: "failed" };

export function Making({ report, sessionId }: { report: Report; sessionId: string }) {
  const retry = useRetryReport(sessionId);
  const { title, text } = words(report);
  // Beside a report that stands, what is done is no news.
  const steps = report.analysis === null ? report.steps : report.steps.filter((step) => step.status !== "done");
  return (
    <section id="making" className={styles.making} aria-label="How far the report is">
      <div role="status">
        <h2>{title}</h2>
        <p className={styles.text}>{text}</p>
      </div>
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <Step key={step.name} step={step} />
          ))}
        </ol>
      )}
      {retry.isError && <ErrorNotice error={retry.error} />}
      {report.status === "failed" && (
        <Button loading={retry.isPending} onClick={() => retry.mutate()} data-noprint>
          Try again
        </Button>
      )}
    </section>
  );
}

function words({ status, steps, analysis, turn_notes: notes }: Report): { title: string; text: string } {
  const failed = steps.filter((step) => step.status === "failed").length;
  if (status === "none")
    return {
      title: "No report was made",
      text: "The interview ended before there was something to judge. What was said is in the transcript.",
    };
  if (status === "failed" || failed > 0)
    return {
      title:
        analysis === null
          ? "The report could not be finished"
          : failed > 1
            ? `${failed} parts of this report failed`
            : "A part of this report failed",
      text: "What is finished stays. Try the rest again; nothing you said is lost.",
    };
  if (analysis !== null)
    return { title: "What was missing is being made", text: "The rest of the report stands. You can leave this page; the work goes on." };
  const ready =
    notes.length === 0 ? "Notes on your answers appear below as they are ready." : `${count(notes.length, "note")} ready, below.`;
  return { title: "Your report is being written", text: `${ready} You can leave this page; the work goes on.` };
}

function Step({ step }: { step: ReportStep }) {
  return (
    <li data-status={step.status}>
      <span className={styles.sign} aria-hidden>
        {step.status === "done" && <IconCheck size={15} stroke={2.4} />}
        {step.status === "failed" && <IconX size={15} stroke={2.4} />}
        {step.status === "running" && <Loader size={14} />}
      </span>
      <span>
        {step.label}
        <span className={styles.state}> {stepWords[step.status]}</span>
        {step.status === "failed" && step.error !== null && <span className={styles.error}>{step.error}</span>}
      </span>
    </li>
  );
}
