import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import type { InterviewerState } from "../api/room.gen";
import { useStillness } from "../lib/comfort";
import type { LipLog } from "./lipLog";
import { LOOKS, type LookName } from "./looks";
import { AvatarRenderer, type VoiceSource } from "./renderer";
import classes from "./Avatar.module.css";

export interface AvatarHandle {
  /** A silent "go on". */
  nod(): void;
}

interface Props {
  look: LookName;
  state: InterviewerState;
  voice?: VoiceSource;
  lipLog?: LipLog;
  /** Replaces the look's own name in the label for screen readers. */
  name?: string;
  /** Beside another face: drawn less often. */
  calm?: boolean;
  ref?: Ref<AvatarHandle>;
}

const DOING: Readonly<Record<InterviewerState, string>> = {
  idle: "waiting",
  listening: "listening to you",
  thinking: "thinking",
  speaking: "speaking",
};

/** The interviewer's living face; fills the width of its parent as a square. */
export function Avatar({ look, state, voice, lipLog, name, calm = false, ref }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<AvatarRenderer>(null);
  const reduced = useStillness();
  const reducedNow = useRef(reduced);

  useEffect(() => {
    reducedNow.current = reduced;
  }, [reduced]);

  useEffect(() => {
    if (!canvas.current) return;
    const living = new AvatarRenderer(canvas.current, {
      look,
      scene: "evening",
      voice: voice ?? null,
      lipLog: lipLog ?? null,
      reducedMotion: () => reducedNow.current,
    });
    renderer.current = living;
    return () => {
      living.destroy();
      renderer.current = null;
    };
  }, [look, voice, lipLog]);

  useEffect(() => {
    if (!renderer.current) return;
    renderer.current.state = state;
    renderer.current.calm = calm;
  }, [state, calm, look, voice, lipLog]);

  useImperativeHandle(ref, () => ({ nod: () => renderer.current?.nod() }), []);

  const label = `${name ?? LOOKS[look].name}, your interviewer, ${DOING[state]}`;
  return (
    <div role="img" aria-label={label}>
      <canvas ref={canvas} className={classes.face} aria-hidden />
    </div>
  );
}
