// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { always, ana, serve } from "../../tests/app";
import { api, ApiError, keepToken, serverReach } from "./client";

const failure = async (run: Promise<unknown>): Promise<ApiError> => {
  try {
    await run;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it did not fail");
};

describe("errors", () => {
  it("carry the server's code, words and fields", async () => {
    const fields = { "body.jd_text": "Too long.", minutes: "At least 5." };
    serve({ "GET /x": always({ error: { code: "invalid", message: "Please correct the marked fields.", fields } }, 422) });
    const error = await failure(api("/x"));
    expect(error).toMatchObject({ code: "invalid", status: 422, message: "Please correct the marked fields." });
    expect(error.fields).toEqual({ jd_text: "Too long.", minutes: "At least 5." });
  });

  it("are readable where the answer is not ours", async () => {
    serve({ "GET /x": always("<html>", 500) });
    expect(await failure(api("/x"))).toMatchObject({
      code: "bad_response",
      status: 500,
      message: expect.stringContaining("Try again") as string,
    });
  });

  it("say that the server is gone, and that it is back", async () => {
    serve({ "GET /x": () => "unreachable" });
    expect(await failure(api("/x"))).toMatchObject({ code: "network", status: 0 });
    expect(serverReach.get()).toBe(false);
    serve({ "GET /x": always({ ok: true }) });
    await api("/x");
    expect(serverReach.get()).toBe(true);
  });

  it("of a proxy count as the server being gone", async () => {
    serve({ "GET /x": always("", 502) });
    await failure(api("/x"));
    expect(serverReach.get()).toBe(false);
  });
});

describe("the CSRF token", () => {
  it("goes with every change and with nothing else", async () => {
    keepToken(ana);
    const calls = serve({ "GET /x": always({}), "POST /x": always({}) });
    await api("/x");
    await api("/x", { method: "POST", body: { a: 1 } });
    expect(calls.map((call) => call.headers.get("X-CSRF-Token"))).toEqual([null, "token-1"]);
    expect(calls[1]?.body).toEqual({ a: 1 });
  });

  it("is fetched anew and tried once more when it is refused", async () => {
    keepToken({ ...ana, csrf_token: "old" });
    const calls = serve({
      "GET /api/auth/me": always({ ...ana, csrf_token: "new" }),
      "POST /x": ({ headers }) =>
        headers.get("X-CSRF-Token") === "new"
          ? { body: { done: true } }
          : { status: 403, body: { error: { code: "csrf", message: "Reload." } } },
    });
    await expect(api("/x", { method: "POST" })).resolves.toEqual({ done: true });
    expect(calls.map((call) => `${call.method} ${call.path}`)).toEqual(["POST /x", "GET /api/auth/me", "POST /x"]);
  });

  it("is not tried for ever", async () => {
    const calls = serve({
      "GET /api/auth/me": always(ana),
      "POST /x": always({ error: { code: "csrf", message: "Reload." } }, 403),
    });
    expect((await failure(api("/x", { method: "POST" }))).code).toBe("csrf");
    expect(calls).toHaveLength(3);
  });
});

it("reads an empty answer as null", async () => {
  serve({ "DELETE /x": () => ({ status: 204 }) });
  await expect(api("/x", { method: "DELETE" })).resolves.toBeNull();
});
