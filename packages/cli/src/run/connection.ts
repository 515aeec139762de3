import { readFile } from 'node:fs/promises';
import { createTwin, type ReadyFile, type Summary, type Twin, type TwinOptions } from '@lz/twin';
import type { JobIdentity, OidcEndpoint } from '@lz/workflow-runner';
import { messageOf, Refused } from '../exit.ts';

/** A twin that a run can use, its own or somebody else's: reached through its control interface alone. */
export interface TwinConnection {
  readonly ready: ReadyFile;
  summary(): Promise<Summary>;
  /** Where a job of this identity asks for its OIDC token. */
  oidc(identity: JobIdentity): Promise<OidcEndpoint>;
  /** Ends the twin if this run started it. */
  close(): Promise<void>;
}

/** Starts a twin for this run. */
export async function startTwin(options: TwinOptions): Promise<TwinConnection> {
  const twin = await createOrRefuse(options);
  return connection(twin.ready, () => twin.close());
}

/** `createTwin`; a fault rule that it does not understand is bad input. */
export async function createOrRefuse(options: TwinOptions): Promise<Twin> {
  try {
    return await createTwin(options);
  } catch (error) {
    throw error instanceof RangeError ? new Refused(error.message) : error;
  }
}

/** Uses the running twin of a ready file. Throws `Refused` where the file cannot be read, or the twin does not answer. */
export async function connectTo(file: string): Promise<TwinConnection> {
  try {
    const ready = JSON.parse(await readFile(file, 'utf8')) as ReadyFile;
    const connected = connection(ready, () => Promise.resolve());
    await connected.summary();
    return connected;
  } catch (error) {
    throw new Refused(`${file}: no ready file of a running twin: ${messageOf(error)}`);
  }
}

function connection(ready: ReadyFile, close: () => Promise<void>): TwinConnection {
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(ready.control + path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`the twin's control interface answered ${response.status} to ${path}: ${await response.text()}`);
    return await response.json();
  };
  return {
    ready,
    summary: async () => (await ask('/summary')) as Summary,
    oidc: async (identity) => (await ask('/oidc', identity)) as OidcEndpoint,
    close,
  };
}
