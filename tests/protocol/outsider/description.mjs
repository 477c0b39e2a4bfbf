// The description of the wire as something that requests and answers can be held against.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { parse } from "yaml";

export const readDescription = (path) => parse(readFileSync(path, "utf8"));

const schemaReference = "#/components/schemas/";

// Schemas as ajv takes them. The description leaves objects open, since clients skip what they do not know; here they are
// closed, so that nothing is sent that is not described. A document is closed by itself.
function closed(value) {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== "object") return value;
  const schema = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref" && typeof inner === "string") schema.$ref = inner.replace(schemaReference, "wire#/$defs/");
    else if (key === "discriminator" && inner.mapping) schema[key] = { propertyName: inner.propertyName };
    else schema[key] = closed(inner);
  }
  if (schema.type === "object" && schema.properties && schema.additionalProperties === undefined)
    schema.additionalProperties = false;
  return schema;
}

// Fields whose every use has to be described. Tus-Resumable is on all answers of the upload routes.
const describedField = /^(toasoan-|tus-(?!resumable)|upload-|x-http-|location$|www-authenticate$|retry-after$|content-range$)/;

export class Description {
  constructor(document) {
    this.document = document;
    this.ajv = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, discriminator: true, allErrors: true });
    this.ajv.addSchema({ $id: "wire", $defs: closed(document.components.schemas) });
    this.compiled = new Map();
    this.operations = Object.entries(document.paths).flatMap(([template, item]) =>
      ["get", "put", "post", "delete", "options", "head", "patch"]
        .filter((method) => item[method])
        .map((method) => ({
          ...item[method],
          id: item[method].operationId,
          method: method.toUpperCase(),
          template,
          form: new RegExp(`^${template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
          parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((each) => this.resolve(each)),
        })));
    this.seen = new Set(); // "operationId status"
    this.seenErrors = new Set(); // "code subject"
  }

  resolve(value) {
    if (!value?.$ref) return value;
    return this.resolve(value.$ref.slice(2).split("/").reduce((at, key) => at[key], this.document));
  }

  /// What is wrong with a value, in words; nothing if it fits.
  faults(schema, value, place) {
    if (!this.compiled.has(schema)) this.compiled.set(schema, this.ajv.compile(closed(schema)));
    const validate = this.compiled.get(schema);
    return validate(value)
      ? []
      : validate.errors.slice(0, 8).map((error) => `${place}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  }

  faultsOfText(schema, text, place) {
    const plain = this.resolve(schema);
    const isNumber = plain.type === "integer" || typeof plain.const === "number";
    return this.faults(schema, isNumber ? Number(text) : text, place);
  }

  find(method, path) {
    return this.operations.find((operation) => operation.method === method && operation.form.test(path));
  }

  /// What a request says that is not described, or leaves out.
  requestFaults(request) {
    const url = new URL(request.url);
    const operation = this.find(request.method, url.pathname);
    if (!operation) return [`${request.method} ${url.pathname} is not described`];
    const faults = [];
    const known = { query: new Set(), header: new Set() };
    for (const parameter of operation.parameters) {
      known[parameter.in]?.add(parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name);
      const value = {
        path: () => operation.form.exec(url.pathname).groups[parameter.name],
        query: () => url.searchParams.get(parameter.name),
        header: () => request.headers.get(parameter.name),
      }[parameter.in]();
      if (value !== null) faults.push(...this.faultsOfText(parameter.schema, value, parameter.name));
      else if (parameter.required) faults.push(`${parameter.name} is missing`);
    }
    for (const name of url.searchParams.keys())
      if (!known.query.has(name)) faults.push(`?${name} is not described`);
    for (const name of request.headers.keys())
      if (describedField.test(name) && !known.header.has(name)) faults.push(`${name} is not described`);
    const needsSession = (operation.security ?? this.document.security).length > 0;
    if (needsSession && !/^Bearer [A-Za-z0-9_-]+$/.test(request.headers.get("authorization") ?? ""))
      faults.push("no session");
    const described = this.resolve(operation.requestBody);
    if (request.body === undefined) {
      if (described?.required) faults.push("no body");
    } else {
      const type = request.headers.get("content-type");
      const content = described?.content[type];
      if (!content) faults.push(`a body of ${type} is not described`);
      else if (type === "application/json") faults.push(...this.faults(content.schema, JSON.parse(request.body), "body"));
      if (Buffer.byteLength(request.body) > operation["x-body-limit"]) faults.push("the body is too large");
    }
    return faults.map((fault) => `${operation.id}: request: ${fault}`);
  }

  /// What an answer says that is not described. `body` is a Buffer.
  answerFaults(request, answer) {
    const operation = this.find(request.method, new URL(request.url).pathname);
    if (!operation) return [];
    this.seen.add(`${operation.id} ${answer.status}`);
    const described = this.resolve(operation.responses[answer.status] ?? operation.responses.default);
    if (!described) return [`${operation.id}: ${answer.status} is not described`];
    const faults = [];
    const fields = Object.entries(described.headers ?? {}).map(([name, header]) => [name.toLowerCase(), this.resolve(header)]);
    for (const [name, header] of fields) {
      const value = answer.headers.get(name);
      if (value !== null) faults.push(...this.faultsOfText(header.schema, value, name));
      else if (header.required) faults.push(`${name} is missing`);
    }
    for (const name of answer.headers.keys())
      if (describedField.test(name) && !fields.some(([known]) => known === name)) faults.push(`${name} is not described`);
    const type = answer.headers.get("content-type") ?? "";
    const content = Object.entries(described.content ?? {})
      .find(([range]) => type.startsWith(range.replace("*", "")))?.[1];
    const hasNoBody = request.method === "HEAD" || request.headers.get("x-http-method-override") === "HEAD" || !described.content;
    if (hasNoBody && answer.body.length > 0) faults.push("a body is not described");
    if (!hasNoBody && !content) faults.push(`a body of '${type}' is not described`);
    if (!hasNoBody && type.startsWith("application/json")) {
      const json = JSON.parse(answer.body);
      faults.push(...this.faults(content.schema, json, "body"));
      if (answer.status >= 400) faults.push(...this.errorFaults(answer.status, json.error));
    } else if (!hasNoBody && type.startsWith("text/")) {
      faults.push(...this.faults(content.schema, answer.body.toString(), "body"));
    }
    return faults.map((fault) => `${operation.id}: ${answer.status}: ${fault}`);
  }

  /// Whether code, subject and status of an error are in the table of errors.
  errorFaults(status, error) {
    const row = this.document["x-errors"].find((each) => each.code === error?.code);
    if (!row) return [`no such code: ${error?.code}`];
    const covers = (form) => (form.endsWith("…") ? error.subject.startsWith(form.slice(0, -1)) : form === error.subject);
    if (!Object.keys(row.subjects).some(covers)) return [`no such subject of ${error.code}: ${error.subject}`];
    this.seenErrors.add(`${error.code} ${error.subject}`);
    const statuses = row.statuses?.[error.subject] ?? [row.status];
    return statuses.includes(status) ? [] : [`${error.code} ${error.subject} has the status ${statuses}`];
  }
}
