import { Button, SegmentedControl, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ButtonLink } from "../../components/ButtonLink";
import { interviewsQuery } from "../../api/queries";
import type { InterviewSummary } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { InterviewRows } from "../../components/InterviewRows";
import { PageHeading } from "../../components/PageHeading";
import { isOpen } from "../../lib/interviews";
import { DeleteInterview } from "./DeleteInterview";
import styles from "./InterviewsPage.module.css";

type Filter = "all" | "finished" | "open";

const keeps: Record<Filter, (interview: InterviewSummary) => boolean> = {
  all: () => true,
  finished: (interview) => !isOpen(interview),
  open: isOpen,
};

export default function InterviewsPage() {
  const list = useInfiniteQuery(interviewsQuery());
  const [filter, setFilter] = useState<Filter>("all");
  const [doomed, setDoomed] = useState<InterviewSummary | null>(null);
  const all = list.data?.pages.flatMap((page) => page.items);
  const shown = all?.filter(keeps[filter]);

  return (
    <>
      <div className={styles.head}>
        <PageHeading title="Interviews" />
        {all !== undefined && all.length > 0 && <ButtonLink to="/interviews/new">New interview</ButtonLink>}
      </div>
      {all !== undefined && all.some(isOpen) && (
        <SegmentedControl
          className={styles.filter}
          aria-label="Show"
          value={filter}
          onChange={(value) => setFilter(value)}
          data={[
            { value: "all", label: "All" },
            { value: "finished", label: "Finished" },
            { value: "open", label: "Still open" },
          ]}
        />
      )}
      {list.isError && all === undefined && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={320} radius="md" />}
      {all?.length === 0 && (
        <EmptyState title="Your interviews will live here">
          <p>Each with its recording, its transcript and a report that quotes you. The first takes ten minutes.</p>
          <ButtonLink to="/interviews/new" mt={20}>
            Start a practice interview
          </ButtonLink>
        </EmptyState>
      )}
      {shown !== undefined && shown.length > 0 && <InterviewRows interviews={shown} onDelete={setDoomed} />}
      {shown?.length === 0 && all !== undefined && all.length > 0 && <p className={styles.none}>None among those shown so far.</p>}
      {list.hasNextPage && (
        <Button variant="default" mt={28} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show earlier interviews
        </Button>
      )}
      <DeleteInterview interview={doomed} onClose={() => setDoomed(null)} />
    </>
  );
}
