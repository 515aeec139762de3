import type { TwinHost, TwinRequest } from '../../../twin/src/kernel/http.ts';
import { APP_ID, GATEWAY_HOST, LandingZone } from '../../../twin/test/data-planes/landing-zone.ts';
import { apiPolicy, type ApiPolicyOptions } from '../../src/index.ts';

/** Where the API is served. */
export const BASE = `https://${GATEWAY_HOST}/openai/v1`;
/** The least that is a question. */
export const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'hello' }] };
/** The identity of the smoke test. */
export const SMOKE_CLIENT = '33333333-3333-4333-8333-333333333333';
/** Object id of the group `finance`. */
export const FINANCE = '66666666-7777-4888-8999-aaaaaaaaaaaa';

/** What a file without any choice makes of the policy. */
export const OPTIONS: ApiPolicyOptions = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  applicationClientId: APP_ID,
  callerClientIds: [SMOKE_CLIENT],
  gatewayClientId: '44444444-4444-4444-8444-444444444444',
  backendId: 'foundry',
  environmentName: 'contoso-dev',
  models: [{ name: 'gpt-5-mini' }, { name: 'text-embedding-3-small' }],
  access: { admins: [], users: [], groups: {} },
  limits: { perPerson: { tokensPerMinute: 50_000 }, perRole: {}, perGroup: {}, perModel: {} },
};

/** How a request is made; what is left out is as the least question. */
export interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly claims?: object;
  readonly method?: string;
  readonly path?: string;
}

/** A gateway with the policy of these options, and every request that reached the models. */
export class GovernedGateway {
  readonly zone: LandingZone;
  readonly reached: TwinRequest[] = [];

  constructor(more: Partial<ApiPolicyOptions> = {}, changes: ConstructorParameters<typeof LandingZone>[0] = {}) {
    const { world } = new LandingZone();
    const { tenantId } = world.tenant;
    const policy = apiPolicy({ ...OPTIONS, tenantId, gatewayClientId: world.guid('gateway-client'), ...more });
    this.zone = new LandingZone({ ...changes, policy });
    const hosts = this.zone.hosts as TwinHost[];
    const index = hosts.findIndex(({ name }) => name === 'Foundry');
    const foundry = hosts[index];
    if (foundry === undefined) throw new Error('no Foundry');
    hosts[index] = {
      ...foundry,
      handle: (request) => {
        this.reached.push(request);
        return foundry.handle(request);
      },
    };
  }

  /** Sends a request with a token of these claims. */
  async ask(asked: Asked = {}) {
    const authorization = `Bearer ${await this.zone.token(asked.claims)}`;
    return await this.send({ ...asked, headers: { authorization, ...asked.headers } });
  }

  /** Sends a request as it is. */
  async send({ body = CHAT, headers = {}, method = 'POST', path = '/chat/completions' }: Asked) {
    return await this.zone.send(method, BASE + path, { ...(method === 'GET' ? {} : { body }), headers });
  }

  /** The body of the last request that reached the models. */
  get body(): Record<string, unknown> {
    return JSON.parse(this.text) as Record<string, unknown>;
  }

  /** The same as text. */
  get text(): string {
    return this.reached.at(-1)?.body.toString('utf8') ?? '{}';
  }
}

/** Status and code of a refusal. */
export function refusedAs({ status, text }: { readonly status: number; readonly text: string }): readonly unknown[] {
  return [status, (JSON.parse(text) as { error?: { code?: unknown } }).error?.code];
}
