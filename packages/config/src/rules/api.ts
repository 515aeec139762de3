import type { Path } from '../mistakes.ts';
import type { Rule, View } from '../view.ts';

const path = ['api', 'spec'];

/** The OpenAPI document is built in, a file of the repository, or something that https serves. */
export const specRule: Rule = (view) => {
  const spec = view.text(...path);
  if (spec === undefined || spec === 'built-in') return;
  if (/^[a-z][a-z0-9+.-]*:/i.test(spec)) {
    checkUrl(view, spec);
    return;
  }
  if (spec.startsWith('/') || spec.includes('\\')) {
    view.wrong(
      path,
      `"${spec}" is not a relative path with forward slashes`,
      'write the path from this file, for example `../specs/openai.json`',
    );
  }
  if (!/\.(json|ya?ml)$/i.test(spec)) {
    view.wrong(
      path,
      `"${spec}" is neither built-in, nor a .json, .yaml or .yml file, nor an https URL`,
      'write `built-in`, a path or a URL',
    );
  }
};

function checkUrl(view: View, spec: string): void {
  const url = URL.canParse(spec) ? new URL(spec) : undefined;
  if (url?.protocol !== 'https:') {
    view.wrong(path, `"${spec}" is not an https URL`, 'use https, or a file of the repository');
  } else if (url.username !== '' || url.password !== '') {
    view.wrong(
      path,
      'the URL holds a user name or password, and this file lies in a repository',
      'remove it from the URL',
    );
  }
}

/** Products, and the subscriptions of each, are told apart by their names. */
export const productsRule: Rule = (view) => {
  const products = ['api', 'products'];
  once(view, products, (index) => [...products, index, 'name'], 'products');
  view.list(...products).forEach((_, index) => {
    const subscriptions = [...products, index, 'subscriptions'];
    once(view, subscriptions, (at) => [...subscriptions, at], 'subscriptions of one product');
  });
};

function once(view: View, list: Path, pathOf: (index: number) => Path, what: string): void {
  const seen = new Set<string>();
  view.list(...list).forEach((_, index) => {
    const name = view.text(...pathOf(index));
    if (name === undefined) return;
    if (seen.has(name)) view.wrong(pathOf(index), `two ${what} are named "${name}"`, 'give one of them another name');
    seen.add(name);
  });
}
