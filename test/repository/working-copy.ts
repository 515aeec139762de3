import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, trackedFiles } from './sources.ts';

/** A copy of this checkout in another folder, to change at will. */
export interface WorkingCopy extends Disposable {
  readonly folder: string;
}

/**
 * Copies the files that git knows; what is installed is linked file by file, which takes half a second and leaves the
 * links between workspaces pointing into the copy.
 */
export function createWorkingCopy(): WorkingCopy {
  const folder = mkdtempSync(join(tmpdir(), 'lz-copy-'));
  for (const file of trackedFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  for (const modules of ['node_modules', ...nestedModules()]) linkFolder(join(root, modules), join(folder, modules));
  return {
    folder,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What npm could not put into the one folder at the root. */
function nestedModules(): readonly string[] {
  return ['packages', 'actions'].flatMap((parent) =>
    readdirSync(join(root, parent)).flatMap((name) =>
      readdirSync(join(root, parent, name)).includes('node_modules') ? [join(parent, name, 'node_modules')] : [],
    ),
  );
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** Links do not cross file systems. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
