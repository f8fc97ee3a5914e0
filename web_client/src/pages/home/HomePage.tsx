import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ButtonLink } from "../../components/ButtonLink";
import { dashboardQuery } from "../../api/progress";
import { interviewsQuery, meQuery } from "../../api/queries";
import { PagePending } from "../../app/PagePending";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Face } from "../../components/Face";
import { InterviewRows } from "../../components/InterviewRows";
import { PageHeading } from "../../components/PageHeading";
import { greeting } from "../../lib/format";
import { isLocalOwner } from "../../lib/account";
import { lookNames, typeWords } from "../../lib/words";
import { Dashboard } from "./Dashboard";
import { FirstInterview } from "./FirstInterview";
import { LastAdvice } from "./LastAdvice";
import styles from "./HomePage.module.css";

export default function HomePage() {
  const { data: me } = useQuery(meQuery);
  const list = useInfiniteQuery(interviewsQuery());
  const dashboard = useQuery(dashboardQuery);
  const items = list.data?.pages[0]?.items;
  const name = isLocalOwner(me?.user) ? "" : me?.user?.name.trim().split(/\s+/)[0];
  const hello = name ? `${greeting()}, ${name}` : greeting();

  // Both at once: nothing below moves when the second comes.
  if (list.isPending || dashboard.isPending) return <PagePending />;
  if (items?.length === 0)
    return (
      <>
        <FirstInterview hello={hello} />
        <Dashboard home={dashboard} />
      </>
    );
  const last = items?.[0];
  const judged = items?.find((item) => item.report_status === "done");

  return (
    <>
      <div className={styles.top}>
        <div>
          <PageHeading large title="Home">
            {hello}.
          </PageHeading>
          <div className={styles.actions}>
            <ButtonLink to="/interviews/new" size="lg">
              Start a practice interview
            </ButtonLink>
            {last && (
              <Link to="/interviews/new" search={{ from: last.id }} className={styles.again}>
                Same again: {last.role_title}, {typeWords[last.interview_type].title.toLowerCase()}, {last.minutes} min
              </Link>
            )}
          </div>
        </div>
        {last && (
          <figure className={styles.portrait}>
            <Face look={last.look} />
            <figcaption>{lookNames[last.look]} is ready when you are.</figcaption>
          </figure>
        )}
      </div>
      {judged && <LastAdvice interview={judged} />}
      <Dashboard home={dashboard} />
      <section className={styles.recent} aria-labelledby="recent">
        <div className={styles.sectionHead}>
          <h2 id="recent">Recent interviews</h2>
          <Link to="/interviews">All interviews</Link>
        </div>
        {items ? <InterviewRows interviews={items.slice(0, 5)} /> : <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
      </section>
    </>
  );
}
