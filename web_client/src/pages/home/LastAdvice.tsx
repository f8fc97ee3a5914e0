import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reportQuery } from "../../api/queries";
import type { Analysis, InterviewSummary } from "../../api/types";
import styles from "./LastAdvice.module.css";

/** The one thing to carry from the last report into the next interview. */
export function LastAdvice({ interview }: { interview: InterviewSummary }) {
  const { data } = useQuery(reportQuery(interview.id));
  const advice = data?.analysis ? oneThing(data.analysis) : null;
  if (advice === null) return null;
  return (
    <section className={styles.advice} aria-labelledby="advice">
      <h2 id="advice">For next time</h2>
      <p className={styles.title}>{advice.title}</p>
      {advice.how !== "" && <p className={styles.how}>{advice.how}</p>}
      <Link to="/interviews/$sessionId/report" params={{ sessionId: interview.id }}>
        From your report of {interview.role_title}
      </Link>
    </section>
  );
}

/** The report's own next step; else the first fix of the weakest dimension that was scored. */
export function oneThing(analysis: Analysis): { title: string; how: string } | null {
  const weakest = analysis.dimensionScores
    .filter((dimension) => dimension.score !== null && dimension.fixes.length > 0)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0))[0];
  const fix = weakest?.fixes[0];
  if (fix) return fix;
  const action = analysis.nextActions[0];
  if (action) return { title: action.title, how: action.details };
  const focus = analysis.memoryUpdate.recommendedFocusNext || analysis.memoryUpdate.nextBestAction;
  return focus === "" ? null : { title: focus, how: "" };
}
