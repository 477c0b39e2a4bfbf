// The description as JSON, for readers that know no YAML: node tojson.mjs FROM TO
import { writeFileSync } from "node:fs";
import { readDescription } from "./description.mjs";

writeFileSync(process.argv[3], JSON.stringify(readDescription(process.argv[2])));
