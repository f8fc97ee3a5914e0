/** Judged interviews: found by what they were, opened, compared two by two, each with the session that would help next. */
import { Button, Checkbox, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { resultsQuery, type ResultRow } from "../../api/progress";
import { ButtonLink } from "../../components/ButtonLink";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { modeWords } from "../../lib/exerciseWords";
import { list as inWords, moment } from "../../lib/format";
import { readinessWords, typeWords } from "../../lib/words";
import { jobTitle } from "../jobs/words";
import { spreadPoints } from "../progress/figures";
import { Comparison } from "./Comparison";
import { Filters } from "./Filters";
import { choose, readResultsSearch, toServer, type ResultsSearch } from "./filter";
import { NextDoor } from "./NextDoor";
import styles from "./Results.module.css";

export default function ResultsPage() {
  const search = readResultsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (next: ResultsSearch): void => void navigate({ to: "/results", search: next, replace: true });
  const list = useInfiniteQuery(resultsQuery(toServer(search)));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const narrowed = Object.keys(toServer(search)).length > 0;
  return (
    <>
      <PageHeading title="Results" lead="Every interview that was judged. Choose two to set them side by side." />
      {rows !== undefined && (rows.length > 0 || narrowed || list.isPlaceholderData) && <Filters search={search} change={change} />}
      {search.a !== undefined && search.b !== undefined && (
        <Comparison a={search.a} b={search.b} onClose={() => change(toServer(search))} />
      )}
      {list.isError && rows === undefined && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={380} radius="md" mt={28} />}
      {rows?.length === 0 && !list.isPlaceholderData && <Nothing narrowed={narrowed} showAll={() => change({})} />}
      {rows !== undefined && rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <Row
              key={row.session_id}
              row={row}
              chosen={row.session_id === search.a || row.session_id === search.b}
              onChoose={() => change(choose(search, row.session_id))}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt={20} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show earlier results
        </Button>
      )}
    </>
  );
}

function Row({ row, chosen, onChoose }: { row: ResultRow; chosen: boolean; onChoose: () => void }) {
  const facts = [typeWords[row.interview_type].title, `${row.minutes} min`, moment(row.held_at)];
  return (
    <li className={styles.row}>
      <Checkbox
        className={styles.choose}
        aria-label={`Compare ${jobTitle(row)}, ${moment(row.held_at)}`}
        checked={chosen}
        onChange={onChoose}
      />
      <div className={styles.body}>
        <Link to="/interviews/$sessionId/report" params={{ sessionId: row.session_id }} className={styles.title}>
          {jobTitle(row)}
        </Link>
        <p className={styles.meta}>
          {facts.join(" · ")}
          {row.exercise_types.length > 0 && ` · with ${inWords(row.exercise_types.map((mode) => modeWords[mode].title.toLowerCase()))}`}
        </p>
        {row.next !== null && (
          <p className={styles.next}>
            Next: {row.next.title} <NextDoor next={row.next} />
          </p>
        )}
      </div>
      <p className={styles.score}>
        {row.score === null ? (
          <span className={styles.meta}>Not enough evidence</span>
        ) : (
          <>
            <b className="num">
              {row.score}
              {spreadPoints(row.spread)}
            </b>
            <span className={styles.meta}>{row.readiness === null ? "" : readinessWords[row.readiness]}</span>
          </>
        )}
      </p>
    </li>
  );
}

function Nothing({ narrowed, showAll }: { narrowed: boolean; showAll: () => void }) {
  return narrowed ? (
    <EmptyState title="Nothing fits all of that">
      <p>Take one of the choices away, or search for another word.</p>
      <Button variant="default" mt={18} onClick={showAll}>
        Show all results
      </Button>
    </EmptyState>
  ) : (
    <EmptyState title="Your results will stand here">
      <p>Each judged interview becomes a line: what it was, how it went, and the session that would help most next.</p>
      <ButtonLink to="/interviews/new" mt={18}>
        Start an interview
      </ButtonLink>
    </EmptyState>
  );
}
