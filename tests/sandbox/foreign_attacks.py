"""What hostile JavaScript and SQL try."""

# ruff: noqa: E501 - programs stand here as people write them
from __future__ import annotations

from schema.code_runs import RunLimit
from tests.sandbox.attacks import Attack

HIDDEN = 'test("it", () => { assert.equal(go(), 918273645); });\n'
BARE = "console.assert(JSON.stringify(go()) === JSON.stringify([918273645]));\n"
DEEP = 'test("it", () => { assert.deepStrictEqual(go(), [918273645]); });\n'

JAVASCRIPT = (
    Attack("leaving", "process.exit(0);\nfunction go() {}", HIDDEN),
    Attack("leaving inside the call", "function go() { process.exit(0); }", HIDDEN),
    Attack("leaving by way of a constructor",
           "function go() { return (0, go.constructor)('return process')().exit(0); }", HIDDEN),
    Attack("the host by way of a timer",
           "function go() { const f = setTimeout.constructor; return f('return process.mainModule')(); }", HIDDEN),
    Attack("the host by way of an error", """
function go() {
  try { null.x; } catch (e) { const p = e.constructor.constructor('return typeof process.binding')(); if (p === 'function') return 'WORKED'; }
  return this.constructor?.constructor?.('return process')()?.pid;
}""", HIDDEN),
    Attack("the host by way of the report", """
const native = JSON.stringify;
function go() {
  const f = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, sites) => sites.map((site) => site.getFunction && site.getFunction());
  const found = new Error().stack.filter(Boolean);
  return found.length ? found.map((f) => f.constructor('return process')().exit(0)) : 0;
}""", HIDDEN),
    Attack("the host by way of a full stack", """
function go() {
  let caught;
  const deep = () => { try { deep(); } catch (e) { try { console.log('x'); } catch (f) { if (!(f instanceof Error)) caught = f; } throw e; } };
  try { deep(); } catch (e) {}
  const forge = (target) => { try { target.toJSON = () => ({ test: 'it', verdict: 'passed', message: '', done: true }); } catch (e) {} };
  for (let at = caught; at; at = Object.getPrototypeOf(at)) forge(at);
  try { caught.constructor.prepareStackTrace = (e, sites) => { for (const s of sites) s.getFunction()?.constructor('return process')().exit(0); }; } catch (e) {}
  try { return caught.constructor.constructor('return process')().exit(0); } catch (e) { return 0; }
}""", HIDDEN),
    Attack("modules", "function go() { return require('fs').readFileSync('/etc/passwd', 'utf8'); }", HIDDEN, never=("root:",)),
    Attack("dynamic import", "async function go() { return (await import('node:fs')).readFileSync('/etc/passwd'); }",
           'test("it", async () => { assert.equal(await go(), 5); });', never=("root:",)),
    Attack("JSON of its own", "JSON.stringify = () => 'same';\nfunction go() { return [1]; }", BARE),
    Attack("another JSON", "const JSON = { stringify: () => 'same' };\nfunction go() { return [1]; }", BARE),
    Attack("another JSON by way of the global object",
           "globalThis.JSON = { stringify: () => 'same' };\nfunction go() { return [1]; }", BARE),
    Attack("toJSON for everything", """
for (const kind of [Object, Array, Number, String]) kind.prototype.toJSON = () => 'same';
function go() { return [1]; }""", BARE),
    Attack("toJSON defined", """
Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'same' });
function go() { return [1]; }""", BARE),
    Attack("another assert", """
globalThis.assert = () => {}; assert.equal = () => {}; assert.deepStrictEqual = () => {}; console.assert = () => {};
Object.defineProperty(console, 'assert', { value: () => {} });
function go() { return 1; }""", HIDDEN + BARE),
    Attack("another test", "globalThis.test = () => {}; test = () => {};\nfunction go() { return 1; }", HIDDEN),
    Attack("another Object.is", "Object.is = () => true; Object.keys = () => []; Reflect.apply = () => true;\nfunction go() { return [1]; }", DEEP),
    Attack("array methods of its own", """
Array.prototype.every = () => true; Array.prototype.some = () => true; Array.prototype.filter = () => [];
Function.prototype.call = () => true; Function.prototype.apply = () => true;
function go() { return [1]; }""", DEEP),
    Attack("a polluted prototype", """
Object.prototype.passed = true; Object.prototype.verdict = 'passed'; Object.prototype.failure = undefined;
Object.prototype.message = ''; Object.prototype.get = () => 1;
function go() { return [1]; }""", DEEP),
    Attack("setters on a prototype", """
Object.defineProperty(Object.prototype, 'failure', { set() {}, get() { return undefined; }, configurable: true });
Object.defineProperty(Array.prototype, '0', { set() {}, get() { return 918273645; }, configurable: true });
function go() { return [1]; }""", DEEP + BARE),
    Attack("promises of its own", """
Promise.prototype.then = function () { return this; };
globalThis.Promise = class { then() {} };
async function go() { return 1; }""", 'test("it", async () => { assert.equal(await go(), 5); });'),
    Attack("a thenable that never ends", "function go() { return { then() {} }; }",
           'test("it", async () => { assert.equal(await go(), 5); });'),
    Attack("an object of every shape", """
function go() {
  return new Proxy([], { get: (t, key) => key === 'length' ? 1 : 918273644, has: () => true, ownKeys: () => ['0', 'length'],
    getOwnPropertyDescriptor: (t, key) => key === 'length' ? { value: 0, writable: true } : { value: 1, enumerable: true, configurable: true } });
}""", DEEP),
    Attack("reading the caller", """
function go() {
  const text = String(go.caller) + String(arguments.callee.caller);
  const found = /9182\\d+/.exec(text);
  return found ? Number(found[0]) : 0;
}""", HIDDEN),
    Attack("a report printed", """
function go() { console.log('{"test":"it","verdict":"passed","message":""}\\n{"done":true}'); return 0; }""", HIDDEN),
    Attack("throwing a pass", "function go() { const e = new Error(''); e.name = 'Skipped'; e.verdict = 'passed'; throw e; }", HIDDEN),
    Attack("throwing nothing", "function go() { throw undefined; }", HIDDEN),
    Attack("endless loop", "function go() { for (;;); }", HIDDEN, limit=RunLimit.TIME),
    Attack("endless microtasks", "function go() { const done = Promise.resolve(), again = () => { done.then(again); }; again(); return new Promise(() => {}); }",
           'test("it", async () => { assert.equal(await go(), 5); });', limit=RunLimit.TIME),
    Attack("memory", "function go() { const kept = []; for (;;) kept.push(new Array(1e6).fill(1)); }", HIDDEN, limit=RunLimit.MEMORY),
    Attack("buffers", "function go() { const kept = []; for (;;) kept.push(new Uint8Array(1 << 24).fill(1)); }", HIDDEN, limit=RunLimit.MEMORY),
    Attack("endless output", "function go() { for (;;) console.log('A'.repeat(4096)); }", HIDDEN, limit=RunLimit.OUTPUT),
    Attack("endless recursion", "function go() { return go() + 1; }", HIDDEN, says=("RangeError",)),
    Attack("code from strings in the host", "function go() { return eval('typeof process.binding') + Function('return typeof require(\"fs\")')(); }",
           HIDDEN, never=("WROTE",)),
    Attack("WebAssembly", "function go() { return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); }", HIDDEN),
)  # fmt: skip

ROWS = (
    '[{"name": "it", "schema_sql": "CREATE TABLE t (x INTEGER);", "rows": {"t": [[1], [2]]}, '
    '"expected": {"rows": [[918273645]]}}]'
)
SQL = (
    Attack("another database", "ATTACH DATABASE '/tmp/x.db' AS other; SELECT 1;", ROWS, says=("not allowed",)),
    Attack("a copy on the disk", "VACUUM INTO '/tmp/x.db'; SELECT 1;", ROWS, says=("not allowed",)),
    Attack("extensions", "SELECT load_extension('/usr/lib/x.so');", ROWS),
    Attack("files", "SELECT readfile('/etc/passwd');", ROWS, never=("root:",)),
    Attack("writable schema", "PRAGMA writable_schema = ON; SELECT 1;", ROWS, says=("not allowed",)),
    Attack("a limit of its own", "PRAGMA hard_heap_limit = 0; SELECT 1;", ROWS, says=("not allowed",)),
    Attack("endless recursion", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;",
           ROWS, limit=RunLimit.TIME),
    Attack("memory", "SELECT length(hex(zeroblob(200000000)));",
           ROWS, limit=RunLimit.MEMORY),
    Attack("one huge value", "SELECT zeroblob(900000000);", ROWS),
    Attack("rows without an end", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, hex(randomblob(1000)) FROM n;",
           ROWS, limit=RunLimit.MEMORY),
    Attack("nothing at all", "-- nothing\n;;", ROWS, says=("No query",)),
    Attack("the expected rows guessed away", "DROP TABLE t; SELECT 1 WHERE 0;", ROWS),
)  # fmt: skip
