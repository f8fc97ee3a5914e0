/** The tracker: every job that is applied for, on a board by status or in a table. */
import { Button, SegmentedControl, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { exportUrl, jobsQuery } from "../../api/jobs";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { AddJob } from "./AddJob";
import { Board } from "./Board";
import { Filters } from "./Filters";
import { byReadiness } from "./facts";
import { ImportJobs } from "./ImportJobs";
import styles from "./Jobs.module.css";
import { isNarrowed, readJobsSearch, toServer, without, type JobsSearch } from "./filter";
import { useMoves } from "./moves";
import { Table } from "./Table";

export default function JobsPage() {
  const search = readJobsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const list = useInfiniteQuery(jobsQuery(toServer(search)));
  const moves = useMoves();
  const [importing, setImporting] = useState(false);
  const change = (next: JobsSearch): void => void navigate({ to: "/jobs", search: next, replace: true });
  const setAdding = (adding: boolean): void => change(adding ? { ...search, add: true } : without(search, "add"));
  const found = list.data?.pages.flatMap((page) => page.items).filter((job) => job.archived === (search.archived === true));
  const jobs = found && search.sort === "readiness" ? byReadiness(found) : found;
  const tags = list.data?.pages[0]?.tags ?? [];
  const waits = jobs?.length === 0 && list.isPlaceholderData;
  const newcomer = jobs?.length === 0 && !waits && !isNarrowed(search) && search.archived !== true;
  const view = search.view === "table" ? "table" : "board";

  return (
    <>
      <div className={styles.top}>
        <PageHeading title="Jobs" lead="What you apply for, where it stands, and how ready your interviews show you to be." />
        <div className={styles.actions}>
          {!newcomer && <Button onClick={() => setAdding(true)}>Add a job</Button>}
          <Button variant="default" onClick={() => setImporting(true)}>
            Import CSV
          </Button>
          {!newcomer && (
            <Button variant="default" component="a" href={exportUrl} download>
              Export CSV
            </Button>
          )}
        </div>
      </div>
      {list.isError && jobs === undefined && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={460} radius="md" mt={32} />}
      {newcomer && (
        <EmptyState title="Your job search will live here">
          <p>
            Save a job by its address or its description. Then one click plans an interview for it, and each interview you hold shows how
            ready you are.
          </p>
          <Button mt={18} onClick={() => setAdding(true)}>
            Add your first job
          </Button>
        </EmptyState>
      )}
      {jobs !== undefined && !newcomer && (
        <>
          <SegmentedControl
            className={styles.view}
            aria-label="View"
            value={view}
            onChange={(value) => change(value === "table" ? { ...search, view: "table" } : without(search, "view"))}
            data={[
              { value: "board", label: "Board" },
              { value: "table", label: "Table" },
            ]}
          />
          <Filters search={search} tags={tags} change={change} />
          {waits ? (
            <Skeleton h={320} radius="md" />
          ) : jobs.length === 0 ? (
            <Nothing search={search} change={change} />
          ) : view === "board" ? (
            <Board jobs={jobs} moves={moves} />
          ) : (
            <Table jobs={jobs} moves={moves} sort={search.sort ?? "updated"} onSort={(sort) => change({ ...search, sort })} />
          )}
          {list.hasNextPage && (
            <Button variant="default" mt={20} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show more jobs
            </Button>
          )}
        </>
      )}
      <AddJob opened={search.add === true} onClose={() => setAdding(false)} />
      <ImportJobs opened={importing} onClose={() => setImporting(false)} />
    </>
  );
}

function Nothing({ search, change }: { search: JobsSearch; change: (next: JobsSearch) => void }) {
  const rest: JobsSearch = search.view === undefined ? {} : { view: search.view };
  const [title, text] = isNarrowed(search)
    ? ["Nothing fits all of that", "Take one of the choices away, or search for another word."]
    : ["Nothing is archived", "Jobs that you put away rest here, with everything that belongs to them."];
  return (
    <EmptyState title={title}>
      <p>{text}</p>
      <Button variant="default" mt={18} onClick={() => change(rest)}>
        Show all jobs
      </Button>
    </EmptyState>
  );
}
