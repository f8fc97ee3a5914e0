import styles from "./Rewrites.module.css";

/** A text in which [what was never said] stands as a blank to fill in. */
export function Blanks({ text }: { text: string }) {
  return text.split(/(\[[^\]]*\])/).map((part, i) =>
    part.startsWith("[") && part.endsWith("]") ? (
      <span key={i} className={styles.blank}>
        {part.slice(1, -1)}
      </span>
    ) : (
      part
    ),
  );
}
