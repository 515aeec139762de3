/** Parameters of a deployment as ARM takes them. A type alias, so that it also fits an index signature of objects. */
export type TemplateParameters = Readonly<Record<string, { readonly value: unknown }>>;

/** Wraps values as ARM wants them. What is undefined is left out: the template's own default holds. */
export function toParameters(values: Readonly<Record<string, unknown>>): TemplateParameters {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, { value }]),
  );
}
