import { useEffect, useRef } from "react";
import type { SceneName } from "./art/scene";
import { LOOKS, type LookName } from "./looks";
import { POSTURES, type Pose } from "./motion";
import { Portrait } from "./portrait";
import { restingMouth } from "./shapes";
import classes from "./Avatar.module.css";

interface Props {
  look: LookName;
  scene?: SceneName;
  /** Empty where the name stands beside the picture. */
  label?: string;
}

const STILL: Pose = { ...POSTURES.listening, tilt: 1, blink: 0, breath: 0, sway: 0 };

/** A picture of an interviewer; fills the width of its parent as a square. */
export function AvatarStill({ look, scene = "day", label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    let drawn = 0;
    const draw = () => {
      const pixels = Math.round(target.clientWidth * Math.min(2, window.devicePixelRatio));
      if (pixels < 16 || pixels === drawn) return;
      drawn = pixels;
      new Portrait(target, LOOKS[look], scene, pixels).draw(STILL, restingMouth());
    };
    const observer = new ResizeObserver(draw);
    observer.observe(target);
    draw();
    return () => observer.disconnect();
  }, [look, scene]);

  const described = label ?? LOOKS[look].name;
  return (
    <div
      role={described ? "img" : undefined}
      aria-label={described || undefined}
      aria-hidden={described ? undefined : true}
    >
      <canvas ref={canvas} className={classes.face} aria-hidden />
    </div>
  );
}
