import type { NameValues } from './header-list.ts';
import type { MessageBody } from './message.ts';
import type { ResponseState, Run } from './run.ts';

/** The message that a policy changes: the request until it has gone out, then the response. */
export interface Message {
  readonly headers: NameValues;
  readonly body: MessageBody;
}

/** Whether policies of this section change the response. */
export function isOutgoing(run: Run): boolean {
  return run.section === 'outbound' || run.section === 'on-error';
}

/** The response as it stands; an empty one where there is none. */
export function responseOfRun(run: Run): ResponseState {
  return run.response ?? run.newResponse(200, 'OK');
}

/** The message that policies of this section change. */
export function messageOf(run: Run): Message {
  return isOutgoing(run) ? responseOfRun(run) : { headers: run.requestHeaders, body: run.requestBody };
}

/** Replaces the body; its length is told anew. */
export function replaceBody({ headers, body }: Message, bytes: Uint8Array, type?: string): void {
  body.content = bytes;
  headers.delete('Content-Length');
  if (type !== undefined) headers.set('Content-Type', type);
}

/** The body as text. A stream is collected first. */
export async function bodyText({ body }: Message): Promise<string> {
  return new TextDecoder().decode(await body.collect());
}
