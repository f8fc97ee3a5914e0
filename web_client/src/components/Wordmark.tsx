import styles from "./Wordmark.module.css";

/** The mark is a quotation over a timeline: a claim and its second. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden focusable="false">
        <rect width="32" height="32" rx="8" className={styles.ground} />
        <g className={styles.figure}>
          <path d="M7.5 17.2c0-4.3 2-7.6 5.6-8.9l.8 1.7c-2 .9-3.1 2.4-3.3 4.1.3-.1.6-.1.9-.1 1.9 0 3.3 1.3 3.3 3.2s-1.5 3.3-3.5 3.3c-2.3 0-3.8-1.3-3.8-3.3Z" />
          <path d="M17.1 17.2c0-4.3 2-7.6 5.6-8.9l.8 1.7c-2 .9-3.1 2.4-3.3 4.1.3-.1.6-.1.9-.1 1.9 0 3.3 1.3 3.3 3.2s-1.5 3.3-3.5 3.3c-2.3 0-3.8-1.3-3.8-3.3Z" />
          <rect x="7.5" y="23.4" width="17" height="1.6" rx=".8" opacity=".55" />
          <rect x="15" y="22" width="1.8" height="4.4" rx=".9" />
        </g>
      </svg>
      <span className={styles.name}>
        Interview <span>Practice Lab</span>
      </span>
    </span>
  );
}
