/** Coding rounds and cases of an interview: facts, what was said about them with its proof, and how the work went. */
import { lazy, Suspense, useState } from "react";
import { Button } from "@mantine/core";
import type { Analysis, ExerciseResult } from "../../../api/types";
import { Coded } from "../../../components/Coded";
import { modeWords } from "../../../lib/exerciseWords";
import { madeBy } from "../../../lib/provenance";
import { Section } from "../Section";
import styles from "./ExerciseResults.module.css";
import { Checkpoints } from "./Checkpoints";
import { caseFacts, codingFacts, type Fact } from "./facts";

const Replay = lazy(() => import("./Replay"));
const CodeView = lazy(() =>
  import("../../../components/exercises/CodeView").then((loaded) => ({
    default: loaded.CodeView,
  })),
);

export function ExerciseResults({
  analysis,
  sessionId,
}: {
  analysis: Analysis;
  sessionId: string;
}) {
  const { exercises } = analysis;
  if (exercises.length === 0) return null;
  return (
    <Section
      id="exercises"
      title={exercises.length === 1 ? "The exercise" : "The exercises"}
      intro="What the tests and the figures show stands first and apart from what you said about it."
    >
      {exercises.map((result) => (
        <Exercise key={result.key} result={result} sessionId={sessionId} />
      ))}
    </Section>
  );
}

function Exercise({
  result,
  sessionId,
}: {
  result: ExerciseResult;
  sessionId: string;
}) {
  const {
    name,
    mode,
    scores,
    summary,
    checkpoints,
    fixes,
    review,
    provenance,
  } = result;
  const facts = [
    ...(result.coding ? codingFacts(result.coding) : []),
    ...(result.case ? caseFacts(result.case) : []),
  ];
  return (
    <article className={styles.exercise} aria-label={name}>
      <header className={styles.head} data-keep-together>
        <div>
          <h3>{name}</h3>
          <p className={styles.meta}>{modeWords[mode].title}</p>
        </div>
        {scores.overall === null ? (
          <span className={styles.unjudged}>Not enough to judge</span>
        ) : (
          <span className={styles.score}>
            {scores.overall}
            <span> of 100</span>
          </span>
        )}
      </header>
      <p>{summary}</p>
      {(scores.result !== null || scores.reasoning !== null) && (
        <Parts result={result} />
      )}
      {facts.length > 0 && <Facts facts={facts} />}
      <Checkpoints checkpoints={checkpoints} kind={result.kind} />
      {fixes.length > 0 && (
        <div className={styles.fixes} data-keep-together>
          {fixes.map((fix) => (
            <p key={fix.title}>
              <b>{fix.title}.</b> {fix.how}
            </p>
          ))}
        </div>
      )}
      {review && (
        <div className={styles.review}>
          <h4>A model’s review, checked against the facts</h4>
          <p>{review.summary}</p>
          <ul>
            {review.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
          {review.dropped > 0 && (
            <p className={styles.meta}>
              Dropped because a fact contradicts them: {review.dropped}.
            </p>
          )}
        </div>
      )}
      <Answer result={result} />
      <Work result={result} sessionId={sessionId} />
      <p className={styles.meta}>{madeBy(provenance)}</p>
    </article>
  );
}

function Parts({ result: { scores, kind } }: { result: ExerciseResult }) {
  const parts: [string, number | null][] = [
    [kind === "coding" ? "What the tests show" : "Figures", scores.result],
    [
      kind === "coding" ? "What you said about it" : "How you worked",
      scores.reasoning,
    ],
  ];
  return (
    <dl className={styles.parts}>
      {parts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? "not enough to judge" : `${value} of 100`}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, tone }) => (
        <div key={name} data-tone={tone} data-keep-together>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ result }: { result: ExerciseResult }) {
  const [open, setOpen] = useState(false);
  if (result.soundAnswer === null && result.bugDescription === null)
    return null;
  return (
    <div className={styles.answer}>
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-noprint
      >
        {open ? "Hide" : "Show"}{" "}
        {result.kind === "coding"
          ? "what was wrong and a good version"
          : "a sound answer"}
      </Button>
      {open && (
        <>
          {result.bugDescription !== null && (
            <p>
              <Coded text={result.bugDescription} />
            </p>
          )}
          {result.soundAnswer !== null &&
            (result.coding ? (
              <Suspense fallback={null}>
                <CodeView
                  text={result.soundAnswer}
                  language={result.coding.language}
                  label="A good version"
                />
              </Suspense>
            ) : (
              <p>{result.soundAnswer}</p>
            ))}
        </>
      )}
    </div>
  );
}

function Work({
  result,
  sessionId,
}: {
  result: ExerciseResult;
  sessionId: string;
}) {
  const [open, setOpen] = useState(false);
  if (result.status === "not_attempted") return null;
  return (
    <div className={styles.answer} data-noprint>
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? "Hide" : "Watch"} how the work went
      </Button>
      {open && (
        <Suspense fallback={<p className={styles.meta}>Loading…</p>}>
          <Replay
            sessionId={sessionId}
            exercise={result.key}
            language={result.coding?.language ?? null}
          />
        </Suspense>
      )}
    </div>
  );
}
