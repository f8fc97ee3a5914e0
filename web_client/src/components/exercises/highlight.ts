// Code as coloured lines, for reading: the parsers come when they are needed, the editor does not.
import type { Parser } from "@lezer/common";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { useEffect, useState } from "react";

export type CodeLanguage = "python" | "javascript" | "sql";

export interface Token {
  text: string;
  /** Class names of the kind of token; styled in Code.module.css. */
  kind: string;
}

async function parserOf(language: CodeLanguage): Promise<Parser> {
  switch (language) {
    case "python":
      return (await import("@lezer/python")).parser;
    case "javascript":
      return (await import("@lezer/javascript")).parser;
    case "sql":
      return (await import("@codemirror/lang-sql")).SQLite.language.parser;
  }
}

/** The text line by line without colours. */
export const plainLines = (text: string): Token[][] =>
  text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => [{ text: line, kind: "" }]);

export function colouredLines(text: string, parser: Parser): Token[][] {
  const code = text.replace(/\n$/, "");
  const lines: Token[][] = [[]];
  const put = (part: string, kind: string) => lines.at(-1)?.push({ text: part, kind });
  highlightCode(code, parser.parse(code), classHighlighter, put, () => lines.push([]));
  return lines;
}

/** The text in colours as soon as the language is there. */
export function useColours(language: CodeLanguage): (text: string) => Token[][] {
  const [loaded, setLoaded] = useState<{ language: CodeLanguage; parser: Parser } | null>(null);
  useEffect(() => {
    const life = { over: false };
    void parserOf(language).then((parser) => {
      if (!life.over) setLoaded({ language, parser });
    });
    return () => {
      life.over = true;
    };
  }, [language]);
  return loaded?.language === language ? (text) => colouredLines(text, loaded.parser) : plainLines;
}
