/** One exercise before its round: what it asks for, where code will run, how it went before, and the way in. */
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { exerciseQuery, planExercise } from "../../api/exercises";
import type { ExerciseBody, Look, Style } from "../../api/types";
import { PagePending } from "../../app/PagePending";
import { Choice } from "../../components/Choice";
import { Coded } from "../../components/Coded";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { modeWords, topicWords } from "../../lib/exerciseWords";
import { moment } from "../../lib/format";
import { lookNames, styleWords } from "../../lib/words";
import styles from "./Exercises.module.css";
import { facts } from "./ExercisesPage";

export default function ExercisePage() {
  const { key } = useParams({ strict: false });
  const exercise = useQuery(exerciseQuery(key ?? ""));
  if (exercise.isPending) return <PagePending />;
  if (exercise.isError)
    return (
      <>
        <PageHeading title="Exercise" />
        <ErrorNotice
          error={exercise.error}
          retry={() => void exercise.refetch()}
        />
        <p className={styles.back}>
          <Link to="/exercises">All exercises</Link>
        </p>
      </>
    );
  return <Exercise body={exercise.data} />;
}

function Exercise({ body }: { body: ExerciseBody }) {
  const { card, view, runner } = body;
  return (
    <>
      <PageHeading title={card.name} lead={facts(card).join(" · ")} />
      <div className={styles.columns}>
        <div className={styles.about}>
          <section aria-labelledby="asks">
            <h2 id="asks">What it asks of you</h2>
            <p>{modeWords[card.mode].meaning}</p>
            <p>{card.summary}</p>
            {view.context !== "" && (
              <p className={styles.context}>
                <Coded text={view.context} />
              </p>
            )}
            {card.topics.length > 0 && (
              <p className={styles.meta}>
                {card.topics.map(topicWords).join(", ")}
              </p>
            )}
          </section>
          <section aria-labelledby="how">
            <h2 id="how">How it goes</h2>
            <ul className={styles.points}>
              {steps(body).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            {runner !== null && runner.where !== "sandbox" && (
              <p className={styles.notice}>{runner.detail}</p>
            )}
          </section>
          <Earlier body={body} />
        </div>
        <Start exerciseKey={card.key} />
      </div>
    </>
  );
}

function steps({ card, view }: ExerciseBody): string[] {
  if (view.kind === "case")
    return [
      "The interviewer tells you the problem. Ask what you need to know, aloud or in writing.",
      `${view.reveals} exhibits are held back until you ask for what they show.`,
      "Work on the scratchpad and in the outline, then recommend and name the risks.",
    ];
  if (view.hints > 0 && card.mode === "code_review")
    return [
      "You see the change as a difference and write remarks on its lines.",
      "The interviewer asks what matters most and what you would say to the author.",
    ];
  return [
    "The code opens in the room. Say what it does before you change it.",
    ...(card.mode === "coding_explain"
      ? []
      : [
          "Run the tests as often as you like; hidden ones run when you submit.",
        ]),
    `There are ${view.hints} hints. Each lowers the score a little.`,
    "Afterwards the interviewer asks why, how it scales, and which inputs are special.",
    ...(card.has_modification
      ? ["When there is time, the need changes and so does the code."]
      : []),
  ];
}

function Earlier({ body }: { body: ExerciseBody }) {
  if (body.done.length === 0) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before">Earlier rounds</h2>
      <ul className={styles.points}>
        {body.done.map((past) => (
          <li key={past.session_id}>
            <Link
              to="/interviews/$sessionId/report"
              params={{ sessionId: past.session_id }}
            >
              {moment(past.at)}
            </Link>
            {past.score === null ? ", not judged" : `, ${past.score} of 100`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Start({ exerciseKey }: { exerciseKey: string }) {
  const [style, setStyle] = useState<Style>("neutral");
  const [look, setLook] = useState<Look>("maya");
  const navigate = useNavigate();
  const plan = useMutation({
    mutationFn: () => planExercise(exerciseKey, { style, look }),
    onSuccess: (made) =>
      navigate({ to: "/interviews/new", search: { plan: made.id } }),
  });
  return (
    <aside className={styles.start} aria-label="Start">
      <Choice
        legend="Interviewer"
        layout="row"
        value={look}
        onChange={setLook}
        options={Object.entries(lookNames).map(([value, label]) => ({
          value: value as Look,
          label,
        }))}
      />
      <Choice
        legend="Manner"
        layout="row"
        value={style}
        onChange={setStyle}
        options={Object.entries(styleWords).map(([value, { title }]) => ({
          value: value as Style,
          label: title,
        }))}
      />
      <Button
        size="md"
        loading={plan.isPending || plan.isSuccess}
        onClick={() => plan.mutate()}
      >
        Practise this one
      </Button>
      {plan.isError && <ErrorNotice error={plan.error} />}
      <p className={styles.meta}>
        Next you check microphone and recording. You can type instead of
        speaking.
      </p>
    </aside>
  );
}
