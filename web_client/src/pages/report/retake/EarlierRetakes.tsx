/** What was answered again before: opened, heard, compared, and deleted after a question. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { retakesQuery, useDeleteRetake } from "../../../api/retakes";
import type { Retake } from "../../../api/types";
import { toast } from "../../../app/toast";
import { Disclosure } from "../../../components/Disclosure";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { count, moment } from "../../../lib/format";
import { Comparison } from "./Comparison";
import styles from "./Retake.module.css";

interface Props {
  sessionId: string;
  questionId: string;
  /** The one that is shown above. */
  except: string | null;
}

export function EarlierRetakes({ sessionId, questionId, except }: Props) {
  const { data, isError, error, refetch } = useQuery(retakesQuery(sessionId));
  if (isError && data === undefined) return <ErrorNotice error={error} retry={() => void refetch()} />;
  const mine = (data ?? []).filter((one) => one.question_id === questionId && one.id !== except);
  if (mine.length === 0) return null;
  return (
    <section className={styles.earlier} aria-labelledby="retake-earlier">
      <h3 id="retake-earlier">{count(mine.length, "earlier try", "earlier tries")}</h3>
      <ul>
        {mine.map((retake) => (
          <Earlier key={retake.id} sessionId={sessionId} retake={retake} />
        ))}
      </ul>
    </section>
  );
}

function Earlier({ sessionId, retake }: { sessionId: string; retake: Retake }) {
  const remove = useDeleteRetake(sessionId);
  const [asking, setAsking] = useState(false);
  const when = moment(retake.created_at);
  return (
    <li>
      <Disclosure summary={`${when}, ${retake.typed ? "typed" : "spoken"}`}>
        <Comparison sessionId={sessionId} retake={retake} />
        {remove.isError && <ErrorNotice error={remove.error} />}
        <div className={styles.buttons}>
          {asking ? (
            <>
              <span>It can’t be brought back.</span>
              <Button
                size="sm"
                color="red.8"
                loading={remove.isPending}
                onClick={() => remove.mutate(retake.id, { onSuccess: () => toast("That try is deleted. The interview is as it was.") })}
              >
                Delete this try
              </Button>
              <Button size="sm" variant="default" onClick={() => setAsking(false)} ref={(button) => button?.focus()}>
                Keep it
              </Button>
            </>
          ) : (
            <Button size="sm" variant="subtle" color="gray" aria-label={`Delete the try of ${when}…`} onClick={() => setAsking(true)}>
              Delete…
            </Button>
          )}
        </div>
      </Disclosure>
    </li>
  );
}
