import type { TwinResponse } from '../../kernel/http.ts';

/** A stream of server-sent events, each flushed by itself. */
export function eventStream(events: Iterable<string>): TwinResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
    body: oneByOne(events),
  };
}

async function* oneByOne(events: Iterable<string>): AsyncIterable<string> {
  for (const event of events) {
    yield event;
    // Lets the reader see this event before the next is made.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
