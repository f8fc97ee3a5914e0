/** Between interviews: the coach's week, the next best session for each job, drills, and habits with their proof. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { drillsQuery, memoryQuery, practiceQuery } from "../../api/practice";
import type { PracticeItem } from "../../api/types";
import { PagePending } from "../../app/PagePending";
import { ButtonLink } from "../../components/ButtonLink";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { Drills } from "./Drills";
import { Habits } from "./Habits";
import { NextBest } from "./NextBest";
import styles from "./Practice.module.css";
import { Week } from "./Week";

export default function PracticePage() {
  const practice = useQuery(practiceQuery);
  const memory = useQuery(memoryQuery);
  const drills = useQuery(drillsQuery);
  const [drill, setDrill] = useState<string | null>(null); // open in the list of drills
  const [item, setItem] = useState<string | null>(null); // open in the week, in its item's place
  const client = useQueryClient();
  const openItem = (next: PracticeItem | null): void => {
    setDrill(null);
    setItem(next?.id ?? null);
    // What was noted changes when the drill comes back.
    if (next === null) void client.invalidateQueries({ queryKey: drillsQuery.queryKey });
  };
  const openDrill = (key: string | null): void => {
    setItem(null);
    setDrill(key);
  };
  const settled = !practice.isPending && !memory.isPending && !drills.isPending;
  useHash(settled);

  if (!settled) return <PagePending />;
  const plan = practice.data?.plan ?? null;
  const newcomer = practice.data !== undefined && plan === null && memory.data?.skills.length === 0;
  return (
    <>
      <PageHeading
        title="Practice"
        lead={newcomer ? undefined : "Small steps between interviews, chosen from what your last answers showed."}
      />
      {newcomer ? (
        <EmptyState title="Your week begins with one interview">
          <p>
            After it, a plan for seven days stands here, with your habits and the words that showed them. The drills below are open now.
          </p>
          <ButtonLink to="/interviews/new" mt={18}>
            Start a first interview
          </ButtonLink>
        </EmptyState>
      ) : practice.data ? (
        <Week practice={practice.data} drills={drills.data?.drills ?? []} open={item} onDrill={openItem} />
      ) : (
        <Failed error={practice.error} retry={() => void practice.refetch()} />
      )}
      {plan && plan.nextBest.length > 0 && <NextBest sessions={plan.nextBest} onDrill={openDrill} />}
      {drills.data ? (
        <Drills drills={drills.data.drills} open={drill} setOpen={openDrill} />
      ) : (
        <Failed error={drills.error} retry={() => void drills.refetch()} />
      )}
      {memory.data ? (
        !newcomer && <Habits skills={memory.data.skills} />
      ) : (
        <Failed error={memory.error} retry={() => void memory.refetch()} />
      )}
    </>
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className={styles.section}>
      <ErrorNotice error={error} retry={retry} />
    </div>
  );
}

/** A link to a part of the page arrives before the part is there. */
function useHash(settled: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (settled && hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "start" });
  }, [settled, hash]);
}
