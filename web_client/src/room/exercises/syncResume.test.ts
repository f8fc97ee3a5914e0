import { beforeEach, describe, expect, it } from "vitest";
import { Rig, START } from "./syncRig";
import { DEBOUNCE_MS } from "./sync";

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
