import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import type { DocumentSummary } from "../../api/types";
import { interview, job, plan, resume } from "../../../tests/fixtures";

vi.mock("../../room/RoomPage", () => ({ default: () => <h1>The room</h1> }));
beforeEach(() => sessionStorage.clear());

const PLAN = "POST /api/interview/plans";
const START = "POST /api/interview/sessions";
const long = { timeout: 20_000 };
const planned = { [PLAN]: always(plan, 201), [`GET /api/interview/plans/${plan.id}`]: always(plan) };
const created = always({ ...interview, status: "created", report_status: "none" }, 201);
const bodyOf = (calls: ReturnType<typeof serve>, path: string): unknown =>
  calls.filter((call) => call.method === "POST" && call.path === path).at(-1)?.body;

it("plans what is set, shows the themes, and walks into the room", async () => {
  const calls = serve({ ...signedIn(), ...planned, [START]: created });
  const { history } = open("/interviews/new");
  await userEvent.click(await screen.findByRole("button", { name: "Plan the interview" }, long));
  expect(await screen.findByRole("heading", { level: 1, name: "Your interview plan" }, long)).toBeVisible();
  expect(bodyOf(calls, "/api/interview/plans")).toEqual({
    role_kit: "software_engineer",
    role_title: "Software Engineer",
    seniority: "mid",
    interview_type: "technical",
    style: "neutral",
    minutes: 10,
    look: "maya",
  });
  expect(screen.getByText("Go in your own work")).toBeVisible();
  expect(screen.getByText("Daniel asks")).toBeVisible();
  expect(screen.getByText("Kubernetes")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Start, and record" }));
  expect(await screen.findByRole("heading", { name: "The room" }, long)).toBeVisible();
  expect(history.location.pathname).toBe(`/interviews/${interview.id}/room`);
  expect(bodyOf(calls, "/api/interview/sessions")).toEqual({ plan_id: "p1", record: true, consent: true });
  expect(sessionStorage.length).toBe(0);
});

it("finds a role by a part of its name, and sends what was chosen", async () => {
  const calls = serve({ ...signedIn(), ...planned });
  open("/interviews/new?kit=product_manager");
  const role = await screen.findByRole("combobox", { name: "Role" }, long);
  expect(role).toHaveValue("Product Manager");
  await userEvent.clear(role);
  await userEvent.type(role, "frontend");
  await userEvent.click(await screen.findByRole("option", { name: /Frontend Engineer/ }, long));
  expect(role).toHaveValue("Frontend Engineer");
  await userEvent.click(screen.getByRole("radio", { name: /Pressing/ }));
  await userEvent.click(screen.getByRole("radio", { name: "Amara" }));
  await userEvent.click(screen.getByRole("radio", { name: "20" }));
  await userEvent.type(screen.getByRole("combobox", { name: "Company" }), "Corner Bakery");
  await userEvent.type(screen.getByRole("combobox", { name: "Kind of company" }), "bank");
  await userEvent.click(await screen.findByRole("option", { name: /regulated firm/ }));
  await userEvent.click(screen.getByRole("button", { name: "Plan the interview" }));
  await screen.findByRole("heading", { name: "Your interview plan" }, long);
  expect(bodyOf(calls, "/api/interview/plans")).toMatchObject({
    role_kit: "software_engineer",
    role_title: "Frontend Engineer",
    specialization: "frontend",
    company: "Corner Bakery",
    company_archetype: "regulated",
    style: "stress",
    look: "amara",
    minutes: 20,
  });
});

it("knows a company by its name and asks for no kind then", async () => {
  serve(signedIn());
  open("/interviews/new");
  await userEvent.type(await screen.findByRole("combobox", { name: "Company" }, long), "razorpay");
  expect(await screen.findByText(/^Fintech:/, {}, long)).toBeVisible();
  expect(screen.queryByRole("combobox", { name: "Kind of company" })).toBeNull();
});

it("goes back to the role that was picked where another was only typed", async () => {
  serve(signedIn());
  open("/interviews/new");
  const role = await screen.findByRole("combobox", { name: "Role" }, long);
  await userEvent.clear(role);
  await userEvent.type(role, "astronaut");
  expect(await screen.findByText(/No role goes by that name/, {}, long)).toBeVisible();
  await userEvent.tab();
  expect(role).toHaveValue("Software Engineer");
});

it("plans with a document that is here, and waits for one that is being read", async () => {
  const reading: DocumentSummary = { ...job, status: "running", progress: 40 };
  let documents: DocumentSummary[] = [reading, resume];
  const calls = serve({ ...signedIn(), ...planned, "GET /api/interview/documents": () => ({ body: documents }) });
  open("/interviews/new?jd=true");
  await userEvent.click(await screen.findByRole("radio", { name: /Backend Engineer, Payments/ }, long));
  expect(screen.getByRole("progressbar", { name: "Reading Backend Engineer, Payments" })).toHaveValue(40);
  expect(screen.getByRole("button", { name: "Plan the interview" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Add your résumé" }));
  await userEvent.click(screen.getByRole("radio", { name: /mira-rao.pdf/ }));
  documents = [{ ...job, progress: 100 }, resume];
  await waitFor(() => expect(screen.getByRole("button", { name: "Plan the interview" })).toBeEnabled(), long);
  await userEvent.click(screen.getByRole("button", { name: "Plan the interview" }));
  await screen.findByRole("heading", { name: "Your interview plan" }, long);
  expect(bodyOf(calls, "/api/interview/plans")).toMatchObject({ jd_document_id: "d2", resume_document_id: "d1" });
});

it("shows a refused field where it is, and keeps the draft", async () => {
  const fields = { role_kit: "Choose one of the roles offered." };
  serve({ ...signedIn(), [PLAN]: always({ error: { code: "invalid", message: "Please correct the marked fields.", fields } }, 422) });
  open("/interviews/new?kit=product_manager");
  await userEvent.click(await screen.findByRole("button", { name: "Plan the interview" }, long));
  expect(await screen.findByText("Choose one of the roles offered.")).toBeVisible();
  await waitFor(() => expect(screen.getByRole("combobox", { name: "Role" })).toHaveFocus());
  expect(sessionStorage.getItem("interview-lab.draft")).toContain("product_manager");
});

it("plans it differently, and comes back to the choices as they were", async () => {
  const second = { ...plan, id: "p2", preview: { ...plan.preview, phases: plan.preview.phases.map((phase) => ({ ...phase, themes: ["another theme"] })) } };
  const calls = serve({ ...signedIn(), ...planned, "GET /api/interview/plans/p2": always(second) });
  open("/interviews/new");
  await userEvent.click(await screen.findByRole("radio", { name: /Pressing/ }, long));
  await userEvent.click(screen.getByRole("button", { name: "Plan the interview" }));
  await screen.findByRole("heading", { name: "Your interview plan" }, long);
  serve({ ...signedIn(), ...planned, [PLAN]: (call) => (calls.push(call), { status: 201, body: second }), "GET /api/interview/plans/p2": always(second) });
  await userEvent.click(screen.getByRole("button", { name: "Plan it differently" }));
  expect((await screen.findAllByText("another theme", {}, long)).length).toBe(3);
  expect(bodyOf(calls, "/api/interview/plans")).toEqual({ config_id: "c1" });
  await userEvent.click(screen.getByRole("link", { name: "Change the choices" }));
  expect(await screen.findByRole("radio", { name: /Pressing/ }, long)).toBeChecked();
});

it("does not offer a plan twice", async () => {
  serve({ ...signedIn(), [`GET /api/interview/plans/${plan.id}`]: always({ ...plan, is_used: true }) });
  open(`/interviews/new?plan=${plan.id}`);
  const start = within(await screen.findByRole("region", { name: "Start" }, long));
  expect(start.getByRole("button", { name: "Start, and record" })).toBeDisabled();
  expect(start.getByText(/You have held the interview of this plan/)).toBeVisible();
});
