import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { always, ana, type Answer, nobody, open, reportPath, serve, signedIn } from "../../tests/app";
import { status, statusWithoutWhisper } from "../../tests/fixtures";

const long = { timeout: 20_000 };
const visitor = { "GET /api/auth/me": always(nobody), "GET /api/status": always(status) };

describe("coming in", () => {
  it("takes one click on a fresh computer", async () => {
    const calls = serve({
      ...visitor,
      "POST /api/auth/local-owner": always({ ...ana, csrf_token: "token-2" }, 201),
      "GET /api/interview/sessions": always({ items: [], next_cursor: null }),
      "GET /api/role-kits": always([]),
    });
    const { history } = open("/");
    await userEvent.click(await screen.findByRole("button", { name: "Start on this computer" }, long));
    expect(await screen.findByRole("heading", { level: 1, name: "Your first interview is a minute away." }, long)).toBeVisible();
    expect(history.location.pathname).toBe("/");
    expect(calls.find((call) => call.method === "POST")?.headers.get("X-CSRF-Token")).toBe("token-0");
  });

  it("returns to the page that was asked for", async () => {
    serve({ ...signedIn(), ...visitor, "GET /api/status": always(statusWithoutWhisper), "POST /api/auth/login": always(ana) });
    const { history } = open(reportPath);
    await userEvent.type(await screen.findByLabelText("E-mail", {}, long), "ana@example.org");
    expect(history.location.href).toBe(`/welcome?next=${encodeURIComponent(reportPath)}`);
    await userEvent.type(screen.getByLabelText("Password"), "correct horse");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("heading", { level: 1, name: /Data Analyst/ }, long)).toBeVisible();
    expect(history.location.pathname).toBe(reportPath);
  });

  it("says what is wrong with a field, and with the pair", async () => {
    const taken = { code: "email_taken", message: "There is an account with this address.", fields: { email: "Already in use." } };
    serve({
      ...visitor,
      "GET /api/status": always(statusWithoutWhisper),
      "POST /api/auth/login": always(
        { error: { code: "wrong_password", message: "The e-mail address or the password is not right." } },
        401,
      ),
      "POST /api/auth/register": always({ error: taken }, 409),
    });
    open("/welcome");
    await userEvent.click(await screen.findByRole("button", { name: "Sign in" }, long));
    expect(screen.getByText(/Write your e-mail address/)).toBeVisible();
    await userEvent.type(screen.getByLabelText("E-mail"), "ana@example.org");
    await userEvent.type(screen.getByLabelText("Password"), "wrong horse");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The e-mail address or the password is not right.");
    await userEvent.click(screen.getByRole("button", { name: "Create an account" }));
    await userEvent.type(screen.getByLabelText("Your name"), "Ana");
    await userEvent.click(screen.getByRole("button", { name: "Create account and start" }));
    expect(await screen.findByText("Already in use.")).toBeVisible();
  });

  it("tells what is off and how to switch it on", async () => {
    serve({ ...visitor, "GET /api/status": always(statusWithoutWhisper) });
    open("/status");
    expect(await screen.findByText(/The Whisper model is not downloaded/, {}, long)).toBeVisible();
    expect(screen.getByText("make setup")).toBeVisible();
    expect(screen.getByText(/You can type your answers instead/)).toBeVisible();
  });
});

describe("staying in", () => {
  it("asks to sign in again when the session has ended, and remembers where", async () => {
    const ended = always({ error: { code: "signed_out", message: "Please sign in." } }, 401);
    serve({ ...signedIn(), "GET /api/interview/sessions": ended });
    const { history } = open("/interviews");
    await waitFor(() => expect(history.location.pathname).toBe("/welcome"), long);
    expect(history.location.search).toContain("next=");
  });

  it("says that the server is gone and goes on when it is back", async () => {
    let gone = false;
    const routes = Object.entries(signedIn()).map(([path, answer]): [string, Answer] => [
      path,
      (call) => (gone ? "unreachable" : answer(call)),
    ]);
    serve(Object.fromEntries(routes));
    open("/status");
    await userEvent.click(await screen.findByRole("link", { name: "Interviews" }, long));
    await screen.findByText("Data Analyst, Northwind Payments", {}, long);
    gone = true;
    await userEvent.click(screen.getByRole("link", { name: /^Data Analyst, Northwind Payments/ }));
    expect(await screen.findByText(/What you see may be old/, {}, { timeout: 20_000 })).toBeVisible();
    gone = false;
    expect(await screen.findByLabelText("Overall", {}, { timeout: 20_000 })).toBeVisible();
    expect(screen.queryByText(/What you see may be old/)).toBeNull();
  });

  it("opens by itself when the server comes up late", async () => {
    // React and the router report the caught failure.
    for (const level of ["error", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
    let gone = true;
    const routes = Object.entries(signedIn()).map(([path, answer]): [string, Answer] => [
      path,
      (call) => (gone ? "unreachable" : answer(call)),
    ]);
    serve(Object.fromEntries(routes));
    open("/interviews");
    expect(await screen.findByRole("heading", { level: 1, name: "The server doesn’t answer" }, { timeout: 20_000 })).toBeVisible();
    gone = false;
    expect(await screen.findByRole("heading", { level: 1, name: "Interviews" }, { timeout: 20_000 })).toBeVisible();
  });

  it("moves the focus to the new page's heading and names the window", async () => {
    serve(signedIn());
    open("/");
    await userEvent.click(await screen.findByRole("link", { name: "Interviews" }, long));
    const heading = await screen.findByRole("heading", { level: 1, name: "Interviews" }, long);
    await waitFor(() => expect(heading).toHaveFocus());
    expect(document.title).toBe("Interviews · Interview Practice Lab");
  });

  it("has a page for addresses that lead nowhere", async () => {
    serve(signedIn());
    open("/nowhere");
    expect(await screen.findByRole("heading", { level: 1, name: "There is nothing at this address" }, long)).toBeVisible();
  });
});
