import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { runnerFiles } from "./runnerFiles.ts";

// The development server forwards API calls and the room's socket to a locally running `interview-lab serve`.
const server = process.env["INTERVIEW_LAB_SERVER"] ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), runnerFiles()],
  build: {
    outDir: "../server/static",
    emptyOutDir: true,
    target: "es2022",
    manifest: true, // what each page loads is read from it by a test
    chunkSizeWarningLimit: 400,
  },
  server: {
    proxy: { "/api": { target: server, ws: true } },
  },
  test: {
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 120_000, // the machine may be busy; a hang still fails
    maxWorkers: "100%",
    // A document of its own takes a second for each file. What needs one without being a component says so at its top:
    // `// @vitest-environment jsdom`.
    projects: [
      {
        extends: true,
        test: {
          name: "components",
          include: ["src/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: ["./tests/setup.ts"],
        },
      },
      { extends: true, test: { name: "plain", include: ["src/**/*.test.ts"], environment: "node" } },
    ],
  },
});
