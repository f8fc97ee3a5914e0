// Puts what a run in the browser needs under /runner/: Pyodide's core and the sandbox's own test harness.
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PYODIDE = join(import.meta.dirname, "node_modules/pyodide");
const GUEST = join(import.meta.dirname, "../server/sandbox/guest");
const LARGE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];

interface Lock {
  info: unknown;
  packages: Record<string, unknown>;
}

/** Of Pyodide's packages none are served, so none are listed. */
function lock(): string {
  const { info } = JSON.parse(readFileSync(join(PYODIDE, "pyodide-lock.json"), "utf8")) as Lock;
  return JSON.stringify({ info, packages: {} });
}

/** The sandbox's test harnesses: files by name, as the workers load them. */
function harness(): string {
  const folder = (name: string, ending: string) =>
    Object.fromEntries(
      readdirSync(join(GUEST, name))
        .filter((file) => file.endsWith(ending))
        .sort()
        .map((file) => [`${name}/${file}`, readFileSync(join(GUEST, name, file), "utf8")]),
    );
  return JSON.stringify({ python: folder("lab_python", ".py"), javascript: folder("lab_javascript", ".js") });
}

const MADE: Record<string, () => string> = { "pyodide-lock.json": lock, "harness.json": harness };

export function runnerFiles(): Plugin {
  return {
    name: "runner-files",
    generateBundle() {
      for (const name of LARGE) this.emitFile({ type: "asset", fileName: `runner/${name}`, source: readFileSync(join(PYODIDE, name)) });
      for (const [name, make] of Object.entries(MADE)) this.emitFile({ type: "asset", fileName: `runner/${name}`, source: make() });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = (request.url ?? "").split("?")[0]?.replace(/^\/runner\//, "") ?? "";
        const make = MADE[name];
        if (make) response.end(make());
        else if (LARGE.includes(name)) createReadStream(join(PYODIDE, name)).pipe(response);
        else next();
      });
    },
  };
}
