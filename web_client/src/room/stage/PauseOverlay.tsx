import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { timeLeft } from "../words";
import classes from "./PauseOverlay.module.css";

interface Props {
  remainingS: number | null;
  onResume: () => void;
  onEnd: () => void;
}

/** The interview stands still until the candidate goes on. */
export function PauseOverlay({ remainingS, onResume, onEnd }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={classes.overlay} role="dialog" data-keys aria-modal="true" aria-labelledby="room-paused">
      <div className={classes.inner}>
        <h2 id="room-paused">Paused</h2>
        <p>
          The clock stands still and your microphone is off.
          {remainingS === null ? "" : ` When you go on there ${aboutLeft(remainingS)}.`}
        </p>
        <div className={classes.keys}>
          <Button ref={first} size="md" onClick={onResume}>
            Go on
          </Button>
          <Button size="md" variant="subtle" color="gray" onClick={onEnd}>
            End the interview
          </Button>
        </div>
      </div>
    </div>
  );
}

function aboutLeft(remainingS: number): string {
  const left = timeLeft(remainingS);
  return left.startsWith("1 ") || left.startsWith("under") ? `is ${left}` : `are ${left}`;
}
