import type { Resource, JsonObject, Json } from '../kernel/store.ts';
import type { AzureErrorBody, TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import type { DurationKey } from './durations.ts';

/** A PUT (or PATCH already merged) of one resource, as its provider sees it. */
export interface WriteRequest {
  readonly id: string;
  /** `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  readonly name: string;
  /** Id of the resource above, or of the resource group, or of what an extension resource extends. */
  readonly parentId: string;
  readonly apiVersion: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sku?: JsonObject;
  readonly kind?: string;
  readonly identity?: JsonObject;
  readonly zones?: readonly string[];
  readonly properties: JsonObject;
  /** The whole body as sent, for types that keep members elsewhere. */
  readonly body: JsonObject;
  readonly existing: Resource | undefined;
  /** Object id of the caller. */
  readonly principalId: string;
}

/** What a provider says instead of yes. `status` is the HTTP status of the refused request. */
export interface Refusal extends AzureErrorBody {
  readonly status: number;
  /** Only time cures it, and its code alone does not say so (see `isCuredByTime`). */
  readonly curedByTime?: boolean;
}

/** One thing Azure would refuse. Rules are data: each has a test with a template that breaks it. */
export interface Rule {
  /** Kebab case, unique: `container-environment-subnet-delegated`. */
  readonly id: string;
  /** Where the fact stands: `facts/azure.md section 2, ACA`. */
  readonly source: string;
  /** `accept`: the PUT itself is refused. `complete`: it is accepted and fails when its time is over, as a leaf error. */
  readonly when: 'accept' | 'complete';
  check(request: WriteRequest, world: World): Refusal | undefined;
}

/** How a provider answers a write that takes time. `none`: synchronous, the caller's clock passes while it blocks. */
export type AsyncStyle = 'azure-async-operation' | 'location' | 'provisioning-state' | 'none';

export interface ActionContext {
  readonly resource: Resource;
  readonly world: World;
  readonly body: Json;
  readonly query: URLSearchParams;
  readonly principalId: string;
}

/** A POST below a resource: `listKeys`, `start`. Answers as any host does; `wrote` defaults to false. */
export type ResourceAction = (context: ActionContext) => TwinResponse | Promise<TwinResponse>;

/** All that the twin knows of one resource type. A type without a definition is refused, never accepted blindly. */
export interface TypeDefinition {
  readonly type: string;
  readonly apiVersions: readonly string[];
  readonly location: 'required' | 'optional' | 'none';
  readonly asyncStyle: AsyncStyle;
  readonly createDuration: DurationKey;
  readonly updateDuration: DurationKey;
  readonly deleteDuration?: DurationKey;
  /** The duration of this very write, where it depends on what changes. Default: `createDuration` or `updateDuration`. */
  durationFor?(request: WriteRequest, world: World): DurationKey;
  readonly rules: readonly Rule[];
  /** Paths below `properties` that are written and never shown: `administratorLoginPassword`, `storageProfile.key`. */
  readonly secrets?: readonly string[];
  /** Properties shown from acceptance on: defaults and read-only members. Default: as sent. */
  accept?(request: WriteRequest, world: World): JsonObject;
  /** The resource when its time is over: outputs such as host names and addresses. Default: unchanged. */
  complete?(resource: Resource, world: World): Resource;
  /** Runs once after a completed write: creates implicit children (inline subnets, zone group records). */
  afterComplete?(resource: Resource, world: World): void;
  /** Refuses a delete (subnet in use). `query`: what the request asks for beside, names in lower case (`deletesubscriptions`). */
  refuseDelete?(resource: Resource, world: World, query: URLSearchParams): Refusal | undefined;
  /** Runs after a delete: soft-delete records, implicit children elsewhere. */
  afterDelete?(resource: Resource, world: World): void;
  /** POST actions by lower-case name. */
  readonly actions?: Readonly<Record<string, ResourceAction>>;
  /**
   * Whether a DELETE in this API version answers 200 when all is over, although a write does not: old SDKs, az 2.45 among
   * them, take nothing else. Default: it does where `asyncStyle` is `none`.
   */
  deletesAtOnce?(apiVersion: string): boolean;
  /** A GET is refused with 405; a HEAD answers 204 (links of products). */
  readonly headOnly?: boolean;
  /** A PATCH is answered at once although a PUT takes its time (APIs). */
  readonly patchesAtOnce?: boolean;
  /**
   * A write that fails after it was accepted leaves things as they were, as nothing was saved yet. Default: it leaves a
   * resource in state Failed, where writes take time.
   */
  readonly failsWithoutTrace?: boolean;
  /** A PUT may come without a body: links, whose id says all. */
  readonly bodyOptional?: boolean;
  /** PATCH and DELETE need an If-Match header (children of API Management). */
  readonly ifMatchRequired?: boolean;
  /** What a GET or a list shows where it is not what is stored (`?format=rawxml`). */
  show?(resource: Resource, query: URLSearchParams, world: World): Resource;
  /** Whether the resource is unfinished although its provisioningState does not say so (a running job execution). */
  isPending?(resource: Resource, world: World): boolean;
}

export interface OperationContext {
  readonly world: World;
  readonly subscriptionId: string;
  /** What the braces of the path stand for, as sent: `{ location: 'swedencentral' }`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly principalId: string;
}

/** An operation that belongs to no stored resource: `checkNameAvailability`, quotas, lists of models, deleted services. */
export interface ProviderOperation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the subscription, any case: `providers/Microsoft.CognitiveServices/locations/{location}/usages`. */
  readonly path: string;
  readonly apiVersions: readonly string[];
  /** The right it needs at the subscription: `Microsoft.CognitiveServices/locations/usages/read`. */
  readonly action: string;
  handle(context: OperationContext): TwinResponse | Promise<TwinResponse>;
}
