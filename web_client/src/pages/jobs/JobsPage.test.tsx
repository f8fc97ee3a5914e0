import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { always, open, serve, signedIn, type Answer, type Call } from "../../../tests/app";
import { job, jobCards, jobList, noJobs } from "../../../tests/fixtures/jobs";
import type { JobCard, JobChange } from "../../api/jobs";

const long = { timeout: 12_000 };
const refusal = always({ error: { code: "broken", message: "It could not be kept." } }, 500);

/** A server that keeps what it is told, as the real one does. */
function kept(): Record<string, Answer> {
  let cards = jobCards;
  const put = (id: string, change: JobChange): JobCard => {
    cards = cards.map((card) => (card.id === id ? { ...card, ...(change as Partial<JobCard>) } : card));
    return { ...job, ...cards.find((card) => card.id === id) };
  };
  return {
    "GET /api/jobs": () => ({ body: { ...jobList, items: cards } }),
    ...Object.fromEntries(
      jobCards.map(({ id }) => [`PUT /api/jobs/${id}`, ({ body }: Call) => ({ body: put(id, body as JobChange) })]),
    ),
    "POST /api/jobs/bulk": ({ body }) => {
      const { ids, ...change } = body as JobChange & { ids: string[] };
      for (const id of ids) put(id, change);
      return { body: { items: cards.filter(({ id }) => ids.includes(id)) } };
    },
  };
}

async function show(path = "/jobs", more: Record<string, Answer> = {}) {
  const calls = serve({ ...signedIn(), ...kept(), ...more });
  const { history } = open(path);
  await screen.findByText("Jobs", { selector: "h1" }, long);
  return { calls, history };
}

const column = (name: string) => screen.findByRole("region", { name: new RegExp(`^${name}`) }, long);
/** By its text: asking for a role reads the whole page, which takes seconds on a busy machine. */
const menuItem = (name: string) => screen.findByText(name, { selector: "[role='menuitem'] *" }, long);
const puts = (calls: readonly Call[]): unknown[] => calls.filter((call) => call.method === "PUT").map((call) => call.body);

describe("the board", () => {
  it("has a column for each status, with dates and readiness in words", async () => {
    await show();
    expect(within(await column("Saved")).getAllByRole("listitem")).toHaveLength(2);
    const applied = within(await column("Applied"));
    expect(applied.getByText("Northwind Payments")).toBeVisible();
    expect(applied.getByText("Readiness 64, between 55 and 71")).toBeVisible();
    expect(applied.getByText(/^Interview 5 March 2030, /)).toBeVisible();
    expect(within(await column("Offer")).getByText("None.")).toBeVisible();
    expect(screen.getByText("Apply by 1 February 2030")).toBeVisible();
  });

  it("moves a card by the keyboard, at once, and back by undo", async () => {
    const { calls } = await show();
    (await screen.findByLabelText("Move or archive: Product Analyst, Finbank", {}, long)).focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await menuItem("Offer"));
    expect(await within(await column("Offer")).findByText("Product Analyst")).toBeVisible();
    await userEvent.click(await screen.findByText("Undo"));
    expect(await within(await column("Saved")).findByText("Product Analyst")).toBeVisible();
    expect(puts(calls)).toEqual([{ status: "offer" }, { status: "saved", undo: true }]);
  });

  it("moves a card by dragging", async () => {
    const { calls } = await show();
    const card = within(await column("Saved")).getByText("Product Analyst").closest("li");
    if (!card) throw new Error("no card");
    const dataTransfer = { setData: () => undefined, effectAllowed: "none" };
    fireEvent.dragStart(card, { dataTransfer });
    const target = await column("Interviewing");
    fireEvent.dragOver(target, { dataTransfer });
    fireEvent.drop(target, { dataTransfer });
    expect(await within(target).findByText("Product Analyst")).toBeVisible();
    await waitFor(() => expect(puts(calls)).toEqual([{ status: "interviewing" }]));
  });

  it("takes a move back where the server refuses it, and says so", async () => {
    await show("/jobs", { "PUT /api/jobs/job-2": refusal });
    await userEvent.click(await screen.findByLabelText("Move or archive: Product Analyst, Finbank", {}, long));
    await userEvent.click(await menuItem("Offer"));
    expect(await screen.findByText(/It could not be kept/)).toBeInTheDocument();
    expect(await within(await column("Saved")).findByText("Product Analyst")).toBeVisible();
  });

  it("archives a job and brings it back", async () => {
    const { calls } = await show();
    await userEvent.click(await screen.findByLabelText("Move or archive: Analyst", {}, long));
    await userEvent.click(await menuItem("Archive"));
    await waitFor(() => expect(screen.queryByText("Analyst", { selector: ".role" })).toBeNull());
    await userEvent.click(await screen.findByText("Undo"));
    expect(await screen.findByText("Analyst", { selector: ".role" })).toBeVisible();
    expect(puts(calls)).toEqual([{ archived: true }, { archived: false }]);
  });
});

describe("the table", () => {
  it("asks the server for its order, and says which column it is", async () => {
    const { calls, history } = await show("/jobs?view=table");
    await userEvent.click(await screen.findByRole("button", { name: "Readiness" }, long));
    await waitFor(() => expect(screen.getByRole("columnheader", { name: "Readiness" })).toHaveAttribute("aria-sort", "descending"));
    expect(history.location.search).toContain("sort=readiness");
    expect(screen.getAllByRole("row")[1]).toHaveTextContent("Northwind Payments");
    await userEvent.click(screen.getByRole("button", { name: "Company" }));
    await waitFor(() => expect(calls.some(({ path, query }) => path === "/api/jobs" && query.get("sort") === "company")).toBe(true));
    expect(calls.some(({ query }) => query.get("sort") === "readiness")).toBe(false);
  });

  it("moves several jobs at once, each back to where it stood", async () => {
    const { calls } = await show("/jobs?view=table");
    await userEvent.click(await screen.findByLabelText("Choose all", {}, long));
    expect(screen.getByText("3 jobs chosen")).toBeVisible();
    await userEvent.click(screen.getByText("Move to…"));
    await userEvent.click(await menuItem("Rejected"));
    await waitFor(() => expect(screen.getAllByText("Rejected", { selector: "td" })).toHaveLength(3));
    await userEvent.click(await screen.findByText("Undo"));
    await waitFor(() => expect(screen.getAllByText("Saved", { selector: "td" })).toHaveLength(2));
    expect(calls.filter((call) => call.path === "/api/jobs/bulk").map((call) => call.body)).toEqual([
      { ids: ["job-1", "job-2", "job-3"], status: "rejected" },
      { ids: ["job-2", "job-3"], status: "saved" },
      { ids: ["job-1"], status: "applied" },
    ]);
  });
});

describe("looking for jobs", () => {
  it("keeps the words and the tag in the address and asks the server", async () => {
    const { calls, history } = await show("/jobs?tag=remote");
    await userEvent.type(await screen.findByLabelText("Search", {}, long), "pay");
    await waitFor(() => expect(history.location.search).toContain("text=pay"));
    await waitFor(() =>
      expect(calls.some(({ query }) => query.get("text") === "pay" && query.get("tag") === "remote")).toBe(true),
    );
  });

  it("leads a newcomer to a first job", async () => {
    await show("/jobs", { "GET /api/jobs": always(noJobs) });
    await userEvent.click(await screen.findByText("Add your first job", {}, long));
    expect(await screen.findByLabelText("Address of the job advertisement", {}, long)).toBeVisible();
  });

  it("says when the jobs cannot be read, and tries again", async () => {
    let broken = true;
    await show("/jobs", { "GET /api/jobs": () => (broken ? { status: 400, body: { error: { code: "bad", message: "No." } } } : { body: jobList }) });
    expect(await screen.findByRole("alert", {}, long)).toHaveTextContent("No.");
    broken = false;
    await userEvent.click(screen.getByText("Try again"));
    expect(await column("Applied")).toBeVisible();
  });
});
