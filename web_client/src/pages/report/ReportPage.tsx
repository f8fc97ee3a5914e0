import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { ButtonLink } from "../../components/ButtonLink";
import { interviewQuery, reportQuery, transcriptQuery } from "../../api/queries";
import type { InterviewSummary } from "../../api/types";
import { PagePending } from "../../app/PagePending";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { interviewTitle, isOpen } from "../../lib/interviews";
import { ReportBody } from "./ReportBody";

export default function ReportPage() {
  const { sessionId } = useParams({ from: "/signed-in/shell/interviews/$sessionId/report" });
  const { turn } = useSearch({ from: "/signed-in/shell/interviews/$sessionId/report" });
  // Who comes straight from the room carries an interview that was still going on: it is read anew, and until it is over.
  const interview = useQuery({
    ...interviewQuery(sessionId),
    refetchOnMount: "always",
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? 1_500 : false),
  });
  const over = interview.data !== undefined && !isOpen(interview.data);
  const report = useQuery({ ...reportQuery(sessionId), enabled: over });
  const transcript = useQuery({ ...transcriptQuery(sessionId), enabled: over, staleTime: 0 });
  const client = useQueryClient();
  const status = report.data?.status;

  useEffect(() => {
    // The list and the header show the score, too.
    if (status !== "done") return;
    void client.invalidateQueries({ queryKey: ["interviews"] });
    void client.invalidateQueries({ queryKey: ["interview", sessionId] });
  }, [status, client, sessionId]);

  const failed = [interview, report, transcript].find((query) => query.isError && query.data === undefined);
  if (failed) {
    const retry = (): void => {
      for (const query of [interview, report, transcript]) if (query.isError) void query.refetch();
    };
    return (
      <>
        <PageHeading title="Report" />
        <div style={{ marginTop: 32 }}>
          <ErrorNotice error={failed.error} retry={retry} />
        </div>
      </>
    );
  }
  if (interview.data && !over && interview.isFetchedAfterMount) return <NotOver interview={interview.data} />;
  if (!interview.data || !report.data || !transcript.data) return <PagePending />;
  return <ReportBody interview={interview.data} report={report.data} transcript={transcript.data} turn={turn ?? null} />;
}

function NotOver({ interview }: { interview: InterviewSummary }) {
  return (
    <>
      <PageHeading
        title={`Report: ${interviewTitle(interview)}`}
        eyebrow={interviewTitle(interview)}
        lead="The report is written when the interview is over. Nothing said so far is lost."
      >
        This interview is not over yet
      </PageHeading>
      <ButtonLink to="/interviews/$sessionId/room" params={{ sessionId: interview.id }} mt={28}>
        {interview.status === "created" ? "Enter the room" : "Return to the room"}
      </ButtonLink>
    </>
  );
}
