import { MantineProvider } from "@mantine/core";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState, useSyncExternalStore } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { ExerciseDesk } from "../exercises/desk";
import { currentOf } from "../exercises/state";
import type { ClientMessage, ExerciseOpened, RunShown, ServerMessage } from "../messages";
import { ResultsPane } from "./ResultsPane";
import type { BenchTab, Space } from "./space";
import { Splitter } from "./Splitter";
import Workbench from "./Workbench";

const common = {
  type: "exercise_opened", index: 0, total: 1, revision: 0, runner: { where: "sandbox", detail: "" }, runs: [], hints: [], reveals: [],
  artifacts: { scratchpad: "", outline: {}, summary: "" }, remarks: [], closed: false,
} as const;

const pullRequest: ExerciseOpened = {
  ...common, hints: [], runs: [], reveals: [], remarks: [], stage: "review", text: "def f(x):\n    return x + 1\n",
  view: {
    kind: "coding", key: "pr", name: "A small change", activity: "review", language: "python", difficulty: "easy", topics: ["t"],
    brief: "Review it.", context: "", filename: "solution.py", code: "def f(x):\n    return x + 1\n", base_code: "def f(x):\n    return x\n",
    failing_test: null, visible_tests: "", expected_behavior: "It counts.", modification_requirement: null, hints: 2,
  },
};
const churn: ExerciseOpened = {
  ...common, hints: [], runs: [], reveals: [], remarks: [], stage: "framing", text: "", artifacts: { scratchpad: "", outline: {}, summary: "" },
  view: {
    kind: "case", key: "churn", name: "Fewer members", case_type: "pricing", difficulty: "easy", prompt_statement: "Why do members leave?",
    context: "A gym.", outline_sections: ["Framing", "Risks"], reveals: 3, minutes: 20,
  },
};
const reveal: ServerMessage = {
  type: "reveal", exercise: "churn",
  reveal: { id: "r1", title: "Members by month", exhibit: { kind: "table", columns: ["Month", "Members"], rows: [["May", 420]], unit: "", note: "" } },
};

let sent: ClientMessage[];
let desk: ExerciseDesk;
let ids: number;

beforeEach(() => {
  localStorage.clear();
  sent = [];
  ids = 0;
  desk = new ExerciseDesk("s", {
    send: (message) => sent.push(message),
    typing: () => undefined,
    runHere: () => Promise.reject(new Error("not here")),
    storage: localStorage,
    newId: () => `id${++ids}`,
    now: () => 0,
  });
});

function Bench({ space }: { space: Space }) {
  const exercise = currentOf(useSyncExternalStore(desk.exercises.subscribe, desk.exercises.get));
  const [tab, setTab] = useState<BenchTab>("brief");
  return exercise ? <Workbench exercise={exercise} desk={desk} space={space} tab={tab} onTab={setTab} /> : null;
}

const open = (message: ExerciseOpened, space: Space = "wide") => {
  desk.receive(message);
  return render(
    <MantineProvider>
      <Bench space={space} />
    </MantineProvider>,
  );
};
const hear = (message: ServerMessage) => act(() => desk.receive(message));

describe("a case", () => {
  it("keeps the data room closed until an exhibit is earned, and announces it", () => {
    open(churn);
    expect(screen.getByText(/3 exhibits are held back until you ask/)).toBeVisible();
    hear(reveal);
    expect(screen.getByText("New exhibit: Members by month").closest("[aria-live]")).toHaveAttribute("aria-live", "polite");
    expect(within(screen.getByRole("region", { name: "Data room" })).getByRole("cell", { name: "420" })).toBeVisible();
    expect(screen.getByText(/2 exhibits are held back/)).toBeVisible();
  });

  it("counts the words of notes and does not call them saved before they are stored", async () => {
    open(churn);
    await userEvent.type(screen.getByRole("textbox", { name: "Scratchpad" }), "price x members");
    expect(screen.getByTestId("saved-state")).toHaveTextContent("Saving…");
    expect(screen.getByText("3 words")).toBeVisible();
    await userEvent.click(screen.getByRole("tab", { name: "Outline" }));
    expect(screen.getAllByRole("textbox")).toHaveLength(2);
    expect(screen.getByRole("textbox", { name: "Risks" })).toHaveValue("");
  });

  it("cannot be written in once it is closed", () => {
    open({ ...churn, closed: true });
    expect(screen.getByRole("textbox", { name: "Scratchpad" })).toHaveAttribute("readonly");
    expect(screen.queryByRole("button", { name: /Done/ })).toBeNull();
    expect(screen.getByTestId("saved-state")).toHaveTextContent("it can be read but not changed");
  });

  it("shows one part at a time on a phone, by tabs that arrow keys move", async () => {
    open(churn, "phone");
    expect(screen.getByRole("region", { name: "Case" })).toBeVisible();
    expect(screen.queryByRole("region", { name: "Data room" })).toBeNull();
    screen.getByRole("tab", { name: "Case" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("tab", { name: "Data", selected: true })).toHaveFocus();
    expect(screen.getByRole("region", { name: "Data room" })).toBeVisible();
  });
});

describe("a review", () => {
  it("takes remarks on lines by keyboard, and gives the focus back to the line", async () => {
    open(pullRequest);
    screen.getByRole("button", { name: "Remark on line 2" }).focus();
    await userEvent.keyboard("{Enter}Off by one{Control>}{Enter}{/Control}");
    expect(screen.getByText("Off by one")).toBeVisible();
    expect(screen.getByRole("button", { name: "Remark on line 2, which has one" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Change the remark on line 2" }));
    await userEvent.keyboard(" here{Escape}");
    expect(screen.getByText("Off by one")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Delete the remark on line 2" }));
    expect(screen.queryByText("Off by one")).toBeNull();
  });

  it("asks once more before it is called done, and says hints cost", async () => {
    open(pullRequest);
    await userEvent.click(screen.getByRole("button", { name: "Hint 1 of 2" }));
    expect(sent.at(-1)).toMatchObject({ type: "ask_hint", exercise: "pr" });
    await userEvent.click(screen.getByRole("button", { name: "Done with this" }));
    expect(screen.getByRole("button", { name: "Go on working" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "I’m done" }));
    expect(sent.at(-1)).toMatchObject({ type: "finish_exercise" });
    expect(screen.getByText(/Hints lower the score a little/)).toBeVisible();
  });
});

describe("the tests of an exercise", () => {
  const results = (message: ExerciseOpened) => {
    desk.receive(message);
    function Pane() {
      const exercise = currentOf(useSyncExternalStore(desk.exercises.subscribe, desk.exercises.get));
      return exercise ? <ResultsPane exercise={exercise} desk={desk} /> : null;
    }
    render(
      <MantineProvider>
        <Pane />
      </MantineProvider>,
    );
  };
  const run: RunShown = {
    number: 1, revision: 0, submitted: false,
    result: { verdict: "failed", tests: [{ name: "test_even", verdict: "failed", message: "3 != 2.5" }], time_ms: 41, memory_mb: 20, limit: null, message: "", output: "hello", where: "browser" },
  };

  it("say where they wait, and what a run gave", async () => {
    results(pullRequest);
    await userEvent.click(screen.getByRole("button", { name: "Submit" }));
    expect(sent.at(-1)).toMatchObject({ type: "run_tests", submit: true });
    hear({ type: "run_queued", client_id: "id1", exercise: "pr", position: 2 });
    expect(screen.getByTestId("run-state")).toHaveTextContent("Waiting: 2 runs are before yours");
    expect(screen.getByRole("button", { name: "Run tests" })).toBeDisabled();
    hear({ type: "run_finished", client_id: "id1", exercise: "pr", run });
    expect(screen.getByText("0 of 1 test passed")).toBeVisible();
    expect(screen.getByText("3 != 2.5")).toBeVisible();
    expect(screen.getByText("Ran in your browser, not verified")).toBeVisible();
    expect(screen.getByLabelText("Output")).toHaveTextContent("hello");
    expect(screen.getByRole("button", { name: "Run tests" })).toBeEnabled();
  });

  it("ask for words instead where nothing can be run", () => {
    results({ ...pullRequest, runner: { where: null, detail: "SQL needs the sandbox." } });
    expect(screen.getByText("SQL needs the sandbox.")).toBeVisible();
    expect(screen.getByText(/say aloud why it fails/)).toBeVisible();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

it("a splitter moves with the arrow keys and stays within its bounds", async () => {
  function Split() {
    const [value, setValue] = useState(300);
    return <Splitter label="Width" axis="x" from="start" value={value} min={280} max={330} onChange={setValue} />;
  }
  render(<Split />);
  const line = screen.getByRole("separator", { name: "Width" });
  line.focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(line).toHaveAttribute("aria-valuenow", "324");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(line).toHaveAttribute("aria-valuenow", "330");
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
  expect(line).toHaveAttribute("aria-valuenow", "280");
});
