// A JavaScript run in the browser: the sandbox's own harness (lab_javascript) in a worker of its own for each run.
"use strict";
(() => {
  const AFTERWARDS_MS = 60; // for callbacks that are still under way when the last test is over
  const post = self.postMessage.bind(self);
  const [later, again, clear] = [setTimeout.bind(self), setInterval.bind(self), clearTimeout.bind(self)];
  const now = performance.now.bind(performance);
  const globalEval = eval;
  const load = importScripts.bind(self);
  const address = URL.createObjectURL.bind(URL); // kept before the harness puts its own names in their place
  const NativeBlob = Blob;
  const script = (text) => load(address(new NativeBlob([text], { type: "text/javascript" })));
  let urls = {};

  async function run({ solution, tests }) {
    const harness = Object.values((await (await fetch(urls["harness.json"])).json()).javascript);
    const lab = {
      __proto__: null,
      hostReport: (text) => post({ kind: "line", text }),
      hostPrint: (text) => post({ kind: "print", text }),
      hostTimer: (callback, ms, often) => (often ? again : later)(() => callback(), ms),
      hostClear: (id) => clear(id),
      hostNow: now,
    };
    const realm = harness.map((text) => globalEval(text)(lab)).at(-1);
    const report = (fields) => post({ kind: "line", text: JSON.stringify(fields) });
    self.onerror = (_message, _file, _line, _column, error) => (realm.stray(error), true);
    self.onunhandledrejection = (event) => (event.preventDefault(), realm.stray(event.reason));
    post({ kind: "started" });
    try {
      script(`${solution}${realm.exposing(solution)}\n//# sourceURL=solution.js`);
      realm.exported({});
    } catch (error) {
      report({ error: realm.described(error), done: true });
      return;
    }
    try {
      const all = tests + realm.collecting(tests);
      await realm.run(globalEval(`${realm.wrapped(all)}\n//# sourceURL=tests.js`));
    } catch (error) {
      report({ error: "The tests could not be run. " + realm.described(error) });
    }
    await new Promise((resolve) => later(resolve, AFTERWARDS_MS));
    report({ done: true });
  }

  self.onmessage = ({ data }) => {
    if (data.kind === "files") urls = data.urls;
    if (data.kind === "run")
      run(data).then(
        () => post({ kind: "done" }),
        (error) => post({ kind: "failed", text: String((error && error.message) || error) }),
      );
  };
})();
