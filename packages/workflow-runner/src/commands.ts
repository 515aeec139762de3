/** A workflow command on a process's output: `::error file=a.yml,line=3::text`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Parses a line, `undefined` where it is plain output. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^\s*::(?<name>[a-z][a-z-]*)(?: (?<properties>[^:]*(?::(?!:)[^:]*)*))?::(?<message>.*)$/i.exec(line);
  const { name, properties = '', message = '' } = match?.groups ?? {};
  if (name === undefined) return undefined;
  const pairs = properties
    .split(',')
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]);
  return {
    name: name.toLowerCase(),
    properties: Object.fromEntries(pairs) as Record<string, string>,
    message: unescapeData(message),
  };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
