import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@mantine/core";
import { statusQuery } from "../../api/queries";
import { SchemeToggle } from "../../app/SchemeToggle";
import { CapabilityList } from "../../components/CapabilityList";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { Wordmark } from "../../components/Wordmark";
import { place } from "../../lib/place";
import { Door } from "./Door";
import { Specimen } from "./Specimen";
import styles from "./WelcomePage.module.css";

export default function WelcomePage() {
  const status = useQuery(statusQuery);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Wordmark />
        <SchemeToggle />
      </header>
      <main id="main">
        <div className={styles.hero}>
          <div className={styles.pitch}>
            <PageHeading
              large
              title="Welcome"
              lead="Talk for ten minutes with an interviewer who listens, asks further where you are vague, and keeps time. Then read a report whose every score quotes your own words, and plays the second you said them."
            >
              Practise your interview out loud.
            </PageHeading>
          </div>
          <div className={styles.door}>
            {status.data ? (
              <Door local={status.data.local_door} />
            ) : status.isError ? (
              <ErrorNotice error={status.error} retry={() => void status.refetch()} />
            ) : (
              <Skeleton h={220} radius="lg" />
            )}
          </div>
          <Specimen />
        </div>
        <section className={styles.machine} aria-labelledby="machine">
          <h2 id="machine">What works on {place}</h2>
          {status.data ? <CapabilityList status={status.data} /> : <Skeleton h={230} radius="md" />}
          <p className={styles.small}>
            Your voice, your words and your reports stay in one folder on {place}. Nothing is sent anywhere unless you set up a service
            yourself.
          </p>
        </section>
      </main>
    </div>
  );
}
