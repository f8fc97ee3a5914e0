// Turns a JSON document on stdin into TypeScript on stdout: `types.mjs openapi` or `types.mjs room`.
import { text } from "node:stream/consumers";
import { compile } from "json-schema-to-typescript";
import openapiTS, { astToString } from "openapi-typescript";

const BANNER = "/* Written by `make types`; change the Python side instead. */";

const makers = {
  openapi: async (schema) => `${BANNER}\n\n${astToString(await openapiTS(schema, { alphabetize: true }))}`,
  room: (schema) =>
    compile(schema, "RoomMessages", {
      additionalProperties: false,
      bannerComment: BANNER,
      format: true,
      style: { printWidth: 120 },
      unreachableDefinitions: false,
    }),
};

const [, , kind] = process.argv;
const make = makers[kind];
if (!make) {
  console.error("usage: types.mjs openapi|room < schema.json");
  process.exit(2);
}
process.stdout.write((await make(JSON.parse(await text(process.stdin)))).trimEnd() + "\n");
