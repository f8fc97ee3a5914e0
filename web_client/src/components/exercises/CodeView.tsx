import { cx } from "../../lib/cx";
import { useColours, type CodeLanguage, type Token } from "./highlight";
import classes from "./Code.module.css";

interface Props {
  text: string;
  language: CodeLanguage;
  /** What it is, for those who don't see where it stands: "Failing test". */
  label: string;
}

/** Code to read, with line numbers. */
export function CodeView({ text, language, label }: Props) {
  const coloured = useColours(language);
  return (
    // It may scroll sideways: it takes the focus so that keys can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={cx(classes.code, classes.scroll)} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.lines}>
        <tbody>
          {coloured(text).map((tokens, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>
                <Tokens tokens={tokens} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Tokens({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map(({ text, kind }, index) => (kind === "" ? text : <span key={index} className={kind}>{text}</span>));
}
