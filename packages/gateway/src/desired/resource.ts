export { API_MANAGEMENT_VERSION } from '../api-version.ts';

/** The oldest version that knows `largeLanguageModel`; every stable one drops it in silence (facts/apim.md section 0). */
export const LLM_LOGS_VERSION = '2024-06-01-preview';

/** What the hub's share of the gateway needs to know that only Azure can tell. */
export interface HubFacts {
  /** Client id of the identity with which the gateway calls Foundry and App Insights. */
  readonly gatewayClientId: string;
  readonly appInsightsConnectionString: string;
  /** Of API Management or of its private endpoint, in the hub's network. */
  readonly privateIpAddress: string;
}

/** What a spoke's share needs to know besides. */
export interface GatewayFacts extends HubFacts {
  readonly tenantId: string;
  /** Client id of the Entra application that is both Open WebUI and its API. */
  readonly applicationClientId: string;
  /** Other applications that may call: the smoke test's identity. */
  readonly callerClientIds: readonly string[];
}

/** A policy fragment of the environment. */
export interface Fragment {
  readonly section: 'inbound' | 'outbound' | 'onError';
  readonly place: 'before' | 'after';
  /** What it is called on the gateway. */
  readonly id: string;
  /** The file it comes from. */
  readonly file: string;
  /** The document, its named values and backends named as the gateway knows them. */
  readonly text: string;
}

/** One resource as it should be. `properties` is compared member by member; what a GET hides goes into `writeOnly`. */
export interface DesiredResource {
  /** What a person calls it: `backend foundry`. */
  readonly title: string;
  readonly id: string;
  readonly apiVersion: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Members that Azure takes and does not give back. */
  readonly writeOnly?: Readonly<Record<string, unknown>>;
  /** A policy document: read with `format=rawxml`, compared without regard to white space. */
  readonly policy?: true;
  /** Has no members: that it is there is all. Neither read nor written with a body (facts of API Management's REST API). */
  readonly link?: true;
  /** Is somebody else's, and needed: made where it is absent, left as it is where it is there. */
  readonly onlyIfAbsent?: true;
}
