import { useEffect, useMemo, useState } from "react";
import type { VoiceSource } from "../../avatar/renderer";
import { captionPieces, litCount, type CaptionPiece } from "../captions";
import type { LiveUtterance } from "../state";

const LOOK_EVERY_MS = 50;

/** The words of what the interviewer says and how many of them are lit now. */
export function useLitWords(live: LiveUtterance | null, voice: VoiceSource): { pieces: CaptionPiece[]; lit: number } {
  const text = live?.text ?? "";
  const words = live?.words;
  const pieces = useMemo(() => captionPieces(text, words ?? []), [text, words]);
  const [progress, setProgress] = useState({ utterance: -1, lit: 0 });
  const utterance = live?.utterance ?? -1;
  const sounding = live?.phase === "sounding" && live.lips !== "none";

  useEffect(() => {
    if (!sounding) return;
    const timer = setInterval(() => {
      const heard = voice.heard();
      if (heard?.utterance !== utterance) return;
      const lit = litCount(pieces, heard.position_s);
      setProgress((was) => (was.utterance === utterance && was.lit >= lit ? was : { utterance, lit }));
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [sounding, voice, utterance, pieces]);

  if (!live) return { pieces, lit: 0 };
  // Text without a voice is there to be read; a sentence that is over has been said.
  if (live.lips === "none" || live.phase === "over") return { pieces, lit: pieces.length };
  return { pieces, lit: progress.utterance === utterance ? progress.lit : 0 };
}
