/** Deleting and exporting: what is one's own can be taken along and can be made to go. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { always, ana, nobody, open, serve, signedIn } from "../../tests/app";
import { interview, interviews } from "../../tests/fixtures";

const long = { timeout: 20_000 };

it("deletes an interview only after asking, and then really", async () => {
  let items = interviews;
  const routes = signedIn();
  routes["GET /api/interview/sessions"] = () => ({ body: { items, next_cursor: null } });
  routes[`DELETE /api/interview/sessions/${interview.id}`] = () => {
    items = items.filter((item) => item.id !== interview.id);
    return { status: 204 };
  };
  const calls = serve(routes);
  open("/interviews");
  const deletes = () => calls.filter((call) => call.method === "DELETE");
  await userEvent.click(await screen.findByRole("button", { name: /Delete Data Analyst, Northwind/ }, long));
  let dialog = await screen.findByRole("dialog", { name: "Delete this interview?" });
  expect(dialog).toHaveTextContent("the recording, the transcript and the report");
  await userEvent.click(within(dialog).getByRole("button", { name: "Keep it" }));
  expect(deletes()).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: /Delete Data Analyst, Northwind/ }));
  dialog = await screen.findByRole("dialog", { name: "Delete this interview?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Delete" }));
  await waitFor(() => expect(screen.queryByText("Data Analyst, Northwind Payments")).toBeNull());
  expect(deletes()).toHaveLength(1);
});

it("deletes the account only after the words and the password", async () => {
  let gone = false;
  const wrong = { error: { code: "wrong_password", message: "Enter your password.", fields: { password: "This is not right." } } };
  const calls = serve({
    ...signedIn(),
    "GET /api/auth/me": () => ({ body: gone ? nobody : ana }),
    "DELETE /api/me": ({ body }) => {
      if ((body as { password?: string }).password !== "correct horse") return { status: 403, body: wrong };
      gone = true;
      return { status: 204 };
    },
  });
  const { history } = open("/settings");
  expect(await screen.findByRole("link", { name: "Export my data" }, long)).toHaveAttribute("href", "/api/me/export");
  await userEvent.click(screen.getByRole("button", { name: "Delete everything…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete everything?" }));
  const confirm = dialog.getByRole("button", { name: "Delete everything" });
  expect(confirm).toBeDisabled();
  await userEvent.type(dialog.getByLabelText(/to confirm/), "delete everything");
  await userEvent.type(dialog.getByLabelText("Your password"), "wrong");
  await userEvent.click(confirm);
  expect(await dialog.findByText("This is not right.")).toBeVisible();
  await userEvent.clear(dialog.getByLabelText("Your password"));
  await userEvent.type(dialog.getByLabelText("Your password"), "correct horse");
  await userEvent.click(confirm);
  await waitFor(() => expect(history.location.pathname).toBe("/welcome"), long);
  expect(calls.filter((call) => call.method === "DELETE")).toHaveLength(2);
});

it("does not offer to sign out an owner who could not come back", async () => {
  const owner = { ...ana, user: { id: "u0", email: "owner@localhost", name: "Owner", role: "admin" } };
  serve({ ...signedIn(), "GET /api/auth/me": always(owner) });
  open("/settings");
  expect(await screen.findByText(/this browser stays signed in/, {}, long)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Sign out" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Delete everything…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete everything?" }));
  expect(dialog.queryByLabelText("Your password")).toBeNull();
});
