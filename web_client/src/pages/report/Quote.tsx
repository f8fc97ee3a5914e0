import { UnstyledButton } from "@mantine/core";
import { IconPlayerPlayFilled, IconQuote } from "@tabler/icons-react";
import type { Evidence } from "../../api/types";
import { clock as clockText } from "../../lib/format";
import { usePlayer } from "./player/context";
import styles from "./Quote.module.css";

/** The candidate's own words; a click plays their second, or opens their place in the transcript. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const { audible, showEvidence, spotlight } = usePlayer();
  const plays = audible && evidence.startS !== null;
  const active = spotlight?.turn === evidence.turnIndex && spotlight.from === evidence.wordStart;
  const where = evidence.startS === null ? "in transcript" : `${evidence.approximate ? "about " : ""}${clockText(evidence.startS)}`;
  return (
    <div className={styles.quote} data-active={active || undefined} data-keep-together>
      <UnstyledButton
        className={styles.button}
        aria-label={`${plays ? "Play" : "Show"} ${where}: “${evidence.quote}”`}
        onClick={() => showEvidence(evidence)}
        data-start={evidence.startS ?? undefined}
      >
        <span className={styles.pill}>
          {plays ? <IconPlayerPlayFilled size={11} aria-hidden /> : <IconQuote size={13} aria-hidden />}
          {where}
        </span>
        <span>“{evidence.quote}”</span>
      </UnstyledButton>
      {evidence.why !== "" && <p className={styles.why}>{evidence.why}</p>}
    </div>
  );
}
