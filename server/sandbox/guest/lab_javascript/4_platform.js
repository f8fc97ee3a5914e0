// What Node and browsers offer beside the language, made here so that nothing of the host's gets in.
(function (lab) {
  "use strict";
  const {
    call, keys, isArray, tag, getTime, shown, equal, pairs, members, assert, strict, expect, settle, hostPrint,
    hostTimer, hostClear, hostNow, hostCpu, freeze, defineProperty,
  } = lab;
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
    cpuUsage: (since) => ({ user: hostCpu() - (since?.user ?? 0), system: 0 }),
    memoryUsage: () => ({ heapUsed: 0, rss: 0 }), uptime: () => hostNow() / 1e3, on() {}, once() {}, cwd: () => "/code",
    exit: (code) => { throw new NativeError(`process.exit(${code ?? ""}) was called`); },
  };
  // ---------------------------------------------------------------- signals, addresses, bytes

  class Event {
    constructor(type, fields) { Object.assign(this, { type: `${type}`, defaultPrevented: false }, fields); }
    preventDefault() { this.defaultPrevented = true; }
  }
  class EventTarget {
    #listeners = new Map();
    addEventListener(type, fn, options) {
      const list = this.#listeners.get(type) ?? [];
      if (!list.some((one) => one.fn === fn)) this.#listeners.set(type, [...list, { fn, once: !!options?.once }]);
    }
    removeEventListener(type, fn) {
      this.#listeners.set(type, (this.#listeners.get(type) ?? []).filter((one) => one.fn !== fn));
    }
    dispatchEvent(event) {
      event.target ??= this;
      for (const { fn, once } of this.#listeners.get(event.type) ?? []) {
        if (once) this.removeEventListener(event.type, fn);
        if (typeof fn === "function") fn.call(this, event);
        else fn.handleEvent(event);
      }
      return !event.defaultPrevented;
    }
  }
  class AbortSignal extends EventTarget {
    aborted = false;
    reason = undefined;
    onabort = null;
    throwIfAborted() { if (this.aborted) throw this.reason; }
    static abort(reason) { const made = new AbortController(); made.abort(reason); return made.signal; }
    static timeout(ms) {
      const made = new AbortController();
      timers.setTimeout(() => made.abort(named("TimeoutError", "The operation was aborted due to timeout")), ms);
      return made.signal;
    }
  }
  class AbortController {
    signal = new AbortSignal();
    abort(reason = named("AbortError", "This operation was aborted")) {
      if (this.signal.aborted) return;
      Object.assign(this.signal, { aborted: true, reason });
      const event = new Event("abort");
      this.signal.onabort?.(event);
      this.signal.dispatchEvent(event);
    }
  }
  function named(name, message) {
    const error = new Error(message);
    return defineProperty(error, "name", { value: name, writable: true, configurable: true });
  }

  class URLSearchParams {
    #pairs = [];
    constructor(given = "") {
      const decoded = (text) => decodeURIComponent(text.replace(/\+/g, " "));
      if (typeof given === "string") {
        for (const part of given.replace(/^\?/, "").split("&")) {
          if (!part) continue;
          const at = part.indexOf("=");
          this.append(decoded(at < 0 ? part : part.slice(0, at)), at < 0 ? "" : decoded(part.slice(at + 1)));
        }
      } else for (const [name, value] of typeof given[Symbol.iterator] === "function" ? given : Object.entries(given)) this.append(name, value);
    }
    append(name, value) { this.#pairs.push([`${name}`, `${value}`]); }
    delete(name) { this.#pairs = this.#pairs.filter(([key]) => key !== name); }
    get(name) { return this.#pairs.find(([key]) => key === name)?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter(([key]) => key === name).map(([, value]) => value); }
    has(name) { return this.#pairs.some(([key]) => key === name); }
    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === name);
      if (at < 0) return this.append(name, value);
      this.#pairs[at] = [name, `${value}`];
      this.#pairs = this.#pairs.filter(([key], index) => key !== name || index === at);
    }
    sort() { this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)); }
    forEach(fn) { for (const [name, value] of this.#pairs) fn(value, name, this); }
    keys() { return this.#pairs.map(([key]) => key).values(); }
    values() { return this.#pairs.map(([, value]) => value).values(); }
    entries() { return this.#pairs.map((pair) => [...pair]).values(); }
    get size() { return this.#pairs.length; }
    [Symbol.iterator]() { return this.entries(); }
    toString() {
      const coded = (text) => encodeURIComponent(text).replace(/%20/g, "+").replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
      return this.#pairs.map(([name, value]) => `${coded(name)}=${coded(value)}`).join("&");
    }
  }
  class URL {
    constructor(text, base) {
      const found = `${text}`.match(/^([a-z][a-z0-9+.-]*:)\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?([^/?#:]*)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i);
      if (!found && base !== undefined) return new URL(joined(new URL(base), `${text}`));
      if (!found) throw new TypeError("Invalid URL");
      const [, protocol, username = "", password = "", hostname, port = "", path, search = "", hash = ""] = found;
      const usual = { "http:": "80", "https:": "443" }[protocol.toLowerCase()];
      Object.assign(this, { protocol: protocol.toLowerCase(), username, password, hostname: hostname.toLowerCase(), port: port === usual ? "" : port, pathname: flat(path || "/"), hash: hash === "#" ? "" : hash });
      this.searchParams = new URLSearchParams(search);
      this.#search = search === "?" ? "" : search;
      this.#asked = this.searchParams.toString();
    }
    #search; #asked;
    get search() {
      const now = this.searchParams.toString();
      return now === this.#asked ? this.#search : now && `?${now}`;
    }
    set search(text) { this.searchParams = new URLSearchParams(text); this.#search = text && `?${`${text}`.replace(/^\?/, "")}`; this.#asked = this.searchParams.toString(); }
    get host() { return this.hostname + (this.port && `:${this.port}`); }
    get origin() { return `${this.protocol}//${this.host}`; }
    get href() {
      const user = this.username && `${this.username}${this.password && `:${this.password}`}@`;
      return `${this.protocol}//${user}${this.host}${this.pathname}${this.search}${this.hash}`;
    }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }
  function joined(base, text) {
    if (text.startsWith("//")) return base.protocol + text;
    if (text.startsWith("/")) return base.origin + text;
    if (text.startsWith("?")) return base.origin + base.pathname + text;
    if (text.startsWith("#")) return base.origin + base.pathname + base.search + text;
    return base.origin + base.pathname.replace(/[^/]*$/, "") + text;
  }
  function flat(path) {
    const kept = [];
    const parts = path.split("/").slice(1);
    parts.forEach((part, at) => {
      if (part === "..") kept.pop();
      else if (part !== ".") kept.push(part);
      if ((part === ".." || part === ".") && at === parts.length - 1) kept.push("");
    });
    return `/${kept.join("/")}`;
  }
  class TextEncoder {
    encode(text = "") {
      const bytes = unescape(encodeURIComponent(`${text}`));
      return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
    }
  }
  class TextDecoder {
    decode(bytes = new Uint8Array()) {
      return decodeURIComponent(escape(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
    }
  }

  // ---------------------------------------------------------------- Node's modules

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

  Object.assign(lab, {
    console, timers, clear, clone, microtask, process, performance, sleep, util, EventEmitter,
    web: { Event, EventTarget, AbortController, AbortSignal, URL, URLSearchParams, TextEncoder, TextDecoder },
  });
})
