/** One job: how ready one is for it and what would help most, its dates, notes, interviews and history. */
import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { jobQuery, type Job } from "../../api/jobs";
import { PagePending } from "../../app/PagePending";
import { Disclosure } from "../../components/Disclosure";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { useMoves } from "../jobs/moves";
import { jobStatusWords, jobTitle, STATUSES } from "../jobs/words";
import { DeleteJob } from "./DeleteJob";
import { Details } from "./Details";
import { History } from "./History";
import styles from "./Job.module.css";
import { Notes } from "./Notes";
import { Outcomes } from "./Outcomes";
import { Practise } from "./Practise";
import { Practised } from "./Practised";
import { ReadinessView } from "./ReadinessView";

export default function JobPage() {
  const { jobId } = useParams({ strict: false });
  const job = useQuery(jobQuery(jobId ?? ""));
  if (job.isPending) return <PagePending />;
  if (job.data === undefined)
    return (
      <>
        <PageHeading title="Job" />
        <ErrorNotice error={job.error} retry={() => void job.refetch()} />
        <p className={styles.back}>
          <Link to="/jobs">All jobs</Link>
        </p>
      </>
    );
  return <Tracked key={job.data.id} job={job.data} />;
}

function Tracked({ job }: { job: Job }) {
  const moves = useMoves();
  return (
    <>
      <PageHeading
        title={jobTitle(job)}
        eyebrow={<Link to="/jobs">Jobs</Link>}
        {...(isWeb(job.job_url) ? { lead: <Advertisement url={job.job_url} /> } : {})}
      />
      <div className={styles.actions}>
        <Practise job={job} />
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} stroke={1.8} aria-hidden />}>
              Status: {jobStatusWords[job.status]}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Move to</Menu.Label>
            {STATUSES.map((status) => (
              <Menu.Item key={status} disabled={status === job.status} onClick={() => moves.move(job, status)}>
                {jobStatusWords[status]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" onClick={() => moves.archive(job, !job.archived)}>
          {job.archived ? "Take out of the archive" : "Archive"}
        </Button>
        {job.archived && <Remove job={job} />}
      </div>
      <div className={styles.columns}>
        <div>
          <ReadinessView readiness={job.readiness} />
          <Practised practice={job.practice} />
          <Outcomes job={job} />
          {job.description !== "" && (
            <div className={styles.section}>
              <Disclosure summary="The job’s description">
                <div className={styles.description}>{job.description}</div>
              </Disclosure>
            </div>
          )}
        </div>
        <div>
          <Details job={job} />
          <Notes job={job} />
          <History history={job.history} />
        </div>
      </div>
    </>
  );
}

const isWeb = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

function Advertisement({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      The advertisement
    </a>
  );
}

function Remove({ job }: { job: Job }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red.8" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <DeleteJob job={asking ? job : null} onClose={() => setAsking(false)} />
    </>
  );
}
