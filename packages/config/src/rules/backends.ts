import { isFoundryHost } from '../foundry-hosts.ts';
import type { Rule, View } from '../view.ts';

/** What our own backends beside the pool's members are called. */
const TAKEN = ['own', 'pool', 'content-safety', 'embeddings'];

/** Each further backend has a name of its own, and can be called without giving a token of ours to a stranger. */
export const backendsRule: Rule = (view) => {
  const names = view.list('api', 'backends').map((_, index) => view.text('api', 'backends', index, 'name'));
  for (const [index, name] of names.entries()) {
    const path = ['api', 'backends', index, 'name'];
    if (name !== undefined && names.indexOf(name) < index)
      view.wrong(path, `two backends have the name "${name}"`, 'rename one of them');
    if (name !== undefined && TAKEN.includes(name))
      view.wrong(path, `"${name}" is the name of a backend that the gateway has anyway`, 'rename it');
    authentication(view, index);
  }
};

/** A host that no Foundry account has must never get a token for Foundry: with it, it could use our models. */
function authentication(view: View, index: number): void {
  const path = ['api', 'backends', index];
  const url = view.text(...path, 'url');
  const audience = view.text(...path, 'audience');
  const hasKey = view.get(...path, 'apiKey') !== undefined;
  if (url === undefined || !view.sound(...path)) return;
  if (audience !== undefined && hasKey) {
    view.wrong([...path, 'audience'], 'a backend takes either a token or a key', 'remove `audience` or `apiKey`');
  } else if (audience === undefined && !hasKey && !isFoundryHost(url)) {
    view.wrong(
      [...path, 'url'],
      'this is no Foundry account, and nothing says how the gateway proves to it who it is',
      'write `audience` (its application in Entra ID) or `apiKey: { secret: … }`',
    );
  } else if (audience !== undefined && !isFoundryHost(url) && isMicrosofts(audience)) {
    view.wrong(
      [...path, 'audience'],
      'with a token for this audience the endpoint could use the models of the environment itself',
      'write the application that stands for the endpoint, for example `api://llm.contoso.com`',
    );
  }
}

/** Audiences of Azure's own services. */
function isMicrosofts(audience: string): boolean {
  return /^https:\/\/([a-z0-9-]+\.)*(azure\.(com|net)|windows\.net|microsoft\.com)(\/|$)/i.test(audience);
}
