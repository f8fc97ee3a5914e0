/** The plan before the interview: its parts, who asks, the themes. Never a question. */
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { interviewQuery } from "../../api/queries";
import { makePlan, planQuery, startPlan } from "../../api/planning";
import type { Plan, PlanInterviewer, PlanPreview } from "../../api/types";
import { PagePending } from "../../app/PagePending";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Face } from "../../components/Face";
import { PageHeading } from "../../components/PageHeading";
import { seniorityWords, styleWords, typeWords } from "../../lib/words";
import { clearDraft } from "./draft";
import { minutesOf } from "./minutes";
import styles from "./PlanView.module.css";
import { StartPanel } from "./StartPanel";

export function PlanView({ planId }: { planId: string }) {
  const plan = useQuery(planQuery(planId));
  if (plan.isPending) return <PagePending />;
  if (plan.isError)
    return (
      <>
        <PageHeading title="Your interview plan" />
        <div className={styles.body}>
          <ErrorNotice error={plan.error} retry={() => void plan.refetch()} />
          <p className={styles.back}>
            <Link to="/interviews/new">Back to the choices</Link>
          </p>
        </div>
      </>
    );
  return <Planned plan={plan.data} />;
}

function Planned({ plan }: { plan: Plan }) {
  const { preview } = plan;
  const another = useAnother(plan);
  const start = useStart(plan.id);
  const company = preview.company === null ? "" : ` at ${preview.company}`;
  return (
    <>
      <PageHeading
        title="Your interview plan"
        lead={
          <>
            {preview.role_title}
            {company}, {seniorityWords[preview.seniority].toLowerCase()}.{" "}
            {typeWords[preview.interview_type].title},{" "}
            {styleWords[preview.style].title.toLowerCase()}, {preview.minutes}{" "}
            minutes{preview.stretch > 1 ? ", extra time included" : ""}.{" "}
            {preview.patience > 1 && "Your pauses are waited for longer. "}
            <Link to="/interviews/new">Change the choices</Link>
          </>
        }
      />
      <div className={styles.body}>
        <div className={styles.columns}>
          <div className={styles.plan} aria-busy={another.isPending}>
            <People people={preview.interviewers} />
            <Phases preview={preview} />
            <Coverage preview={preview} />
            {!isOneExercise(preview) && (
              <div className={styles.different}>
                <Button
                  variant="default"
                  loading={another.isPending}
                  onClick={() => another.mutate()}
                >
                  Plan it differently
                </Button>
                <p>The same choices, other themes and questions.</p>
              </div>
            )}
            {another.isError && <ErrorNotice error={another.error} />}
          </div>
          <StartPanel
            used={plan.is_used}
            starting={
              start.isPending || start.isSuccess
                ? start.variables
                  ? "recorded"
                  : "unrecorded"
                : null
            }
            error={start.error}
            onStart={(record) => start.mutate(record)}
          />
        </div>
      </div>
    </>
  );
}

/** One exercise practised alone: nothing else could be planned of it. */
const isOneExercise = ({ phases }: PlanPreview): boolean =>
  phases.length === 2 &&
  (phases[0]?.kind === "coding" || phases[0]?.kind === "case_study");

function People({ people }: { people: readonly PlanInterviewer[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="who">
      <h2 id="who">{people.length === 1 ? "Who asks" : "Your panel"}</h2>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <Face look={person.look} className={styles.face} />
            <p>
              <b>{person.name}</b>, {person.role}
              <span className={styles.concern}>Looks at {person.concern}.</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Phases({ preview }: { preview: PlanPreview }) {
  const minutes = minutesOf(preview.phases.map((phase) => phase.mins));
  const panel = preview.interviewers.length > 1;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">What it is about</h2>
      <ol className={styles.phases}>
        {preview.phases.map((phase, index) => (
          <li key={index}>
            <p className={styles.minutes}>
              <span className="num">{minutes[index]}</span> min
            </p>
            <div className={styles.phase}>
              <h3>{phase.label}</h3>
              {panel && phase.interviewer !== null && (
                <p className={styles.asks}>{phase.interviewer} asks</p>
              )}
              {phase.themes.length > 0 && (
                <ul className={styles.themes} aria-label="Themes">
                  {phase.themes.map((theme) => (
                    <li key={theme}>{theme}</li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Coverage({ preview }: { preview: PlanPreview }) {
  if (preview.covers.length === 0 && preview.leaves_out.length === 0)
    return null;
  return (
    <section aria-labelledby="covered">
      <h2 id="covered">The job description</h2>
      <div className={styles.coverage}>
        {preview.covers.length > 0 && (
          <Points title="Comes up" points={preview.covers} />
        )}
        {preview.leaves_out.length > 0 && (
          <Points title="No time for" points={preview.leaves_out} muted />
        )}
      </div>
      {preview.leaves_out.length > 0 && (
        <p className={styles.hint}>A longer interview covers more of it.</p>
      )}
    </section>
  );
}

function Points({
  title,
  points,
  muted = false,
}: {
  title: string;
  points: readonly string[];
  muted?: boolean;
}) {
  return (
    <div className={styles.points} data-muted={muted || undefined}>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

/** Another plan of the same choices; it takes this one's place in the history. */
function useAnother(plan: Plan) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => makePlan({ config_id: plan.config_id }),
    onSuccess: async (next) => {
      client.setQueryData(planQuery(next.id).queryKey, next);
      await navigate({
        to: "/interviews/new",
        search: { plan: next.id },
        replace: true,
        resetScroll: false,
      });
    },
  });
}

/** Makes the interview (the argument: with recording) and walks into its room. */
function useStart(planId: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (record: boolean) => startPlan(planId, record),
    onSuccess: async (interview) => {
      clearDraft();
      client.setQueryData(interviewQuery(interview.id).queryKey, interview);
      void client.invalidateQueries({ queryKey: ["interviews"] });
      void client.invalidateQueries({
        queryKey: planQuery(planId).queryKey,
        refetchType: "none",
      });
      await navigate({
        to: "/interviews/$sessionId/room",
        params: { sessionId: interview.id },
      });
    },
  });
}
