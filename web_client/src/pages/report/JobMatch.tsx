/** The job's requirements one by one: what you said with its proof, what stands on the résumé only, what is missing. */
import { Link } from "@tanstack/react-router";
import type { JdMatch, JdRequirement, Provenance, RequirementState } from "../../api/types";
import { cx } from "../../lib/cx";
import { madeBy } from "../../lib/provenance";
import { requirementWords } from "../../lib/words";
import { hasJdMatch } from "./figures";
import { Folded } from "./Folded";
import styles from "./JobMatch.module.css";
import { Quote } from "./Quote";
import { Section } from "./Section";

const SHOWN = 12;

interface Props {
  match: JdMatch;
  by?: Provenance | undefined;
  /** Where a model found some of the notes under the table. */
  gapsBy?: Provenance | undefined;
  risksBy?: Provenance | undefined;
}

export function JobMatch({ match, by, gapsBy, risksBy }: Props) {
  const { requirements } = match;
  if (!hasJdMatch(match))
    return (
      <Section id="job" title="Against the job description">
        <p className={styles.none}>
          There was no job description to compare with.{" "}
          <Link to="/interviews/new" search={{ jd: true }} data-noprint>
            Practise with one
          </Link>
          , and each of its requirements stands here with your words beside it.
        </p>
      </Section>
    );
  const skills = match.matchedSkills.length + match.missingSkills.length > 0;
  const compared = requirements.length > 0 || skills;
  return (
    <Section
      id="job"
      title={compared ? "Against the job description" : "Open points"}
      by={by}
      {...(requirements.length > 0 ? { intro: tally(requirements) } : {})}
    >
      {requirements.length > 0 && <Requirements requirements={requirements} />}
      {requirements.length === 0 && skills && (
        <div className={styles.columns}>
          <Skills title="You showed" items={match.matchedSkills} empty="None of the listed skills came up." />
          <Skills title="Did not come up" items={match.missingSkills} empty="Nothing: every listed skill came up." open />
        </div>
      )}
      <Notes title="Worth closing first" items={match.priorityGaps} by={gapsBy} />
      <Notes title="May raise doubts" items={match.riskFlags} by={risksBy} />
    </Section>
  );
}

/** "12 requirements: you said 5, 2 stand on your résumé only, 4 did not come up, 1 was contradicted." */
export function tally(requirements: readonly JdRequirement[]): string {
  const of = (state: RequirementState): number => requirements.filter((one) => one.state === state).length;
  const parts = [
    [of("said"), (n: number) => `you said ${n}`],
    [of("resume_only"), (n: number) => `${n} ${n === 1 ? "stands" : "stand"} on your résumé only`],
    [of("missing"), (n: number) => `${n} did not come up`],
    [of("contradicted"), (n: number) => `${n} ${n === 1 ? "is" : "are"} contradicted`],
  ] as const;
  const said = parts.flatMap(([n, text]) => (n > 0 ? [text(n)] : []));
  return `${requirements.length} ${requirements.length === 1 ? "requirement" : "requirements"}: ${said.join(", ")}.`;
}

function Requirements({ requirements }: { requirements: readonly JdRequirement[] }) {
  return (
    <Folded limit={SHOWN} total={requirements.length} more={`Show all ${requirements.length} requirements`}>
      {(folded) => (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">The job asks for</th>
              <th scope="col">Now</th>
              <th scope="col">What it rests on</th>
            </tr>
          </thead>
          <tbody>
            {requirements.map((requirement, i) => (
              <tr key={`${i}-${requirement.text}`} className={cx(folded(i))} data-keep-together>
                <th scope="row">
                  {requirement.text}
                  {!requirement.must && <span className={styles.nice}>nice to have</span>}
                </th>
                <td>
                  <span className={styles.state} data-state={requirement.state}>
                    {requirement.state === "said" && requirement.shown ? "You showed it" : requirementWords[requirement.state]}
                  </span>
                </td>
                <td>
                  <Proof requirement={requirement} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Folded>
  );
}

function Proof({ requirement }: { requirement: JdRequirement }) {
  const { evidence, resumeText, note } = requirement;
  return (
    <div className={styles.proof}>
      {evidence.map((item) => (
        <Quote key={`${item.turnIndex}-${item.wordStart}`} evidence={item} />
      ))}
      {resumeText !== null && (
        <p className={styles.resume}>
          <span>Résumé</span> “{resumeText}”
        </p>
      )}
      {note !== "" && <p className={styles.note}>{note}</p>}
    </div>
  );
}

function Skills({ title, items, empty, open = false }: { title: string; items: readonly string[]; empty: string; open?: boolean }) {
  return (
    <div className={styles.column} data-open={open || undefined}>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Notes({ title, items, by }: { title: string; items: readonly string[]; by: Provenance | undefined }) {
  if (items.length === 0) return null;
  return (
    <div className={styles.notes}>
      <h3>{title}</h3>
      {items.map((item) => (
        <p key={item}>{item}</p>
      ))}
      {by && <p className={styles.by}>{madeBy(by)}</p>}
    </div>
  );
}
