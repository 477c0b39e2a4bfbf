// Writes the patterns of the kept list, one a line: node patterns.js <output>
import { readFileSync, writeFileSync } from "node:fs";

const list = new URL("node_modules/crawler-user-agents/crawler-user-agents.json", import.meta.url);
const patterns = JSON.parse(readFileSync(list, "utf8")).map((robot) => robot.pattern);
if (patterns.length < 1000 || patterns.some((pattern) => typeof pattern !== "string" || /[\r\n]/.test(pattern)))
    throw new Error("the list is not what it was");
writeFileSync(process.argv[2], patterns.join("\n") + "\n");
