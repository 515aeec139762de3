import { TemplateError } from '../errors.ts';
import type { Json } from '../json.ts';

/** Everything that may stand in a template file but not in JSON: comments, trailing commas, line breaks in strings. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g;

/** Parses a template or parameter file as ARM does: JSON with comments, trailing commas and multi-line strings. */
export function parseJsonText(text: string): Json {
  const strict = text.replace(/^\uFEFF/, '').replaceAll(TOKEN, (token) => {
    if (!token.startsWith('"')) return token.startsWith(',') ? '' : ' ';
    return token.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  });
  try {
    return JSON.parse(strict) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError('InvalidTemplate', `The template is not valid JSON: ${reason}`);
  }
}
