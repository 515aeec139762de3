import { NetArray, NetDictionary, NetList } from '../expressions/values/collections.ts';
import { int } from '../expressions/values/number.ts';
import { tokenOf } from '../expressions/values/json-text.ts';
import { Facade, Guid, parseGuid } from '../expressions/values/objects.ts';
import { DateTime, parseDateText, ticksOf, TimeSpan } from '../expressions/values/time.ts';
import { EnumValue, type Value } from '../expressions/values/value.ts';
import type { CallContext } from '../scopes.ts';
import type { NamedBackend } from './backends/pool.ts';
import { dictionaryOf, urlObject } from './message.ts';
import { lastErrorObject } from './policy-error.ts';
import type { ResponseState, Run } from './run.ts';
import { valueText } from '../expressions/values/text.ts';

const text = (value: string | undefined) => (): Value => value ?? null;
const flag = (value: boolean | undefined) => (): Value => value ?? false;

/** The `context` of expressions: a view of the run as it stands. */
export function contextObject(run: Run): Facade {
  const { call } = run;
  return new Facade(
    'IContext',
    {
      Api: () => apiObject(call.api),
      Backend: () => backendObject(run.member ?? run.backend),
      Deployment: () => deploymentObject(call.deployment),
      Elapsed: () => new TimeSpan(BigInt(run.ports.now() - run.startedAt) * 10_000n),
      GraphQL: () => null,
      LastError: () =>
        run.failure === undefined ? null : lastErrorObject(run.failure, run.failedPath, run.failedPolicyId),
      Operation: () => operationObject(call.operation),
      Product: () => productObject(call.product),
      Request: () => requestObject(run),
      RequestId: () => parseGuid(run.requestId) ?? new Guid(run.requestId),
      Response: () => (run.response === undefined ? null : responseObject(run.response)),
      Subscription: () => subscriptionObject(call.subscription),
      Timestamp: () => new DateTime(ticksOf(run.startedAt), 'Utc'),
      Tracing: () => false,
      User: () => userObject(call.user),
      Variables: () => run.variables,
      Workspace: () => null,
    },
    {
      Trace: (args) => {
        run.trace.push({ source: 'expression', severity: 'verbose', message: valueText(args[0] ?? null) });
        return null;
      },
    },
  );
}

/** Before the request is forwarded, a pool; afterwards the member that got it. */
function backendObject(backend: NamedBackend | undefined): Value {
  if (backend === undefined) return null;
  return new Facade('IBackend', {
    Id: text(backend.id),
    AzureRegion: () => null,
    Type: text(backend.entity.pool === undefined ? 'Single' : 'Pool'),
  });
}

function requestObject(run: Run): Facade {
  return new Facade('IRequest', {
    Body: () => run.requestBody.toValue(),
    Certificate: () => null,
    Foundry: () => new Facade('IFoundry', { Deployment: text(foundryDeployment(run)) }),
    Headers: () => dictionaryOf(run.requestHeaders),
    IpAddress: text(run.original.ip),
    MatchedParameters: () => parameters(run.original.matchedParameters ?? {}),
    Method: text(run.method),
    OriginalUrl: () => urlObject(new URL(run.original.url)),
    PrivateEndpointConnection: () => null,
    Url: () => urlObject(run.url),
  });
}

/** The deployment named by the request: `model` of the body, or the `/deployments/{name}/` of older routes. */
function foundryDeployment(run: Run): string | undefined {
  const inPath = /\/deployments\/([^/]+)/.exec(run.url.pathname)?.[1];
  if (inPath !== undefined) return decodeURIComponent(inPath);
  return /"model"\s*:\s*"([^"]+)"/.exec(new TextDecoder().decode(run.requestBody.bytes))?.[1];
}

function parameters(values: Readonly<Record<string, string>>): NetDictionary {
  const dictionary = new NetDictionary({ ignoreCase: true, readOnly: true });
  for (const [name, value] of Object.entries(values)) dictionary.set(name, value);
  return dictionary;
}

/** The response behind an `IResponse`, for policies that are given one in a variable. */
const RESPONSES = new WeakMap<Facade, ResponseState>();

/** `context.Response`, and what `send-request` puts into a variable. */
export function responseObject(response: ResponseState): Facade {
  const facade = new Facade('IResponse', {
    Body: () => response.body.toValue(),
    Headers: () => dictionaryOf(response.headers),
    StatusCode: () => int(response.status),
    StatusReason: text(response.reason),
  });
  RESPONSES.set(facade, response);
  return facade;
}

/** The response that a variable holds; undefined where it holds something else. */
export function responseOf(value: Value): ResponseState | undefined {
  return value instanceof Facade ? RESPONSES.get(value) : undefined;
}

function apiObject(api: CallContext['api']): Value {
  if (api === undefined) return null;
  const names = api.subscriptionKeyParameterNames ?? { header: 'Ocp-Apim-Subscription-Key', query: 'subscription-key' };
  return new Facade('IApi', {
    Id: text(api.id),
    Name: text(api.name),
    Path: text(api.path),
    Protocols: () => new NetArray([...(api.protocols ?? ['https'])], 'string'),
    Revision: text(api.revision ?? '1'),
    Version: text(api.version),
    IsCurrentRevision: flag(api.isCurrentRevision ?? true),
    ServiceUrl: () =>
      api.serviceUrl === undefined || !URL.canParse(api.serviceUrl) ? null : urlObject(new URL(api.serviceUrl)),
    SubscriptionKeyParameterNames: () =>
      new Facade('ISubscriptionKeyParameterNames', { Header: text(names.header), Query: text(names.query) }),
    Workspace: () => null,
  });
}

function deploymentObject(deployment: CallContext['deployment']): Value {
  return new Facade('IDeployment', {
    Region: text(deployment?.region),
    ServiceName: text(deployment?.serviceName),
    ServiceId: text(deployment?.serviceId ?? deployment?.serviceName),
    GatewayId: text(deployment?.gatewayId ?? 'managed'),
    Gateway: () =>
      new Facade('IGateway', {
        Id: text(deployment?.gatewayId ?? 'managed'),
        InstanceId: () => null,
        IsManaged: () => true,
      }),
    Certificates: () => new NetDictionary({ readOnly: true }),
    SustainabilityInfo: () => null,
  });
}

function operationObject(operation: CallContext['operation']): Value {
  if (operation === undefined) return null;
  return new Facade('IOperation', {
    Id: text(operation.id),
    Name: text(operation.name),
    Method: text(operation.method),
    UrlTemplate: text(operation.urlTemplate),
  });
}

function productObject(product: CallContext['product']): Value {
  if (product === undefined) return null;
  return new Facade('IProduct', {
    Id: text(product.id),
    Name: text(product.name),
    ApprovalRequired: flag(product.approvalRequired),
    SubscriptionRequired: flag(product.subscriptionRequired),
    SubscriptionLimit: () => (product.subscriptionsLimit === undefined ? null : int(product.subscriptionsLimit)),
    State: () =>
      new EnumValue(
        'ProductState',
        product.state === 'notPublished' ? 'NotPublished' : 'Published',
        product.state === 'notPublished' ? 0 : 1,
      ),
    Apis: () => new NetList(),
    Groups: () => new NetList(),
    Workspace: () => null,
  });
}

function subscriptionObject(subscription: CallContext['subscription']): Value {
  if (subscription === undefined) return null;
  return new Facade('ISubscription', {
    Id: text(subscription.id),
    Name: text(subscription.name),
    Key: text(subscription.key),
    PrimaryKey: text(subscription.primaryKey),
    SecondaryKey: text(subscription.secondaryKey),
    CreatedDate: date(subscription.createdDate),
    StartDate: date(subscription.startDate),
    EndDate: date(subscription.endDate),
  });
}

const date = (value: string | undefined) => (): Value => {
  const parsed = value === undefined ? undefined : parseDateText(value);
  return parsed === undefined ? null : new DateTime(parsed.ticks - (parsed.offset ?? 0n), 'Utc');
};

function userObject(user: CallContext['user']): Value {
  if (user === undefined) return null;
  return new Facade('IUser', {
    Id: text(user.id),
    Email: text(user.email),
    FirstName: text(user.firstName),
    LastName: text(user.lastName),
    Note: text(user.note),
    RegistrationDate: date(user.registrationDate),
    Groups: () =>
      new NetList(
        (user.groups ?? []).map((group) => new Facade('IGroup', { Id: text(group.id), Name: text(group.name) })),
      ),
    Identities: () =>
      new NetList(
        (user.identities ?? []).map(
          (identity) => new Facade('IUserIdentity', { Id: text(identity.id), Provider: text(identity.provider) }),
        ),
      ),
  });
}

/** A variable that exists before the first policy: text, whole numbers, truth values as such, the rest as JSON. */
export function variableOf(data: unknown): Value {
  if (data === null || data === undefined) return null;
  if (typeof data === 'string' || typeof data === 'boolean') return data;
  if (typeof data === 'number' && Number.isSafeInteger(data) && Math.abs(data) < 2 ** 31) return int(data);
  const token = tokenOf(data);
  return token.tokenType === 'Float' || token.tokenType === 'Integer'
    ? 'value' in token
      ? (token.value as Value)
      : token
    : token;
}
