import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import { resumeBody } from "../../../tests/fixtures";
import type { ResumeExtract } from "../../api/types";

const long = { timeout: 20_000 };
const BODY = "GET /api/interview/documents/d1";
const SAVE = "PUT /api/interview/documents/d1/extract";
const saved = { ...resumeBody, extract: resumeBody.extract && { ...resumeBody.extract, corrected_at: "2026-11-22T10:00:00Z" } };

it("marks the place that an item came from", async () => {
  serve({ ...signedIn(), [BODY]: always(resumeBody) });
  open("/documents/d1");
  await userEvent.click(await screen.findByLabelText("Backend Engineer, line 1", {}, long));
  expect(document.querySelector("mark")).toHaveTextContent("Cut the settlement run from 40 minutes to 6");
  await userEvent.click(screen.getByLabelText("Skills, 3"));
  expect(document.querySelector("mark")).toHaveTextContent("Kafka");
  await userEvent.click(screen.getByLabelText("Skills, 2")); // without a span
  expect(document.querySelector("mark")).toBeNull();
});

it("saves corrections and says so", async () => {
  const calls = serve({ ...signedIn(), [BODY]: always(resumeBody), [SAVE]: always(saved) });
  open("/documents/d1");
  const name = await screen.findByLabelText("Name", {}, long);
  expect(screen.getByText("Save").closest("button")).toBeDisabled();
  await userEvent.clear(name);
  await userEvent.type(name, "Mira R. Rao");
  expect(screen.getByText("Not saved yet.")).toBeVisible();
  await userEvent.click(screen.getByText("Add a skill"));
  await userEvent.keyboard("Rust");
  await userEvent.click(screen.getByText("Save"));
  expect(await screen.findByText(/^Saved\./, {}, long)).toBeVisible();
  const { resume } = calls.find((call) => call.method === "PUT")?.body as { resume: ResumeExtract };
  expect(resume.name).toBe("Mira R. Rao");
  expect(resume.skills).toEqual(["Go", "PostgreSQL", "Kafka", "Rust"]);
  expect(resume.gaps).toEqual(resumeBody.extract?.resume?.gaps);
});

it("takes a removal back", async () => {
  serve({ ...signedIn(), [BODY]: always(resumeBody) });
  open("/documents/d1");
  await userEvent.click(await screen.findByLabelText("Remove Kafka", {}, long));
  expect(screen.queryByLabelText("Skills, 3")).toBeNull();
  expect(screen.getByText("Removed “Kafka”.")).toBeVisible();
  await userEvent.click(screen.getByText("Undo"));
  expect(screen.getByLabelText("Skills, 3")).toHaveValue("Kafka");
});

it("holds back what is not saved", async () => {
  serve({ ...signedIn(), [BODY]: always(resumeBody), "GET /api/interview/documents": always([]) });
  const { history } = open("/documents/d1");
  await userEvent.type(await screen.findByLabelText("Name", {}, long), "!");
  await userEvent.click(within(screen.getByRole("main")).getByText("Documents"));
  const dialog = await screen.findByRole("dialog", {}, long);
  expect(history.location.pathname).toBe("/documents/d1");
  await userEvent.click(within(dialog).getByRole("button", { name: "Stay" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull(), long);
  await userEvent.click(within(screen.getByRole("main")).getByText("Documents"));
  await userEvent.click(within(await screen.findByRole("dialog", {}, long)).getByRole("button", { name: "Leave" }));
  await waitFor(() => expect(history.location.pathname).toBe("/documents"), long);
});

it("does not save a date that is none, and keeps the corrections where saving fails", async () => {
  serve({ ...signedIn(), [BODY]: always(resumeBody), [SAVE]: always({ error: { code: "storage_full", message: "The disk is full." } }, 507) });
  open("/documents/d1");
  const [from] = await screen.findAllByLabelText("From", {}, long);
  if (!from) throw new Error("no date");
  await userEvent.clear(from);
  await userEvent.type(from, "soon");
  expect(screen.getByText("Write 2021-03, 2021 or present.")).toBeVisible();
  expect(screen.getByText("Save").closest("button")).toBeDisabled();
  await userEvent.clear(from);
  await userEvent.type(from, "2022-02");
  await userEvent.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/The disk is full\./, {}, long)).toBeVisible();
  expect(from).toHaveValue("2022-02");
  expect(screen.getByText("Not saved yet.")).toBeVisible();
});
