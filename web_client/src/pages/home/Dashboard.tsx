/** What comes next: tracked jobs with their date and readiness, what is left of the week, the next best session. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Dashboard as Home } from "../../api/progress";
import type { JobCard } from "../../api/jobs";
import type { PracticeItem } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { practiceWords } from "../../lib/words";
import { nextDate, readyWords } from "../jobs/facts";
import { jobStatusWords, jobTitle } from "../jobs/words";
import { dayName, dayToday } from "../practice/days";
import { streakWords } from "../progress/figures";
import styles from "./Dashboard.module.css";

const MOST_ITEMS = 4;

/** The page asks for it, and not this part: a second asker would read a failed one anew, without end. */
export function Dashboard({ home }: { home: UseQueryResult<Home> }) {
  if (home.isPending) return null;
  if (home.data === undefined) return <ErrorNotice error={home.error} retry={() => void home.refetch()} />;
  const { jobs, jobs_total: total, week, next_best: best, streak } = home.data;
  return (
    <div className={styles.parts}>
      {jobs.length > 0 && <Jobs jobs={jobs} total={total} />}
      {best !== null && <Best best={best} />}
      {week.starts_on !== null && <Week items={week.items} startsOn={week.starts_on} />}
      {streak.active.length > 0 && (
        <p className={styles.meta}>
          {streakWords(streak)} <Link to="/progress">Your progress</Link>
        </p>
      )}
    </div>
  );
}

function Jobs({ jobs, total }: { jobs: readonly JobCard[]; total: number }) {
  return (
    <section aria-labelledby="your-jobs">
      <div className={styles.head}>
        <h2 id="your-jobs">Your jobs</h2>
        <Link to="/jobs">{total > jobs.length ? `All ${total} jobs` : "To the board"}</Link>
      </div>
      <ul className={styles.jobs}>
        {jobs.map((job) => {
          const date = nextDate(job);
          return (
            <li key={job.id}>
              <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={styles.title}>
                {jobTitle(job)}
              </Link>
              <span className={styles.date} data-soon={date?.soon === true || undefined}>
                {date?.text ?? jobStatusWords[job.status]}
              </span>
              <span className={styles.meta}>{readyWords(job.readiness)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Best({ best }: { best: NonNullable<Home["next_best"]> }) {
  return (
    <section aria-labelledby="next-best">
      <div className={styles.head}>
        <h2 id="next-best">What would help most now</h2>
        <Link to="/practice">To your practice</Link>
      </div>
      <p className={styles.title}>{best.item.title}</p>
      <p className={styles.why}>{best.why}</p>
      <p className={styles.meta}>
        {practiceWords[best.item.kind]} · {best.item.minutes} min · for {jobTitle({ role_title: best.roleTitle, company: best.company })}
      </p>
    </section>
  );
}

/** What is open of the week up to today; the days to come wait on their page. */
export const openNow = (items: readonly PracticeItem[], today: number): PracticeItem[] =>
  items.filter((item) => item.done_at === null && item.day <= today).toSorted((a, b) => a.day - b.day || a.position - b.position);

function Week({ items, startsOn }: { items: readonly PracticeItem[]; startsOn: string }) {
  const today = dayToday(startsOn);
  const open = openNow(items, today);
  if (today > 7) return null; // a week that is over is not what comes next
  return (
    <section aria-labelledby="this-week">
      <div className={styles.head}>
        <h2 id="this-week">This week</h2>
        <Link to="/practice">The whole week</Link>
      </div>
      {open.length === 0 ? (
        <p className={styles.why}>Nothing is open up to today.</p>
      ) : (
        <ul className={styles.items}>
          {open.slice(0, MOST_ITEMS).map((item) => (
            <li key={item.id}>
              <span className={styles.title}>{item.title}</span>{" "}
              <span className={styles.meta}>
                {dayName(startsOn, item.day).name} · {item.minutes} min
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
