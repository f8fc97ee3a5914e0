/** The last twelve weeks, a row for each week: which days had something done, and what it came to. */
import type { ActiveDay, Streak } from "../../api/progress";
import { count } from "../../lib/format";
import { localDay } from "../jobs/facts";
import { streakWords, weeksOf } from "./figures";
import styles from "./Progress.module.css";

const WEEKS = 12;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export function Calendar({ days, streak }: { days: readonly ActiveDay[]; streak: Streak }) {
  const weeks = weeksOf(days, WEEKS);
  return (
    <section className={styles.section} aria-labelledby="days">
      <h2 id="days">Days with something done</h2>
      <p className={styles.intro}>{streakWords(streak)}</p>
      <table className={styles.calendar}>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.on}>
              <th scope="row">{dateWords(week[0]?.on ?? "")}</th>
              {week.map((day) => (
                <td key={day.on}>
                  <span className={styles.day} data-done={Math.min(3, day.done) || undefined} title={dayTitle(day)}>
                    {day.done > 0 ? day.done : <span aria-hidden>·</span>}
                    <span className={styles.hidden}>{day.done > 0 ? " done" : "nothing"}</span>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const dateWords = (on: string): string => localDay(on).toLocaleDateString("en-GB", { day: "numeric", month: "short" });

const dayTitle = ({ on, done, minutes }: ActiveDay): string =>
  `${dateWords(on)}: ${done === 0 ? "nothing" : `${count(done, "thing")} done${minutes > 0 ? `, ${minutes} min of interviews` : ""}`}`;
