import { OpenApiError } from './mistakes.ts';

/**
 * The text of a document: UTF-8, or UTF-16 where a byte order mark or the zero bytes of its first character say so (YAML
 * 1.2, 5.2). Throws `OpenApiError` for what is no text of a document at all.
 */
export function decodeDocument(bytes: Uint8Array, source: string): string {
  const refuse = (text: string): never => {
    throw new OpenApiError([{ source, text }]);
  };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) refuse('is compressed by gzip; unpack it first');
  const text = decode(bytes) ?? refuse('is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8');
  const start = text.trimStart();
  if (start === '') refuse('is empty; an OpenAPI document is expected');
  if (start.startsWith('<'))
    refuse(
      `is ${/^<(?:!doctype html|html|head|body)/i.test(start) ? 'HTML' : 'HTML or XML'}, not an OpenAPI document: where it was fetched, use the address of the raw document`,
    );
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
