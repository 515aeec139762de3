import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSecretVariable } from '../src/data/open-webui-variables.ts';
import { changeableVariables, isProductVariable } from '../src/index.ts';

describe('variables of Open WebUI', () => {
  it('that the Bicep module sets are each kept by the product, or a default that a file may change', () => {
    const bicep = readFileSync(new URL('../../../bicep/modules/open-webui.bicep', import.meta.url), 'utf8');
    const set = [...bicep.matchAll(/^ +([A-Z][A-Z0-9_]+): /gm)].flatMap(([, name]) => name ?? []);
    expect(set.length).toBeGreaterThan(40);
    expect(set.filter((name) => !isProductVariable(name) && !changeableVariables.includes(name))).toEqual([]);
    expect(changeableVariables.filter(isProductVariable)).toEqual([]);
  });

  it.each([
    'TAVILY_API_KEY',
    'SMTP_PASSWORD',
    'github_token',
    'S3_SECRET',
    'APP_CREDENTIALS',
    'SOME_CONNECTION_STRING',
  ])('%s looks like a secret', (name) => {
    expect(isSecretVariable(name)).toBe(true);
  });

  it.each(['ENABLE_API_KEYS', 'USER_PERMISSIONS_FEATURES_API_KEYS', 'WEBUI_NAME', 'MAX_TOKENS', 'REDIS_KEY_PREFIX'])(
    '%s does not',
    (name) => {
      expect(isSecretVariable(name)).toBe(false);
    },
  );
});
