// How values are shown in messages, and when two of them are equal, as Node's assert has it.
(function (lab) {
  "use strict";
  const {
    call, own, push, is, keys, getPrototypeOf, getOwnPropertyDescriptor, getOwnPropertySymbols, defineProperty,
    freeze, ownKeys, isArray, stringify, mapEntries, setValues, mapGet, mapHas, setHas, getTime, mapSize, setSize,
    mapNext, setNext, tag, regexpText, dateText, enumerable, slice, includes, match, exec, test_, NativeString,
    NativeError, numberOf, textOf, truthOf,
  } = lab;
  const SHOWN = 200;
  const MOST_ITEMS = 60;

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

  Object.assign(lab, {
    SHOWN, shown, described, equal, alike, pairs, members,
  });
})
