/** Both voices over time, drawn by wavesurfer; a click moves the recording. The slider beside it serves the keyboard. */
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Turn } from "../../../api/types";
import { usePlayback, usePlayer } from "./context";
import { decodePeaks, peaksOfTurns, type Peaks } from "./peaks";

interface Props {
  audio: HTMLAudioElement;
  url: string;
  turns: readonly Turn[];
  className?: string | undefined;
}

export function Waveform({ audio, url, turns, className }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { clock } = usePlayer();
  const duration = usePlayback(clock, (now) => now.duration);
  const scheme = useComputedColorScheme("light");
  const [decoded, setDecoded] = useState<Peaks | null>(null);

  useEffect(() => {
    if (duration === 0) return;
    const abort = new AbortController();
    void decodePeaks(url, duration, abort.signal).then((peaks) => {
      if (!abort.signal.aborted) setDecoded(peaks);
    });
    return () => abort.abort();
  }, [url, duration]);

  useEffect(() => {
    const container = box.current;
    if (container === null || duration === 0) return;
    let gone = false;
    let destroy = (): void => undefined;
    const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    void import("wavesurfer.js").then(({ default: WaveSurfer }) => {
      if (gone) return;
      const lane = { height: 22, barWidth: 2, barGap: 2, barRadius: 2 };
      const wave = WaveSurfer.create({
        container,
        media: audio,
        peaks: decoded ?? peaksOfTurns(turns, duration),
        duration,
        dragToSeek: true,
        cursorWidth: 1,
        cursorColor: colour("--ink"),
        splitChannels: [
          { ...lane, waveColor: colour("--wave-you"), progressColor: colour("--accent") },
          { ...lane, waveColor: colour("--wave-them"), progressColor: colour("--ink-3") },
        ],
        ...lane,
      });
      destroy = () => wave.destroy();
    });
    return () => {
      gone = true;
      destroy();
    };
  }, [audio, turns, duration, decoded, scheme]);

  return <div ref={box} className={className} aria-hidden data-testid="waveform" />;
}
