import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { Arm } from './arm/context.ts';
import { startControl } from './control/control.ts';
import { directoryOf } from './entra/index.ts';
import { DEFAULT_REPOSITORY, defaultRepositorySubjects, registerJob, type JobContext } from './github/index.ts';
import { INTERNET, type Place, type TwinHost } from './kernel/http.ts';
import type { World } from './kernel/world.ts';
import { authorityOfProcess } from './server/certificates.ts';
import { FaultRules, type FaultRule } from './server/faults.ts';
import { Patience } from './server/patience.ts';
import { placeToUserName } from './server/places.ts';
import { TwinServer } from './server/server.ts';
import { takeNames, type TakenName } from './providers/common/global-names.ts';
import { createWorld } from './world/create-world.ts';
import { knownRules } from './world/rules.ts';
import { createServices } from './world/services.ts';

/** How a twin is made. */
export interface TwinOptions {
  /** Same seed, same ids and durations. Default 1. */
  readonly seed?: number;
  /** `typical`: every operation takes its most likely time, so that runs can be compared. Default `drawn`, from the seed. */
  readonly durations?: 'drawn' | 'typical';
  /** GitHub environments of the default repository that the deployer trusts beside dev, test and prod. */
  readonly environments?: readonly string[];
  /** Fault rules in force from the start. */
  readonly faults?: readonly FaultRule[];
  /** Resource providers that the subscription has registered from the start. Default: all that the twin knows. */
  readonly registeredProviders?: readonly string[];
  /**
   * Ids of rules that are not in force, for people who must get past one. What then deploys here may be refused by
   * Azure. Throws `UnknownRuleError` where there is no such rule.
   */
  readonly withoutRules?: readonly string[];
  /** Names, unique in Azure, that somebody in another tenant has from the start. */
  readonly takenNames?: readonly TakenName[];
  /**
   * Seconds of real time in Retry-After. Default 1, because az without the header waits 30 s (facts/clients.md section
   * 2). undefined: no such header, for clients that are told otherwise how often to ask.
   */
  readonly retryAfterSeconds?: number | undefined;
}

/** What `lz twin --ready FILE` writes: all that a client needs to run against the twin. */
export interface ReadyFile {
  readonly proxy: string;
  readonly caFile: string;
  readonly control: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
  /** Every subscription in which the identities below are Owner; the first is `subscriptionId`. */
  readonly subscriptions: readonly string[];
  readonly identities: {
    readonly deploy: { readonly clientId: string; readonly objectId: string };
    readonly client: { readonly clientId: string; readonly objectId: string; readonly secret: string };
  };
  /** Every variable that an Azure SDK, `az`, the Bicep CLI or an action needs. */
  readonly env: Readonly<Record<string, string>>;
}

/** A running twin. */
export interface Twin extends AsyncDisposable {
  readonly proxyUrl: string;
  /** `https://localhost:<port>`: Azure Resource Manager without a proxy. */
  readonly directUrl: string;
  /** The twin's own authority, PEM. */
  readonly caFile: string;
  /** The same with the public authorities, for clients that replace their list (Python, .NET). */
  readonly bundleFile: string;
  readonly controlUrl: string;
  readonly world: World;
  readonly arm: Arm;
  readonly ready: ReadyFile;
  close(): Promise<void>;
}

/** Starts a twin: one process, every port chosen by the system, everything it writes in one temporary folder. */
export async function createTwin(options: TwinOptions = {}): Promise<Twin> {
  knownRules(options.withoutRules ?? []);
  const folder = await mkdtemp(join(tmpdir(), 'lz-twin-'));
  const authority = authorityOfProcess();
  const caFile = join(folder, 'ca.pem');
  const bundleFile = join(folder, 'bundle.pem');
  await writeFile(caFile, authority.caPem);
  await writeFile(bundleFile, [authority.caPem, ...rootCertificates].join('\n'));

  const hosts: TwinHost[] = [];
  const world = createWorld(
    options.seed ?? 1,
    (place) => clientEnvironment(server.proxyUrl, caFile, bundleFile, place),
    options.durations,
  );
  for (const environment of options.environments ?? []) trustEnvironment(world, environment);
  takeNames(world, options.takenNames ?? []);
  const faults = new FaultRules(options.faults);
  const patience = new Patience(world.clock);
  const pipeline = { clock: world.clock, log: world.log, faults, patience, hosts };
  const server = new TwinServer(pipeline, authority);
  await server.start();
  const services = createServices(world, { retryAfterSeconds: 1, ...options });
  hosts.push(...services.hosts);
  const control = await startControl({
    arm: services.arm,
    faults,
    parties: patience.parties,
    issue: (hostname) => authority.pfxFor(hostname),
  });
  const close = async (): Promise<void> => {
    await Promise.all([server.close(), control.close()]);
    await rm(folder, { recursive: true, force: true });
  };
  return {
    proxyUrl: server.proxyUrl,
    directUrl: server.directUrl,
    caFile,
    bundleFile,
    controlUrl: control.url,
    world,
    arm: services.arm,
    ready: readyFile(world, server.proxyUrl, caFile, control.url),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What the owner of the deploying identity does once for each environment: a federated credential in both formats. */
function trustEnvironment(world: World, environment: string): void {
  for (const subject of defaultRepositorySubjects(`environment:${environment}`))
    directoryOf(world).trustDeployer(subject);
}

/** Variables with which a process in `place` speaks to the twin. Both spellings, because clients differ. */
function clientEnvironment(proxyUrl: string, caFile: string, bundleFile: string, place: Place): Record<string, string> {
  const proxy = new URL(proxyUrl);
  proxy.username = placeToUserName(place) ?? '';
  // Some clients (undici, so Node's fetch) send credentials only if there is a password as well.
  proxy.password = proxy.username === '' ? '' : 'place';
  const address = proxy.href.replace(/\/$/, '');
  return {
    HTTPS_PROXY: address,
    HTTP_PROXY: address,
    https_proxy: address,
    http_proxy: address,
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: caFile,
    REQUESTS_CA_BUNDLE: bundleFile,
    SSL_CERT_FILE: bundleFile,
    CURL_CA_BUNDLE: bundleFile,
  };
}

function readyFile(world: World, proxy: string, caFile: string, control: string): ReadyFile {
  const { tenantId, subscriptionId, subscriptions, deploy, client } = world.tenant;
  const job = registerJob(world, defaultJob());
  return {
    proxy,
    caFile,
    control,
    tenantId,
    subscriptionId,
    subscriptions: subscriptions.map(({ id }) => id),
    identities: { deploy, client },
    env: {
      ...world.processEnvironment(INTERNET),
      AZURE_TENANT_ID: tenantId,
      AZURE_CLIENT_ID: deploy.clientId,
      AZURE_SUBSCRIPTION_ID: subscriptionId,
      AZURE_CORE_COLLECT_TELEMETRY: 'no',
      ACTIONS_ID_TOKEN_REQUEST_URL: job.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: job.requestToken,
    },
  };
}

/** The job that a client without a workflow is: the default repository's deployment to `dev`. */
function defaultJob(): JobContext {
  const repository = `${DEFAULT_REPOSITORY.owner}/${DEFAULT_REPOSITORY.name}`;
  const ref = 'refs/heads/main';
  return {
    repository,
    repositoryId: DEFAULT_REPOSITORY.id,
    repositoryOwnerId: DEFAULT_REPOSITORY.ownerId,
    ref,
    sha: '0'.repeat(40),
    eventName: 'workflow_dispatch',
    environment: 'dev',
    actor: 'twin',
    workflow: 'deploy',
    jobWorkflowRef: `${repository}/.github/workflows/deploy.yml@${ref}`,
    runId: '1',
  };
}
