import { contextObject, variableOf } from '../../src/execute/context-object.ts';
import { MemoryBackendStates } from '../../src/execute/backends/memory-backend-states.ts';
import { MemoryCounters } from '../../src/execute/memory-counters.ts';
import { Run } from '../../src/execute/run.ts';
import type { Value } from '../../src/expressions/values/value.ts';
import world from '../expressions/world.json' with { type: 'json' };

type Headers = Readonly<Record<string, string | readonly string[]>>;

const pairs = (headers: Headers): (readonly [string, string])[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => [name, each] as const),
  );

/** The `context` of one request with the data of world.json, as the engine makes it; the backend has answered already. */
export function worldContext(): Value {
  const { request, response } = world;
  const run = new Run(
    {
      method: request.method,
      url: request.url,
      headers: pairs(request.headers),
      body: Buffer.from(request.body),
      ip: request.ip,
      matchedParameters: request.matchedParameters,
    },
    new URL(request.url),
    '',
    world,
    { namedValues: new Map(), fragments: new Map(), backends: new Map() },
    {
      now: () => Date.parse(world.timestamp),
      newGuid: () => world.requestId,
      random: () => 0.5,
      counters: new MemoryCounters(),
      backendStates: new MemoryBackendStates(),
    } as unknown as ConstructorParameters<typeof Run>[5],
  );
  for (const [name, value] of Object.entries(world.variables)) run.variables.set(name, variableOf(value));
  run.takeResponse({
    status: response.status,
    reason: response.reason,
    headers: pairs(response.headers),
    body: Buffer.from(response.body),
  });
  return contextObject(run);
}
