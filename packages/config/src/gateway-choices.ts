/** What a gateway's API may have beside the models of its own Foundry and the limits. */
export interface GatewayChoices {
  /** Of the environment's own Foundry among the backends. */
  readonly ownBackend: Share;
  /** Further endpoints; with one or more, all are a pool. */
  readonly backends: readonly ModelBackend[];
  readonly contentSafety?: ContentSafety;
  readonly semanticCache?: SemanticCache;
  readonly fragments: FragmentFiles;
  /** By the name that fragments use. */
  readonly namedValues: Readonly<Record<string, NamedValue>>;
  readonly logPrompts?: { readonly maxSizeInBytes: number };
}

/** A backend's place in a pool. */
export interface Share {
  /** From 1; a higher number serves only while every lower one is away. */
  readonly priority: number;
  readonly weight: number;
}

/** An endpoint of somebody else. */
export interface ModelBackend extends Share {
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly authentication: BackendAuthentication;
}

/** How the gateway proves to a backend who it is. */
export type BackendAuthentication =
  | { readonly kind: 'managed-identity'; readonly audience: string }
  /** `secretId` is the address of a Key Vault secret. */
  | { readonly kind: 'api-key'; readonly secretId: string };

/** Azure AI Content Safety before the models. */
export interface ContentSafety {
  /** Absent: the environment's own Foundry account. */
  readonly endpoint?: string;
  readonly shieldPrompt: boolean;
  /** Severities from 0 to 7 at which a text is blocked. */
  readonly categories: Readonly<Partial<Record<'hate' | 'selfHarm' | 'sexual' | 'violence', number>>>;
  readonly completions: boolean;
  readonly blocklists: readonly string[];
}

/** Answers kept by the likeness of prompts. */
export interface SemanticCache {
  /** Deployment name of an embedding model of the environment. */
  readonly embeddings: string;
  /** Id of an entity below `caches` of API Management. */
  readonly cache: string;
  /** From 0, the same, to 1. */
  readonly scoreThreshold: number;
  readonly minutes: number;
}

/** Files with policy fragments, by where they stand. */
export type FragmentFiles = Readonly<Record<FragmentSection, Readonly<Record<FragmentPlace, readonly string[]>>>>;
export type FragmentSection = 'inbound' | 'outbound' | 'onError';
export type FragmentPlace = 'before' | 'after';

/** What stands for a name: a text, or what a Key Vault keeps. */
export type NamedValue = { readonly text: string } | { readonly secretId: string };
