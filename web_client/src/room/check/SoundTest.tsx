import { Button } from "@mantine/core";
import { IconHeadphones, IconVolume } from "@tabler/icons-react";
import { useState } from "react";
import type { MicrophoneCheck } from "./useMicrophoneCheck";
import classes from "./DeviceCheck.module.css";

const ECHO_RISE = 0.22; // how much louder the microphone gets, on the meter's scale
const LISTEN_EVERY_MS = 40;

type Outcome = "none" | "playing" | "clean" | "echo" | "failed";

/** Plays a sound, and notices where the microphone hears the loudspeaker. */
export function SoundTest({ check }: { check: MicrophoneCheck }) {
  const [outcome, setOutcome] = useState<Outcome>("none");

  const play = async () => {
    setOutcome("playing");
    const engine = await check.engine();
    if (!engine) {
      setOutcome("failed");
      return;
    }
    const before = check.level();
    let loudest = 0;
    const timer = setInterval(() => {
      loudest = Math.max(loudest, check.level());
    }, LISTEN_EVERY_MS);
    await engine.testSound();
    clearInterval(timer);
    setOutcome(check.state.kind === "ready" && loudest - before > ECHO_RISE && before < 0.3 ? "echo" : "clean");
  };

  return (
    <div className={classes.sound}>
      <Button
        variant="default"
        leftSection={<IconVolume size={18} stroke={1.6} aria-hidden />}
        onClick={() => void play()}
        loading={outcome === "playing"}
      >
        Play a test sound
      </Button>
      <p role="status" data-testid="sound-outcome">
        {outcome === "echo" ? (
          <>
            <IconHeadphones size={17} stroke={1.6} aria-hidden /> Your microphone hears your loudspeaker. With
            headphones the interviewer understands you better.
          </>
        ) : null}
        {outcome === "clean" ? "Three soft notes. Nothing heard? Turn up the volume. Headphones are best." : null}
        {outcome === "failed" ? "This browser can’t play the voice. The questions appear as text." : null}
      </p>
    </div>
  );
}
