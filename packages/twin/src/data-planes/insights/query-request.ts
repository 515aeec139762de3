import type { TwinRequest } from '../../kernel/http.ts';
import { parseDatetime } from '../../kql/index.ts';
import { parseIsoDuration } from '../../kernel/iso-duration.ts';
import type { Timespan } from './tables.ts';

/** What a request of the query API asks. */
export interface QueryRequest {
  readonly query: string;
  readonly span: Timespan;
}

/** Reads the query and its `timespan` from a GET's parameters or a POST's JSON; a text says what is wrong. */
export function readQuery(request: TwinRequest, now: number): QueryRequest | string {
  const { query, timespan } = request.method === 'GET' ? parametersOf(request) : membersOf(request);
  if (typeof query !== 'string' || query.trim() === '') return 'The query is missing';
  if (timespan === undefined || timespan === null || timespan === '')
    return { query, span: { from: undefined, to: undefined } };
  const span = typeof timespan === 'string' ? spanOf(timespan, now) : undefined;
  return span === undefined ? `The timespan is no ISO 8601 duration or interval` : { query, span };
}

interface Asked {
  readonly query?: unknown;
  readonly timespan?: unknown;
}

function parametersOf({ url }: TwinRequest): Asked {
  return { query: url.searchParams.get('query'), timespan: url.searchParams.get('timespan') };
}

function membersOf({ body }: TwinRequest): Asked {
  try {
    const content: unknown = JSON.parse(body.toString('utf8'));
    return typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {};
  }
}

/** `P1D`, `start/end`, `start/P1D` or `P1D/end`. */
function spanOf(text: string, now: number): Timespan | undefined {
  const [first = '', second] = text.split('/');
  const [start, length] = [parseDatetime(first), parseIsoDuration(first)];
  if (second === undefined) return length === undefined ? undefined : { from: now - length, to: now };
  const [end, following] = [parseDatetime(second), parseIsoDuration(second)];
  if (start !== null && end !== null) return { from: start, to: end };
  if (start !== null && following !== undefined) return { from: start, to: start + following };
  return length !== undefined && end !== null ? { from: end - length, to: end } : undefined;
}
