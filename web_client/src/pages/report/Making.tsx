/** The report while it is made, and when a part of it failed: every step with its own state. */
import { Button, Loader } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useRetryReport } from "../../api/queries";
import type { Report, ReportStep, StepStatus } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import styles from "./Making.module.css";

const stepWords: Record<StepStatus, string> = { pending: "waiting", running: "under way", done: "done", failed: "failed" };

export function Making({ report, sessionId }: { report: Report; sessionId: string }) {
  const retry = useRetryReport(sessionId);
  const failed = report.status === "failed" || report.steps.some((step) => step.status === "failed");
  const none = report.status === "none";
  return (
    <section className={styles.making} aria-label="How far the report is">
      <div role="status">
        <h2>{failed ? title(report) : none ? "No report was made" : "Your report is being written"}</h2>
        <p className={styles.text}>
          {failed
            ? "What is finished stays. Try the rest again; nothing you said is lost."
            : none
              ? "The interview ended before there was something to judge. What was said is in the transcript."
              : "Notes on your answers appear below as they are ready. You can leave this page; the work goes on."}
        </p>
      </div>
      {report.steps.length > 0 && (
        <ol className={styles.steps}>
          {report.steps.map((step) => (
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

const title = (report: Report): string => (report.analysis === null ? "The report could not be finished" : "A part of this report failed");

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
