import type { PolicySpecification } from './specification.ts';
import { ACCESS } from './specifications/access.ts';
import { CACHING } from './specifications/caching.ts';
import { CONTROL } from './specifications/control.ts';
import { INTEGRATION } from './specifications/integration.ts';
import { LIMITS } from './specifications/limits.ts';
import { MODEL_POLICIES } from './specifications/models.ts';
import { TRANSFORMATION } from './specifications/transformation.ts';
import { UNSUPPORTED } from './specifications/unsupported.ts';
import { VALIDATION } from './specifications/validation.ts';

/** The policies this engine executes by topic, with what API Management demands of each when a document is saved. */
export const POLICY_TOPICS: Readonly<Record<string, Readonly<Record<string, PolicySpecification>>>> = {
  'Control and flow': CONTROL,
  'Access and authentication': ACCESS,
  'Rates, quotas and tokens': LIMITS,
  Transformation: TRANSFORMATION,
  'What is said to models': MODEL_POLICIES,
  Caching: CACHING,
  'Requests, messages, metrics': INTEGRATION,
  'Content validation': VALIDATION,
};

/** The same by element name. */
export const POLICIES: Readonly<Record<string, PolicySpecification>> = Object.assign(
  {},
  ...Object.values(POLICY_TOPICS),
) as Readonly<Record<string, PolicySpecification>>;

/** Policies that this engine knows by name only, with why. */
export const UNSUPPORTED_POLICIES: ReadonlyMap<string, string> = new Map(Object.entries(UNSUPPORTED));
