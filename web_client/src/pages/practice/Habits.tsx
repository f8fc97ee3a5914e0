/** What is remembered: each dimension over time, and habits that are open, improving or fixed, with the proof of each change. */
import { Button, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Skill, Weakness, WeaknessProof, WeaknessState } from "../../api/types";
import { Disclosure } from "../../components/Disclosure";
import { clock, count, moment } from "../../lib/format";
import { changeWords, weaknessWords } from "../../lib/words";
import styles from "./Habits.module.css";
import practice from "./Practice.module.css";
import { Trend } from "./Trend";

const FIXED_SHOWN = 3;
const order: readonly WeaknessState[] = ["open", "improving", "fixed"];

interface Found {
  weakness: Weakness;
  skill: Skill;
}

export function Habits({ skills }: { skills: readonly Skill[] }) {
  const found = skills.flatMap((skill) => skill.issues.map((weakness) => ({ weakness, skill })));
  const [all, setAll] = useState(false);
  const sorted = order.flatMap((state) => found.filter(({ weakness }) => weakness.state === state));
  const fixed = sorted.filter(({ weakness }) => weakness.state === "fixed").length;
  const hidden = all || fixed <= FIXED_SHOWN ? 0 : fixed - FIXED_SHOWN; // the fixed ones stand last
  const categories = new Set(skills.map((skill) => skill.roleCategory));
  return (
    <>
      <section className={practice.section} aria-labelledby="habits">
        <h2 id="habits">Your habits</h2>
        <p className={practice.intro}>
          {sorted.length > 0 && `${tally(sorted)}. `}A habit opens when two different questions show it, and closes when two later ones show the opposite. Each change has its proof.
        </p>
        {sorted.length === 0 ? (
          <p className={practice.none}>None so far: nothing showed up in two different questions.</p>
        ) : (
          <ul className={styles.habits}>
            {sorted.slice(0, sorted.length - hidden).map(({ weakness, skill }) => (
              <Habit key={`${skill.roleCategory}-${weakness.key}`} weakness={weakness} skill={skill} mixed={categories.size > 1} />
            ))}
          </ul>
        )}
        {hidden > 0 && (
          <Button variant="default" size="sm" mt={16} onClick={() => setAll(true)}>
            Show {hidden} more that {hidden === 1 ? "is" : "are"} fixed
          </Button>
        )}
      </section>
      {skills.length > 0 && (
        <section className={practice.section} aria-labelledby="skills">
          <h2 id="skills">Over time</h2>
          <Skills skills={skills} mixed={categories.size > 1} />
        </section>
      )}
    </>
  );
}

/** "2 open, 1 improving, 9 fixed" */
const tally = (sorted: readonly Found[]): string =>
  order
    .map((state) => ({ state, many: sorted.filter(({ weakness }) => weakness.state === state).length }))
    .filter(({ many }) => many > 0)
    .map(({ state, many }) => `${many} ${weaknessWords[state].toLowerCase()}`)
    .join(", ");

function Habit({ weakness, skill, mixed }: Found & { mixed: boolean }) {
  const { text, state, proofs } = weakness;
  const latest = proofs.at(-1);
  return (
    <li className={styles.habit}>
      <p className={styles.head}>
        <span className={styles.state} data-state={state}>
          {weaknessWords[state]}
        </span>
        <b>{text}</b>
      </p>
      <p className={practice.meta}>
        {skill.name}
        {mixed && `, ${categoryText(skill.roleCategory)}`}
      </p>
      {latest && <Proof proof={latest} />}
      {proofs.length > 1 && (
        <Disclosure quiet print summary={`How it came to this: ${count(proofs.length, "change")}`}>
          <ol className={styles.proofs}>
            {proofs.map((proof, i) => (
              <li key={i}>
                <Proof proof={proof} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </li>
  );
}

function Proof({ proof }: { proof: WeaknessProof }) {
  const { change, sessionId, at, question, quote, turnIndex, startS } = proof;
  return (
    <div className={styles.proof} data-change={change}>
      <p>
        <span className={styles.change}>{changeWords[change]}</span> <span className={practice.meta}>{moment(at)}</span>
      </p>
      <p>{quote === "" ? <span className={practice.meta}>No word of it in your answer to: “{question}”</span> : <>“{quote}”</>}</p>
      <Link
        to="/interviews/$sessionId/report"
        params={{ sessionId }}
        search={turnIndex === null ? {} : { turn: turnIndex }}
        className={practice.door}
      >
        {startS === null ? "Show it in the report" : `Show it at ${clock(startS)}`}
        <VisuallyHidden component="span">
          : {changeWords[change]}, your answer to “{question}”
        </VisuallyHidden>
      </Link>
    </div>
  );
}

function Skills({ skills, mixed }: { skills: readonly Skill[]; mixed: boolean }) {
  return (
    <table className={styles.skills}>
      <thead>
        <tr>
          <th scope="col">Dimension</th>
          <th scope="col">At first</th>
          <th scope="col">Last</th>
          <th scope="col">Interviews</th>
        </tr>
      </thead>
      <tbody>
        {skills.map((skill) => (
          <tr key={`${skill.roleCategory}-${skill.dimension}`}>
            <th scope="row">
              {skill.name}
              {mixed && <span className={practice.meta}> {categoryText(skill.roleCategory)}</span>}
            </th>
            <td className="num">{Math.round(skill.baselineScore)}</td>
            <td className="num">{Math.round(skill.latestScore)}</td>
            <td>
              <Trend skill={skill} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const categories: Readonly<Record<string, string>> = {
  swe: "software",
  pm: "product",
  ops: "operations",
  people: "people and HR",
  quant: "quantitative finance",
};

const categoryText = (category: string): string => categories[category] ?? category;
