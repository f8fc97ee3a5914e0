import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { always, open, serve, signedIn, type Answer } from "../../../tests/app";
import { job, jobList } from "../../../tests/fixtures/jobs";
import { emptyDraft, problems, toNewJob } from "./draft";

const long = { timeout: 12_000 };
const page = {
  url: "https://jobs.example.org/1",
  title: "Data Analyst",
  company: "Northwind Payments",
  location: "Leeds",
  description: "Strong SQL.",
  valid_through: "2030-01-31",
  structured: true,
};

async function show(more: Record<string, Answer>) {
  const calls = serve({
    ...signedIn(),
    "GET /api/jobs": always(jobList),
    "GET /api/jobs/job-1": always(job),
    "POST /api/jobs/save": always(job, 201),
    ...more,
  });
  const { history } = open("/jobs?add=true");
  await screen.findByLabelText("Address of the job advertisement", {}, long);
  return { calls, history };
}

const saved = (calls: Awaited<ReturnType<typeof show>>["calls"]): unknown =>
  calls.find((call) => call.path === "/api/jobs/save")?.body;

describe("adding a job", () => {
  it("shows what was read of the page, and saves it as corrected", async () => {
    const { calls, history } = await show({ "POST /api/jobs/preview-url": always(page) });
    await userEvent.type(screen.getByLabelText("Address of the job advertisement"), page.url);
    await userEvent.click(screen.getByText("Read the page"));
    const role = await screen.findByLabelText("Role");
    expect(role).toHaveValue("Data Analyst");
    expect(screen.getByLabelText("Description")).toHaveValue("Strong SQL.");
    expect(screen.getByLabelText(/^Apply by/)).toHaveValue("2030-01-31");
    await userEvent.clear(role);
    await userEvent.type(role, "Senior Data Analyst");
    await userEvent.click(screen.getByText("Save the job"));
    await waitFor(() => expect(history.location.pathname).toBe("/jobs/job-1"));
    expect(saved(calls)).toEqual({
      source: "url",
      url: page.url,
      role_title: "Senior Data Analyst",
      company: "Northwind Payments",
      description: "Strong SQL.",
      deadline_on: "2030-01-31",
    });
  });

  it("offers to paste where the site refuses", async () => {
    const refused = { error: { code: "page_refused", message: "The site doesn’t let its page be read. Paste the description instead." } };
    const { calls } = await show({ "POST /api/jobs/preview-url": always(refused, 422) });
    await userEvent.type(screen.getByLabelText("Address of the job advertisement"), page.url);
    await userEvent.click(screen.getByText("Read the page"));
    await userEvent.click(await screen.findByText("Paste the description instead", { selector: "button *" }));
    await userEvent.click(screen.getByText("Save the job"));
    expect(await screen.findByText("Paste the description, or add the job by hand.")).toBeVisible();
    expect(saved(calls)).toBeUndefined();
    await userEvent.type(screen.getByLabelText(/^Role/), "Data Analyst");
    await userEvent.type(screen.getByLabelText("Description"), "Strong SQL.");
    await userEvent.click(screen.getByText("Save the job"));
    await waitFor(() =>
      expect(saved(calls)).toEqual({ source: "paste", url: page.url, role_title: "Data Analyst", description: "Strong SQL." }),
    );
  });

  it("asks for the role where the description does not tell it", async () => {
    const fields = { role_title: "Give the role’s title: none was found in the text." };
    const unknown = { error: { code: "invalid", message: "Please correct the marked fields.", fields } };
    const { calls } = await show({ "POST /api/jobs/save": always(unknown, 422) });
    await userEvent.click(screen.getByText("Paste", { selector: "label *" }));
    await userEvent.type(screen.getByLabelText("Description"), "Strong SQL.");
    await userEvent.click(screen.getByText("Save the job"));
    expect(await screen.findByText(fields.role_title)).toBeVisible();
    expect(saved(calls)).toEqual({ source: "paste", description: "Strong SQL." });
  });
});

describe("a draft", () => {
  it("sends only what belongs to the chosen way", () => {
    const full = { ...emptyDraft, role: " Analyst ", description: "Text", documentId: "d1" };
    expect(toNewJob(full, "hand")).toEqual({ source: "hand", role_title: "Analyst" });
    expect(toNewJob(full, "upload")).toEqual({ source: "upload", role_title: "Analyst", jd_document_id: "d1" });
  });
  it("names what is missing", () => {
    expect(Object.keys(problems(emptyDraft, "hand"))).toEqual(["role"]);
    expect(Object.keys(problems(emptyDraft, "upload"))).toEqual(["documentId"]);
  });
});
