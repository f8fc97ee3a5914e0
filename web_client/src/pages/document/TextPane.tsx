import { useEffect, useRef } from "react";
import type { Span } from "../../api/types";
import { wantsStillness } from "../../lib/comfort";
import styles from "./DocumentPage.module.css";

/** The document's text; the place that the item in hand came from is marked and brought into view. */
export function TextPane({ text, span }: { text: string; span: Span | null }) {
  const pane = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = pane.current;
    const place = mark.current;
    if (!box || !place || span === null) return;
    const top = place.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: top - box.clientHeight / 3, behavior: wantsStillness() ? "auto" : "smooth" });
  }, [span]);
  return (
    <section className={styles.source} aria-label="Text of the document">
      <h2>Its text</h2>
      {/* Scrolled by keyboard as well, so it takes the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.text} ref={pane} tabIndex={0} role="group" aria-label="Text, scrollable">
        {span === null ? (
          text
        ) : (
          <>
            {text.slice(0, span.start)}
            <mark ref={mark}>{text.slice(span.start, span.end)}</mark>
            {text.slice(span.end)}
          </>
        )}
      </div>
    </section>
  );
}
