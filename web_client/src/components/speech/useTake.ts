/** One spoken answer: recorded in the page, heard again, thrown away or sent. Nothing leaves the page before that. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { MicrophoneProblem } from "../../room/audio/engine";
import type { Microphone } from "./microphone";
import { WAV_RATE, wavOf } from "./wav";

export const LONGEST_S = 180;

export type TakeState =
  | { kind: "idle" }
  | { kind: "opening" }
  | { kind: "recording"; seconds: number }
  | { kind: "recorded"; seconds: number; wav: Blob; url: string }
  | { kind: "problem"; problem: MicrophoneProblem };

export interface Take {
  state: TakeState;
  level: () => number;
  start: () => void;
  stop: () => void;
  discard: () => void;
}

interface Running {
  microphone: Microphone | null;
  blocks: Int16Array[];
  samples: number;
  over: boolean;
}

const problemOf = (error: unknown): MicrophoneProblem => {
  const problem = error instanceof Error && "problem" in error ? error.problem : null;
  return problem === "denied" || problem === "missing" || problem === "unsupported" ? problem : "busy";
};

export function useTake(): Take {
  const [state, setState] = useState<TakeState>({ kind: "idle" });
  const running = useRef<Running | null>(null);

  const drop = useCallback((): Running | null => {
    const now = running.current;
    running.current = null;
    if (now) now.over = true;
    now?.microphone?.close();
    return now;
  }, []);

  const stop = useCallback(() => {
    const now = drop();
    if (!now) return;
    if (now.samples === 0) setState({ kind: "idle" });
    else {
      const wav = wavOf(now.blocks);
      setState({ kind: "recorded", seconds: now.samples / WAV_RATE, wav, url: URL.createObjectURL(wav) });
    }
  }, [drop]);

  const start = useCallback(() => {
    drop();
    const now: Running = { microphone: null, blocks: [], samples: 0, over: false };
    running.current = now;
    setState({ kind: "opening" });
    const take = (samples: Int16Array): void => {
      if (now.over) return;
      const before = Math.floor(now.samples / WAV_RATE);
      now.blocks.push(samples);
      now.samples += samples.length;
      const seconds = Math.floor(now.samples / WAV_RATE);
      if (now.samples >= LONGEST_S * WAV_RATE) stop();
      else if (seconds !== before) setState({ kind: "recording", seconds });
    };
    const open = async (): Promise<void> => {
      try {
        // The audio threads are loaded when somebody speaks, not with the page.
        const { startMicrophone } = await import("./microphone");
        const microphone = await startMicrophone(take);
        if (now.over) microphone.close();
        else {
          now.microphone = microphone;
          setState({ kind: "recording", seconds: 0 });
        }
      } catch (error) {
        if (now.over) return;
        running.current = null;
        setState({ kind: "problem", problem: problemOf(error) });
      }
    };
    void open();
  }, [drop, stop]);

  const discard = useCallback(() => {
    drop();
    setState({ kind: "idle" });
  }, [drop]);

  const level = useCallback(() => running.current?.microphone?.level() ?? 0, []);

  useEffect(() => () => void drop(), [drop]);
  const url = state.kind === "recorded" ? state.url : null;
  useEffect(() => {
    if (url !== null) return () => URL.revokeObjectURL(url);
    return undefined;
  }, [url]);

  return { state, level, start, stop, discard };
}
