import { useEffect, useRef, useState } from "react";
import classes from "./LevelMeter.module.css";

const BARS = 24;
const SPEECH_LEVEL = 0.42;
const SPEECH_MS = 350;

interface Props {
  /** Loudness now, 0 to 1. */
  level: () => number;
}

/** Shows that the microphone hears you, and says so once it has. */
export function LevelMeter({ level }: Props) {
  const bars = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState(false);

  useEffect(() => {
    let smooth = 0;
    let loudMs = 0;
    let last = performance.now();
    let request = 0;
    const draw = (now: number) => {
      request = requestAnimationFrame(draw);
      const current = level();
      const passed = Math.min(100, now - last);
      last = now;
      smooth = Math.max(current, smooth - passed / 600);
      loudMs = current > SPEECH_LEVEL ? loudMs + passed : Math.max(0, loudMs - passed / 3);
      if (loudMs > SPEECH_MS) setHeard(true);
      const lit = Math.round(smooth * BARS);
      bars.current?.style.setProperty("--lit", String(lit / BARS));
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [level]);

  return (
    <div className={classes.meter}>
      <div ref={bars} className={classes.bars} aria-hidden />
      <p role="status">{heard ? "We hear you." : "Say a few words, as loud as you would in an interview."}</p>
    </div>
  );
}
