// The host side of a JavaScript run: makes the realm in which solution and tests live, and alone can report.
//
// The realm has none of Node's objects: no process, no require, no file system. What it needs of them (time, output, the
// report) it gets as functions that never leave the closure of lab_javascript. Strings can't be compiled out here.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

const REPORT = Number(process.env.REPORT_FD);
const PARTS = ["1_language", "2_values", "3_assertions", "4_platform", "5_running"].map((name) => `${name}.js`);
const HARNESS = PARTS.map((name) => [name, fs.readFileSync(`/guest/lab_javascript/${name}`, "utf8")]);
const request = JSON.parse(fs.readFileSync(0, "utf8"));
const stringify = JSON.stringify;
const AFTERWARDS_MS = 300; // for callbacks that are still under way when the last test is over

const { compile, write, exit } = {
  compile: (source, filename, context) => new vm.Script(source, { __proto__: null, filename }).runInContext(context),
  write: (descriptor, text) => {
    let rest = Buffer.from(text);
    while (rest.length) {
      try {
        rest = rest.subarray(fs.writeSync(descriptor, rest));
      } catch (error) {
        if (error.code !== "EAGAIN") throw error;
      }
    }
  },
  exit: process.exit.bind(process),
};

let over = false;
function report(line) {
  if (!over) write(REPORT, line + "\n");
}
function finish(error) {
  report(error === undefined ? '{"done":true}' : stringify({ __proto__: null, error, done: true }));
  over = true;
  exit(0);
}

// a plain global where Node can make one; else one backed by an object without a prototype
const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? Object.create(null), { codeGeneration: { strings: true, wasm: false } });
const lab = compile("({ __proto__: null })", "lab.js", context);
Object.assign(lab, {
  hostReport: (text) => report(`${text}`),
  hostPrint: (text) => write(1, text),
  hostTimer: (callback, ms, again) => Number((again ? setInterval : setTimeout)(() => callback(), ms)),
  hostClear: (id) => clearTimeout(id),
  hostCpu: () => process.cpuUsage().user,
  hostNow: () => Number(process.hrtime.bigint() / 1000n) / 1000,
});
const realm = HARNESS.map(([name, text]) => compile(text, name, context)(lab)).at(-1);

// A stack that overflows inside one of the functions above hands an error of this side over. What can be reached from
// one changes nothing: the report is text, options have no prototype, and frames are not told.
Object.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });

process.on("uncaughtException", (error) => realm.stray(error));
process.on("unhandledRejection", (error) => realm.stray(error));
process.on("beforeExit", () => {
  realm.unsettled();
  finish();
});

// ------------------------------------------------------------------ scripts and modules

function looksLikeModule(source) {
  return /^\s*(?:export\s|export\{|import\s|import\{|import")/m.test(source);
}

async function load(source, filename, wrap) {
  try {
    return compile(wrap ? wrap(source) : source, filename, context);
  } catch (error) {
    if (!(isSyntaxError(error) && looksLikeModule(source))) throw error;
  }
  return moduleOf(source, filename);
}

function isSyntaxError(error) {
  return error instanceof SyntaxError || (error && error.name === "SyntaxError");
}

async function moduleOf(source, filename) {
  const made = new vm.SourceTextModule(source, { __proto__: null, context, identifier: filename });
  await made.link(linked);
  await made.evaluate();
  return made.namespace;
}

async function linked(specifier) {
  const names = realm.exportsOf(String(specifier));
  const keys = Object.keys(names);
  const made = new vm.SyntheticModule(
    keys,
    () => keys.forEach((key) => made.setExport(key, names[key])),
    { __proto__: null, context, identifier: String(specifier) },
  );
  await made.link(() => undefined);
  await made.evaluate();
  return made;
}

async function main() {
  try {
    const source = request.solution + realm.exposing(request.solution);
    const namespace = await load(source, "solution.js");
    if (looksLikeModule(request.solution) && typeof namespace === "object") realm.exported({ ...namespace });
  } catch (error) {
    return finish(realm.described(error));
  }
  try {
    const tests = request.tests + realm.collecting(request.tests);
    const given = await load(tests, "tests.js", (text) => realm.wrapped(text));
    await realm.run(given);
  } catch (error) {
    report(stringify({ __proto__: null, error: "The tests could not be run. " + realm.described(error) }));
  }
  setTimeout(() => finish(), AFTERWARDS_MS).unref(); // unless nothing is under way: then the loop ends at once
}

main();
