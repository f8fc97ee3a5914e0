import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import classes from "./Splitter.module.css";

interface Props {
  label: string;
  /** Which way it moves: across for columns, down for rows. */
  axis: "x" | "y";
  /** Size in pixels of what lies before it (`from` start) or after it (`from` end). */
  value: number;
  from: "start" | "end";
  min: number;
  max: number;
  onChange: (value: number) => void;
}

const STEP = 24;

/** The line between two parts of the workbench: drag it, or move it with the arrow keys. */
export function Splitter({ label, axis, value, from, min, max, onChange }: Props) {
  const held = useRef<{ at: number; value: number } | null>(null);
  const sign = from === "start" ? 1 : -1;
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  const position = (event: PointerEvent) => (axis === "x" ? event.clientX : event.clientY);
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = axis === "x" ? { ArrowLeft: -1, ArrowRight: 1 } : { ArrowUp: -1, ArrowDown: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(value + step * sign * STEP);
  };
  return (
    // A separator that moves is a control: it takes the focus and the arrow keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={classes.splitter}
      data-axis={axis}
      role="separator"
      aria-label={label}
      aria-orientation={axis === "x" ? "vertical" : "horizontal"}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { at: position(event), value };
      }}
      onPointerMove={(event) => {
        if (held.current) set(held.current.value + (position(event) - held.current.at) * sign);
      }}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
    />
  );
}
