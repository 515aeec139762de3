/** How a path fits a template: values of its parameters, and how much of the template is literal. */
export interface TemplateMatch {
  readonly parameters: Readonly<Record<string, string>>;
  readonly literals: number;
}

/** Fits a path to `/responses/{response_id}/input_items`. A `*` at the end takes the rest; a query part is passed over. */
export function matchTemplate(template: string, path: string): TemplateMatch | undefined {
  const wanted = segments(template.split('?')[0] ?? '');
  const found = segments(path);
  const rest = wanted.at(-1) === '*';
  if (rest ? found.length < wanted.length - 1 : found.length !== wanted.length) return undefined;
  const parameters: Record<string, string> = {};
  let literals = 0;
  for (const [index, part] of (rest ? wanted.slice(0, -1) : wanted).entries()) {
    const segment = found[index] ?? '';
    const name = /^\{\*?([^}]+)\}$/.exec(part)?.[1];
    if (name !== undefined) parameters[name] = decode(segment);
    else if (part.toLowerCase() === segment.toLowerCase()) literals += 1;
    else return undefined;
  }
  return { parameters, literals };
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
