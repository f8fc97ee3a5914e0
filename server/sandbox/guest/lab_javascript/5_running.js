// test and describe, the solution's names, and the run itself.
(function (lab) {
  "use strict";
  const {
    call, keys, isArray, push, exec, test_, ownKeys, own, freeze, defineProperty, getOwnPropertyDescriptor,
    NativeError, state, tell, settle, quoted, described, AssertionError, assert, strict, expect, console, timers,
    clear, clone, microtask, process, performance, sleep, util, EventEmitter, web, lockEverything,
  } = lab;
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
    state.current = { name: one.name, failure: undefined };
    try {
      for (const before of one.before) await finished(before);
      await finished(one.fn);
      for (const after of one.after) await finished(after);
    } catch (error) {
      const failed = error instanceof AssertionError;
      tell({ test: one.name, verdict: failed ? "failed" : "error", message: described(error) });
      return void (state.current = null);
    }
    const { failure } = state.current;
    tell({ test: one.name, verdict: failure ? "failed" : "passed", message: failure ?? "" });
    state.current = null;
  }

  async function finished(fn) {
    if (fn.length === 0) return void (await fn());
    await new Promise((resolve, reject) => {
      const done = (error) => (error ? reject(error) : resolve());
      const value = fn(done);
      if (value && typeof value.then === "function") value.then(() => resolve(), reject);
    });
  }

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
    const found = names(source).filter((name) => call(test_, /^test_/, name) && !new RegExp(`^\\s*(?:await\\s+)?${name}\\(`, "m").test(source));
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
    exports: module.exports, global: globalThis, window: globalThis, ...web,
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
      exported = { ...topLevel };
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
      state.complete = true;
    },
    stray(error) {
      const said = described(error);
      if (state.current) state.current.failure ??= said;
      else tell({ test: "a promise or callback", verdict: "failed", message: said });
    },
    unsettled() {
      if (state.current) {
        tell({ test: state.current.name, verdict: "error", message: "It never finished: a promise was never settled." });
        const at = queue.findIndex((one) => one.name === state.current.name);
        for (const one of queue.slice(at + 1)) tell({ test: one.name, verdict: "not_run", message: "" });
      }
      else if (!state.complete) tell({ error: "The tests never finished: a promise was never settled." });
    },
  };
})
