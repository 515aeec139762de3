import type { Scope } from '../scopes.ts';
import type { Section } from './sections.ts';

/** What an attribute or a text takes. `literal`: no expression allowed. */
export interface AttributeSpecification {
  readonly required?: boolean;
  /** A required value may be the empty text. */
  readonly mayBeEmpty?: boolean;
  readonly literal?: boolean;
  /** `flag` is true or false, `whole` a whole number not below `minimum`, `address` an IP address. */
  readonly type?: 'text' | 'flag' | 'whole' | 'number' | 'address';
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** API Management takes it, this engine does not: a document that has it is refused by name. */
  readonly unsupported?: boolean;
}

export interface ChildSpecification {
  readonly element: ElementSpecification;
  readonly minimum?: number;
  /** Default: no limit. */
  readonly maximum?: number;
}

/** What may stand in an element. */
export interface ElementSpecification {
  readonly attributes?: Readonly<Record<string, AttributeSpecification>>;
  /** Of each group exactly one attribute must be there. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Of each group at least one attribute must be there. */
  readonly anyOf?: readonly (readonly string[])[];
  /** Of each group at most one attribute may be there. */
  readonly atMostOneOf?: readonly (readonly string[])[];
  readonly children?: Readonly<Record<string, ChildSpecification>>;
  /** `sequence`: children stand in the order in which `children` lists them. */
  readonly order?: 'sequence' | 'any';
  /** `policies`: the children are policies themselves. */
  readonly content?: 'text' | 'policies' | 'any';
  /** With `content: 'policies'`: the only ones allowed. */
  readonly onlyPolicies?: readonly string[];
  readonly textRequired?: boolean;
  /** What a literal text must be. */
  readonly text?: AttributeSpecification;
}

export interface PolicySpecification extends ElementSpecification {
  readonly sections: readonly Section[];
  /** Default: every scope. */
  readonly scopes?: readonly Scope[];
  /** Tiers that do not have the policy. */
  readonly notOn?: readonly string[];
  /** At most once in a section, wherever it stands there. */
  readonly once?: boolean;
  /** Where the engine differs from API Management, for docs/policy-engine.md. */
  readonly differs?: string;
}
