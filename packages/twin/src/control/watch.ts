import { INTERNET } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { placeOf, probeApp } from '../data-planes/container-apps/index.ts';
import { textAt } from '../providers/common/json.ts';
import { perWorld } from '../entra/per-world.ts';

/** What a container app answered over a while: equal answers one after another are one line. */
export interface WatchedAnswer {
  readonly url: string;
  /** Virtual time of the first and the last of them. */
  readonly from: string;
  to: string;
  requests: number;
  readonly status: number;
  readonly body: string;
}

const answersOf = perWorld<WatchedAnswer[]>(() => []);

/**
 * From now on, asks a container app for `url` after every event of the virtual clock, from its own network as a health
 * probe does, and keeps what it answers: whether there was a moment without a healthy revision, and who served when.
 */
export function watch(world: World, url: string): void {
  const target = new URL(url);
  const ask = (): void => {
    keep(world, url, answerOf(world, target));
  };
  ask();
  world.clock.observe(ask);
}

/** What was answered so far. */
export function watchedAnswers(world: World): readonly WatchedAnswer[] {
  return answersOf(world);
}

function answerOf(world: World, url: URL): Pick<WatchedAnswer, 'status' | 'body'> {
  const app = world.store
    .ofType('Microsoft.App/containerApps')
    .find(({ properties }) => textAt(properties, 'configuration.ingress.fqdn')?.toLowerCase() === url.hostname);
  const { status, body } = probeApp(world, {
    method: 'GET',
    url,
    headers: { host: url.hostname },
    rawHeaders: [],
    body: Buffer.alloc(0),
    place: app === undefined ? INTERNET : placeOf(world, app),
  });
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body ?? '') };
}

function keep(world: World, url: string, { status, body }: Pick<WatchedAnswer, 'status' | 'body'>): void {
  const answers = answersOf(world);
  const now = new Date(world.clock.now).toISOString();
  const last = answers.findLast((answer) => answer.url === url);
  if (last?.status === status && last.body === body) {
    last.to = now;
    last.requests += 1;
  } else {
    answers.push({ url, from: now, to: now, requests: 1, status, body });
  }
}
