import { Button } from "@mantine/core";
import { IconPlayerStopFilled, IconVolume } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { questionAudioUrl } from "../../../api/retakes";
import styles from "./Retake.module.css";

interface Props {
  sessionId: string;
  questionId: string;
  /** False: this server has no voice. */
  voice: boolean;
}

/** The question in the interview's own voice. It is only made when somebody wants to hear it. */
export function HearQuestion({ sessionId, questionId, voice }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  const [state, setState] = useState<"still" | "loading" | "speaking" | "failed">("still");
  if (!voice) return null;
  const hear = (): void => {
    const element = audio.current;
    if (element === null) return;
    if (state === "speaking") {
      element.pause();
      return;
    }
    if (state === "failed") element.load();
    element.currentTime = 0;
    setState("loading");
    element.play().catch(() => setState((now) => (now === "loading" ? "failed" : now)));
  };
  return (
    <div className={styles.hear}>
      {/* What it says stands above it. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        preload="none"
        src={questionAudioUrl(sessionId, questionId)}
        onPlaying={() => setState("speaking")}
        onPause={() => setState("still")}
        onEnded={() => setState("still")}
        onError={() => setState("failed")}
      />
      <Button
        variant="default"
        size="sm"
        loading={state === "loading"}
        leftSection={
          state === "speaking" ? <IconPlayerStopFilled size={15} aria-hidden /> : <IconVolume size={17} stroke={1.7} aria-hidden />
        }
        onClick={hear}
      >
        {state === "speaking" ? "Stop" : "Hear the question"}
      </Button>
      {state === "failed" && <span role="status">The voice can’t be heard just now. The question stands above.</span>}
    </div>
  );
}
