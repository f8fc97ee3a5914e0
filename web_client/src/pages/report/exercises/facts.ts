/** The facts of an exercise as lines to read. */
import type { ExerciseResult } from "../../../api/types";

export interface Fact {
  name: string;
  value: string;
  tone?: "good" | "bad";
}

type Coding = NonNullable<ExerciseResult["coding"]>;
type Case = NonNullable<ExerciseResult["case"]>;
type Count = NonNullable<Coding["hidden"]>;

const verdictWords: Record<NonNullable<Coding["verdict"]>, string> = {
  passed: "Every test passed",
  failed: "Some tests failed",
  error: "It could not be tested",
  limit: "It was stopped at a limit",
};

export const reachedWords = (
  reached: ExerciseResult["checkpoints"][number]["reached"],
): string =>
  reached === "yes"
    ? "Shown"
    : reached === "partly"
      ? "Partly"
      : reached === "no"
        ? "Not shown"
        : "Could not be reached";

const tests = (name: string, count: Count | null): Fact[] =>
  count === null
    ? []
    : [
        {
          name,
          value: `${count.passed} of ${count.total} passed`,
          tone: count.passed === count.total ? "good" : "bad",
        },
      ];

export function codingFacts(facts: Coding): Fact[] {
  return [
    facts.verdict === null
      ? {
          name: "Tests",
          value: "Nothing was run, so this was judged by what you said",
        }
      : {
          name: "Tests",
          value:
            verdictWords[facts.verdict] +
            (facts.where === "browser"
              ? ". They ran in your browser and are not verified"
              : ""),
          tone: facts.verdict === "passed" ? "good" : "bad",
        },
    ...tests("Tests that you saw", facts.visible),
    ...tests("Hidden tests", facts.hidden),
    ...tests("Tests of the change", facts.modification),
    ...(facts.regressions.length === 0
      ? []
      : [
          {
            name: "Broken on the way",
            value: facts.regressions.join(", "),
            tone: "bad" as const,
          },
        ]),
    ...complexity(facts.complexity),
    {
      name: "Your work",
      value: [
        plural(facts.edits, "edit"),
        plural(facts.runs, "run"),
        plural(facts.hints, "hint"),
        ...(facts.identicalFailures > 0
          ? [`${facts.identicalFailures} times the same failure again`]
          : []),
        ...(facts.undoCycles > 0
          ? [`back to an earlier version ${facts.undoCycles} times`]
          : []),
      ].join(", "),
    },
    ...(facts.solvedS === null
      ? []
      : [
          { name: "First all green", value: `after ${minutes(facts.solvedS)}` },
        ]),
  ];
}

function complexity(found: Coding["complexity"]): Fact[] {
  if (found === null) return [];
  const measured =
    found.measured === null
      ? found.note || "not measured"
      : `measured ${found.measured}`;
  const expected =
    found.expected === null ? "" : `; expected ${found.expected}`;
  return [
    {
      name: "Complexity",
      value: measured + expected,
      ...(found.asExpected === null
        ? {}
        : { tone: found.asExpected ? ("good" as const) : ("bad" as const) }),
    },
  ];
}

export function caseFacts(facts: Case): Fact[] {
  return [
    {
      name: "Exhibits you earned",
      value: facts.earned.length === 0 ? "none" : facts.earned.join(", "),
    },
    ...(facts.notEarned.length === 0
      ? []
      : [{ name: "Never asked for", value: facts.notEarned.join(", ") }]),
    ...facts.numbers.map((number) => ({
      name: number.label,
      value: figure(number),
      ...(number.right === null
        ? {}
        : { tone: number.right ? ("good" as const) : ("bad" as const) }),
    })),
    ...facts.arithmeticErrors.map((wrong) => ({
      name: "Arithmetic",
      value: `“${wrong.text}” comes to ${wrong.shouldBe.toLocaleString()}, not ${wrong.says.toLocaleString()}`,
      tone: "bad" as const,
    })),
  ];
}

function figure({
  said,
  sound,
  unit,
  right,
  note,
}: Case["numbers"][number]): string {
  const sum = `${sound.toLocaleString()} ${unit}`.trim();
  if (said === null) return note !== "" ? note : `not given; it is ${sum}`;
  const yours = `you said ${said.toLocaleString()}`;
  if (right === null) return note !== "" ? `${yours}: ${note}` : yours;
  return right ? `${yours}, which is right` : `${yours}; it is ${sum}`;
}

const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60
    ? `${whole} s`
    : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
