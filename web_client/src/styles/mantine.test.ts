/** Every Mantine component that is imported has its stylesheet in mantine.css: else it stands there undressed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "..");
const css = join(src, "../node_modules/@mantine/core/styles");

it("lists a stylesheet for each component in use", () => {
  const listed = readFileSync(join(src, "styles/mantine.css"), "utf8");
  const missing = new Set<string>();
  for (const file of readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"))) {
    const text = readFileSync(join(src, file), "utf8");
    for (const [, names = ""] of text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g))
      for (const name of names.split(",").map((part) => part.trim()))
        if (existsSync(join(css, `${name}.css`)) && !listed.includes(`/${name}.css`)) missing.add(`${file}: ${name}`);
  }
  expect([...missing]).toEqual([]);
});
