import type { Section } from './sections.ts';

/** What an attribute takes. `literal`: no expression allowed. */
export interface AttributeSpecification {
  readonly required?: boolean;
  readonly literal?: boolean;
  /** `flag` is true or false, `whole` a whole number not below `minimum`. */
  readonly type?: 'text' | 'flag' | 'whole' | 'number';
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
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
  readonly children?: Readonly<Record<string, ChildSpecification>>;
  /** `sequence`: children stand in the order in which `children` lists them. */
  readonly order?: 'sequence' | 'any';
  /** `policies`: the children are policies themselves. */
  readonly content?: 'text' | 'policies' | 'any';
  readonly textRequired?: boolean;
}

export interface PolicySpecification extends ElementSpecification {
  readonly sections: readonly Section[];
  /** At most once per section of a document. */
  readonly once?: boolean;
}
