// The language as it was before the solution was loaded, kept for the runner, and then locked.
//
// A solution that redefines JSON.stringify or Array.prototype.every changes no verdict: it can't.
(function (lab) {
  "use strict";
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
  const mapEntries = Map.prototype.entries, setValues = Set.prototype.values, mapGet = Map.prototype.get;
  const mapHas = Map.prototype.has, setHas = Set.prototype.has, getTime = Date.prototype.getTime;
  const mapSize = getOwnPropertyDescriptor(Map.prototype, "size").get;
  const setSize = getOwnPropertyDescriptor(Set.prototype, "size").get;
  const mapNext = getPrototypeOf(new Map().entries()).next, setNext = getPrototypeOf(new Set().values()).next;
  const tag = Object.prototype.toString, regexpText = RegExp.prototype.toString, dateText = Date.prototype.toISOString;
  const enumerable = Object.prototype.propertyIsEnumerable;
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

  Object.assign(lab, {
    call, own, push, is, keys, getPrototypeOf, getOwnPropertyDescriptor, getOwnPropertySymbols, defineProperty,
    freeze, ownKeys, isArray, stringify, mapEntries, setValues, mapGet, mapHas, setHas, getTime, mapSize, setSize,
    mapNext, setNext, tag, regexpText, dateText, enumerable, slice, includes, match, exec, test_, NativeString,
    NativeError, numberOf, textOf, truthOf, lockEverything,
  });
})
