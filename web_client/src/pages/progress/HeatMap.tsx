import type { HeatCell } from "../../api/progress";
import type { InterviewType } from "../../api/types";
import { count } from "../../lib/format";
import { typeWords } from "../../lib/words";
import { shadeOf } from "./figures";
import styles from "./Progress.module.css";

const TYPES = Object.keys(typeWords) as InterviewType[];

/** A dimension may hold in one kind of interview and not in another. Every shade is a number too. */
export function HeatMap({ cells }: { cells: readonly HeatCell[] }) {
  const names = new Map(cells.map((cell) => [cell.dimension, cell.name]));
  const types = TYPES.filter((type) => cells.some((cell) => cell.interview_type === type));
  return (
    <section className={styles.section} aria-labelledby="where">
      <h2 id="where">Where it holds</h2>
      <p className={styles.intro}>The mean score of each dimension in each kind of interview. A dash: not proved there yet.</p>
      {/* A table that is wider than a phone scrolls, by the keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label="Dimensions by kind of interview" tabIndex={0}>
        <table className={styles.heat}>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              {types.map((type) => (
                <th key={type} scope="col">
                  {typeWords[type].title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...names].map(([dimension, name]) => (
              <tr key={dimension}>
                <th scope="row">{name}</th>
                {types.map((type) => (
                  <Cell key={type} cell={cells.find((one) => one.dimension === dimension && one.interview_type === type)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ cell }: { cell: HeatCell | undefined }) {
  if (cell === undefined || cell.score === null) return <td data-shade={0}>–</td>;
  return (
    <td data-shade={shadeOf(cell)}>
      <span className="num">{cell.score}</span> <span className={styles.small}>{count(cell.interviews, "interview")}</span>
    </td>
  );
}
