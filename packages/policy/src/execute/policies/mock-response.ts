import type { RepresentationDescription, ResponseDescription } from '../../operation-description.ts';
import { sampleOf } from '../../validation/schema-sample.ts';
import { definitionOf } from '../../validation/schema-lookup.ts';
import { mediaTypeOf } from '../media-type.ts';
import { ResponseReturned, type Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** `mock-response`: an example of the operation's description, a sample of its schema, or no content. */
export const mockResponse: Handler = async (run, element) => {
  const status = (await run.whole(element, 'status-code')) ?? 200;
  const wanted = await run.text(element, 'content-type');
  const index = (await run.whole(element, 'index')) ?? 0;
  const described = run.call.operation?.responses?.find(({ statusCode }) => statusCode === status);
  const representation = representationOf(described, wanted);
  const response = run.newResponse(status, '');
  const type = wanted ?? representation?.contentType;
  if (type !== undefined) response.headers.set('Content-Type', type);
  if (representation !== undefined) response.body.content = Buffer.from(contentOf(run, representation, index));
  throw new ResponseReturned();
};

/** Without a type the first one that the description names. */
function representationOf(
  described: ResponseDescription | undefined,
  wanted: string | undefined,
): RepresentationDescription | undefined {
  const all = described?.representations ?? [];
  return wanted === undefined
    ? all[0]
    : all.find(({ contentType }) => mediaTypeOf(contentType) === mediaTypeOf(wanted));
}

function contentOf(run: Run, representation: RepresentationDescription, index: number): string {
  const examples = Object.values(representation.examples ?? {});
  const example = (examples[index] ?? examples[0])?.value ?? representation.sample;
  if (example !== undefined) return typeof example === 'string' ? example : JSON.stringify(example);
  const { schemaId, typeName } = representation;
  const document = schemaId === undefined ? undefined : run.call.api?.schemas?.[schemaId];
  const schema = typeName === undefined ? undefined : definitionOf(document, typeName);
  return schema === undefined ? '' : JSON.stringify(sampleOf(schema));
}
