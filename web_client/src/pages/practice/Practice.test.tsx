import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { always, open, serve, signedIn, type Answer } from "../../../tests/app";
import { drills, interview, memory, noPractice, notPassed, passed, practice, startedAgo } from "../../../tests/fixtures";
import { activeDays, dayName, dayToday, dueWords } from "./days";

const long = { timeout: 20_000 };

function routes(more: Record<string, Answer> = {}): Record<string, Answer> {
  return {
    ...signedIn(),
    "GET /api/coach/plan": always(practice),
    "GET /api/memory": always(memory),
    "GET /api/drills": always({ drills }),
    ...more,
  };
}

async function show(more: Record<string, Answer> = {}) {
  const calls = serve(routes(more));
  open("/practice");
  await screen.findByText("Practice", { selector: "h1" }, long);
  return calls;
}

describe("the week", () => {
  it("shows seven days, why, the goal, and today", async () => {
    await show();
    const week = within(await screen.findByLabelText("This week"));
    expect(week.getByText(practice.plan?.whyThisPlan ?? "")).toBeVisible();
    expect(week.getByText("4 days with something done")).toBeVisible();
    expect(week.getByText("1 day so far.")).toBeVisible();
    expect(week.getByText("Today").closest("li")).toHaveTextContent("Interview: trade-offs");
    expect(within(week.getByText("A quiet day.").closest("li") ?? document.body).queryByRole("checkbox")).toBeNull();
    expect(week.getByLabelText("Set up an interview: Interview: trade-offs")).toHaveAttribute("href", "/interviews/new?kit=data_analyst");
    expect(week.getByText("By fixed rules, version 1.")).toBeVisible();
  });

  it("marks an item done at once, and takes it back where the server refuses", async () => {
    const path = "PUT /api/coach/items/item-2-0";
    let refuse = false;
    const item = practice.items.find((one) => one.id === "item-2-0");
    const calls = await show({
      [path]: ({ body }) =>
        refuse
          ? { status: 500, body: { error: { code: "broken", message: "It could not be kept." } } }
          : { body: { ...item, done_at: (body as { done: boolean }).done ? "2026-11-22T10:00:00Z" : null } },
    });
    const box = await screen.findByLabelText("Done: Find the wrong join");
    await userEvent.click(box);
    expect(box).toBeChecked();
    expect(calls.find((call) => call.method === "PUT")?.body).toEqual({ done: true });
    refuse = true;
    await userEvent.click(box);
    expect(await screen.findByText(/It could not be kept/)).toBeVisible();
    expect(box).toBeChecked();
  });

  it("moves an item to another day by the keyboard", async () => {
    const item = practice.items.find((one) => one.id === "item-2-0");
    const calls = await show({ "PUT /api/coach/items/item-2-0": always({ ...item, day: 4 }) });
    screen.getByLabelText("Move to another day: Find the wrong join").focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await screen.findByText(/^Tomorrow, /, {}, long));
    expect(calls.find((call) => call.method === "PUT")?.body).toEqual({ day: 4 });
    await waitFor(() => expect(screen.getByText("A quiet day.").closest("li")).toHaveTextContent("Find the wrong join"));
    expect(screen.getByText("Moved to other days.").closest("li")).toHaveTextContent("Think aloud while you look for a fault.");
    expect(await screen.findByText("“Find the wrong join” is moved to tomorrow.")).toBeInTheDocument();
  });

  it("moves an item by dragging it to another day, and back again", async () => {
    const item = practice.items.find((one) => one.id === "item-2-0");
    const calls = await show({
      "PUT /api/coach/items/item-2-0": ({ body }) => ({ body: { ...item, ...(body as { day: number }) } }),
    });
    const held = (await screen.findByText("Find the wrong join")).closest("[draggable]") ?? document.body;
    const quiet = screen.getByText("A quiet day.").closest("li") ?? document.body;
    const data = { dataTransfer: { effectAllowed: "", setData: vi.fn() } };
    fireEvent.dragStart(held, data);
    fireEvent.dragOver(quiet);
    expect(quiet).toHaveAttribute("data-over");
    fireEvent.drop(quiet);
    await waitFor(() => expect(quiet).toHaveTextContent("Find the wrong join"));
    await userEvent.click(await screen.findByText("Undo"));
    await waitFor(() => expect(quiet).not.toHaveTextContent("Find the wrong join"));
    expect(calls.filter((call) => call.method === "PUT").map((call) => call.body)).toEqual([{ day: 4 }, { day: 2 }]);
  });

  it("stays as it was where a move is refused", async () => {
    await show({ "PUT /api/coach/items/item-2-0": always({ error: { code: "broken", message: "It could not be kept." } }, 500) });
    const held = (await screen.findByText("Find the wrong join")).closest("[draggable]") ?? document.body;
    const quiet = screen.getByText("A quiet day.").closest("li") ?? document.body;
    fireEvent.dragStart(held, { dataTransfer: { effectAllowed: "", setData: vi.fn() } });
    fireEvent.drop(quiet);
    expect(await screen.findByText(/stays where it is\. It could not be kept/)).toBeInTheDocument();
    expect(quiet).not.toHaveTextContent("Find the wrong join");
  });

  it("asks before a new plan replaces what is done", async () => {
    const calls = await show({ "POST /api/coach/plan": always({ ...practice, items: [], starts_on: startedAgo(0) }, 201) });
    await userEvent.click(await screen.findByText("Make a new plan"));
    expect(calls.some((call) => call.method === "POST")).toBe(false);
    await userEvent.click(screen.getByText("Make it"));
    await waitFor(() => expect(screen.queryByText("Find the wrong join")).toBeNull());
    expect(screen.getByText("Any item counts, the shortest too.")).toBeVisible();
  });

  it("says when it is over", async () => {
    await show({ "GET /api/coach/plan": always({ ...practice, starts_on: startedAgo(9) }) });
    expect(await screen.findByLabelText("Your last week")).toHaveTextContent("This week is over.");
  });

  it("is named for each saved job", async () => {
    await show();
    const jobs = within(await screen.findByLabelText("The next best session for each job"));
    expect(jobs.getByText("Data Analyst, Northwind Payments")).toBeVisible();
    expect(jobs.getByText(/A\/B tests, which have not come up/)).toBeVisible();
  });
});

describe("drills", () => {
  it("show what is due first and the rest at one click", async () => {
    await show();
    const list = within(await screen.findByLabelText("Short drills"));
    expect(list.getAllByRole("heading", { level: 3 })).toHaveLength(5);
    expect(list.getByText("due now")).toBeVisible();
    await userEvent.click(list.getByText("Show all 8 drills"));
    expect(list.getAllByRole("heading", { level: 3 })).toHaveLength(8);
  });

  it("are answered in place, with the note and the next time", async () => {
    const calls = await show({ "POST /api/drills/tradeoff_road/attempts": always(passed, 201) });
    await userEvent.click(await screen.findByLabelText("Open the drill: The road not taken", { selector: "li li *" }));
    const prompt = await screen.findByText(drills[0]?.prompt ?? "");
    expect(prompt).toHaveFocus();
    await userEvent.click(screen.getByText("Type instead"));
    await userEvent.click(screen.getByLabelText("Your answer"));
    await userEvent.paste("We could have asked the bank.");
    await userEvent.click(screen.getByText("See the note"));
    const heading = await screen.findByText("The other way is there.");
    await waitFor(() => expect(heading).toHaveFocus());
    expect(screen.getByText(/^This drill is back/)).toBeVisible();
    expect(screen.getByText("“We could have asked the bank to raise its timeout”")).toBeVisible();
    expect(calls.find((call) => call.method === "POST")?.body).toEqual({ text: "We could have asked the bank." });
    expect(heading.closest("ol")).toBe(screen.getByText("Today").closest("ol")); // in the week itself
    await userEvent.click(screen.getByText("Done"));
    expect(screen.queryByText("The other way is there.")).toBeNull();
    expect(screen.getByLabelText("Open the drill: The road not taken", { selector: "li li *" })).toHaveFocus();
  });

  it("keep what was said before", async () => {
    await show({ "GET /api/drills/tradeoff_road/attempts": always({ attempts: [notPassed] }) });
    await userEvent.click(await screen.findByLabelText("Begin: The road not taken"));
    await userEvent.click(screen.getByText("What you said before"));
    expect(await screen.findByText("It went well.")).toBeVisible();
    expect(screen.getByText(/not passed: The other way is missing/)).toBeVisible();
  });
});

describe("habits", () => {
  it("stand open first, each change with its proof and its place in a report", async () => {
    await show();
    const habits = within(await screen.findByLabelText("Your habits"));
    expect(habits.getAllByText(/^(Open|Improving|Fixed)$/, { selector: ".state" }).map((chip) => chip.textContent)).toEqual([
      "Open",
      "Improving",
      "Fixed",
    ]);
    expect(habits.getAllByText("Show it at 1:02")[0]).toHaveAttribute("href", `/interviews/${interview.id}/report?turn=5`);
    expect(habits.getByText(/^1 open, 1 improving, 1 fixed\. A habit opens/)).toBeVisible();
    const [more] = habits.getAllByText("How it came to this: 2 changes");
    if (!more) throw new Error("no history");
    await userEvent.click(more);
    expect(habits.getByText(/over six weeks we cut failed payments/)).toBeVisible();
    const skills = within(screen.getByLabelText("Over time"));
    expect(skills.getByRole("img", { name: /^Ownership: 42/ })).toBeInTheDocument();
  });
});

describe("states", () => {
  it("leads a newcomer to a first interview, with the drills open", async () => {
    await show({ "GET /api/coach/plan": always(noPractice), "GET /api/memory": always({ skills: [] }) });
    expect(await screen.findByText("Your week begins with one interview")).toBeVisible();
    expect(screen.getByText("Start a first interview").closest("a")).toHaveAttribute("href", "/interviews/new");
    expect(screen.getByLabelText("Short drills")).toBeVisible();
    expect(screen.queryByLabelText("Your habits")).toBeNull();
  });

  it("makes a plan where there are interviews and none was made", async () => {
    const calls = await show({ "GET /api/coach/plan": always(noPractice), "POST /api/coach/plan": always(practice, 201) });
    await userEvent.click(await screen.findByText("Make a plan"));
    expect(await screen.findByText(practice.plan?.whyThisPlan ?? "")).toBeVisible();
    expect(calls.some((call) => call.method === "POST" && call.path === "/api/coach/plan")).toBe(true);
  });

  it("keeps the rest where one part cannot be read", async () => {
    await show({ "GET /api/memory": always({ error: { code: "bad", message: "No." } }, 400) });
    expect(await screen.findByLabelText("This week")).toBeVisible();
    expect(screen.getByText(/No\./)).toBeVisible();
    expect(screen.getByLabelText("Short drills")).toBeVisible();
  });
});

describe("days", () => {
  const now = new Date(2026, 10, 22, 15, 0);
  it("count from the plan's first", () => {
    expect([dayToday("2026-11-22", now), dayToday("2026-11-20", now), dayToday("2026-11-01", now)]).toEqual([1, 3, 22]);
    expect(dayName("2026-11-20", 3, now)).toEqual({ name: "Today", date: "22 November" });
    expect([2, 4, 6].map((day) => dayName("2026-11-20", day, now).name)).toEqual(["Yesterday", "Tomorrow", "Wednesday"]);
  });
  it("count once however much was done", () => {
    const [first] = practice.items;
    if (!first) throw new Error("no item");
    const done = { ...first, done_at: "2026-11-22T10:00:00Z" };
    expect(activeDays([done, { ...done, id: "b" }, { ...first, done_at: null }])).toBe(1);
  });
  it("say when a drill is due", () => {
    vi.useFakeTimers({ now });
    const at = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();
    expect([null, at(-1), at(3), at(20), at(72), at(24 * 12)].map((due) => dueWords(due, now))).toEqual([
      "new",
      "due now",
      "back later today",
      "back tomorrow",
      "back on Wednesday",
      "back on 4 December",
    ]);
    vi.useRealTimers();
  });
});
