// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { Outbox } from "./outbox";

let ids: number;
const fresh = (shelf: Storage = sessionStorage) => new Outbox(shelf, "box", () => `id${++ids}`);

beforeEach(() => {
  sessionStorage.clear();
  ids = 0;
});

describe("Outbox", () => {
  it("keeps an answer until the server has stored it", () => {
    const box = fresh();
    box.add("one");
    box.add("two");
    box.stored("id1");
    expect(box.pending()).toEqual([{ client_id: "id2", text: "two" }]);
  });

  it("survives a reload with the same ids, and forgets nothing it was not told to", () => {
    fresh().add("typed while the line was down");
    const reloaded = fresh();
    reloaded.stored("unknown");
    expect(reloaded.pending()).toEqual([{ client_id: "id1", text: "typed while the line was down" }]);
    reloaded.stored("id1");
    expect(fresh().pending()).toEqual([]);
  });

  it.each(["{", "null", '[{"text":1}]', '"x"'])("is empty where the shelf holds %s", (junk) => {
    sessionStorage.setItem("box", junk);
    expect(fresh().pending()).toEqual([]);
  });

  it("still sends where nothing can be kept", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
      removeItem: () => undefined,
    };
    const box = new Outbox(full, "box", () => "id");
    expect(box.add("text")).toEqual({ client_id: "id", text: "text" });
    expect(box.pending()).toHaveLength(1);
  });
});
