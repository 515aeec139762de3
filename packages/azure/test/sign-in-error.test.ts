import { describe, expect, test } from 'vitest';
import { SignInError } from '../src/index.ts';

const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:contoso@1/chat@2:environment:dev',
  aud: 'api://AzureADTokenExchange',
};
const assertion = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
const refusal = (code: string) =>
  new Error(
    `invalid_client: Error(s): 700213 - AADSTS${code}: No matching federated identity record found.\r\nTrace ID: 1 Correlation ID: 2`,
  );

describe('a refused sign-in', () => {
  test('says what the token claims, and none of the token', () => {
    const error = new SignInError(refusal('700213'), assertion);
    expect(error.code).toBe('AADSTS700213');
    expect(error.message).toMatch(
      /^AADSTS700213: No matching federated identity record found\. GitHub's token has the issuer/,
    );
    expect(error.message).toContain(claims.sub);
    expect(error.message).not.toContain('signature');
    expect(error.message).not.toContain('Trace ID');
  });

  test.each([
    ['700213', true],
    ['70021', true],
    ['700024', false],
    ['700016', false],
  ])('AADSTS%s is answered by a registration: %s', (code, expected) => {
    const command = new SignInError(refusal(code), assertion).registration('client-1');
    expect(command !== undefined).toBe(expected);
    if (expected) expect(command).toContain(`"subject":"${claims.sub}"`);
  });

  test.each([undefined, 'not a token', 'a.b.c', `e30.${Buffer.from('[1]').toString('base64url')}.x`])(
    'needs no readable token (%s)',
    (token) => {
      const error = new SignInError(new Error('the network is down'), token);
      expect(error).toMatchObject({ code: 'SignInFailed', message: 'the network is down', claims: undefined });
    },
  );
});
