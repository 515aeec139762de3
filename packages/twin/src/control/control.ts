import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Arm } from '../arm/context.ts';
import { viewResource } from '../arm/view.ts';
import { registerJob, type JobContext } from '../github/index.ts';
import { parseIsoDuration } from '../kernel/iso-duration.ts';
import type { Json } from '../kernel/store.ts';
import {
  clearMigrationRules,
  installMigrationRules,
  type MigrationRule,
} from '../data-planes/open-webui/migration-rules.ts';
import { freeNames, takeNames, type TakenName } from '../providers/common/global-names.ts';
import type { Parties } from '../server/parties.ts';
import type { FaultRule, FaultRules } from '../server/faults.ts';
import { applicationsOf, deletedNames } from './leftovers.ts';
import { summarise } from './summary.ts';
import { watch, watchedAnswers } from './watch.ts';

/** What the control interface shows and moves. */
export interface Controlled {
  readonly arm: Arm;
  readonly faults: FaultRules;
  /** Issues a certificate for a host name, as an authority that every client trusts: a base64 PFX without a password. */
  readonly issue: (hostname: string) => string;
  readonly parties: Parties;
}

type Handler = (controlled: Controlled, body: Json) => object;

/** The control interface: plain HTTP on loopback, because no client of Azure ever sees it. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /requests': ({ arm }) => arm.world.log.entries,
  'GET /resources': ({ arm }) =>
    [...arm.world.store.all()].map((resource) => viewResource(resource, undefined, new URLSearchParams(), arm.world)),
  'GET /deleted': ({ arm }) => deletedNames(arm.world),
  'GET /applications': ({ arm }) => applicationsOf(arm.world),
  'GET /clock': showClock,
  'POST /clock': (controlled, body) => {
    const { advance } = body as { advance?: unknown };
    const milliseconds = typeof advance === 'string' ? parseIsoDuration(advance) : undefined;
    if (milliseconds === undefined) throw new RangeError('The body is {"advance": "PT10M"}: an ISO 8601 duration.');
    controlled.arm.world.clock.spend(milliseconds);
    return showClock(controlled);
  },
  'POST /faults': ({ faults }, body) => {
    const rules = (Array.isArray(body) ? body : [body]) as unknown as readonly FaultRule[];
    faults.install(rules);
    return { installed: rules.length };
  },
  'DELETE /faults': ({ faults }) => {
    faults.clear();
    return { installed: 0 };
  },
  'POST /names': ({ arm }, body) => {
    const names = (Array.isArray(body) ? body : [body]) as unknown as readonly TakenName[];
    takeNames(arm.world, names);
    return { taken: names.length };
  },
  'DELETE /names': ({ arm }) => {
    freeNames(arm.world);
    return { taken: 0 };
  },
  'POST /migrations': ({ arm }, body) => {
    const rules = (Array.isArray(body) ? body : [body]) as unknown as readonly MigrationRule[];
    installMigrationRules(arm.world, rules);
    return { installed: rules.length };
  },
  'DELETE /migrations': ({ arm }) => {
    clearMigrationRules(arm.world);
    return { installed: 0 };
  },
  'POST /watch': ({ arm }, body) => {
    const { url } = body as { url?: unknown };
    if (typeof url !== 'string' || !URL.canParse(url))
      throw new RangeError('The body is {"url": "https://<host name of a container app>/health"}.');
    watch(arm.world, url);
    return watchedAnswers(arm.world);
  },
  'GET /watch': ({ arm }) => watchedAnswers(arm.world),
  'POST /certificates': ({ issue }, body) => {
    const { hostname } = body as { hostname?: unknown };
    if (typeof hostname !== 'string' || hostname === '')
      throw new RangeError('The body is {"hostname": "chat.contoso.com"}.');
    return { pfx: issue(hostname) };
  },
  'POST /oidc': ({ arm }, body) => registerJob(arm.world, body as unknown as JobContext),
  'POST /parties': ({ parties }, body) => {
    const { join, leave } = body as { join?: unknown; leave?: unknown };
    if (typeof join !== 'string' && typeof leave !== 'string')
      throw new RangeError('The body is {"join": "name"} or {"leave": "name"}.');
    if (typeof join === 'string') parties.join(join);
    if (typeof leave === 'string') parties.leave(leave);
    return {};
  },
  'GET /summary': ({ arm }) => summarise(arm),
};

function showClock({ arm }: Controlled): object {
  return { now: new Date(arm.world.clock.now).toISOString() };
}

/** A running control interface. */
export interface ControlServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the control interface on a free loopback port. */
export async function startControl(controlled: Controlled): Promise<ControlServer> {
  const server = createServer((message, out) => void serve(controlled, message, out));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => stop(server) };
}

async function serve(controlled: Controlled, message: IncomingMessage, out: ServerResponse): Promise<void> {
  const [status, answer] = await control(controlled, message);
  out.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
}

async function control(controlled: Controlled, message: IncomingMessage): Promise<readonly [number, object]> {
  const path = (message.url ?? '/').split('?')[0] ?? '/';
  const handler = HANDLERS[`${message.method ?? 'GET'} ${path}`];
  if (handler === undefined) {
    return [404, { error: `The control interface has ${Object.keys(HANDLERS).join(', ')}.` }];
  }
  try {
    return [200, handler(controlled, await readJson(message))];
  } catch (error) {
    return [400, { error: error instanceof Error ? error.message : String(error) }];
  }
}

async function readJson(message: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
}
