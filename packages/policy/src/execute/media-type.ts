/** Whether a content type is JSON or XML: `application/json`, `text/json`, or any that ends with `+json`. */
export function isMediaType(type: string | undefined, kind: 'json' | 'xml'): boolean {
  const name = mediaTypeOf(type);
  return name === `application/${kind}` || name === `text/${kind}` || name.endsWith(`+${kind}`);
}

/** A content type without its parameters, in lower case; empty where there is none. */
export function mediaTypeOf(type: string | undefined): string {
  return (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
