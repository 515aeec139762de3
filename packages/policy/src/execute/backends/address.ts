import { PolicyError } from '../policy-error.ts';

/** A path below a backend's base address, with the query it already has. */
export function addressBelow(base: string, path: string, search: string): URL {
  if (!URL.canParse(base)) throw new PolicyError('BackendUrlInvalid', `The backend URL '${base}' is not valid.`);
  const target = new URL(base);
  target.pathname = `${target.pathname.replace(/\/$/, '')}${path}`;
  target.search = search;
  return target;
}
