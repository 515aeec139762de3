import { GatewayTwin } from './gateway-twin.ts';

/** What is done to one request: an answer in its place, one that is lost, a run that is cancelled there. */
export const FAULTS = ['400', '500', 'reset', 'truncate', 'after:500', 'cancel'] as const;

/** How a run went in which the n-th request failed. */
export interface Failure {
  readonly nth: number;
  readonly error: unknown;
  readonly twin: GatewayTwin;
}

/**
 * Runs `work` once for each request that it makes, with a fault at that request, each time in a service of its own. A 500
 * stays for longer than a request is repeated; the restore afterwards is let alone.
 */
export async function failAtEach(
  base: GatewayTwin,
  fault: (typeof FAULTS)[number],
  work: (twin: GatewayTwin, client: Awaited<ReturnType<GatewayTwin['client']>>) => Promise<unknown>,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (let nth = 1; ; nth += 1) {
    const twin = new GatewayTwin(base);
    const cancel = new AbortController();
    let seen = 0;
    twin.onRequest = () => {
      seen += 1;
      if (seen === nth && fault === 'cancel') cancel.abort(new Error('cancelled'));
    };
    if (fault !== 'cancel') {
      twin.fault({ nth, times: fault.endsWith('500') ? 2 : 1, do: /^\d+$/.test(fault) ? Number(fault) : fault });
    }
    const client = await twin.client({ signal: cancel.signal, perRequest: fault.endsWith('500') ? 1 : 8 });
    const error: unknown = await work(twin, client).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (seen < nth) return failures;
    failures.push({ nth, error, twin });
  }
}
