import { Disclosure } from "../../../components/Disclosure";
import type { AskedQuestion } from "../../../api/types";
import { missingWords } from "../../../lib/words";
import styles from "./Transcript.module.css";

/** The interviewer's own reason for a question, as the controller recorded it. */
export function WhyAsked({ question }: { question: AskedQuestion }) {
  return (
    <Disclosure quiet print summary="Why was I asked this?">
      <div className={styles.why}>
        <p>{question.reason === "" ? "No reason was recorded." : question.reason}</p>
        {question.asks_for && <p>It asked for {missingWords[question.asks_for]}.</p>}
        {question.pattern_key && (
          <p className={styles.pattern}>
            Pattern <code>{question.pattern_key}</code>
          </p>
        )}
      </div>
    </Disclosure>
  );
}
