// Writes the patterns that tell programs from readers, one a line: node patterns.js <output>
import { readFileSync, writeFileSync } from "node:fs";

const list = new URL("node_modules/crawler-user-agents/crawler-user-agents.json", import.meta.url);
const kept = JSON.parse(readFileSync(list, "utf8")).map((robot) => robot.pattern);
if (kept.length < 1000 || kept.some((pattern) => typeof pattern !== "string" || /[\r\n]/.test(pattern)))
    throw new Error("the list is not what it was");

// The list takes the names of these apps for their fetchers of previews. Those begin with the name; a page that a person
// opens inside the app has it at the end of a browser's own agent.
const apps = ["Viber", "WhatsApp", "Mastodon"];
for (const app of apps) {
    if (!kept.includes(app))
        throw new Error(`the list no longer has ${app}`);
}
const narrowed = kept.map((pattern) => (apps.includes(pattern) ? "^" + pattern : pattern));

// Every browser calls itself Mozilla, Opera or one of few other names, and phones from before browsers did name their
// profile. Whatever begins otherwise is a program that says which (Java/1.8, Ruby, PHP/8, kube-probe/1.28, "-").
const browsers = ["Mozilla\\/\\d", "Opera\\/\\d", "Lynx\\/", "w3m\\/", "Links ", "ELinks\\/", "Dillo\\/", "NetSurf\\/",
    "UCWEB\\/", "SAMSUNG-", ".*Profile\\/MIDP"];
const own = [
    `^(?!${browsers.join("|")})`,
    "^Mozilla\\/[\\d.]+ *$", // no browser says no more than that
    "^Mozilla\\/[\\d.]+ \\(compatible;(?! MSIE| Konqueror)", // "compatible with": what a program claims, and old browsers
    "\\+https?:\\/\\/", // where to read about the program
    // Programs built around a browser's engine, or called like one, that are no browsers.
    "Thunderbird\\/", "PowerShell\\/", "Lighthouse", "PageSpeed", "PTST\\/", "GTmetrix", "ms-office", "MSOffice", "Microsoft Outlook", "Postman\\/", "NetNewsWire",
];
writeFileSync(process.argv[2], [...narrowed, ...own].join("\n") + "\n");
