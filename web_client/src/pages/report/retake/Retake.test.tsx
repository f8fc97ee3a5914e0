import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { always, open, reportPath, serve, signedIn, type Answer } from "../../../../tests/app";
import { interview, retake } from "../../../../tests/fixtures";
import { change } from "./Comparison";

const base = `/api/interview/sessions/${interview.id}/retakes`;
const long = { timeout: 20_000 };
const play = vi.fn(() => Promise.resolve());

beforeEach(() => {
  play.mockReset();
  play.mockResolvedValue(undefined);
  for (const [name, value] of Object.entries({ play, pause: vi.fn(), load: vi.fn() }))
    Object.defineProperty(HTMLMediaElement.prototype, name, { configurable: true, value });
});

const routes = (more: Record<string, Answer> = {}) => ({ ...signedIn(), [`GET ${base}`]: always({ retakes: [] }), ...more });

async function openDialog() {
  const [door] = await screen.findAllByLabelText(/^Answer again: You mention a dashboard/, {}, long);
  if (!door) throw new Error("no door");
  await userEvent.click(door);
  return within(await screen.findByRole("dialog"));
}

async function typeAnswer(dialog: Awaited<ReturnType<typeof openDialog>>) {
  await userEvent.click(dialog.getByText("Type instead"));
  await userEvent.click(dialog.getByLabelText("Your new answer"));
  await userEvent.paste("I split them by bank.");
}

describe("a moment again", () => {
  it("shows both answers on the same lines, and counts the try", async () => {
    const calls = serve(routes({ [`POST ${base}`]: always(retake, 201) }));
    open(reportPath);
    const dialog = await openDialog();
    await typeAnswer(dialog);
    await userEvent.click(dialog.getByText("Compare the two"));
    const heading = await dialog.findByText("Before and after");
    await waitFor(() => expect(heading).toHaveFocus());
    expect(calls.find((call) => call.path === base && call.method === "POST")?.body).toEqual({
      question_id: "q2",
      text: "I split them by bank.",
    });
    expect(within(dialog.getByLabelText("In the interview")).getByText(retake.before.text)).toBeVisible();
    expect(within(dialog.getByLabelText("This time")).getByText(retake.after.text)).toBeVisible();
    expect(dialog.getByText("level 2 → level 3.5")).toBeVisible();
    expect(dialog.getByText("not shown → level 1.5")).toBeVisible();
    await userEvent.click(dialog.getByText("Done"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getAllByText("Answer again (1 so far)").length).toBeGreaterThan(0);
  });

  it("keeps the answer and says why where it could not be sent", async () => {
    const refused = { error: { code: "interview_open", message: "The interview is not over." } };
    serve(routes({ [`POST ${base}`]: always(refused, 409) }));
    open(reportPath);
    const dialog = await openDialog();
    await typeAnswer(dialog);
    await userEvent.click(dialog.getByText("Compare the two"));
    expect(await dialog.findByRole("alert")).toHaveTextContent("The interview is not over.");
    expect(dialog.getByLabelText("Your new answer")).toHaveValue("I split them by bank.");
  });

  it("asks before it throws an answer away", async () => {
    serve(routes());
    open(reportPath);
    const dialog = await openDialog();
    await typeAnswer(dialog);
    await userEvent.keyboard("{Escape}");
    expect(dialog.getByRole("alertdialog")).toBeVisible();
    await userEvent.click(dialog.getByText("Stay"));
    expect(dialog.getByLabelText("Your new answer")).toHaveValue("I split them by bank.");
    await userEvent.keyboard("{Escape}");
    await userEvent.click(dialog.getByText("Throw it away"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("speaks the question, and says when it cannot", async () => {
    serve(routes());
    open(reportPath);
    const dialog = await openDialog();
    await userEvent.click(dialog.getByText("Hear the question"));
    expect(play).toHaveBeenCalledOnce();
    const audio = document.querySelector<HTMLAudioElement>("[role=dialog] audio");
    expect(audio?.getAttribute("src")).toBe(`/api/interview/sessions/${interview.id}/questions/q2/audio`);
    if (audio) act(() => void fireEvent(audio, new Event("error")));
    expect(dialog.getByText(/The question stands above/)).toBeVisible();
  });

  it("is not offered for the candidate’s own turn to ask", async () => {
    serve(routes());
    open(reportPath);
    await openDialog();
    expect(screen.queryByLabelText(/^Answer again: We are near the end/)).toBeNull();
  });
});

describe("earlier tries", () => {
  it("are opened, and deleted after a question", async () => {
    const calls = serve(routes({ [`GET ${base}`]: always({ retakes: [retake] }), [`DELETE ${base}/${retake.id}`]: always(null, 204) }));
    open(reportPath);
    const dialog = await openDialog();
    await userEvent.click(await dialog.findByText(/, typed$/));
    expect(dialog.getByText("level 2 → level 3.5")).toBeVisible();
    await userEvent.click(dialog.getByText("Delete…"));
    await userEvent.click(dialog.getByText("Keep it"));
    expect(calls.some((call) => call.method === "DELETE")).toBe(false);
    await userEvent.click(dialog.getByText("Delete…"));
    await userEvent.click(dialog.getByText("Delete this try"));
    await waitFor(() => expect(dialog.queryByText(/1 earlier try/)).toBeNull());
    expect(calls.some((call) => call.method === "DELETE" && call.path === `${base}/${retake.id}`)).toBe(true);
  });
});

it("says what changed on a line, and never turns a missing level into a zero", () => {
  expect(change({ before: 2, after: 3.5 })).toBe("level 2 → level 3.5");
  expect(change({ before: 3, after: 3 })).toBe("level 3, as before");
  expect(change({ before: null, after: 1 })).toBe("not shown → level 1");
  expect(change({ before: null, after: null })).toBe("not shown in either");
});
