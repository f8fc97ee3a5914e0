"""The same for JavaScript."""

# ruff: noqa: E501 - programs stand here as people write them
from __future__ import annotations

from tests.sandbox.python_shapes import Shape

JAVASCRIPT = (
    Shape("bare assertions", "function f(x) { return x * 2; }\nconst g = (x) => x;\nclass C { constructor() { this.v = 1; } }\nlet n = 1; var m = 2;\n",
          "assert(f(1) === 2);\nconsole.assert(g(3) === 3, 'g');\nassert.equal(new C().v, 2);\nassert.deepEqual([n, m], [1, 2]);\n", "ppfp",
          ("1 != 2",)),
    Shape("test functions", "const add = (a, b) => a + b;", """
function test_adds() { assert.strictEqual(add(1, 2), 3); }
const test_more = () => { assert.strictEqual(add(1, 2), 4); };
async function test_later() { await null; assert.ok(add(0, 1)); }
""", "pfp"),
    Shape("CommonJS", "function f() { return 1 }\nmodule.exports = { f, extra: 5 };", """
const assert = require('assert');
const { f, extra } = require('./solution');
assert.strictEqual(f(), 1);
assert.strictEqual(extra, 5);
""", "pp"),
    Shape("exports by name", "exports.twice = (x) => 2 * x;", "const s = require('../solution.js');\nassert.equal(s.twice(2), 4);", "p"),
    Shape("a function as the module", "module.exports = function sum(xs) { return xs.reduce((a, b) => a + b, 0); };",
          "const sum = require('./solution');\ntest('sum', () => expect(sum([1, 2])).toBe(3));", "p"),
    Shape("ES modules", "export const PI = 3;\nexport default class Shape { area() { return PI; } }\nexport async function later() { return [1]; }", """
import Shape, { later, PI } from './solution.js';
import assert from 'node:assert/strict';
test('area', () => assert.equal(new Shape().area(), PI));
test('later', async () => assert.deepEqual(await later(), [1]));
""", "pp"),
    Shape("ES solution, plain tests", "export function f() { return 1; }\nfunction hidden() { return 2; }", "assert.equal(f(), 1);\nassert.equal(hidden(), 2);", "pp"),
    Shape("jest", "class Stack { #xs = []; push(x) { this.#xs.push(x); return this; } pop() { if (!this.#xs.length) throw new RangeError('empty'); return this.#xs.pop(); } get size() { return this.#xs.length; } }", """
describe('Stack', () => {
  let stack;
  beforeEach(() => { stack = new Stack(); });
  it('pops', () => { expect(stack.push(1).push(2).pop()).toBe(2); expect(stack.size).toBe(1); });
  it('throws', () => { expect(() => stack.pop()).toThrow(RangeError); expect(() => stack.pop()).toThrow('empty'); expect(() => stack.pop()).toThrow(/emp/); });
  it('fails', () => { expect([1, { a: 2 }]).toEqual([1, { a: 3 }]); });
  it.each([[1, 1], [2, 3]])('each', (a, b) => { expect(a).toBe(b); });
  test('many', () => {
    expect({ a: 1, b: undefined }).toEqual({ a: 1 }); expect([1, 2, 3]).toContain(2); expect('abc').toMatch(/b/); expect(0.1 + 0.2).toBeCloseTo(0.3);
    expect(null).toBeNull(); expect([1]).toHaveLength(1); expect({ a: { b: 1 } }).toHaveProperty('a.b', 1); expect(3).not.toBe(4); expect({ a: 1, b: 2 }).toMatchObject({ a: 1 });
  });
});
""", "ppfpfp", ("Stack > pops", "{a: 2}")),
    Shape("asynchronous", """
const wait = (ms, v) => new Promise((r) => setTimeout(() => r(v), ms));
async function all(xs) { return Promise.all(xs.map((x, i) => wait(5 - i, x))); }
async function fails() { throw new TypeError('no'); }
async function* count(n) { for (let i = 0; i < n; i++) { await null; yield i; } }
""", """
test('order', async () => { assert.deepStrictEqual(await all([1, 2, 3]), [1, 2, 3]); });
test('rejects', async () => { await assert.rejects(fails(), { name: 'TypeError', message: 'no' }); await expect(fails()).rejects.toThrow('no'); });
test('iterates', async () => { const got = []; for await (const x of count(3)) got.push(x); assert.deepEqual(got, [0, 1, 2]); });
test('done', (done) => { setTimeout(() => { assert.equal(1, 1); done(); }, 1); });
test('lost', () => { fails().then(() => {}, () => { }); });
""", "ppppp"),
    Shape("a promise nobody waits for", "const later = () => Promise.resolve(1);", "test('x', () => { later().then((v) => assert.equal(v, 2)); });", "pf"),
    Shape("a promise that never settles", "const never = () => new Promise(() => {});", "test('x', async () => { await never(); });\ntest('y', () => {});", "en", ("never",)),
    Shape("top-level await", "const f = async () => 4;", "assert.equal(await f(), 4);\nassert.equal(await f(), 5);", "pf"),
    Shape("values", "const id = (x) => x;", """
test('same', () => {
  assert.deepStrictEqual(id(new Map([[1, { a: [1] }]])), new Map([[1, { a: [1] }]]));
  assert.deepStrictEqual(id(new Set([1, 2])), new Set([2, 1])); assert.deepStrictEqual(id(new Date(5)), new Date(5));
  assert.deepStrictEqual(id(/a/g), /a/g); assert.deepStrictEqual(id([NaN]), [NaN]); assert.deepStrictEqual(new Uint8Array([1]), new Uint8Array([1]));
  assert.strictEqual(id(2n ** 200n), 2n ** 200n); assert.notDeepStrictEqual([1], ['1']); assert.deepEqual([1], ['1']);
});
test('map', () => assert.deepStrictEqual(id(new Map([[1, 2]])), new Map([[1, 3]])));
test('null', () => assert.deepStrictEqual(id(null), undefined));
test('hole', () => assert.deepStrictEqual(id([1, , 2]), [1, undefined, 2]));
""", "pfff", ("Map {1 => 2} != Map {1 => 3}", "null != undefined")),
    Shape("deep recursion and generators", "function deep(n) { return n === 0 ? 0 : 1 + deep(n - 1); }\nfunction* walk(t) { if (!t) return; yield* walk(t.left); yield t.value; yield* walk(t.right); }", """
test('deep', () => assert.equal(deep(50000), 50000));
test('walk', () => assert.deepEqual([...walk({ value: 2, left: { value: 1 }, right: { value: 3 } })], [1, 2, 3]));
test('endless', () => assert.throws(() => deep(Infinity), RangeError));
""", "ppp"),
    Shape("prototypes extended as people do", "Array.prototype.last = function () { return this[this.length - 1]; };\nString.prototype.shout = function () { return this.toUpperCase() + '!'; };\nfunction Old() {} Old.prototype.toString = function () { return 'old'; };\nfunction mine(o) { o.toString = () => 'mine'; o.constructor = 5; return o; }\nconst e = new Error('a'); e.message = 'b'; e.name = 'N';",
          "assert.equal([1, 2].last(), 2);\nassert.equal('a'.shout(), 'A!');\nassert.equal(`${new Old()}`, 'old');\nassert.equal(`${mine({})}`, 'mine');\nassert.equal(String(e), 'N: b');", "ppppp"),
    Shape("printing and mocked clocks", "function log(x) { console.log('v', x, { a: [1] }); }\nfunction soon(fn) { setTimeout(fn, 1000); }", """
test('captured', () => { const seen = []; const old = console.log; console.log = (...a) => seen.push(a[0]); log(1); console.log = old; assert.deepEqual(seen, ['v']); });
test('clock', () => { const old = globalThis.setTimeout; let ms; globalThis.setTimeout = (fn, t) => { ms = t; fn(); }; let ran = false; soon(() => { ran = true; }); globalThis.setTimeout = old; assert.equal(ms, 1000); assert.ok(ran); });
""", "pp"),
    Shape("a syntax error", "function f( {", "assert.ok(f);", "", ("SyntaxError",)),
    Shape("an error at load", "null.x;", "assert.ok(1);", "", ("TypeError", "solution.js, line 1")),
    Shape("an error in a test", "const f = (o) => o.a.b;", "test('x', () => { f({}); });\ntest('y', () => { assert.equal(f({ a: { b: 1 } }), 1); });", "ep", ("solution.js, line 1",)),
    Shape("strings compared as JSON", "const f = () => ({ a: 1, b: [2] });", "console.assert(JSON.stringify(f()) === '{\"a\":1,\"b\":[2]}', 'shape');\nconsole.assert(JSON.stringify(f()) === '{}', 'empty');", "pf", ("empty",)),
)  # fmt: skip
