import { Fragment, useState, type ReactNode } from "react";
import { cx } from "../../lib/cx";
import { Tokens } from "./CodeView";
import { diffRows, nearChanges, type DiffRow } from "./diffRows";
import { useColours, type CodeLanguage, type Token } from "./highlight";
import classes from "./Code.module.css";

const AROUND = 3;

interface Props {
  before: string;
  after: string;
  language: CodeLanguage;
  label: string;
  /** Shows every line instead of the changed ones and their surroundings. */
  whole?: boolean;
  /** In place of a line's number of the new version: a key to remark on it. */
  lineKey?: (line: number) => ReactNode;
  /** Under a line of the new version. */
  below?: (line: number) => ReactNode;
}

/** What changed between two versions of a file, told by sign and by colour. */
export function DiffView({ before, after, language, label, whole = false, lineKey, below }: Props) {
  const coloured = useColours(language);
  const [open, setOpen] = useState(whole);
  const rows = diffRows(before, after);
  const [old, next] = [coloured(before), coloured(after)];
  const tokens = ({ oldLine, newLine, text }: DiffRow): Token[] =>
    (newLine === null ? old[(oldLine ?? 1) - 1] : next[newLine - 1]) ?? [{ text, kind: "" }];
  return (
    // It may scroll sideways: it takes the focus so that keys can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={cx(classes.code, classes.scroll)} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.lines}>
        <tbody>
          {(open ? rows : nearChanges(rows, AROUND)).map((row, index) =>
            typeof row === "number" ? (
              <Gap key={index} count={row} onOpen={() => setOpen(true)} />
            ) : (
              <Fragment key={index}>
                <Row row={row} tokens={tokens(row)} lineKey={lineKey} />
                {row.newLine === null ? null : below?.(row.newLine)}
              </Fragment>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

const SIGNS = { same: " ", added: "+", removed: "−" } as const;
const SAID = { same: "", added: "Added: ", removed: "Removed: " } as const;

function Row({ row, tokens, lineKey }: { row: DiffRow; tokens: Token[]; lineKey: Props["lineKey"] }) {
  const { kind, newLine } = row;
  return (
    <tr className={kind === "same" ? undefined : classes[kind]} data-kind={kind}>
      <th scope="row">{newLine === null ? "" : (lineKey?.(newLine) ?? newLine)}</th>
      <td>
        <span className={classes.sign} aria-hidden>
          {SIGNS[kind]}
        </span>
        <span className={classes.hidden}>{SAID[kind]}</span>
        <Tokens tokens={tokens} />
      </td>
    </tr>
  );
}

function Gap({ count, onOpen }: { count: number; onOpen: () => void }) {
  return (
    <tr className={classes.gap}>
      <td colSpan={2}>
        <button type="button" onClick={onOpen}>
          {count === 1 ? "Show 1 line that is the same" : `Show ${count} lines that are the same`}
        </button>
      </td>
    </tr>
  );
}
