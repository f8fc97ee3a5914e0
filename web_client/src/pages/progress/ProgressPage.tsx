/** How it goes over time: each dimension with its spread, where it holds, and the days with something done. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { progressQuery } from "../../api/progress";
import { PagePending } from "../../app/PagePending";
import { ButtonLink } from "../../components/ButtonLink";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { Calendar } from "./Calendar";
import { HeatMap } from "./HeatMap";
import styles from "./Progress.module.css";
import { TrendChart } from "./TrendChart";

export default function ProgressPage() {
  const progress = useQuery(progressQuery);
  if (progress.isPending) return <PagePending />;
  const { data } = progress;
  return (
    <>
      <PageHeading
        title="Progress"
        lead={
          <>
            What your judged interviews show over time, with their uncertainty. <Link to="/results">All results, and two side by side</Link>
          </>
        }
      />
      {data === undefined ? (
        <ErrorNotice error={progress.error} retry={() => void progress.refetch()} />
      ) : data.dimensions.length === 0 && data.days.length === 0 ? (
        <EmptyState title="Your progress will show here">
          <p>Two judged interviews make the first line. The first one takes ten minutes.</p>
          <ButtonLink to="/interviews/new" mt={18}>
            Start an interview
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <section className={styles.section} aria-labelledby="dimensions">
            <h2 id="dimensions">By dimension</h2>
            <p className={styles.intro}>
              Each point is an interview; the bar through it is how far its judges lay apart. A step smaller than the bars says little. The
              words behind each change stand in <Link to="/practice">your habits</Link>.
            </p>
            {data.dimensions.length === 0 ? (
              <p className={styles.intro}>No dimension was judged yet.</p>
            ) : (
              <ul className={styles.trends}>
                {data.dimensions.map((trend) => (
                  <TrendChart key={trend.key} trend={trend} />
                ))}
              </ul>
            )}
          </section>
          {data.heat.length > 0 && <HeatMap cells={data.heat} />}
          <Calendar days={data.days} streak={data.streak} />
        </>
      )}
    </>
  );
}
