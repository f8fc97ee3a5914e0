import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { always, ana, open, serve, signedIn, type Answer } from "../../../tests/app";
import { preferences, status } from "../../../tests/fixtures";
import type { Preferences } from "../../api/types";

const long = { timeout: 12_000 };
const PUT = "PUT /api/me/preferences";
const group = (name: string) => within(screen.getByRole("group", { name }));
const changes = (calls: ReturnType<typeof serve>): unknown[] =>
  calls.filter((call) => `${call.method} ${call.path}` === PUT).map((call) => call.body);

/** A server that keeps what it is sent. */
async function show(more: Record<string, Answer> = {}, kept: Preferences = preferences) {
  let now = kept;
  const calls = serve({
    ...signedIn(),
    "GET /api/me/preferences": () => ({ body: now }),
    [PUT]: ({ body }) => ({ body: (now = { ...now, ...(body as Partial<Preferences>) }) }),
    ...more,
  });
  open("/settings");
  await screen.findByRole("group", { name: "Time to think" }, long);
  return calls;
}

beforeEach(() => {
  HTMLMediaElement.prototype.play = vi.fn(() => Promise.resolve());
  HTMLMediaElement.prototype.pause = vi.fn();
});

describe("accommodations", () => {
  it("are kept at once and can be taken back", async () => {
    const calls = await show();
    const more = group("Time to think").getByRole("radio", { name: /^More/ });
    await userEvent.click(more);
    expect(more).toBeChecked();
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(group("Time to think").getByRole("radio", { name: /^As usual/ })).toBeChecked());
    expect(changes(calls)).toEqual([{ thinking_time: "more" }, { thinking_time: "usual" }]);
  });

  it("go back where the server refuses them", async () => {
    await show({ [PUT]: always({ error: { code: "storage_full", message: "The disk is full." } }, 507) });
    const typed = screen.getByRole("checkbox", { name: "I answer by typing" });
    await userEvent.click(typed);
    expect(await screen.findByText(/The disk is full\./)).toBeInTheDocument();
    expect(typed).not.toBeChecked();
  });

  it("reach the whole page: less motion and large captions", async () => {
    await show();
    await userEvent.click(screen.getByRole("checkbox", { name: "Less motion" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Large captions" }));
    const root = document.documentElement.dataset;
    await waitFor(() => expect(root).toMatchObject({ motion: "reduced", captions: "large" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Less motion" }));
    await waitFor(() => expect(root["motion"]).toBeUndefined());
  });

  it("are chosen by the arrow keys", async () => {
    const calls = await show();
    group("Extra time").getByRole("radio", { name: "None" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    await waitFor(() => expect(changes(calls)).toEqual([{ extra_time: 1.25 }]));
  });
});

describe("the interviewer", () => {
  it("is chosen with face, manner and minutes", async () => {
    const calls = await show({}, { ...preferences, minutes: 30 });
    await userEvent.click(group("Face and voice").getByRole("radio", { name: "Amara" }));
    await userEvent.click(group("Manner").getByRole("radio", { name: /Friendly/ }));
    await userEvent.click(group("Minutes").getByRole("radio", { name: "Usual" }));
    await waitFor(() => expect(changes(calls)).toEqual([{ look: "amara" }, { style: "friendly" }, { minutes: null }]));
  });

  it("is heard before it is chosen", async () => {
    await show();
    await userEvent.click(screen.getByRole("button", { name: "Hear Daniel" }));
    const audio = screen.getByTestId("voice");
    expect(audio).toHaveAttribute("src", "/api/voices/daniel/sample");
    fireEvent.playing(audio);
    expect(screen.getByRole("button", { name: "Stop Daniel" })).toBeVisible();
    fireEvent.error(audio);
    expect(await screen.findByText(/Daniel can’t be heard just now/)).toBeInTheDocument();
  });

  it("has no voice to hear where there is none", async () => {
    await show({ "GET /api/status": always({ ...status, voice: { on: false, detail: "Install `espeak-ng`." } }) });
    expect(await screen.findByText(/the questions appear as text/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Hear Maya" })).toBeNull();
  });
});

describe("the profile", () => {
  it("keeps a new name when the field is left, and not an empty one", async () => {
    const calls = await show({ "PUT /api/me": ({ body }) => ({ body: { ...ana.user, ...(body as object) } }) });
    const name = screen.getByLabelText("Name");
    await userEvent.clear(name);
    await userEvent.tab();
    expect(name).toHaveValue("Ana");
    await userEvent.clear(name);
    await userEvent.type(name, "Ana Lima{Enter}");
    expect(await screen.findByText("Interviews that are planned now call you Ana Lima.")).toBeInTheDocument();
    expect(calls.filter((call) => call.path === "/api/me").map((call) => call.body)).toEqual([{ name: "Ana Lima" }]);
  });

  it("finds the target role by a part of its name", async () => {
    const calls = await show();
    const role = screen.getByRole("combobox", { name: "Target role" });
    await userEvent.type(role, "frontend");
    await userEvent.click(await screen.findByRole("option", { name: /Frontend Engineer/ }, long));
    await waitFor(() => expect(changes(calls)).toEqual([{ target_role: "Frontend Engineer" }]));
    expect(role).toHaveValue("Frontend Engineer");
    await userEvent.clear(role);
    await userEvent.tab();
    await waitFor(() => expect(changes(calls).at(-1)).toEqual({ target_role: null }));
  });
});

it("shows the rest where the settings cannot be read", async () => {
  serve({ ...signedIn(), "GET /api/me/preferences": always({ error: { code: "broken", message: "It stumbled." } }, 500) });
  open("/settings");
  expect(await screen.findByText(/It stumbled/, {}, long)).toBeVisible();
  expect(screen.getByRole("link", { name: "Export my data" })).toHaveAttribute("href", "/api/me/export");
  expect(screen.getByRole("button", { name: "Delete everything…" })).toBeVisible();
});
