import { parseResourceId } from '../../src/arm/ids.ts';
import { createTwin, type Twin } from '../../src/index.ts';
import type { Json, JsonObject } from '../../src/kernel/store.ts';
import { TestClient, tokenOf, type TestResponse } from '../support/client.ts';
import { Bench, SEED } from './bench.ts';
import type { Write } from './bench.ts';

const VERSION = '2025-04-01';
const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

/** One cause of a failed deployment, as a client finds it at the bottom of the error. */
export interface LeafError {
  /** Its code last, before it those of what it is a detail of. */
  readonly codes: readonly string[];
  readonly message: string;
}

/** How a deployment ended. */
export interface Outcome {
  /** `Succeeded`, `Failed`, or `Refused`: the request itself was. */
  readonly state: string;
  readonly leaves: readonly LeafError[];
}

/** A twin that is reached by HTTP alone, and whose world stands as a bench says. */
export class FrontDoor implements AsyncDisposable {
  readonly twin: Twin;
  readonly bench: Bench;
  readonly #client: TestClient;
  #token: string | undefined;

  private constructor(twin: Twin, bench: Bench) {
    this.twin = twin;
    this.bench = bench;
    this.#client = new TestClient(twin);
  }

  /** Opens a twin with the resources of `from`; `withoutRules` are switched off. */
  static async open(from: Bench, withoutRules: readonly string[] = []): Promise<FrontDoor> {
    const twin = await createTwin({ seed: SEED, withoutRules });
    return new FrontDoor(twin, new Bench(from, twin.world));
  }

  /** Whoever deploys from now on; the deployer does before. */
  async signIn(objectId: string): Promise<void> {
    this.#token = await tokenOf(this.twin.world, objectId);
  }

  /** Sends a deployment to `path` (below the subscription), and nothing more. */
  start(path: string, body: JsonObject): Promise<TestResponse> {
    return this.#send('PUT', path, body);
  }

  /** Sends a deployment to `path` (below the subscription) and follows it to its end. */
  async deploy(path: string, body: JsonObject): Promise<Outcome> {
    const started = await this.start(path, body);
    if (started.status >= 300) return { state: 'Refused', leaves: leavesOf(errorIn(started)) };
    await this.#settle(String(started.headers['azure-asyncoperation']));
    const shown = await this.#send('GET', path);
    const { provisioningState, error } = shown.json()['properties'] as {
      readonly provisioningState: string;
      readonly error?: ShownError;
    };
    const leaves = error === undefined ? [] : leavesOf(error);
    const operations = await this.#send('GET', `${path}/operations`);
    requireSame(leaves, leavesOfOperations(operations));
    return { state: provisioningState, leaves };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client[Symbol.dispose]();
    await this.twin.close();
  }

  #send(method: string, path: string, body?: JsonObject): Promise<TestResponse> {
    return this.#client.arm(method, path, VERSION, { ...this.#caller, ...(body === undefined ? {} : { body }) });
  }

  get #caller(): { readonly token?: string } {
    return this.#token === undefined ? {} : { token: this.#token };
  }

  async #settle(url: string): Promise<void> {
    for (let polls = 0; polls < 400; polls += 1) {
      const { status } = (await this.#client.send('GET', url, this.#caller)).json();
      if (status !== 'Accepted' && status !== 'Running') return;
    }
    throw new Error(`${url} does not come to an end.`);
  }
}

/** A template with one resource: of language version 2.0, or with a plain list of resources as before. */
export function templateOf(bench: Bench, { id, body, apiVersion }: Write, language: 1 | 2): JsonObject {
  const full = parseResourceId(bench.id(id));
  const version = apiVersion ?? bench.request({ id, body }).definition.apiVersions[0] ?? '';
  const extended = full.parentType === undefined && full.scope.includes('/providers/') ? { scope: full.scope } : {};
  const resource = {
    type: full.type,
    apiVersion: version,
    name: full.names.join('/'),
    ...extended,
    ...(literal(body) as JsonObject),
  };
  const head = { $schema: SCHEMA, contentVersion: '1.0.0.0' };
  return language === 1
    ? { ...head, resources: [resource] }
    : { ...head, languageVersion: '2.0', resources: { violation: resource } };
}

/** The group that a write lies in. */
export function groupOf(bench: Bench, { id }: Write): string {
  return parseResourceId(bench.id(id)).resourceGroup ?? '';
}

/** Text that begins with a bracket would be an expression. */
function literal(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('[') ? `[${value}` : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, literal(inner)]));
}

/** An error as Azure Resource Manager shows it. */
interface ShownError {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly ShownError[];
}

function errorIn(response: TestResponse): ShownError {
  return response.json()['error'] as ShownError;
}

/** The errors below which there are no others; what a provider answered stands in the message as JSON text. */
function leavesOf({ code, message, details = [] }: ShownError, above: readonly string[] = []): readonly LeafError[] {
  const codes = [...above, code];
  if (details.length > 0) return details.flatMap((detail) => leavesOf(detail, codes));
  if (message.startsWith('{"error":')) return leavesOf((JSON.parse(message) as { error: ShownError }).error, codes);
  return [{ codes, message }];
}

function leavesOfOperations(response: TestResponse): readonly LeafError[] {
  const { value } = response.json() as { value: readonly { properties: { statusMessage?: { error?: ShownError } } }[] };
  return value.flatMap(({ properties }) => {
    const error = properties.statusMessage?.error;
    return error === undefined ? [] : leavesOf(error);
  });
}

/** The deployment and its operations must tell the same. */
function requireSame(ofDeployment: readonly LeafError[], ofOperations: readonly LeafError[]): void {
  const [a, b] = [ofDeployment, ofOperations].map((leaves) => JSON.stringify(leaves.map(({ codes }) => codes.at(-1))));
  if (a !== b) throw new Error(`The deployment says ${a}, its operations say ${b}.`);
}
