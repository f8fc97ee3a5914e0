import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { Evidence, Turn } from "../../../api/types";
import { PlayerContext, usePlayback, type Spotlight } from "./context";
import { PlaybackClock } from "./PlaybackClock";

interface Props {
  recorded: boolean;
  turns: readonly Turn[];
  children: ReactNode;
}

export function PlayerProvider({ recorded, turns, children }: Props) {
  const [clock] = useState(() => new PlaybackClock());
  const missing = usePlayback(clock, (now) => now.state === "missing");
  const audible = recorded && !missing;
  const [spotlight, setSpotlight] = useState<Spotlight | null>(null);
  const [cameFrom, setCameFrom] = useState<HTMLElement | null>(null);
  const serial = useRef(0);

  const point = useCallback(
    (turn: number, from: number | null, to: number | null, seconds: number | null): void => {
      serial.current += 1;
      const plays = audible && seconds !== null;
      setSpotlight({ turn, from, to, plays, serial: serial.current });
      // What plays stays where it was clicked; what only shows moves the reader, who wants to come back.
      setCameFrom(!plays && document.activeElement instanceof HTMLElement ? document.activeElement : null);
      if (plays) clock.playFrom(seconds);
    },
    [audible, clock],
  );

  const player = useMemo(
    () => ({
      clock,
      audible,
      spotlight,
      showEvidence: (evidence: Evidence) => point(evidence.turnIndex, evidence.wordStart, evidence.wordEnd, evidence.startS),
      showTurn: (index: number) => point(index, null, null, spokenAt(turns, index)),
      cueTurn: (index: number) => {
        point(index, null, null, null);
        const at = spokenAt(turns, index);
        if (audible && at !== null) clock.seek(at);
      },
      canHear: (index: number) => audible && spokenAt(turns, index) !== null,
      goBack:
        cameFrom === null
          ? null
          : () => {
              cameFrom.scrollIntoView({ block: "center", behavior: "smooth" });
              cameFrom.focus({ preventScroll: true });
              setCameFrom(null);
            },
    }),
    [clock, audible, spotlight, point, turns, cameFrom],
  );
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

/** The second at which a turn begins; null where it was typed. */
function spokenAt(turns: readonly Turn[], index: number): number | null {
  const turn = turns.find((one) => one.index === index);
  return turn === undefined || turn.typed ? null : turn.start_s;
}
