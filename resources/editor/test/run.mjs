// Bundles each test with what it tests and runs it under node's test runner. TOASOAN_SOURCE_DIR is the checkout (the
// build runs this from a copy).
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'toasoan-editor-'));
try {
  const names = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: names.map((name) => join(here, name)),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  const run = spawnSync(process.execPath, ['--test', ...names.map((name) => join(out, name.replace(/\.ts$/, '.mjs')))], {
    stdio: 'inherit',
    env: { TOASOAN_SOURCE_DIR: resolve(here, '../../..'), ...process.env },
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
