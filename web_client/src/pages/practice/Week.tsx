import { Button } from "@mantine/core";
import { useState } from "react";
import { useChangeItem, useNewPlan } from "../../api/practice";
import type { CoachPlan, Drill, Practice, PracticeItem } from "../../api/types";
import { toast, undoToast } from "../../app/toast";
import { ButtonLink } from "../../components/ButtonLink";
import { ErrorNotice } from "../../components/ErrorNotice";
import { explain } from "../../lib/explain";
import { count } from "../../lib/format";
import { madeBy } from "../../lib/provenance";
import { activeDays, dayName, dayToday } from "./days";
import { Item } from "./Item";
import styles from "./Practice.module.css";

interface Props {
  practice: Practice;
  drills: readonly Drill[];
  /** The item whose drill is open in its place. */
  open: string | null;
  onDrill: (item: PracticeItem | null) => void;
}

export function Week({ practice, drills, open, onDrill }: Props) {
  const { plan, starts_on: startsOn, items } = practice;
  const [held, setHeld] = useState<string | null>(null);
  const move = useMove(startsOn);
  if (plan === null || startsOn === null) return <NoPlan />;
  const today = dayToday(startsOn);
  return (
    <section className={styles.section} aria-labelledby="week">
      <div className={styles.sectionHead}>
        <h2 id="week">{today > 7 ? "Your last week" : "This week"}</h2>
        <NewPlan done={items.some((item) => item.done_at !== null)} />
      </div>
      {today > 7 && <p className={styles.over}>This week is over. What is open can still be done, or a new plan can start from today.</p>}
      <div className={styles.why}>
        <div>
          <h3>Why this plan</h3>
          <p>{plan.whyThisPlan}</p>
          <p className={styles.by}>{madeBy(plan.provenance)}</p>
        </div>
        <Streak goal={plan.streakGoal} items={items} />
      </div>
      <ol className={styles.days}>
        {plan.plan.map(({ day, goal, items: planned }) => (
          <Day
            key={day}
            startsOn={startsOn}
            day={day}
            today={today}
            goal={goal}
            rest={planned.length === 0}
            items={items}
            drills={drills}
            open={open}
            onDrill={onDrill}
            move={move}
            held={items.find((item) => item.id === held) ?? null}
            onHold={setHeld}
          />
        ))}
      </ol>
    </section>
  );
}

function Streak({ goal, items }: { goal: CoachPlan["streakGoal"]; items: readonly PracticeItem[] }) {
  const done = activeDays(items);
  return (
    <div className={styles.streak}>
      <h3>Goal for the week</h3>
      <p className={styles.goal}>{count(goal, "day")} with something done</p>
      <div className={styles.dots} aria-hidden>
        {Array.from({ length: goal }, (_, i) => (
          <i key={i} data-done={i < done || undefined} />
        ))}
      </div>
      <p className={styles.meta}>
        {done >= goal
          ? "Reached. Anything more is extra."
          : done === 0
            ? "Any item counts, the shortest too."
            : `${count(done, "day")} so far.`}
      </p>
    </div>
  );
}

interface DayProps {
  startsOn: string;
  day: number;
  today: number;
  goal: string;
  /** The coach left it free. */
  rest: boolean;
  items: readonly PracticeItem[];
  drills: readonly Drill[];
  open: string | null;
  onDrill: (item: PracticeItem | null) => void;
  move: (item: PracticeItem, day: number) => void;
  /** What is being dragged. */
  held: PracticeItem | null;
  onHold: (id: string | null) => void;
}

function Day({ startsOn, day, today, goal, rest, items, drills, open, onDrill, move, held, onHold }: DayProps) {
  const [over, setOver] = useState(false);
  const takes = held !== null && held.day !== day;
  const { name, date } = dayName(startsOn, day);
  const mine = items.filter((item) => item.day === day).toSorted((a, b) => a.position - b.position);
  const minutes = mine.reduce((sum, item) => sum + item.minutes, 0);
  return (
    // Dropping is a shortcut of each item's menu, which the keyboard reaches.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.day}
      data-today={day === today || undefined}
      data-over={(over && takes) || undefined}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onHold(null);
        if (takes) move(held, day);
      }}
    >
      <div className={styles.dayHead}>
        <h3>{name}</h3>
        <span className={styles.meta}>{date}</span>
        {minutes > 0 && <span className={styles.meta}>{minutes} min</span>}
      </div>
      <div className={styles.dayBody}>
        <p className={styles.dayGoal}>{goal}</p>
        {mine.length === 0 ? (
          !rest && <p className={styles.meta}>Moved to other days.</p>
        ) : (
          <ul className={styles.items}>
            {mine.map((item) => (
              <Item
                key={item.id}
                item={item}
                startsOn={startsOn}
                drill={item.id === open ? (drills.find((drill) => drill.key === item.target) ?? null) : null}
                onDrill={(key) => onDrill(key === null ? null : item)}
                onMove={(to) => move(item, to)}
                onHold={onHold}
              />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** Moves an item at once, with a way back. */
function useMove(startsOn: string | null): (item: PracticeItem, day: number) => void {
  const { mutate } = useChangeItem();
  return (item, day) => {
    if (startsOn === null) return;
    const { name } = dayName(startsOn, day);
    mutate(
      { id: item.id, day },
      {
        onSuccess: () => undoToast(`“${item.title}” is moved to ${lower(name)}.`, () => mutate({ id: item.id, day: item.day })),
        onError: (error) => toast(`“${item.title}” stays where it is. ${explain(error).text}`, 10_000),
      },
    );
  };
}

/** "Today" and "Tomorrow" inside a sentence; weekdays keep their capital. */
const lower = (name: string): string => (["Today", "Tomorrow", "Yesterday"].includes(name) ? name.toLowerCase() : name);

/** A new plan takes the place of the old one, marks and all: it asks where there is something to lose. */
function NewPlan({ done }: { done: boolean }) {
  const make = useNewPlan();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.newPlan}>
      {make.isError && <ErrorNotice error={make.error} />}
      {asking ? (
        <>
          <span className={styles.meta}>It replaces this week and its marks.</span>
          <Button size="sm" loading={make.isPending} onClick={() => make.mutate(undefined, { onSettled: () => setAsking(false) })}>
            Make it
          </Button>
          <Button size="sm" variant="default" disabled={make.isPending} onClick={() => setAsking(false)} ref={(button) => button?.focus()}>
            Keep this one
          </Button>
        </>
      ) : (
        <Button size="sm" variant="default" loading={make.isPending} onClick={() => (done ? setAsking(true) : make.mutate())}>
          Make a new plan
        </Button>
      )}
    </div>
  );
}

function NoPlan() {
  const make = useNewPlan();
  return (
    <section className={styles.section} aria-labelledby="week">
      <h2 id="week">This week</h2>
      <p className={styles.none}>There is no plan yet. It comes with your next report, or now, from what is known of your interviews.</p>
      {make.isError && <ErrorNotice error={make.error} />}
      <div className={styles.doors}>
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          Make a plan
        </Button>
        <ButtonLink to="/interviews/new" variant="default">
          Start an interview
        </ButtonLink>
      </div>
    </section>
  );
}
