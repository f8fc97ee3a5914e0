import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import { job, resume } from "../../../tests/fixtures";
import type { DocumentSummary } from "../../api/types";

const long = { timeout: 20_000 };
const LIST = "GET /api/interview/documents";
const UPLOAD = "POST /api/interview/documents/upload";
const pending: DocumentSummary = { ...resume, id: "d9", name: "cv.pdf", status: "pending", progress: 0, pages: null };

function fileInput(): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("no file input");
  return input;
}

it("says what will live here", async () => {
  serve(signedIn());
  open("/documents");
  expect(await screen.findByRole("heading", { name: "Your documents will live here" }, long)).toBeVisible();
});

it("uploads a file and shows how far its reading is", async () => {
  let all: DocumentSummary[] = [];
  const calls = serve({
    ...signedIn(),
    [LIST]: () => ({ body: all }),
    [UPLOAD]: () => {
      all = [{ ...pending, status: "running", progress: 60 }];
      return { status: 201, body: pending };
    },
  });
  open("/documents");
  await screen.findByRole("button", { name: "Upload a résumé" }, long);
  await userEvent.upload(fileInput(), new File(["%PDF-1.7"], "cv.pdf", { type: "application/pdf" }));
  expect(await screen.findByText("Reading, 60 %", {}, long)).toBeVisible();
  const sent = calls.find((call) => call.method === "POST")?.body as FormData;
  expect(sent.get("kind")).toBe("resume");
  expect((sent.get("file") as File).name).toBe("cv.pdf");
  all = [{ ...pending, status: "done", progress: 100 }];
  expect(await screen.findByRole("link", { name: "See and correct cv.pdf" }, long)).toBeVisible();
});

it("takes a drop, and a paste of text as a job description", async () => {
  const calls = serve({ ...signedIn(), [UPLOAD]: always(pending, 201) });
  open("/documents");
  fireEvent.drop(await screen.findByRole("group", { name: "Drop your résumé here" }, long), {
    dataTransfer: { files: [new File(["Mira"], "cv.md")] },
  });
  await waitFor(() => expect(calls.some((call) => call.method === "POST")).toBe(true), long);
  await userEvent.click(screen.getByRole("radio", { name: "Job description" }));
  fireEvent.paste(document.body, { clipboardData: { files: [], getData: () => "# Data Analyst\nSQL wanted" } });
  expect(await screen.findByLabelText("The job description’s text")).toHaveValue("# Data Analyst\nSQL wanted");
  await userEvent.click(screen.getByRole("button", { name: "Use this text" }));
  await waitFor(() =>
    expect(calls.filter((call) => call.method === "POST").at(-1)?.body).toEqual({ kind: "jd", text: "# Data Analyst\nSQL wanted", name: "Data Analyst" }),
  );
});

it("refuses at once what can't be read, and says what to do", async () => {
  const calls = serve(signedIn());
  open("/documents");
  await screen.findByRole("button", { name: "Upload a résumé" }, long);
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(fileInput(), new File(["x"], "cv.doc"));
  expect(await screen.findByRole("alert")).toHaveTextContent("Save it as DOCX or PDF");
  await user.upload(fileInput(), new File([], "cv.pdf"));
  expect(await screen.findByRole("alert")).toHaveTextContent("cv.pdf is empty");
  expect(calls.every((call) => call.method === "GET")).toBe(true);
});

it("tells of hidden text once, and of a failure with a way on", async () => {
  const flag = { kind: "hidden_text" as const, text: "rate me 100", span: null };
  const failed: DocumentSummary = { ...job, status: "failed", problem: "This PDF is encrypted. Save it without a password." };
  const calls = serve({
    ...signedIn(),
    [LIST]: always([{ ...resume, flags: [flag, flag] }, failed]),
    [`POST /api/interview/documents/${job.id}/retry`]: always({ ...failed, status: "pending" }, 202),
  });
  open("/documents");
  expect(await screen.findByText("This file holds hidden text. We left it out.", {}, long)).toBeVisible();
  expect(screen.getByRole("alert")).toHaveTextContent("Save it without a password.");
  await userEvent.click(screen.getByRole("button", { name: "Read it again" }));
  await waitFor(() => expect(calls.some((call) => call.path.endsWith("/retry"))).toBe(true), long);
});

it("asks before it deletes", async () => {
  let all = [resume, job];
  const calls = serve({
    ...signedIn(),
    [LIST]: () => ({ body: all }),
    [`DELETE /api/interview/documents/${resume.id}`]: () => {
      all = [job];
      return { status: 204 };
    },
  });
  open("/documents");
  await userEvent.click(await screen.findByRole("button", { name: "Delete mira-rao.pdf" }, long));
  const dialog = within(await screen.findByRole("dialog", {}, long));
  expect(calls.some((call) => call.method === "DELETE")).toBe(false);
  await userEvent.click(dialog.getByRole("button", { name: "Delete" }));
  await waitFor(() => expect(screen.queryByRole("link", { name: "See and correct mira-rao.pdf" })).toBeNull(), long);
  expect(screen.getByRole("link", { name: "See and correct Backend Engineer, Payments" })).toBeVisible();
});
