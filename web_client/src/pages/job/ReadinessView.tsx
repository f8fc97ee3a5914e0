/** How ready the interviews show one to be: the figure with its range, what it is made of, and what would raise it most. */
import { Link } from "@tanstack/react-router";
import type { JobReadiness, ReadinessPart, ReadinessStep } from "../../api/jobs";
import { count, percent } from "../../lib/format";
import { readyWords } from "../jobs/facts";
import styles from "./Job.module.css";
import { RangeScale } from "./RangeScale";

export function ReadinessView({ readiness }: { readiness: JobReadiness }) {
  const { score, parts, steps } = readiness;
  return (
    <section className={styles.section} aria-labelledby="readiness">
      <h2 id="readiness">Readiness</h2>
      {score === null ? (
        <p className={styles.intro}>
          Not measured yet. The first interview that is judged for this job, or for the same kind of role, puts a figure here, with its
          uncertainty.
        </p>
      ) : (
        <Figure readiness={readiness} score={score} />
      )}
      {parts.length > 0 && <Parts parts={parts} />}
      {steps.length > 0 && <Steps steps={steps} />}
    </section>
  );
}

function Figure({ readiness, score }: { readiness: JobReadiness; score: number }) {
  const { low, high, previous, interviews, calibration } = readiness;
  return (
    <>
      <p className={styles.figure}>
        <b className="num">{score}</b> of 100
        {low !== null && high !== null && (
          <span className={styles.meta}>
            {" "}
            most likely between {low} and {high}
          </span>
        )}
      </p>
      <RangeScale score={score} low={low} high={high} label={readyWords(readiness)} />
      <p className={styles.meta}>
        {previous !== null && previous !== score && `${movedWords(score - previous)} by the last interview. `}
        {interviews > 0 && `From ${count(interviews, "judged interview")}.`}
      </p>
      {calibration !== "" && <p className={styles.calibration}>{calibration}</p>}
    </>
  );
}

const movedWords = (by: number): string => (by > 0 ? `Raised by ${by}` : `Lowered by ${-by}`);

function Parts({ parts }: { parts: readonly ReadinessPart[] }) {
  return (
    <>
      <h3>What it is made of</h3>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.key}>
            <p className={styles.partHead}>
              <b>{part.label}</b>
              <span className="num">{part.value === null ? "nothing to go by" : part.value}</span>
              {part.value !== null && <span className={styles.meta}>counts {percent(part.weight)}</span>}
            </p>
            <p className={styles.says}>{part.says}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Steps({ steps }: { steps: readonly ReadinessStep[] }) {
  return (
    <>
      <h3>What would raise it most</h3>
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          <li key={i}>
            <p>
              {step.label} <span className={styles.meta}>about +{step.gain} if it goes well</span>
            </p>
            <StepDoor step={step} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where a step is taken. */
function StepDoor({ step: { kind, target, label } }: { step: ReadinessStep }) {
  switch (kind) {
    case "interview":
      return (
        <Link
          to="/interviews/new"
          {...(target === null ? {} : { search: { kit: target } })}
          className={styles.door}
          aria-label={`Set up an interview: ${label}`}
        >
          Set up an interview
        </Link>
      );
    case "exercise":
      return target === null ? (
        <Link to="/exercises" className={styles.door} aria-label={`Choose an exercise: ${label}`}>
          Choose an exercise
        </Link>
      ) : (
        <Link to="/exercises/$key" params={{ key: target }} className={styles.door} aria-label={`Open the exercise: ${label}`}>
          Open the exercise
        </Link>
      );
    case "drill":
      return (
        <Link to="/practice" hash="drills" className={styles.door} aria-label={`To the drills: ${label}`}>
          To the drills
        </Link>
      );
    case "resume_fix":
      return (
        <Link to="/documents" className={styles.door} aria-label={`Your documents: ${label}`}>
          Your documents
        </Link>
      );
    default:
      return kind satisfies never;
  }
}
