/** The tag of an image without its digest: `v0.11.4` of `ghcr.io/open-webui/open-webui:v0.11.4@sha256:…`. */
export function tagOf(image: string): string {
  return /:([^:@/]+)(?:@[^/]*)?$/.exec(image.replace(/@sha256:[0-9a-f]+$/i, ''))?.[1] ?? image;
}

/** Negative where `a` is the older image, positive where it is the newer; 0 where they are of one version, or not comparable. */
export function compareImages(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (left === undefined || right === undefined) return 0;
  return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/**
 * Whether two images have the same schema: the same version number, unless two digests say that the tag was moved.
 * Pinning a version that already runs, or taking its slim image, is no upgrade.
 */
export function sameSchema(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [digestOf(a), digestOf(b)];
  const moved = tagOf(a) === tagOf(b) && left !== undefined && right !== undefined && left !== right;
  return !moved && numbersOf(a) !== undefined && numbersOf(b) !== undefined && compareImages(a, b) === 0;
}

function digestOf(image: string): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/i.exec(image)?.[1];
}

function numbersOf(image: string): readonly number[] | undefined {
  return /^v?(\d+)\.(\d+)\.(\d+)(?:-|$)/.exec(tagOf(image))?.slice(1, 4).map(Number);
}
