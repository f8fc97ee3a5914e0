import { useId, type KeyboardEvent, type ReactNode } from "react";
import classes from "./Tabs.module.css";

export interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** A small sign behind the label: a count, or "new". */
  sign?: string | undefined;
}

interface Props<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  value: Name;
  onChange: (name: Name) => void;
  children?: ReactNode;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** A row of tabs: arrow keys choose, Tab goes on to what the chosen one shows. */
export function Tabs<Name extends string>({ label, tabs, value, onChange, children }: Props<Name>) {
  const id = useId();
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ name }) => name === value);
    const to = event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1 : at + (STEPS[event.key] ?? NaN);
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.name);
    document.getElementById(`${id}-${next.name}`)?.focus();
  };
  return (
    <div className={classes.bar}>
      {/* The keys belong to the row; each tab in it takes the focus. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div className={classes.tabs} role="tablist" aria-label={label} onKeyDown={press}>
        {tabs.map(({ name, label: text, sign }) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={name === value}
            tabIndex={name === value ? 0 : -1}
            onClick={() => onChange(name)}
          >
            {text}
            {sign === undefined ? null : <span className={classes.sign}>{sign}</span>}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
