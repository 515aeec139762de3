// What of a bundle is read at start, and what only when it is needed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a bundle's folder: those that `index.js` imports statically, directly or through others, and the rest,
 * which only `import()` reaches.
 * @param {string} folder
 * @returns {{ startBytes: number, totalBytes: number, lazy: { file: string, bytes: number }[] }}
 */
export function bundleSize(folder) {
  const files = readdirSync(folder).filter((file) => statSync(join(folder, file)).isFile());
  const bytes = Object.fromEntries(files.map((file) => [file, statSync(join(folder, file)).size]));
  const atStart = new Set();
  const visit = (file) => {
    if (atStart.has(file)) return;
    atStart.add(file);
    staticImports(readFileSync(join(folder, file), 'utf8'), files).forEach(visit);
  };
  visit('index.js');
  const sum = (names) => [...names].reduce((total, file) => total + bytes[file], 0);
  return {
    startBytes: sum(atStart),
    totalBytes: sum(files),
    lazy: files
      .filter((file) => !atStart.has(file))
      .map((file) => ({ file, bytes: bytes[file] }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}

/** `from"./a.js"` and `import"./a.js"`, where `a.js` is a file of the bundle; a bundler writes nothing else. */
function staticImports(source, files) {
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)]
    .map(([, file]) => file)
    .filter((file) => files.includes(file));
}
