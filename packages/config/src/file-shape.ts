import type {
  Allowed,
  Certificate,
  ContentFilter,
  Exposure,
  HubReference,
  Limits,
  Operations,
  OwnHub,
  Postgres,
  Price,
  Product,
  PublicZone,
  Smoke,
  Spoke,
  Storage,
  VersionUpgrade,
} from './environment.ts';
import type { FragmentFiles, GatewayChoices, Share } from './gateway-choices.ts';

/**
 * The shape of a file's content once the schema has accepted it and filled in its defaults, and no rule objects. It
 * differs from `Environment` only where a file may say a thing in a shorter way.
 */
export type FileShape = FileWithSpoke | FileOfHub;

/** What every file has. */
interface FileCommon {
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly operations: Operations;
}

/** A file of a hub alone. The schema fills in the other sections with their defaults; they mean nothing there. */
export interface FileOfHub extends FileCommon {
  readonly hub: FileOwnHub;
  readonly spoke?: undefined;
  readonly models?: undefined;
}

/** A file of a spoke, with its own hub or a reference to one. */
export interface FileWithSpoke extends FileCommon {
  readonly hub: FileHub;
  readonly spoke: FileSpoke;
  readonly models: readonly FileModel[];
  readonly contentFilters: readonly ContentFilter[];
  readonly access: {
    readonly admins: readonly FilePrincipal[];
    readonly users: readonly FilePrincipal[];
    readonly groups: Readonly<Record<string, string>>;
  };
  readonly limits: Limits;
  readonly api: FileApi;
  readonly smoke: Omit<Smoke, 'model'> & { readonly model?: string };
}

/** `hub` as it is written. */
export type FileHub = FileOwnHub | { readonly reference: Omit<HubReference, 'kind'> };

/** `hub` of a file that deploys it. */
export type FileOwnHub = Omit<OwnHub, 'kind'> & { readonly reference?: undefined };

/** `spoke` as it is written. */
export interface FileSpoke extends Omit<Spoke, 'exposure' | 'openWebUi' | 'postgres' | 'storage'> {
  readonly exposure: FileExposure;
  readonly openWebUi: Omit<Spoke['openWebUi'], 'memoryGiB'> & { readonly memoryGiB?: number };
  readonly postgres: FilePostgres;
  readonly storage: FileStorage;
}

/** `spoke.storage` as it is written. */
export interface FileStorage {
  readonly kind: Storage['kind'];
  readonly redundancy: Storage['redundancy'];
  readonly protocol?: 'nfs' | 'smb';
  readonly quotaGiB?: number;
}

/** `spoke.postgres` as it is written: numbers may stand for their text, `true` for the better of two standbys. */
export interface FilePostgres extends Omit<Postgres, 'version' | 'highAvailability' | 'availabilityZone'> {
  readonly version: number | string;
  readonly highAvailability: boolean | 'zone-redundant' | 'same-zone';
  readonly availabilityZone?: number | string;
}

/** `spoke.exposure` as it is written. */
export interface FileExposure {
  readonly kind: Exposure['kind'];
  readonly hostname?: string;
  readonly certificate?: 'self-signed' | 'managed' | Certificate;
  readonly dns?: PublicZone;
  readonly allowedAddresses: readonly string[];
}

/** A model as an object; one that is a name alone has no more than its name. */
export interface FileModelObject {
  readonly name: string;
  readonly model?: string;
  readonly format?: string;
  readonly version?: string;
  readonly sku?: string;
  readonly capacity?: number;
  readonly versionUpgrade?: VersionUpgrade;
  readonly contentFilter?: string;
  readonly allow?: Partial<Allowed>;
  readonly price?: Price;
}

/** One of `models` as it is written. */
export type FileModel = string | FileModelObject;

/** One of `access.admins` or `access.users` as it is written. */
export type FilePrincipal = { readonly user: string } | { readonly group: string };

/** `api` as it is written. */
export interface FileApi extends Omit<GatewayChoices, 'backends' | 'namedValues' | 'fragments'> {
  readonly path?: string;
  readonly spec: string;
  readonly operations: readonly string[];
  readonly tags: readonly string[];
  readonly allowBreakingChanges: boolean;
  readonly products: readonly Product[];
  readonly backends: readonly FileBackend[];
  readonly namedValues: Readonly<Record<string, string | { readonly secret: string }>>;
  readonly fragments: FileFragments;
}

/** `api.fragments` as it is written: nothing stands after the gateway's answer to an error. */
export type FileFragments = Omit<FragmentFiles, 'onError'> & {
  readonly onError: { readonly before: readonly string[] };
};

/** One of `api.backends` as it is written. */
export interface FileBackend extends Share {
  readonly name: string;
  readonly url: string;
  readonly audience?: string;
  readonly apiKey?: { readonly secret: string };
}
