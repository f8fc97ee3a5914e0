import { useEffect, useRef } from "react";
import styles from "./AnswerBox.module.css";

/** A bar that moves with the voice. For the eye only: the words beside it say that the microphone is open. */
export function Level({ level }: { level: () => number }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let smooth = 0;
    let request = 0;
    const draw = (): void => {
      request = requestAnimationFrame(draw);
      smooth = Math.max(level(), smooth * 0.94);
      bar.current?.style.setProperty("--lit", smooth.toFixed(3));
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [level]);
  return <div ref={bar} className={styles.level} aria-hidden />;
}
