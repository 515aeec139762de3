import { listAt, memberAt, setMember } from '../resource.ts';
import { custom, setting, type BaselineRule } from '../rule.ts';

const deployment = 'Microsoft.Resources/deployments';

interface Parameter {
  readonly type?: string;
}

/** Templates themselves, each nested one on its own: how they handle what is secret. */
export const deploymentRules: readonly BaselineRule[] = [
  custom(
    ['PSRule', 'Azure.Deployment.SecureParameter', deployment, 'a parameter that is named like a secret is secure'],
    (resource) =>
      Object.entries(recordAt<Parameter>(resource, 'properties.template.parameters')).every(
        ([name, { type }]) =>
          type?.toLowerCase() !== 'string' || !/password|secret|token|pfx|(api|access)key$/i.test(name),
      ),
    { 'a plain parameter': setting('properties.template.parameters.databasePassword', { type: 'string' }) },
  ),
  custom(
    ['PSRule', 'Azure.Deployment.OutputSecretValue', deployment, 'no output gives a secret out'],
    (resource) => {
      const outputs = recordAt<{ readonly value?: unknown }>(resource, 'properties.template.outputs');
      const secure = Object.entries(recordAt<Parameter>(resource, 'properties.template.parameters'))
        .filter(([, { type }]) => type?.toLowerCase().startsWith('secure') === true)
        .map(([name]) => `parameters('${name}')`);
      const text = JSON.stringify(Object.values(outputs).map(({ value }) => value));
      return !/list(Keys|Secrets|AccountSas|Credentials)\(/i.test(text) && !secure.some((name) => text.includes(name));
    },
    {
      'an output of keys': setting('properties.template.outputs.key', {
        type: 'string',
        value: "[listKeys('x', '1').key1]",
      }),
    },
  ),
  custom(
    ['PSRule', 'Azure.Deployment.OuterSecret', deployment, 'a nested template evaluates its own parameters'],
    (resource) => memberAt(resource, 'properties.expressionEvaluationOptions.scope') === 'inner',
    { 'outer evaluation': setting('properties.expressionEvaluationOptions.scope', 'outer') },
  ),
  custom(
    ['checkov', 'CKV_AZURE_131', deployment, 'no secure parameter has a fixed default'],
    (resource) =>
      Object.values(
        recordAt<Parameter & { readonly defaultValue?: unknown }>(resource, 'properties.template.parameters'),
      ).every(
        ({ type, defaultValue }) =>
          type?.toLowerCase() !== 'securestring' ||
          defaultValue === undefined ||
          defaultValue === '' ||
          JSON.stringify(defaultValue).includes('newGuid()'),
      ),
    {
      'a fixed default': (resource) => {
        setMember(resource, 'properties.template.parameters.pin', { type: 'secureString', defaultValue: '1234' });
      },
    },
  ),
];

function recordAt<T>(resource: object, path: string): Readonly<Record<string, T>> {
  const value = memberAt(resource, path);
  return listAt(resource, path).length > 0 || typeof value !== 'object' || value === null
    ? {}
    : (value as Record<string, T>);
}
