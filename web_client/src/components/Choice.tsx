/** One choice among a few, as native radio buttons in cards or in a row: arrows move, Space picks. */
import { useId, type ReactNode } from "react";
import { cx } from "../lib/cx";
import styles from "./Choice.module.css";

interface Option<T extends string> {
  value: T;
  label: ReactNode;
  note?: ReactNode;
  picture?: ReactNode;
}

interface Props<T extends string> {
  legend: string;
  value: T | "";
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  layout?: "cards" | "row" | "pictures";
  error?: ReactNode;
}

export function Choice<T extends string>({ legend, value, onChange, options, layout = "cards", error }: Props<T>) {
  const name = useId();
  const hasError = error !== undefined && error !== null && error !== "";
  return (
    <fieldset className={styles.field} aria-describedby={hasError ? `${name}-error` : undefined} data-invalid={hasError || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={cx(styles.options, styles[layout])}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.picture}
            <span className={styles.label}>{option.label}</span>
            {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
          </label>
        ))}
      </div>
      {hasError && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
