// Runs code in this browser where the server has no sandbox: in a frame of no origin, in a worker, without a network.
import type { RunResult } from "../../messages";
import type { RunRequest } from "../desk";
import { LIMIT_MS, resultOf, type Ran } from "./result";

const FRAME = "/runner/frame.html";
const READY_MS = 20_000;
const PYODIDE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
const FILES: Record<string, readonly string[]> = {
  python: ["python.js", "in_browser.py", "harness.json", ...PYODIDE],
  javascript: ["javascript.js", "harness.json"],
};

interface FrameMessage extends Ran {
  kind: "ready" | "ran";
  id: string;
}

let frame: Promise<HTMLIFrameElement> | null = null;
const sent = new Set<string>();

/** Never rejects: what goes wrong is a result that says so. */
export async function runHere({ language, solution, tests }: RunRequest): Promise<RunResult> {
  const files = FILES[language];
  if (!files) return failed("This language can’t be run in a browser.");
  try {
    frame ??= openFrame();
    const place = await frame;
    await giveFiles(place, language, files);
    return resultOf(await ran(place, { kind: "run", id: crypto.randomUUID(), language, solution, tests, limitMs: LIMIT_MS }));
  } catch (error) {
    frame = null;
    sent.clear();
    return failed(error instanceof Error ? error.message : "The runner did not open.");
  }
}

const failed = (detail: string): RunResult => resultOf({ how: "failed", detail, lines: [], output: "", timeMs: 0 });

async function openFrame(): Promise<HTMLIFrameElement> {
  const place = document.createElement("iframe");
  place.setAttribute("sandbox", "allow-scripts");
  place.title = "Runs your code";
  place.hidden = true;
  place.src = FRAME;
  const ready = heard(place, (message) => message.kind === "ready", READY_MS);
  document.body.append(place);
  try {
    await ready;
  } catch (error) {
    place.remove();
    throw error;
  }
  return place;
}

async function giveFiles(place: HTMLIFrameElement, language: string, names: readonly string[]): Promise<void> {
  if (sent.has(language)) return;
  const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await fileOf(name)] as const)));
  place.contentWindow?.postMessage({ kind: "files", files }, "*");
  sent.add(language);
}

async function fileOf(name: string): Promise<{ bytes: ArrayBuffer; type: string }> {
  const answer = await fetch(`/runner/${name}`);
  if (!answer.ok) throw new Error("A part of the runner could not be loaded.");
  const type = /js$/.test(name) ? "text/javascript" : name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return { bytes: await answer.arrayBuffer(), type };
}

interface Order extends RunRequest {
  kind: "run";
  id: string;
  limitMs: number;
}

async function ran(place: HTMLIFrameElement, order: Order): Promise<Ran> {
  const answer = heard(place, (message) => message.kind === "ran" && message.id === order.id, null);
  place.contentWindow?.postMessage(order, "*");
  return answer;
}

/** The frame's next message of that kind. The frame itself bounds each run. */
function heard(place: HTMLIFrameElement, wanted: (message: FrameMessage) => boolean, withinMs: number | null): Promise<FrameMessage> {
  return new Promise((resolve, reject) => {
    const timer = withinMs === null ? undefined : setTimeout(() => finish(() => reject(new Error("The runner did not open."))), withinMs);
    const listen = ({ source, data }: MessageEvent<FrameMessage>) => {
      if (source === place.contentWindow && wanted(data)) finish(() => resolve(data));
    };
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      window.removeEventListener("message", listen);
      settle();
    };
    window.addEventListener("message", listen);
  });
}
