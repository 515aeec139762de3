import type { GatewayChoices } from './gateway-choices.ts';

/**
 * An environment file after loading: every default filled in, every rule checked. Nothing downstream reads YAML.
 * Each member's meaning for the person who writes it stands in the schema (`environment.schema.json`).
 */
export type AnyEnvironment = Environment | HubEnvironment;

/** A hub for the spokes of other environments, and nothing else. */
export interface HubEnvironment {
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly hub: OwnHub;
  readonly operations: Operations;
  /** Tells the two kinds apart. */
  readonly spoke?: undefined;
}

/** An environment that deploys its hub itself. */
export type HubOwner = Pick<HubEnvironment, 'name' | 'location' | 'tags' | 'hub' | 'operations'>;

/** A spoke with its models, on a hub of its own or on one of another environment. */
export interface Environment {
  /** `^[a-z][a-z0-9-]{1,18}[a-z0-9]$`: goes into the name of every resource. */
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly hub: Hub;
  readonly spoke: Spoke;
  readonly models: readonly Model[];
  /** Those of this environment; a model may also name one of Foundry's. */
  readonly contentFilters: readonly ContentFilter[];
  readonly operations: Operations;
  readonly access: Access;
  readonly limits: Limits;
  readonly api: Api;
  readonly smoke: Smoke;
}

/** What all spokes share. */
export type Hub = OwnHub | HubReference;

/** A hub that this environment deploys. */
export interface OwnHub {
  readonly kind: 'own';
  /** CIDR. */
  readonly addressSpace: string;
  readonly gateway: {
    readonly sku: 'Developer' | 'Premium' | 'StandardV2' | 'PremiumV2';
    readonly capacity: number;
    /** Availability zones over which the units are spread; none: wherever Azure puts them. */
    readonly zones: readonly number[];
    readonly publisherEmail: string;
    readonly publisherName: string;
  };
}

/** A hub that another environment deploys: found by its owner's name, never written by this one. */
export interface HubReference {
  readonly kind: 'reference';
  /** Name of the environment that owns the hub. */
  readonly name: string;
  /** In lower case. Absent: the subscription of the spoke. */
  readonly subscriptionId?: string;
}

/**
 * Where the certificate of the host name comes from. `managed`: made and renewed by Container Apps. `secretId` is the
 * address of a Key Vault secret, without a version.
 */
export type Certificate =
  | { readonly kind: 'self-signed' }
  | { readonly kind: 'managed' }
  | { readonly kind: 'key-vault'; readonly secretId: string };

/** A public DNS zone in Azure in which the record of the host name is made. */
export interface PublicZone {
  readonly zone: string;
  readonly resourceGroup: string;
  /** Absent: the subscription of the environment. */
  readonly subscriptionId?: string;
}

/** How people reach Open WebUI. A host name of the company's own always has a certificate. */
export type Exposure =
  | {
      readonly kind: 'app-gateway';
      readonly hostname: string;
      readonly certificate: Exclude<Certificate, { readonly kind: 'managed' }>;
      readonly dns?: PublicZone;
    }
  | {
      readonly kind: 'container-app';
      readonly hostname?: string;
      readonly certificate?: Exclude<Certificate, { readonly kind: 'self-signed' }>;
      readonly dns?: PublicZone;
      /** Ranges that may reach the app; everybody where there is none. */
      readonly allowedAddresses: readonly string[];
    }
  | {
      readonly kind: 'private';
      readonly hostname?: string;
      readonly certificate?: Extract<Certificate, { readonly kind: 'key-vault' }>;
    };

/** Open WebUI and what it needs. */
export interface Spoke {
  readonly addressSpace: string;
  readonly exposure: Exposure;
  readonly openWebUi: OpenWebUi;
  readonly postgres: Postgres;
  readonly storage: Storage;
  /** Present where there may be more than one replica. */
  readonly redis?: Redis;
  readonly entra: { readonly kind: 'new' } | { readonly kind: 'existing'; readonly clientId: string };
}

/** Azure Managed Redis. */
export interface Redis {
  /** `Balanced_B0`, … */
  readonly sku: string;
  readonly highAvailability: boolean;
}

/** Where uploaded files lie. */
export type Storage = { readonly redundancy: 'local' | 'zone' } & (
  | { readonly kind: 'blob' }
  | { readonly kind: 'azure-files'; readonly protocol: 'nfs' | 'smb'; readonly quotaGiB: number }
);

/** Open WebUI itself. */
export interface OpenWebUi {
  /** Tag of ghcr.io/open-webui/open-webui, with or without `@sha256:…`. */
  readonly version: string;
  /** Whether `version` may be older than the one that serves. */
  readonly allowDowngrade: boolean;
  /** Cores: 0.25 to 4. */
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly replicas: { readonly min: number; readonly max: number };
  readonly branding: Branding;
  readonly environment: Readonly<Record<string, string>>;
}

/** What people see of the organisation. */
export interface Branding {
  readonly name?: string;
  readonly banners: readonly Banner[];
  readonly suggestions: readonly { readonly title: string; readonly subtitle: string; readonly prompt: string }[];
  readonly watermark?: string;
}

/** A notice above the chat. */
export interface Banner {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly text: string;
  readonly dismissible: boolean;
}

/** Azure Database for PostgreSQL. */
export interface Postgres {
  /** `Standard_B2s`, `Standard_D2ds_v5`, … The tier follows from it. */
  readonly sku: string;
  readonly storageGiB: number;
  readonly version: '15' | '16' | '17';
  readonly backupRetentionDays: number;
  readonly highAvailability: false | 'zone-redundant' | 'same-zone';
  readonly geoRedundantBackup: boolean;
  readonly network: 'private-endpoint' | 'vnet-integration';
  /** Absent: Azure chooses. */
  readonly availabilityZone?: '1' | '2' | '3';
  /** Name of a server that was restored; absent: the computed one. */
  readonly server?: string;
}

/** One model deployment in Foundry. */
export interface Model {
  /** Deployment name, what a caller writes into `model`. */
  readonly name: string;
  /** Model name in Foundry's catalogue; the deployment name where the file gives only one. */
  readonly model: string;
  /** `OpenAI`, `xAI`, `Meta`, `Mistral AI`, `DeepSeek`, … */
  readonly format: string;
  /** Absent: Foundry's default version. */
  readonly version?: string;
  readonly sku: string;
  /** In units that differ by format and SKU; of 1,000 tokens per minute for OpenAI's standard types. */
  readonly capacity: number;
  /** When Foundry may move the deployment to another version. */
  readonly versionUpgrade: VersionUpgrade;
  /** Name of one of `contentFilters` or of Foundry's own. Absent: what Foundry chooses for the model. */
  readonly contentFilter?: string;
  /** Of its tokens. Absent: unknown, which is not free. */
  readonly price?: Price;
  /** Who may use it; absent: everybody with a role. */
  readonly allow?: Allowed;
}

/** Whoever has one of these roles or is in one of these groups. */
export interface Allowed {
  readonly roles: readonly Role[];
  /** Names of `access.groups`. */
  readonly groups: readonly string[];
}

/** An app role of the Entra application. */
export type Role = 'admin' | 'user';

/** What a million tokens cost, in the currency of `Operations`. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** Foundry's words for when a deployment changes its version. */
export type VersionUpgrade = 'OnceNewDefaultVersionAvailable' | 'OnceCurrentVersionExpired' | 'NoAutoUpgrade';

/** The lowest severity that a content filter blocks. */
export type Severity = 'Low' | 'Medium' | 'High';

/** A content filter of the environment. */
export interface ContentFilter {
  readonly name: string;
  readonly hate: Severity;
  readonly sexual: Severity;
  readonly violence: Severity;
  readonly selfHarm: Severity;
  readonly jailbreak: boolean;
  readonly indirectAttack: boolean;
  readonly protectedMaterial: boolean;
  /** Whether pieces of a streamed answer wait until they have been checked. */
  readonly streaming: 'buffered' | 'immediate';
}

/** How what is deployed is watched over. */
export interface Operations {
  readonly budget?: Budget;
  /** Of the prices of models and of the budget for their tokens: `USD`, `EUR`, … */
  readonly currency: string;
  /** Whether what holds data is locked against deletion. */
  readonly locks: boolean;
  /** Purge protection of the Key Vault, which can never be taken back. */
  readonly deletionProtection: boolean;
  /** Of the hub's workspace. */
  readonly logs: { readonly retentionDays: number; readonly dailyCapGiB?: number };
}

/** Monthly amounts for the resource groups and for tokens, and who is told when how much of them is spent. */
export interface Budget {
  readonly hub?: number;
  readonly spoke?: number;
  /** For the tokens of the models alone. */
  readonly tokens?: number;
  readonly contacts: readonly string[];
  /** Percent of the amount. */
  readonly thresholds: readonly number[];
}

/** Object ids of people or groups, given the app roles `admin` and `user`. */
export interface Access {
  readonly admins: readonly Principal[];
  readonly users: readonly Principal[];
  /** Object ids by name, in the order of the file. */
  readonly groups: Readonly<Record<string, string>>;
}

/** A person or a group of the tenant. */
export interface Principal {
  readonly kind: 'user' | 'group';
  readonly objectId: string;
}

/** How many tokens may be used. Everything that applies to a request must have room for it. */
export interface Limits {
  readonly perPerson: TokenLimit & { readonly tokensPerMinute: number };
  readonly perRole: Readonly<Partial<Record<Role, LimitsOfMany>>>;
  /** By names of `access.groups`. */
  readonly perGroup: Readonly<Record<string, LimitsOfMany>>;
  /** By deployment names, as `models` writes them. */
  readonly perModel: Readonly<Record<string, LimitsOfMany>>;
}

/** Limits of a role, a group or a model; at least one of them. */
export interface LimitsOfMany {
  /** Of each person. */
  readonly perPerson?: TokenLimit;
  /** Of all of them together. */
  readonly shared?: TokenLimit;
}

/** At least one of both. */
export interface TokenLimit {
  readonly tokensPerMinute?: number;
  readonly tokenQuota?: TokenQuota;
}

/** Tokens in a calendar period in UTC. */
export interface TokenQuota {
  readonly tokens: number;
  readonly period: 'Hourly' | 'Daily' | 'Weekly' | 'Monthly';
}

/** The API on the gateway. */
export interface Api extends GatewayChoices {
  /** URL path of the API on the gateway; `openai/v1`, or `<name>/openai/v1` on a hub by reference. */
  readonly path: string;
  readonly spec:
    | { readonly kind: 'built-in' }
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'url'; readonly url: string };
  /** Which operations of the document, as globs; empty for all. Tags are among them as `tag:…`. */
  readonly operations: readonly string[];
  readonly allowBreakingChanges: boolean;
  readonly products: readonly Product[];
}

/** Applications that call the API with keys of their own, which say which of them it is. */
export interface Product {
  readonly name: string;
  readonly description: string;
  readonly approvalRequired: boolean;
  /** Names of its subscriptions. */
  readonly subscriptions: readonly string[];
}

/** What the smoke test asks. */
export interface Smoke {
  /** Deployment name of the model that answers the probe's question. */
  readonly model: string;
  readonly prompt: string;
  /** Seconds until the first token before the check fails. */
  readonly firstTokenSeconds: number;
}
