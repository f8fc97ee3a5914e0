// Inside the realm of a JavaScript run: gives tests their words (test, assert, expect), runs them, tells the host.
//
// This is evaluated before the solution. It keeps what it needs of the language for itself and locks the language's own
// objects, so that a solution that redefines JSON.stringify or Array.prototype.every changes no verdict. Everything that
// the host gave stays in this closure.
(function (hostReport, hostPrint, hostTimer, hostClear, hostNow) {
  "use strict";
  const SHOWN = 200;
  const MOST_ITEMS = 60;
  const TYPES = [
    Object, Function, Array, String, Number, Boolean, Symbol, BigInt, Map, Set, WeakMap, WeakSet, Date, RegExp,
    Promise, Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError, ArrayBuffer,
    DataView, Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array,
    Uint8ClampedArray, BigInt64Array, BigUint64Array, Proxy,
  ];
  const ERRORS = [
    Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError,
  ];
  const { stringify } = JSON;
  const { is, keys, getPrototypeOf, getOwnPropertyDescriptor, getOwnPropertySymbols, defineProperty, freeze } = Object;
  const { apply, ownKeys } = Reflect;
  const call = (fn, self, ...args) => apply(fn, self, args);
  const isArray = Array.isArray;
  const proto = {
    map: Map.prototype, set: Set.prototype, date: Date.prototype, regexp: RegExp.prototype, error: Error.prototype,
  };
  const mapEntries = Map.prototype.entries, setValues = Set.prototype.values, mapGet = Map.prototype.get;
  const mapHas = Map.prototype.has, setHas = Set.prototype.has, getTime = Date.prototype.getTime;
  const mapSize = getOwnPropertyDescriptor(Map.prototype, "size").get;
  const setSize = getOwnPropertyDescriptor(Set.prototype, "size").get;
  const mapNext = getPrototypeOf(new Map().entries()).next, setNext = getPrototypeOf(new Set().values()).next;
  const tag = Object.prototype.toString, regexpText = RegExp.prototype.toString, dateText = Date.prototype.toISOString;
  const hasOwn = Object.prototype.hasOwnProperty, enumerable = Object.prototype.propertyIsEnumerable;
  const slice = String.prototype.slice, includes = String.prototype.includes, match = String.prototype.match;
  const exec = RegExp.prototype.exec, test_ = RegExp.prototype.test, NativeString = String, NativeError = Error;
  const numberOf = Number.prototype.valueOf, textOf = String.prototype.valueOf, truthOf = Boolean.prototype.valueOf;
  const push = (list, item) => defineProperty(list, list.length, own(item));
  function own(value) {
    return { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  }

  // ---------------------------------------------------------------- the language, locked

  // A plain lock would also forbid `error.message = …` and `this.toString = …` on objects that inherit these; where that
  // is common, an assignment makes an own property as it did before.
  const INHERITED = new Set([Object.prototype, Function.prototype, ...ERRORS.map((kind) => kind.prototype)]);

  function lock(target) {
    for (const key of ownKeys(target)) {
      const found = getOwnPropertyDescriptor(target, key);
      if (!found.configurable) continue;
      if (INHERITED.has(target) && "value" in found) defineProperty(target, key, overridable(target, key, found));
      else if ("value" in found) defineProperty(target, key, { writable: false, configurable: false });
      else defineProperty(target, key, { configurable: false });
    }
  }

  function overridable(target, key, found) {
    const { value, enumerable: shown } = found;
    return {
      get: () => value,
      set(given) {
        if (this === target) throw new TypeError(`Cannot redefine ${NativeString(key)}`);
        if (this !== null && typeof this === "object" || typeof this === "function") defineProperty(this, key, own(given));
      },
      enumerable: shown,
      configurable: false,
    };
  }

  function lockEverything() {
    const typed = getPrototypeOf(Uint8Array);
    const generator = getPrototypeOf(function* () {});
    const asyncGenerator = getPrototypeOf(async function* () {});
    const iterator = getPrototypeOf(getPrototypeOf([][Symbol.iterator]()));
    const hidden = [
      typed, typed.prototype, generator, generator.prototype, asyncGenerator, asyncGenerator.prototype, iterator,
      getPrototypeOf([][Symbol.iterator]()), getPrototypeOf(new Map().entries()), getPrototypeOf(new Set().values()),
      getPrototypeOf(""[Symbol.iterator]()), getPrototypeOf(async function () {}),
    ];
    const spaces = [JSON, Math, Reflect, Atomics];
    for (const target of [...hidden, ...spaces, ...TYPES, ...TYPES.map((kind) => kind.prototype)]) if (target) lock(target);
    // a toJSON for everything would make any two results read alike
    for (const kind of [Object, Array, String, Number, Boolean]) {
      defineProperty(kind.prototype, "toJSON", overridable(kind.prototype, "toJSON", { value: undefined, enumerable: false }));
    }
    for (const kind of TYPES) defineProperty(globalThis, kind.name, { value: kind, writable: false, configurable: false });
    for (const name of ["JSON", "Math", "Reflect", "parseInt", "parseFloat", "isNaN", "isFinite"]) {
      defineProperty(globalThis, name, { value: globalThis[name], writable: false, configurable: false });
    }
  }

  // ---------------------------------------------------------------- showing values

  function shown(value) {
    let text;
    try {
      text = written(value, 0, []);
    } catch {
      text = "something that can't be shown";
    }
    return text.length > SHOWN ? call(slice, text, 0, SHOWN - 1) + "…" : text;
  }

  function written(value, depth, above) {
    if (typeof value === "string") return stringify(value);
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "function") return `[function ${typeof value.name === "string" ? value.name : ""}]`;
    if (typeof value === "number" && is(value, -0)) return "-0";
    if (value === null || typeof value !== "object") return NativeString(value);
    if (above.includes(value)) return "[circular]";
    if (depth > 6) return "…";
    const inside = [...above, value];
    const each = (item) => written(item, depth + 1, inside);
    const kind = call(tag, value);
    if (isArray(value)) return `[${items(value, each)}]`;
    if (kind === "[object Map]") return `Map {${pairs(value).map(([k, v]) => `${each(k)} => ${each(v)}`).join(", ")}}`;
    if (kind === "[object Set]") return `Set {${members(value).map(each).join(", ")}}`;
    if (kind === "[object Date]") return `Date(${is(call(getTime, value), NaN) ? "invalid" : call(dateText, value)})`;
    if (kind === "[object RegExp]") return call(regexpText, value);
    if (kind === "[object Error]") return described(value);
    const name = getPrototypeOf(value)?.constructor?.name;
    const fields = keys(value).slice(0, MOST_ITEMS).map((key) => `${key}: ${each(value[key])}`);
    return `${name && name !== "Object" ? name + " " : ""}{${fields.join(", ")}}`;
  }

  function items(list, each) {
    const texts = [];
    for (let at = 0; at < list.length && at < MOST_ITEMS; at++) push(texts, at in list ? each(list[at]) : "empty");
    if (list.length > MOST_ITEMS) push(texts, "…");
    return texts.join(", ");
  }

  function pairs(map) {
    const found = [], iterator = call(mapEntries, map);
    for (let step = call(mapNext, iterator); !step.done; step = call(mapNext, iterator)) push(found, step.value);
    return found;
  }

  function members(set) {
    const found = [], iterator = call(setValues, set);
    for (let step = call(setNext, iterator); !step.done; step = call(setNext, iterator)) push(found, step.value);
    return found;
  }

  function described(error) {
    try {
      if (error === null || typeof error !== "object") return `Thrown: ${shown(error)}`;
      const name = typeof error.name === "string" ? error.name : "Error";
      const said = typeof error.message === "string" ? error.message : shown(error);
      return `${name}${said ? ": " + said : ""}${name === "AssertionError" ? "" : placeOf(error)}`;
    } catch {
      return "An error that can't be shown";
    }
  }

  function placeOf(error) {
    const stack = getOwnPropertyDescriptor(error, "stack")?.value;
    const found = typeof stack === "string" ? call(match, stack, /(solution|tests)\.js:(\d+)/) : null;
    return found ? ` (${found[1]}.js, line ${found[2]})` : "";
  }

  // ---------------------------------------------------------------- equality

  function same(left, right, strict, seen) {
    if (left === right || is(left, right)) return left !== 0 || !strict || is(left, right);
    if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
      // eslint-disable-next-line eqeqeq
      return !strict && (left == right || (left !== left && right !== right));
    }
    if (strict && getPrototypeOf(left) !== getPrototypeOf(right)) return false;
    const kind = call(tag, left);
    if (kind !== call(tag, right) || isArray(left) !== isArray(right)) return false;
    for (const [l, r] of seen) if (l === left && r === right) return true;
    const inside = [...seen, [left, right]];
    if (!sameInside(kind, left, right, strict, inside)) return false;
    const names = enumerated(left), others = enumerated(right);
    if (names.length !== others.length || (isArray(left) && left.length !== right.length)) return false;
    for (const key of names) {
      if (!call(enumerable, right, key) || !same(left[key], right[key], strict, inside)) return false;
    }
    return true;
  }

  function sameInside(kind, left, right, strict, seen) {
    switch (kind) {
      case "[object Date]":
        return is(call(getTime, left), call(getTime, right));
      case "[object RegExp]":
        return call(regexpText, left) === call(regexpText, right);
      case "[object Error]":
        return left.message === right.message && left.name === right.name;
      case "[object Number]":
        return is(call(numberOf, left), call(numberOf, right));
      case "[object String]":
        return call(textOf, left) === call(textOf, right);
      case "[object Boolean]":
        return call(truthOf, left) === call(truthOf, right);
      case "[object Map]":
        return call(mapSize, left) === call(mapSize, right) && pairs(left).every(([key, value]) => {
          if (call(mapHas, right, key)) return same(value, call(mapGet, right, key), strict, seen);
          return typeof key === "object" && pairs(right).some(([k, v]) => same(key, k, strict, seen) && same(value, v, strict, seen));
        });
      case "[object Set]":
        return call(setSize, left) === call(setSize, right) && members(left).every((item) =>
          call(setHas, right, item) || (typeof item === "object" && members(right).some((m) => same(item, m, strict, seen))));
      default:
        return true;
    }
  }

  function enumerated(value) {
    const symbols = getOwnPropertySymbols(value).filter((symbol) => call(enumerable, value, symbol));
    return [...keys(value), ...symbols];
  }

  const equal = (left, right) => same(left, right, true, []);
  const alike = (left, right) => same(left, right, false, []);

  // ---------------------------------------------------------------- failing

  class AssertionError extends NativeError {
    constructor(message) {
      super(typeof message === "object" && message !== null ? message.message : message);
      defineProperty(this, "name", own("AssertionError"));
      defineProperty(this, "code", own("ERR_ASSERTION"));
    }
  }

  let current = null; // the test that runs; null: the file's own top level
  let line = 0;

  // Inside a test a failed assertion is thrown. At the top level each assertion is a test of its own, so that one that
  // fails does not hide the rest.
  function settle(holds, explain, message, throwing = true) {
    if (message instanceof NativeError && !holds && current) throw message;
    const said = message === undefined ? explain() : `${message instanceof NativeError ? message.message : message}: ${explain()}`;
    if (current === null) {
      const verdict = holds ? "passed" : "failed";
      tell({ test: `assertion ${++line}${lineOf()}`, verdict, message: holds ? "" : `AssertionError: ${said}` });
    } else if (!holds) {
      if (throwing) throw new AssertionError(said);
      current.failure ??= `AssertionError: ${said}`;
    } else current.asserted = true;
  }

  function lineOf() {
    const stack = new NativeError().stack;
    const found = typeof stack === "string" ? call(match, stack, /tests\.js:(\d+)/) : null;
    return found ? ` (line ${found[1]})` : "";
  }

  let complete = false;
  function tell(fields) {
    const safe = { __proto__: null };
    for (const key of keys(fields)) safe[key] = fields[key];
    hostReport(stringify(safe));
  }

  function quoted(value, fallback) {
    return typeof value === "string" ? call(slice, value, 0, SHOWN) : fallback;
  }

  const truth = (value) => () => `${shown(value)} is not true`;
  const unlike = (left, right, sign) => () => `${shown(left)} ${sign} ${shown(right)}`;

  const assert = (value, message) => settle(!!value, truth(value), message);
  const checks = {
    ok: assert,
    equal: (a, b, m) => settle(a == b || (a !== a && b !== b), unlike(a, b, "!="), m), // eslint-disable-line eqeqeq
    notEqual: (a, b, m) => settle(!(a == b || (a !== a && b !== b)), unlike(a, b, "=="), m), // eslint-disable-line eqeqeq
    strictEqual: (a, b, m) => settle(is(a, b), unlike(a, b, "!="), m),
    notStrictEqual: (a, b, m) => settle(!is(a, b), unlike(a, b, "=="), m),
    deepEqual: (a, b, m) => settle(alike(a, b), unlike(a, b, "!="), m),
    notDeepEqual: (a, b, m) => settle(!alike(a, b), unlike(a, b, "=="), m),
    deepStrictEqual: (a, b, m) => settle(equal(a, b), unlike(a, b, "!="), m),
    notDeepStrictEqual: (a, b, m) => settle(!equal(a, b), unlike(a, b, "=="), m),
    match: (text, pattern, m) => settle(call(exec, pattern, text) !== null, unlike(text, pattern, "does not match"), m),
    doesNotMatch: (text, pattern, m) => settle(call(exec, pattern, text) === null, unlike(text, pattern, "matches"), m),
    fail: (m) => settle(false, () => "Failed", m),
    ifError: (value) => settle(value === null || value === undefined, truth(value)),
    throws: (fn, expected, m) => thrown(caught(fn), expected, m),
    doesNotThrow: (fn, m) => {
      const got = caught(fn);
      settle(got === null, () => `it threw ${got && described(got.error)}`, typeof m === "string" ? m : undefined);
    },
    rejects: async (work, expected, m) => thrown(await rejected(work), expected, m),
    doesNotReject: async (work, m) => {
      const got = await rejected(work);
      settle(got === null, () => `it rejected with ${got && described(got.error)}`, m);
    },
  };
  for (const name of keys(checks)) assert[name] = checks[name];
  const strict = (value, message) => assert(value, message);
  for (const name of keys(checks)) strict[name] = checks[name];
  strict.equal = checks.strictEqual;
  strict.notEqual = checks.notStrictEqual;
  strict.deepEqual = checks.deepStrictEqual;
  strict.notDeepEqual = checks.notDeepStrictEqual;
  assert.strict = strict;
  strict.strict = strict;
  assert.AssertionError = strict.AssertionError = AssertionError;

  function caught(fn) {
    try {
      fn();
    } catch (error) {
      return { error };
    }
    return null;
  }

  async function rejected(work) {
    try {
      await (typeof work === "function" ? work() : work);
    } catch (error) {
      return { error };
    }
    return null;
  }

  function thrown(got, expected, message) {
    const said = typeof expected === "string" ? expected : message;
    if (got === null) return settle(false, () => "nothing was thrown", said);
    const fits = expected === undefined || typeof expected === "string" || meets(got.error, expected);
    return settle(fits, () => `it threw ${described(got.error)}`, said);
  }

  function meets(error, expected) {
    const text = error instanceof NativeError || (error && typeof error.message === "string") ? error.message : NativeString(error);
    if (call(tag, expected) === "[object RegExp]") return call(exec, expected, `${error?.name ?? ""}: ${text}`) !== null || call(exec, expected, text) !== null;
    if (typeof expected === "function") {
      if (expected.prototype !== undefined && error instanceof expected) return true;
      if (NativeError.isPrototypeOf(expected) || expected === NativeError) return false;
      return expected(error) === true;
    }
    if (typeof expected === "string") return call(includes, text, expected);
    return keys(expected).every((key) =>
      call(tag, expected[key]) === "[object RegExp]" && typeof error[key] === "string"
        ? call(exec, expected[key], error[key]) !== null
        : equal(error[key], expected[key]));
  }

  // ---------------------------------------------------------------- expect

  function expect(actual) {
    const made = matchers(actual, false);
    made.not = matchers(actual, true);
    made.resolves = later(async () => (typeof actual === "function" ? actual() : actual));
    made.rejects = later(async () => {
      const got = await rejected(actual);
      if (got === null) throw new AssertionError("nothing was rejected");
      return got.error;
    }, true);
    return made;
  }

  function later(value, failed = false) {
    const found = {};
    for (const name of keys(matchers(undefined, false))) {
      found[name] = async (...args) => {
        const got = await value();
        const raise = () => { throw got; };
        return matchers(failed && name === "toThrow" ? raise : got, false)[name](...args);
      };
    }
    return found;
  }

  function matchers(actual, not) {
    const check = (holds, text) => settle(not ? !holds : holds, () => `expected ${shown(actual)} ${not ? "not " : ""}${text}`);
    const to = (holds) => (expected) => check(holds(expected), `to be ${shown(expected)}`);
    const has = (item, like) => typeof actual === "string" ? call(includes, actual, item)
      : (isArray(actual) ? actual : call(tag, actual) === "[object Set]" ? members(actual) : []).some((one) => like(one, item));
    return {
      toBe: to((expected) => is(actual, expected)),
      toEqual: (expected) => check(equalIgnoringUndefined(actual, expected), `to equal ${shown(expected)}`),
      toStrictEqual: (expected) => check(equal(actual, expected), `to equal ${shown(expected)}`),
      toBeTruthy: () => check(!!actual, "to be truthy"),
      toBeFalsy: () => check(!actual, "to be falsy"),
      toBeNull: () => check(actual === null, "to be null"),
      toBeUndefined: () => check(actual === undefined, "to be undefined"),
      toBeDefined: () => check(actual !== undefined, "to be defined"),
      toBeNaN: () => check(actual !== actual, "to be NaN"),
      toBeGreaterThan: (n) => check(actual > n, `to be greater than ${shown(n)}`),
      toBeGreaterThanOrEqual: (n) => check(actual >= n, `to be at least ${shown(n)}`),
      toBeLessThan: (n) => check(actual < n, `to be less than ${shown(n)}`),
      toBeLessThanOrEqual: (n) => check(actual <= n, `to be at most ${shown(n)}`),
      toBeCloseTo: (n, digits = 2) => {
        const apart = actual > n ? actual - n : n - actual;
        check(actual === n || apart < 10 ** -digits / 2, `to be close to ${shown(n)}`);
      },
      toBeInstanceOf: (kind) => check(actual instanceof kind, `to be a ${kind?.name}`),
      toContain: (item) => check(has(item, (a, b) => is(a, b)), `to contain ${shown(item)}`),
      toContainEqual: (item) => check(has(item, equal), `to contain ${shown(item)}`),
      toHaveLength: (n) => check(actual?.length === n, `to have length ${n}`),
      toHaveProperty: (path, ...value) => {
        let at = actual;
        const steps = isArray(path) ? path : `${path}`.split(".");
        const found = steps.every((step) => at !== null && at !== undefined && step in Object(at) && ((at = at[step]), true));
        check(found && (value.length === 0 || equal(at, value[0])), `to have property ${shown(path)}`);
      },
      toMatch: (part) => check(typeof part === "string" ? call(includes, actual, part) : call(exec, part, actual) !== null, `to match ${shown(part)}`),
      toMatchObject: (part) => check(holdsPart(actual, part), `to match ${shown(part)}`),
      toThrow: (expected) => {
        const got = caught(actual);
        check(got !== null && (expected === undefined || meets(got.error, expected)), "to throw" + (expected === undefined ? "" : ` ${shown(expected)}`));
      },
      toThrowError: (expected) => matchers(actual, not).toThrow(expected),
    };
  }

  function equalIgnoringUndefined(left, right) {
    return equal(left, right) || alikeShape(left, right);
  }

  function alikeShape(left, right) {
    if (isArray(left) && isArray(right)) {
      if (left.length !== right.length) return false;
      for (let at = 0; at < left.length; at++) if (!equalIgnoringUndefined(left[at], right[at])) return false;
      return true;
    }
    const plain = (value) => call(tag, value) === "[object Object]" && value !== null;
    if (!plain(left) || !plain(right)) return false;
    for (const key of [...keys(left), ...keys(right)]) if (!equalIgnoringUndefined(left[key], right[key])) return false;
    return true;
  }

  function holdsPart(whole, part) {
    if (part === null || typeof part !== "object") return is(whole, part);
    if (whole === null || typeof whole !== "object") return false;
    if (isArray(part) && (!isArray(whole) || whole.length !== part.length)) return false;
    return keys(part).every((key) => holdsPart(whole[key], part[key]));
  }

  // ---------------------------------------------------------------- test, describe

  const queue = [];
  const prefix = [];
  const hooks = { beforeEach: [], afterEach: [], beforeAll: [], afterAll: [] };
  const test = (name, ...rest) => {
    const fn = rest.find((part) => typeof part === "function");
    const labels = [...prefix, quoted(name, fn?.name || `test ${queue.length + 1}`)];
    if (fn) push(queue, { name: labels.join(" > "), fn, before: [...hooks.beforeEach], after: [...hooks.afterEach] });
  };
  test.skip = test.todo = () => undefined;
  test.only = test;
  test.each = (rows) => (name, fn) => rows.forEach((row, at) => {
    const args = isArray(row) ? row : [row];
    test(`${name} [${at + 1}]`, () => fn(...args));
  });
  const describe = (name, ...rest) => {
    const fn = rest.find((part) => typeof part === "function");
    const kept = { beforeEach: [...hooks.beforeEach], afterEach: [...hooks.afterEach] };
    push(prefix, quoted(name, "group"));
    try {
      fn?.();
    } finally {
      prefix.length--;
      hooks.beforeEach = kept.beforeEach;
      hooks.afterEach = kept.afterEach;
    }
  };
  describe.skip = () => undefined;
  describe.only = describe;
  test.test = test.it = test;
  test.describe = test.suite = describe;
  const hook = (name) => (fn) => push(hooks[name], fn);
  test.beforeEach = hook("beforeEach");
  test.afterEach = hook("afterEach");
  test.before = hook("beforeAll");
  test.after = hook("afterAll");

  async function runOne(one) {
    current = { name: one.name, failure: undefined };
    try {
      for (const before of one.before) await finished(before);
      await finished(one.fn);
      for (const after of one.after) await finished(after);
    } catch (error) {
      const failed = error instanceof AssertionError;
      tell({ test: one.name, verdict: failed ? "failed" : "error", message: described(error) });
      return void (current = null);
    }
    const { failure } = current;
    tell({ test: one.name, verdict: failure ? "failed" : "passed", message: failure ?? "" });
    current = null;
  }

  async function finished(fn) {
    if (fn.length === 0) return void (await fn());
    await new Promise((resolve, reject) => {
      const done = (error) => (error ? reject(error) : resolve());
      const value = fn(done);
      if (value && typeof value.then === "function") value.then(() => resolve(), reject);
    });
  }

  // ---------------------------------------------------------------- what the realm offers

  function print(...parts) {
    hostPrint(parts.map((part) => (typeof part === "string" ? part : shown(part))).join(" ") + "\n");
  }
  const console = {
    log: print, info: print, warn: print, error: print, debug: print, table: print, dir: print, trace: print,
    group: print, groupEnd() {}, time() {}, timeEnd() {}, timeLog() {}, count() {},
    assert: (value, ...message) => settle(!!value, () => (message.length ? message.map((m) => (typeof m === "string" ? m : shown(m))).join(" ") : "the assertion is false"), undefined, false),
  };

  const timers = { setTimeout: timer(false), setInterval: timer(true) };
  function timer(again) {
    return (callback, ms, ...args) => hostTimer(() => callback(...args), Number(ms) || 0, again);
  }
  const clear = (id) => hostClear(Number(id));
  const clone = (value) => {
    if (value === null || typeof value !== "object") return value;
    if (isArray(value)) return value.map(clone);
    const kind = call(tag, value);
    if (kind === "[object Date]") return new Date(call(getTime, value));
    if (kind === "[object Map]") return new Map(pairs(value).map(([k, v]) => [clone(k), clone(v)]));
    if (kind === "[object Set]") return new Set(members(value).map(clone));
    const made = {};
    for (const key of keys(value)) made[key] = clone(value[key]);
    return made;
  };
  const microtask = Promise.resolve();
  const process = {
    env: {}, argv: ["node", "solution.js"], platform: "linux", pid: 1, version: "v20.0.0", versions: { node: "20.0.0" },
    nextTick: (fn, ...args) => void microtask.then(() => fn(...args)),
    stdout: { write: (text) => void hostPrint(`${text}`) },
    stderr: { write: (text) => void hostPrint(`${text}`) },
    hrtime: Object.assign(() => [Math.floor(hostNow() / 1e3), 0], { bigint: () => BigInt(Math.round(hostNow() * 1e6)) }),
    memoryUsage: () => ({ heapUsed: 0, rss: 0 }), uptime: () => hostNow() / 1e3, on() {}, once() {}, cwd: () => "/work",
    exit: (code) => { throw new NativeError(`process.exit(${code ?? ""}) was called`); },
  };
  class EventEmitter {
    on(name, fn) { this._of(name).push(fn); return this; }
    addListener(name, fn) { return this.on(name, fn); }
    once(name, fn) { const one = (...args) => { this.off(name, one); fn.apply(this, args); }; one.listener = fn; return this.on(name, one); }
    off(name, fn) { const list = this._of(name); const at = list.findIndex((f) => f === fn || f.listener === fn); if (at >= 0) list.splice(at, 1); return this; }
    removeListener(name, fn) { return this.off(name, fn); }
    removeAllListeners(name) { if (name === undefined) this._events = new Map(); else this._of(name).length = 0; return this; }
    emit(name, ...args) { const list = [...this._of(name)]; list.forEach((fn) => fn.apply(this, args)); return list.length > 0; }
    listeners(name) { return [...this._of(name)]; }
    listenerCount(name) { return this._of(name).length; }
    _of(name) { this._events ??= new Map(); if (!this._events.has(name)) this._events.set(name, []); return this._events.get(name); }
  }
  EventEmitter.EventEmitter = EventEmitter;
  const util = {
    inspect: shown, isDeepStrictEqual: equal,
    format: (...parts) => parts.map((part) => (typeof part === "string" ? part : shown(part))).join(" "),
    promisify: (fn) => (...args) => new Promise((ok, no) => fn(...args, (error, value) => (error ? no(error) : ok(value)))),
    inherits: (kind, base) => void Object.setPrototypeOf(kind.prototype, base.prototype),
  };
  const performance = { now: () => hostNow() };
  const sleep = (ms, value) => new Promise((resolve) => timers.setTimeout(() => resolve(value), ms));
  const libraries = {
    __proto__: null,
    assert, "assert/strict": strict, test, "node-test": test, util, events: EventEmitter, perf_hooks: { performance },
    timers: { ...timers, clearTimeout: clear, clearInterval: clear }, "timers/promises": { setTimeout: sleep }, process,
    "@jest/globals": { test, it: test, describe, expect }, vitest: { test, it: test, describe, expect }, chai: { expect, assert },
  };

  const module = { exports: {} };
  let exported;
  let topLevel = {};

  function require_(name) {
    const wanted = `${name}`;
    if (wanted[0] === "." || call(test_, /^solution(\.m?js)?$/, wanted)) return solution();
    const found = libraries[wanted.startsWith("node:") ? wanted.slice(5) : wanted];
    if (found === undefined) throw new NativeError(`Cannot find module '${wanted}': only Node's assert, test, util, events and timers are here`);
    return found;
  }

  function solution() {
    if (exported) return exported;
    const given = module.exports;
    if (typeof given === "function" || (given && keys(given).length)) return given;
    return { ...topLevel };
  }

  function exportsOf(name) {
    const value = require_(name);
    const found = { default: value };
    if (value !== null && (typeof value === "object" || typeof value === "function")) {
      for (const key of keys(value)) if (key !== "default") found[key] = value[key];
    }
    if (exported && "default" in exported && value === exported) found.default = exported.default;
    return found;
  }

  const NAMES = /^(?:export\s+(?:default\s+)?)?(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+([A-Za-z_$][\w$]*)/gm;

  function names(source) {
    const found = [];
    NAMES.lastIndex = 0;
    for (let hit = call(exec, NAMES, source); hit; hit = call(exec, NAMES, source)) if (!found.includes(hit[1])) push(found, hit[1]);
    return found;
  }

  const EXPOSE = "__lab_expose", COLLECT = "__lab_collect";
  const optional = (name) => `get ${name}() { try { return ${name}; } catch { return undefined; } }`;

  // Written behind the solution: hands its top-level names over, whatever kind of declaration made them.
  function exposing(source) {
    return `\n;${EXPOSE}({ ${names(source).map(optional).join(", ")} });`;
  }

  function collecting(source) {
    const found = names(source).filter((name) => call(test_, /^test\w/, name) && !new RegExp(`^\\s*(?:await\\s+)?${name}\\(`, "m").test(source));
    return `\n;${COLLECT}({ ${found.map(optional).join(", ")} });`;
  }

  function offer(name, value) {
    defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
  }

  function once(name, receive) {
    defineProperty(globalThis, name, {
      value: (given) => { delete globalThis[name]; receive(given); }, configurable: true, writable: false,
    });
  }

  function deepFreeze(value) {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || Object.isFrozen(value)) return;
    freeze(value);
    for (const key of ownKeys(value)) {
      const inside = getOwnPropertyDescriptor(value, key);
      if ("value" in inside) deepFreeze(inside.value);
    }
  }

  const WORDS = {
    assert, test, it: test, describe, expect, console, require: require_,
    beforeEach: hook("beforeEach"), afterEach: hook("afterEach"), before: hook("beforeAll"), after: hook("afterAll"),
    beforeAll: hook("beforeAll"), afterAll: hook("afterAll"),
  };
  const wordNames = keys(WORDS);
  lockEverything();
  for (const name of wordNames) {
    if (name !== "console") deepFreeze(WORDS[name]);
    offer(name, WORDS[name]);
  }
  deepFreeze(strict);
  for (const name of ["assert"]) defineProperty(console, name, { writable: false, configurable: false });
  const offered = {
    setTimeout: timers.setTimeout, setInterval: timers.setInterval, clearTimeout: clear, clearInterval: clear,
    setImmediate: (fn, ...args) => timers.setTimeout(fn, 0, ...args), clearImmediate: clear,
    queueMicrotask: (fn) => void microtask.then(() => fn()), structuredClone: clone, performance, process, module,
    exports: module.exports, global: globalThis, window: globalThis,
  };
  for (const name of keys(offered)) offer(name, offered[name]);
  once(EXPOSE, (given) => { topLevel = given; });

  return {
    exposing,
    collecting(source) {
      once(COLLECT, (given) => {
        for (const name of keys(given)) if (typeof given[name] === "function") test(name, given[name]);
      });
      return collecting(source);
    },
    wrapped: (source) => `(function (${wordNames.join(", ")}) { return async () => { "use strict"; ${source}\n}; })`,
    exported(given) {
      exported = {};
      for (const key of keys(given)) {
        exported[key] = given[key];
        if (!(key in globalThis)) offer(key, given[key]);
      }
      for (const key of keys(topLevel)) if (!(key in globalThis)) offer(key, topLevel[key]);
    },
    exportsOf,
    described,
    async run(given) {
      if (typeof given === "function") await given(...wordNames.map((name) => WORDS[name]))();
      tell({ names: queue.map((one) => one.name) });
      for (const before of hooks.beforeAll) await finished(before);
      for (const one of queue) await runOne(one);
      for (const after of hooks.afterAll) await finished(after);
      complete = true;
    },
    stray(error) {
      const said = described(error);
      if (current) current.failure ??= said;
      else tell({ test: "a promise or callback", verdict: "failed", message: said });
    },
    unsettled() {
      if (current) tell({ test: current.name, verdict: "error", message: "It never finished: a promise was never settled." });
      else if (!complete) tell({ error: "The tests never finished: a promise was never settled." });
    },
  };
})
