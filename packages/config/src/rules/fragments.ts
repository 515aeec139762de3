import { basename } from 'node:path';
import type { Path } from '../mistakes.ts';
import type { Rule, View } from '../view.ts';

/** Sections and places of `api.fragments`, in the order of a request. */
const PLACES = ['inbound', 'outbound', 'onError'].flatMap((section) =>
  ['before', 'after'].map((place) => [section, place] as const),
);

/** Fragments are files of the repository; in API Management each is known by the name of its file. */
export const fragmentsRule: Rule = (view) => {
  const files = PLACES.flatMap(([section, place]) => {
    const path = ['api', 'fragments', section, place];
    return view.list(...path).flatMap((_, index) => {
      const file = view.text(...path, index);
      return file === undefined ? [] : [{ path: [...path, index], file }];
    });
  });
  for (const [index, { path, file }] of files.entries()) {
    checkPath(view, path, file);
    const same = files.slice(0, index).find((other) => nameOf(other.file) === nameOf(file) && other.file !== file);
    if (same !== undefined)
      view.wrong(
        path,
        `"${same.file}" has the same name, and a gateway knows fragments by their names`,
        'rename one of them',
      );
  }
};

function nameOf(file: string): string {
  return basename(file).toLowerCase();
}

function checkPath(view: View, path: Path, file: string): void {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(file))
    view.wrong(
      path,
      `"${file}" is not a relative path with forward slashes`,
      'write the path from this file, for example `policies/header.xml`',
    );
  else if (!/^\w(?:[\w-]*\w)?\.xml$/.test(basename(file)))
    view.wrong(
      path,
      `"${basename(file)}" cannot be the name of a fragment`,
      'name the file with letters, digits, hyphens and underscores, and end it in .xml',
    );
}

/** A secret never stands in a file of a repository. */
export const namedValuesRule: Rule = (view) => {
  for (const [name] of view.texts('api', 'namedValues')) {
    if (!/secret|password|passwd|api-?key|access-?key|token|connection-?string/i.test(name)) continue;
    view.wrong(
      ['api', 'namedValues', name],
      `"${name}" sounds like a secret, and this file lies in a repository`,
      'keep it in a Key Vault and write `{ secret: https://<vault>.vault.azure.net/secrets/<name> }`, or give it another name',
    );
  }
};
