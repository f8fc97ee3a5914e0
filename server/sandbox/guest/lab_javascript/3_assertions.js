// assert, console.assert's verdict, and expect: what tests say, and what becomes of it.
(function (lab) {
  "use strict";
  const {
    call, own, is, keys, isArray, stringify, defineProperty, tag, slice, includes, match, exec, NativeString,
    NativeError, SHOWN, shown, described, equal, alike, members, hostReport,
  } = lab;
  // ---------------------------------------------------------------- failing

  class AssertionError extends NativeError {
    constructor(message) {
      super(typeof message === "object" && message !== null ? message.message : message);
      defineProperty(this, "name", own("AssertionError"));
      defineProperty(this, "code", own("ERR_ASSERTION"));
    }
  }

  const state = { __proto__: null, current: null, complete: false, assertions: 0 }; // current null: the file's top level

  // Inside a test a failed assertion is thrown. At the top level each assertion is a test of its own, so that one that
  // fails does not hide the rest.
  function settle(holds, explain, message, throwing = true) {
    if (message instanceof NativeError && !holds && state.current) throw message;
    const said = message === undefined ? explain() : `${message instanceof NativeError ? message.message : message}: ${explain()}`;
    if (state.current === null) {
      const verdict = holds ? "passed" : "failed";
      tell({ test: `assertion ${++state.assertions}${lineOf()}`, verdict, message: holds ? "" : `AssertionError: ${said}` });
    } else if (!holds) {
      if (throwing) throw new AssertionError(said);
      state.current.failure ??= `AssertionError: ${said}`;
    }
  }

  function lineOf() {
    const stack = new NativeError().stack;
    const found = typeof stack === "string" ? call(match, stack, /tests\.js:(\d+)/) : null;
    return found ? ` (line ${found[1]})` : "";
  }

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

  Object.assign(lab, {
    state, tell, settle, quoted, AssertionError, assert, strict, expect, rejected,
  });
})
