import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { statusQuery } from "../../api/queries";
import { CapabilityList } from "../../components/CapabilityList";
import { Coded } from "../../components/Coded";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { Place } from "../../lib/place";
import styles from "./StatusPage.module.css";

export default function StatusPage() {
  const status = useQuery(statusQuery);
  return (
    <>
      <PageHeading
        title={Place}
        lead={
          <Coded text="What the interviewer can do here, and how to switch on what is off. In a terminal, `interview-lab doctor` checks the same and more." />
        }
      />
      <div className={styles.list} aria-busy={status.isPending}>
        {status.data ? (
          <>
            <CapabilityList status={status.data} />
            <p className={styles.version}>Interview Practice Lab {status.data.version}</p>
          </>
        ) : status.isError ? (
          <ErrorNotice error={status.error} retry={() => void status.refetch()} />
        ) : (
          <Skeleton h={240} radius="md" />
        )}
      </div>
    </>
  );
}
