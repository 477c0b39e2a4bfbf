// Is the description sound by itself? node description.test.mjs SOURCE_FOLDER
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Description, readDescription } from "./description.mjs";

const source = process.argv[2];
const readJson = (path) => JSON.parse(readFileSync(`${source}/${path}`, "utf8"));
const document = readDescription(`${source}/resources/openapi.yaml`);
const description = new Description(document);
const schemas = document.components.schemas;
const asSchema = (name) => ({ $ref: `#/components/schemas/${name}` });
const withCapital = (name) => name[0].toUpperCase() + name.slice(1);

/// Every object within a value, with the way to it.
function* objects(value, place = "") {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) yield [value, place];
  for (const [key, inner] of Object.entries(value)) yield* objects(inner, `${place}/${key}`);
}

test("it is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(structuredClone(document));
  assert.deepEqual(result.errors ?? [], []);
  assert.ok(result.valid);
});

test("every schema compiles, and every reference leads somewhere", () => {
  for (const name of Object.keys(schemas)) description.ajv.compile({ $ref: `wire#/$defs/${name}` });
  for (const [object, place] of objects(document))
    if (typeof object.$ref === "string") assert.ok(description.resolve(object), `${place} → ${object.$ref}`);
});

test("every part is used", () => {
  const used = new Set([...objects(document)].map(([object]) => object.$ref));
  for (const [object] of objects(document)) for (const target of Object.values(object.mapping ?? {})) used.add(target);
  for (const kind of ["parameters", "headers", "responses", "schemas", "examples"])
    for (const name of Object.keys(document.components[kind] ?? {}))
      assert.ok(used.has(`#/components/${kind}/${name}`), `${kind}/${name} is not used`);
});

test("every example fits the schema it stands beside", () => {
  let count = 0;
  for (const [object, place] of objects(document)) {
    if (!object.schema) continue;
    for (const [name, example] of Object.entries(object.examples ?? {})) {
      assert.deepEqual(description.faults(object.schema, description.resolve(example).value, name), [], place);
      ++count;
    }
  }
  assert.ok(count >= 12, `only ${count} examples`);
});

test("a document is what the editor's schema says", () => {
  const editor = readJson("resources/editor/schema.json");
  const nameOf = (node) => (node === editor.topNode ? "Document" : withCapital(node));
  const ofAttribute = (spec) => ({
    enum: () => ({ enum: spec.values, default: spec.default }),
    integer: () => ({ type: "integer", minimum: spec.min, maximum: spec.max, default: spec.default }),
    string: () => ({ type: "string", maxLength: spec.maxLength, default: spec.default }),
    href: () => ({ type: "string", maxLength: spec.maxLength, default: spec.default }),
    uuid: () => ({ type: "string", default: spec.default }),
  })[spec.type]();
  const attributesOf = (schema) =>
    Object.fromEntries(Object.entries(description.resolve(schema.properties.attrs ?? asSchema("NoAttributes")).properties ?? {})
      .map(([name, { description: _, pattern: __, ...rest }]) => [name, rest]));
  const expected = (type) =>
    Object.fromEntries(Object.entries(type.attrs ?? {}).map(([name, spec]) => [name, ofAttribute(spec)]));
  for (const [node, type] of Object.entries(editor.nodes)) {
    const schema = schemas[nameOf(node)];
    assert.equal(schema?.properties.type.const, node);
    assert.deepEqual(attributesOf(schema), expected(type), node);
    assert.equal("marks" in schema.properties, Boolean(type.inline), node);
  }
  for (const [mark, type] of Object.entries(editor.marks)) {
    const schema = schemas[`${withCapital(mark)}Mark`];
    assert.equal(schema?.properties.type.const, mark);
    assert.deepEqual(attributesOf(schema), expected(type), mark);
  }
  const listed = (name) => schemas[name].oneOf.map((each) => description.resolve(each).properties.type.const);
  const group = (name) => Object.keys(editor.nodes).filter((node) => editor.nodes[node].group === name);
  assert.deepEqual(listed("Block").sort(), group("block").sort());
  assert.deepEqual(listed("Inline").sort(), group("inline").sort());
  assert.deepEqual(listed("Mark"), editor.markOrder);
  const known = [...Object.keys(editor.nodes), ...Object.keys(editor.marks)].sort();
  const described = Object.values(schemas).map((schema) => schema.properties?.type?.const).filter(Boolean).sort();
  assert.deepEqual(described, known);
  const words = schemas.Document.description.replace(/\s+/g, " ");
  assert.equal(editor.limits.bytes, 6 << 20);
  for (const text of ["6 MiB", `${editor.limits.depth} levels`, `${editor.limits.nodes.toLocaleString("en")} nodes`,
                      `${editor.limits.characters.toLocaleString("en")} characters`])
    assert.ok(words.includes(text), text);
});

const fixtures = "tests/document/fixtures";
test("every document of the fixtures is let in", () => {
  const names = readdirSync(`${source}/${fixtures}`).filter((name) => name.endsWith(".json") && name !== "refused.json");
  assert.ok(names.length > 5);
  for (const name of names)
    assert.deepEqual(description.faults(asSchema("Document"), readJson(`${fixtures}/${name}`), name), []);
});

test("what the fixtures refuse is refused, but for what is only too large", () => {
  for (const each of readJson(`${fixtures}/refused.json`).filter(({ code }) => code !== "tooLarge"))
    assert.notDeepEqual(description.faults(asSchema("Document"), each.document, each.name), [], each.name);
});
