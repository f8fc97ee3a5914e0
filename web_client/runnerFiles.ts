// Puts what a run in the browser needs under /runner/: Pyodide's core and the sandbox's own test harness.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PYODIDE = join(import.meta.dirname, "node_modules/pyodide");
const GUEST = join(import.meta.dirname, "../server/sandbox/guest");
const CORE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
const HARNESS = ["__init__", "candidate", "collecting", "pytest_shim", "rewriting", "running"].map((name) => `lab_python/${name}.py`);

const sources = new Map([
  ...CORE.map((name) => [name, join(PYODIDE, name)] as const),
  ...[...HARNESS, "javascript_realm.js"].map((name) => [name, join(GUEST, name)] as const),
]);

interface Lock {
  info: unknown;
  packages: Record<string, unknown>;
}

/** Of the packages none are served, so none are listed. */
function content(name: string, path: string): string | Uint8Array {
  if (name !== "pyodide-lock.json") return readFileSync(path);
  const { info } = JSON.parse(readFileSync(path, "utf8")) as Lock;
  return JSON.stringify({ info, packages: {} });
}

export function runnerFiles(): Plugin {
  return {
    name: "runner-files",
    generateBundle() {
      for (const [name, path] of sources) this.emitFile({ type: "asset", fileName: `runner/${name}`, source: content(name, path) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = (request.url ?? "").split("?")[0]?.replace(/^\/runner\//, "") ?? "";
        const path = sources.get(name);
        if (path === undefined || !existsSync(path)) next();
        else if (name === "pyodide-lock.json") response.end(content(name, path));
        else createReadStream(path).pipe(response);
      });
    },
  };
}
