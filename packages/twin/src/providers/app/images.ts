/** Registries that the platform can pull from without credentials. */
const REGISTRIES = [
  /^docker\.io$/,
  /^registry-1\.docker\.io$/,
  /^ghcr\.io$/,
  /^mcr\.microsoft\.com$/,
  /^quay\.io$/,
  /^[a-z0-9]+\.azurecr\.io$/,
];

/** Repositories whose tags are known by shape: another tag does not exist there. */
const TAGS: Readonly<Record<string, RegExp>> = {
  'ghcr.io/open-webui/open-webui':
    /^(?:latest|main|dev|(?:v?\d+\.\d+(?:\.\d+)?|git-[0-9a-f]+|main|dev|latest)(?:-(?:slim|cuda|cuda126|ollama))?|slim|cuda|ollama)$/,
  'docker.io/library/node':
    /^(?:latest|lts|current|\d+(?:\.\d+){0,2}|[a-z]+)(?:-(?:alpine|slim|bookworm|trixie|bullseye)[a-z0-9.-]*)?$/,
};

/** The digest that tests pin where an image must not be there. */
const NOTHING = `sha256:${'0'.repeat(64)}`;

/** Why an image cannot be pulled, in a registry's words; undefined when it can. */
export function imageProblem(image: string): string | undefined {
  const match = /^([^@\s]+?)(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image);
  const [, name, tag, digest] = match ?? [];
  if (name?.toLowerCase() !== name || name === undefined) return 'could not parse reference';
  const repository = fullName(name);
  const registry = repository.split('/')[0] ?? '';
  if (!REGISTRIES.some((pattern) => pattern.test(registry)))
    return `GET https:: dial tcp: lookup ${registry}: no such host`;
  // With a digest the tag is not looked at. Which digests exist only the registry knows: one is of nothing for sure.
  if (digest !== undefined)
    return digest === NOTHING ? `GET https:: MANIFEST_UNKNOWN: manifest unknown; map[Digest:${digest}]` : undefined;
  const known = TAGS[repository];
  if (known !== undefined && !known.test(tag ?? 'latest')) {
    return `GET https:: MANIFEST_UNKNOWN: manifest unknown; map[Tag:${tag ?? 'latest'}]`;
  }
  return undefined;
}

/** `node` is `docker.io/library/node`, `a/b` is `docker.io/a/b`. */
function fullName(name: string): string {
  const [first = '', ...rest] = name.split('/');
  if (rest.length === 0) return `docker.io/library/${first}`;
  return /[.:]/.test(first) ? name : `docker.io/${name}`;
}
