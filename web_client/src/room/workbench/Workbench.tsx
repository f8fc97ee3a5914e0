// The exercise on the table: its head, what it needs to be told, and the panes of its kind.
import { useEffect } from "react";
import { runHeadline } from "../../components/exercises/TestList";
import type { ExerciseDesk } from "../exercises/desk";
import type { Exercise } from "../exercises/state";
import { BenchHead } from "./BenchHead";
import { Banners } from "./Banners";
import { CaseBench } from "./CaseBench";
import { CodingBench } from "./CodingBench";
import { ReviewBench } from "./ReviewBench";
import type { BenchProps, BenchTab, Space } from "./space";
import { Tabs } from "./Tabs";
import classes from "./Workbench.module.css";

interface Props {
  exercise: Exercise;
  desk: ExerciseDesk;
  space: Space;
  /** On a phone: what is in sight. */
  tab: BenchTab;
  onTab: (tab: BenchTab) => void;
}

export default function Workbench({ exercise, desk, space, tab, onTab }: Props) {
  const phone = space === "phone";
  useFunctionKey();
  // What was new has been looked at when its tab is left.
  const go = (next: BenchTab) => {
    const place = exercise.view.kind === "case" ? "data" : "brief";
    if (tab === place && next !== place) desk.seen(exercise.key);
    onTab(next);
  };
  const bench = { exercise, desk, space, tab: phone ? tab : null };
  return (
    <section className={classes.bench} aria-label={`Exercise: ${exercise.view.name}`} data-space={space} data-tab={phone ? tab : undefined} data-testid="workbench">
      <BenchHead exercise={exercise} desk={desk} space={space} />
      {phone ? <Tabs label="Parts of the exercise" tabs={tabsOf(exercise)} value={tab} onChange={go} /> : null}
      <Banners exercise={exercise} desk={desk} />
      <Announcement exercise={exercise} />
      {benchOf(exercise, bench)}
    </section>
  );
}

function benchOf({ view }: Exercise, bench: BenchProps) {
  if (view.kind === "case") return <CaseBench {...bench} view={view} />;
  return view.activity === "review" ? <ReviewBench {...bench} view={view} /> : <CodingBench {...bench} view={view} />;
}

function tabsOf({ view, runs, reveals, newReveal, modificationIsNew }: Exercise) {
  const conversation = { name: "conversation", label: "Conversation" } as const;
  if (view.kind === "case")
    return [
      { name: "brief", label: "Case" },
      { name: "data", label: "Data", sign: newReveal ? "new" : reveals.length > 0 ? String(reveals.length) : undefined },
      { name: "notes", label: "Notes" },
      conversation,
    ] as const;
  const brief = { name: "brief", label: "Brief", sign: modificationIsNew ? "new" : undefined } as const;
  if (view.activity === "review") return [{ name: "code", label: "Changes" }, brief, conversation] as const;
  return [
    { name: "code", label: "Code" },
    { name: "tests", label: "Tests", sign: runs.length > 0 ? String(runs.length) : undefined },
    brief,
    conversation,
  ] as const;
}

/** What came while the eyes were elsewhere, for screen readers. */
function Announcement({ exercise: { reveals, newReveal, hints, runs, modificationIsNew } }: { exercise: Exercise }) {
  const reveal = reveals.find(({ id }) => id === newReveal);
  const run = runs.at(-1);
  return (
    <div className={classes.hidden} aria-live="polite">
      {reveal ? <p key={`r${reveal.id}`}>New exhibit: {reveal.title}</p> : null}
      {hints.length > 0 ? <p key={`h${hints.length}`}>Hint: {hints.at(-1)}</p> : null}
      {run ? (
        <p key={`n${run.number}`}>
          Run {run.number}: {runHeadline(run.result)}
        </p>
      ) : null}
      {modificationIsNew ? <p key="m">The task has a new requirement.</p> : null}
    </div>
  );
}

/** F6 goes from part to part, as in a desktop's windows; with Shift backwards. */
function useFunctionKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "F6") return;
      const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((one) => one.offsetParent !== null);
      const at = regions.findIndex((one) => one.contains(document.activeElement));
      const next = regions.at((at + (event.shiftKey ? -1 : 1) + (at < 0 && event.shiftKey ? 1 : 0)) % regions.length);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
