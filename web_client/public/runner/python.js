// A Python run in the browser: Pyodide, and the sandbox's own test harness (lab_python) in its memory.
"use strict";
const BASE = "https://files.invalid/"; // nothing is there: every file comes from `urls`
const nativeFetch = self.fetch.bind(self);
let urls = {};
let ready = null;

const tell = (kind, text) => self.postMessage({ kind, text });

self.fetch = async (address) => {
  const name = String(address.url ?? address).slice(BASE.length);
  if (!urls[name]) throw new TypeError("There is no network here.");
  return nativeFetch(urls[name]);
};

async function load() {
  const { loadPyodide } = await import(urls["pyodide.mjs"]);
  const { default: createPyodideModule } = await import(urls["pyodide.asm.mjs"]);
  const lockFileContents = await (await fetch(BASE + "pyodide-lock.json")).text();
  const python = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    lockFileContents,
    createPyodideModule,
    stdin: () => null,
    stdout: (text) => tell("print", text + "\n"),
    stderr: (text) => tell("print", text + "\n"),
  });
  python.FS.mkdirTree("/guest/lab_python");
  const harness = (await (await fetch(BASE + "harness.json")).json()).python;
  for (const [name, text] of Object.entries(harness)) python.FS.writeFile(`/guest/${name}`, text);
  python.FS.writeFile("/guest/in_browser.py", await (await fetch(BASE + "in_browser.py")).text());
  return python;
}

async function run({ solution, tests }) {
  ready ??= load();
  const python = await ready;
  const go = python.runPython(GO);
  self.postMessage({ kind: "started" });
  go(solution, tests, (text) => tell("line", text));
  go.destroy();
  self.postMessage({ kind: "done" });
}

const GO = `
import sys
if "/guest" not in sys.path:
    sys.path.insert(0, "/guest")
from in_browser import go
go
`;

self.onmessage = ({ data }) => {
  if (data.kind === "files") urls = data.urls;
  if (data.kind === "run") run(data).catch((error) => tell("failed", String((error && error.message) || error)));
};
