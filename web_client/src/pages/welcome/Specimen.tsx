import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { Ruler } from "../../components/Ruler";
import styles from "./Specimen.module.css";

/** One line of a report, as an example of what a visitor will get. Nothing on it can be operated. */
export function Specimen() {
  return (
    <figure className={styles.specimen}>
      <figcaption>A line from a report</figcaption>
      <div className={styles.head}>
        <span className={styles.name}>Impact</span>
        <span className={styles.level}>Level 3 of 5, ± 0.5</span>
      </div>
      <Ruler value={3} spread={0.5} max={5} label="Level 3 of 5, give or take half a level" />
      <blockquote>
        <span className={styles.time}>
          <IconPlayerPlayFilled size={11} aria-hidden /> 4:12
        </span>
        “we cut failed payments from two percent to about half a percent in six weeks”
      </blockquote>
      <p>
        You named the number and where it started. <b>Still missing: what you gave up for it.</b>
      </p>
    </figure>
  );
}
