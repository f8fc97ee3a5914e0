/** Two interviews side by side: each dimension with its spread, the match with the job, the figures. */
import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { comparisonQuery, type ResultRow } from "../../api/progress";
import { ErrorNotice } from "../../components/ErrorNotice";
import { moment } from "../../lib/format";
import { jobTitle } from "../jobs/words";
import { spreadPoints } from "../progress/figures";
import { differenceWords } from "./difference";
import styles from "./Results.module.css";

export function Comparison({ a, b, onClose }: { a: string; b: string; onClose: () => void }) {
  const found = useQuery(comparisonQuery(a, b));
  return (
    <section className={styles.comparison} aria-labelledby="side-by-side">
      <div className={styles.comparisonHead}>
        <h2 id="side-by-side">Side by side</h2>
        <Button size="sm" variant="default" onClick={onClose}>
          Close the comparison
        </Button>
      </div>
      {found.isPending && <Skeleton h={240} radius="md" />}
      {found.isError && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">What</th>
                <Head row={found.data.a} />
                <Head row={found.data.b} />
                <th scope="col">Difference</th>
              </tr>
            </thead>
            <tbody>
              <Line name="Overall" a={found.data.a} b={found.data.b} />
              {found.data.dimensions.map(({ key, name, a: one, b: other }) => (
                <Line key={key} name={name} a={one} b={other} />
              ))}
              <Line name="Match with the job, per cent" a={plain(found.data.jd_match.a)} b={plain(found.data.jd_match.b)} />
              {found.data.figures.map((figure) => (
                <tr key={figure.label}>
                  <th scope="row">{figure.label}</th>
                  <td className="num">{figure.a || "not measured"}</td>
                  <td className="num">{figure.b || "not measured"}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface Side {
  score: number | null;
  spread: number | null;
}

const plain = (score: number | null): Side => ({ score, spread: null });

function Head({ row }: { row: ResultRow }) {
  return (
    <th scope="col">
      {jobTitle(row)}
      <span className={styles.meta}> {moment(row.held_at)}</span>
    </th>
  );
}

function Line({ name, a, b }: { name: string; a: Side | null; b: Side | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{scoreWords(a)}</td>
      <td className="num">{scoreWords(b)}</td>
      <td>{differenceWords(a, b)}</td>
    </tr>
  );
}

const scoreWords = (side: Side | null): string =>
  side === null || side.score === null ? "not measured" : `${side.score}${spreadPoints(side.spread)}`;
