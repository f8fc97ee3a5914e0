/** One text of the extract. With the focus on it, the place that it came from is marked in the document. */
import { NativeSelect, Textarea, TextInput, VisuallyHidden } from "@mantine/core";
import { memo, useEffect, useId, useRef, type Dispatch } from "react";
import { useEditor } from "./context";
import styles from "./DocumentPage.module.css";
import type { Span } from "../../api/types";
import type { Item } from "./draft";
import type { Change } from "./editing";

interface Props {
  item: Item;
  label: string;
  visibleLabel?: boolean;
  long?: boolean;
  date?: boolean;
  /** Can only be removed. */
  fixed?: boolean;
  kinds?: Readonly<Record<string, string>> | undefined;
}

export function ItemField(props: Props) {
  const { text, wrong, added, change, show } = useEditor();
  const { id } = props.item;
  return <Field {...props} text={text} error={wrong.get(id)} isNew={added === id} change={change} show={show} />;
}

interface FieldProps extends Props {
  /** The document's. */
  text: string;
  error: string | undefined;
  isNew: boolean;
  change: Dispatch<Change>;
  show: (span: Span | null) => void;
}

/** A long résumé has hundreds of these: one that did not change is not drawn again at every key. */
const Field = memo(function Field(given: FieldProps) {
  const { item, label, visibleLabel = false, long = false, date = false, fixed = false, kinds, text, error, isNew, change, show } = given;
  const own = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    if (isNew) own.current?.focus();
  }, [isNew]);

  const source = item.span === null ? null : text.slice(item.span.start, item.span.end).slice(0, 120);
  const props = {
    ref: own,
    value: item.text,
    error,
    readOnly: fixed,
    ...(visibleLabel ? { label } : { "aria-label": label }),
    ...(date ? { placeholder: "2021-03" } : {}),
    "aria-describedby": error === undefined ? id : undefined,
    onFocus: () => show(item.span),
    onChange: (event: { currentTarget: { value: string } }) => change({ type: "edit", id: item.id, text: event.currentTarget.value }),
  };
  return (
    <div className={styles.item} data-added={item.span === null || undefined}>
      {kinds !== undefined && (
        <NativeSelect
          size="xs"
          className={styles.kind}
          aria-label={`${label}: what it is`}
          value={item.kind}
          data={Object.entries(kinds).map(([value, name]) => ({ value, label: name }))}
          onFocus={() => show(item.span)}
          onChange={(event) => change({ type: "kind", id: item.id, kind: event.currentTarget.value })}
        />
      )}
      {long ? <Textarea {...props} autosize minRows={1} /> : <TextInput {...props} />}
      <VisuallyHidden id={id}>{source === null ? "Not from the text" : `In the text: ${source}`}</VisuallyHidden>
    </div>
  );
});
