import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { ArmTemplate } from './load-template.ts';
import type { TemplateParameters } from './parameters.ts';

/**
 * Hash over a template and its parameters but for the secure ones, in hexadecimal. Kept as a tag of the deployment, it
 * tells a later run whether it would deploy the same again. Secure values stay out: a hash of them would be readable by
 * everybody who may read tags, and a value that is only used where there is none yet changes with every run.
 */
export function fingerprint(template: ArmTemplate, parameters: TemplateParameters): string {
  const secure = new Set(secureParameters(template));
  const open = Object.entries(parameters).filter(([name]) => !secure.has(name));
  return createHash('sha256')
    .update(canonicalJson({ template, parameters: Object.fromEntries(open) }))
    .digest('hex');
}

/** Names of the parameters that ARM never gives back: `securestring` and `secureobject`, in any spelling. */
export function secureParameters(template: ArmTemplate): readonly string[] {
  return Object.entries(template.parameters ?? {})
    .filter(([, { type }]) => type?.toLowerCase().startsWith('secure') === true)
    .map(([name]) => name);
}
