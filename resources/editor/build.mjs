// Bundles the page: one script, one style sheet with its fonts beside it, one HTML file.
//   node build.mjs [OUTPUT FOLDER]
import { build } from 'esbuild';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, 'dist'));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { editor: 'src/main.ts' },
  outdir: out,
  bundle: true,
  format: 'iife',
  target: 'chrome102', // QtWebEngine 6.4
  minify: true,
  legalComments: 'none',
  loader: { '.woff2': 'file', '.woff': 'empty' },
  assetNames: '[name]',
  logLevel: 'warning',
});
await copyFile(join(here, 'editor.html'), join(out, 'editor.html'));

// The tool bar's icons, drawn by Qt in the palette's colours.
const icons = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'remove-formatting', 'list',
  'list-ordered', 'text-quote', 'link', 'unlink', 'table', 'image-plus', 'text-align-start', 'text-align-center', 'text-align-end',
  'text-align-justify', 'undo-2', 'redo-2', 'minus', 'triangle-alert', 'x',
  'chevron-up', 'chevron-down'];
for (const icon of icons)
  await copyFile(join(here, 'node_modules/lucide-static/icons', `${icon}.svg`), join(out, `${icon}.svg`));

// Qt's resource file lists what there is, so the build need not know the fonts by name.
const files = (await readdir(out)).filter((name) => name !== 'editor.qrc').sort();
await writeFile(join(out, 'editor.qrc'),
  `<RCC><qresource prefix="/editor">\n${files.map((name) => `  <file>${name}</file>`).join('\n')}\n</qresource></RCC>\n`);
