import { beforeEach, describe, expect, it } from "vitest";
import type { PatchApplied, PatchRefused } from "../messages";
import { sha256 } from "./sha256";
import { Rig, START } from "./syncRig";
import { ANSWER_MS, DEBOUNCE_MS, RETRY_MS } from "./sync";

let rig: Rig;
let server: Rig["server"];
let sync: Rig["sync"];
let sent: Rig["sent"];

beforeEach(() => {
  rig = new Rig();
  ({ server, sync, sent } = rig);
});

const pass = (ms: number) => rig.pass(ms);
const hear: Rig["hear"] = (answer) => rig.hear(answer);
const last = () => rig.last();
const settle = () => rig.settle();

describe("saving what is typed", () => {
  it("waits for a pause, sends one patch, and is saved only when the server said so", () => {
    sync.edit(`${START}# a`);
    pass(DEBOUNCE_MS - 1);
    expect(sent).toEqual([]);
    pass(1);
    expect(sent).toHaveLength(1);
    expect(sync.view.status).toBe("saving");
    hear(server.take(last()));
    expect(sync.view).toMatchObject({ status: "saved", revision: 1 });
    expect(server.text).toBe(`${START}# a`);
  });

  it("keeps one patch in flight and follows it with what was typed meanwhile", () => {
    sync.edit("one\n");
    pass(DEBOUNCE_MS);
    sync.edit("one\ntwo\n");
    pass(DEBOUNCE_MS);
    expect(sent).toHaveLength(1);
    hear(server.take(last()));
    expect(last()).toMatchObject({ base: 1 });
    settle();
    expect(server.text).toBe("one\ntwo\n");
    expect(sync.view).toMatchObject({ status: "saved", revision: 2 });
  });

  it("sends the very same patch again where no answer comes, and takes a late double for nothing", () => {
    sync.edit("one\n");
    pass(DEBOUNCE_MS);
    const answer = server.take(last());
    pass(ANSWER_MS);
    expect(sent.map(({ client_id }) => client_id)).toEqual(["p1", "p1"]);
    hear(answer);
    hear(server.take(last()));
    sync.edit("two\n");
    pass(DEBOUNCE_MS);
    hear(answer);
    expect(sync.view.status).toBe("saving");
    settle();
    expect(server.text).toBe("two\n");
  });

  it("rebases on what the server has, and loses nothing that was typed", () => {
    server.text = `# from another tab\n${START}`;
    server.revision = 3;
    sync.edit(`${START}# mine\n`);
    pass(DEBOUNCE_MS);
    settle();
    expect(sync.text).toBe(`${START}# mine\n`);
    expect(server.text).toBe(sync.text);
    expect(sync.view).toMatchObject({ status: "saved", revision: 4 });
  });

  it("takes the server's text where a hunk does not apply", () => {
    server.text = "something else\n";
    sync.edit(`${START}# mine\n`);
    pass(DEBOUNCE_MS);
    settle();
    expect(server.text).toBe(`${START}# mine\n`);
  });

  it("says so after a few refusals in a row, tries again later, and keeps the text", () => {
    const refusal = (): PatchRefused => ({
      type: "patch_refused", client_id: last().client_id, exercise: "median", code: "malformed", message: "No.", revision: 0, text: START,
    });
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    for (let i = 0; i < 5; i++) sync.refused(refusal());
    expect(sync.view).toMatchObject({ status: "trouble", text: "mine\n", trouble: { code: "malformed" } });
    expect(sent).toHaveLength(5);
    pass(RETRY_MS);
    settle();
    expect(server.text).toBe("mine\n");
    expect(sync.view.status).toBe("saved");
  });

  it("asks what the server has where the hashes differ, and mends it", () => {
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    const answer = server.take(last());
    server.text = "mangled\n";
    hear({ ...(answer as PatchApplied), sha256: sha256("mangled\n") });
    expect(last()).toMatchObject({ base: 0 });
    settle();
    expect(server.text).toBe("mine\n");
    expect(sync.view.status).toBe("saved");
  });

  it("waits and tries again where the server could not store it", () => {
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    const { client_id } = last();
    hear({ type: "patch_refused", client_id, exercise: "median", code: "not_stored", message: "The disk is full.", revision: 0, text: START });
    expect(sync.view).toMatchObject({ status: "trouble", trouble: { message: "The disk is full." } });
    pass(RETRY_MS - 1);
    expect(sent).toHaveLength(1);
    pass(1);
    settle();
    expect(server.text).toBe("mine\n");
  });

  it("says at once that a file is too long, keeps it, and saves it when it is shorter", () => {
    const long = "x = 1\n".repeat(8_000);
    sync.edit(long);
    expect(sync.view).toMatchObject({ status: "trouble", text: long, trouble: { code: "too_long" } });
    pass(DEBOUNCE_MS);
    expect(sent).toEqual([]);
    sync.edit("x = 1\n");
    pass(DEBOUNCE_MS);
    settle();
    expect(server.text).toBe("x = 1\n");
  });

  it("changes nothing once the exercise is closed, and says what was not saved", () => {
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    const { client_id } = last();
    hear({ type: "patch_refused", client_id, exercise: "median", code: "not_open", message: "It is over.", revision: 0, text: START });
    expect(sync.view).toMatchObject({ status: "trouble", text: "mine\n" });
    sync.edit("more\n");
    expect(sync.text).toBe("mine\n");
  });

  it("carries a change that is too big for one message", () => {
    const big = Array.from({ length: 1_200 }, (_, index) => `value_${index} = "${"v".repeat(18)}"`).join("\n");
    sync.edit(big);
    pass(DEBOUNCE_MS);
    settle();
    sync.edit(big.replaceAll("value", "other"));
    pass(DEBOUNCE_MS);
    settle();
    expect(server.text).toBe(big.replaceAll("value", "other"));
    expect(server.revision).toBeGreaterThan(2);
  });
});

describe("a lost connection", () => {
  const reconnect = () => {
    sync.lostConnection();
    sync.open(server.revision, server.text, false);
  };

  it("knows its own patch again whose answer was lost", () => {
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    server.take(last());
    reconnect();
    expect(sync.view).toMatchObject({ status: "saved", revision: 1 });
    expect(sent).toHaveLength(1);
  });

  it("sends again what never arrived", () => {
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    sync.lostConnection();
    expect(sync.view.status).toBe("unsaved");
    sync.edit("mine, and more\n");
    pass(DEBOUNCE_MS);
    expect(sent).toHaveLength(1);
    reconnect();
    settle();
    expect(server.text).toBe("mine, and more\n");
  });

  it("leaves a patch in flight alone when the file is told again on the same line", () => {
    sync.edit("mine\n");
    pass(DEBOUNCE_MS);
    sync.open(0, START, false);
    expect(sent).toHaveLength(1);
    settle();
    expect(sync.view).toMatchObject({ status: "saved", revision: 1 });
  });
});

describe("a revision to run", () => {
  it("is the present one where all is saved", () => {
    const got: number[] = [];
    sync.save((revision) => got.push(revision));
    expect(got).toEqual([0]);
  });

  it("is the first that holds what was typed when it was asked for", () => {
    const got: number[] = [];
    sync.edit("one\n");
    sync.save((revision) => got.push(revision));
    expect(sent).toHaveLength(1);
    sync.edit("one, and typed on\n");
    hear(server.take(last()));
    expect(got).toEqual([1]);
  });

  it("waits for the patch after the one that was in flight", () => {
    const got: number[] = [];
    sync.edit("one\n");
    pass(DEBOUNCE_MS);
    sync.edit("two\n");
    sync.save((revision) => got.push(revision));
    hear(server.take(last()));
    expect(got).toEqual([]);
    settle();
    expect(got).toEqual([2]);
  });

  it("is found after a reconnect, too", () => {
    const got: number[] = [];
    sync.edit("one\n");
    sync.save((revision) => got.push(revision));
    server.take(last());
    sync.lostConnection();
    sync.open(server.revision, server.text, false);
    expect(got).toEqual([1]);
  });
});
