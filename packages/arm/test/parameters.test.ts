import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type JsonObject, TemplateError, expand, planDeployment } from '../src/index.ts';
import { refusalCases, refusalTemplate } from './refusals.ts';

const messages = JSON.parse(readFileSync(join(import.meta.dirname, 'golden', 'refusals.json'), 'utf8')) as Record<
  string,
  string
>;

function refusal(action: () => unknown): TemplateError {
  try {
    action();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

function template(parameters: JsonObject): JsonObject {
  return { ...refusalTemplate({ definition: {}, value: null }), parameters };
}

describe('a parameter value that ARM refuses', () => {
  it.each(Object.entries(refusalCases))('%s: in the words of the real engine', (name, refused) => {
    const error = refusal(() =>
      expand({ template: refusalTemplate(refused), parameters: { a: { value: refused.value } } }),
    );
    expect(error.code).toBe('InvalidTemplate');
    expect(error.message).toBe(`Deployment template validation failed: '${messages[name] ?? ''}'.`);
  });
});

describe('parameters as a whole', () => {
  it('names every missing one', () => {
    const error = refusal(() =>
      expand({
        template: template({ a: { type: 'string' }, b: { type: 'int' }, c: { type: 'bool', defaultValue: true } }),
      }),
    );
    expect(error.details.map((detail) => detail.target)).toEqual(['parameters.a', 'parameters.b']);
  });

  it('names the unknown ones and those there are', () => {
    const error = refusal(() =>
      expand({ template: template({ a: { type: 'string' } }), parameters: { a: { value: 'x' }, zz: { value: 1 } } }),
    );
    expect(error.message).toContain("The template parameters 'zz' in the parameters file are not valid");
    expect(error.message).toContain("The only supported parameters for this template are 'a'");
  });

  it('reports every violation', () => {
    const error = refusal(() =>
      expand({
        template: template({ a: { type: 'int' }, b: { type: 'string', minLength: 2 } }),
        parameters: { a: { value: 'x' }, b: { value: 'y' } },
      }),
    );
    expect(error.details).toHaveLength(2);
  });

  it('takes null as not given', () => {
    const withDefault = template({ a: { type: 'string', defaultValue: 'd' } });
    const outputs = { ...withDefault, outputs: { o: { type: 'string', value: "[parameters('a')]" } } };
    expect(expand({ template: outputs, parameters: { a: { value: null } } }).outputs).toEqual({ o: 'd' });
    expect(
      refusal(() => expand({ template: template({ a: { type: 'string' } }), parameters: { a: { value: null } } }))
        .message,
    ).toContain('is not provided');
  });

  it('reads a key vault reference, and refuses it where no vault can be read', () => {
    const vaultId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv';
    const options = {
      template: {
        ...template({ a: { type: 'securestring' } }),
        outputs: { o: { type: 'string', value: "[concat(parameters('a'), '!')]" } },
      },
      parameters: { a: { reference: { keyVault: { id: vaultId }, secretName: 'n' } } },
      context: { scope: 'resourceGroup' as const, subscriptionId: 's', resourceGroup: 'g' },
    };
    const runtime = { reference: () => null, list: () => null };
    const plan = planDeployment({
      ...options,
      keyVaultSecret: (request) => `${request.vaultId}#${request.secretName}`,
    });
    expect(plan.outputs(runtime)['o']?.value).toBe(`${vaultId}#n!`);
    expect(plan.parameters).toEqual({ a: { type: 'SecureString' } });
    expect(refusal(() => planDeployment(options)).code).toBe('KeyVaultParameterReferenceNotSupported');
  });
});
