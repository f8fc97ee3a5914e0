import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import { interview } from "../../../tests/fixtures";

vi.mock("../../room/RoomPage", () => ({ default: () => <h1>The room</h1> }));
beforeEach(() => sessionStorage.clear());

const POST = "POST /api/interview/sessions";
const long = { timeout: 4_000 };
const created = always({ ...interview, status: "created", report_status: "none" }, 201);

it("starts with one click and walks into the room", async () => {
  const calls = serve({ ...signedIn(), [POST]: created });
  const { history } = open("/interviews/new");
  await userEvent.click(await screen.findByRole("button", { name: "Start, and record" }, long));
  expect(await screen.findByRole("heading", { name: "The room" }, long)).toBeVisible();
  expect(history.location.pathname).toBe(`/interviews/${interview.id}/room`);
  expect(calls.find((call) => call.method === "POST")?.body).toEqual({
    role_kit: "software_engineer",
    seniority: "mid",
    interview_type: "technical",
    style: "neutral",
    minutes: 10,
    look: "maya",
    record: true,
    consent: true,
  });
});

it("sends what was chosen, without a recording where none is wanted", async () => {
  const calls = serve({ ...signedIn(), [POST]: created });
  open("/interviews/new?kit=data_analyst");
  await userEvent.click(await screen.findByRole("radio", { name: /Pressing/ }, long));
  await userEvent.click(screen.getByRole("radio", { name: "Amara" }));
  await userEvent.click(screen.getByRole("radio", { name: "20" }));
  await userEvent.click(screen.getByRole("button", { name: "Add the job description" }));
  await userEvent.type(screen.getByLabelText("Company"), "Acme");
  expect(screen.getByRole("region", { name: "Start" })).toHaveTextContent("Amara interviews you for Data Analyst at Acme");
  await userEvent.click(screen.getByRole("button", { name: "Start without recording" }));
  await screen.findByRole("heading", { name: "The room" }, long);
  expect(calls.find((call) => call.method === "POST")?.body).toMatchObject({
    role_kit: "data_analyst",
    style: "stress",
    look: "amara",
    minutes: 20,
    company: "Acme",
    record: false,
  });
  expect(sessionStorage.length).toBe(0);
});

it("shows a refused field where it is, and keeps the draft", async () => {
  const fields = { jd_text: "At most 50,000 characters." };
  serve({ ...signedIn(), [POST]: always({ error: { code: "invalid", message: "Please correct the marked fields.", fields } }, 422) });
  open("/interviews/new");
  await userEvent.click(await screen.findByRole("radio", { name: /Product Manager/ }, long));
  await userEvent.click(screen.getByRole("button", { name: "Start, and record" }));
  expect(await screen.findByText("At most 50,000 characters.")).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText("Job description")).toHaveFocus());
  expect(sessionStorage.getItem("interview-lab.draft")).toContain("product_manager");
});

it("reads a résumé file and refuses what it can't read", async () => {
  serve(signedIn());
  open("/interviews/new");
  await userEvent.click(await screen.findByRole("button", { name: "Add your résumé" }, long));
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("no file input");
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(input, new File(["%PDF"], "cv.pdf", { type: "application/pdf" }));
  expect(await screen.findByText(/copy its text and paste it here/)).toBeVisible();
  await user.upload(input, new File(["Ana, analyst"], "cv.txt", { type: "text/plain" }));
  await waitFor(() => expect(screen.getByLabelText("Résumé")).toHaveValue("Ana, analyst"));
});
