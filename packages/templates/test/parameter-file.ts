import type { TemplateParameters } from '../src/index.ts';
import { bicepLiteral } from './bicep-literal.ts';

/** Text of a `.bicepparam` file. `using` is the path of the template's source from the file's folder. */
export function parameterFile(using: string, parameters: TemplateParameters): string {
  const lines = Object.entries(parameters).map(([name, { value }]) => `param ${name} = ${bicepLiteral(value)}`);
  return [`using '${using}'`, ...lines].join('\n\n') + '\n';
}
