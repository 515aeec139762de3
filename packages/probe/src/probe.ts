/**
 * What the smoke test's job runs inside the spoke's network, on any Node from 20 on. The function is sent as its own
 * source text, so it uses nothing but Node's globals and its arguments. It prints one line of JSON for each check and
 * fails the process when one has failed.
 */
export async function probe(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const gateway = env['PROBE_GATEWAY_URL'] ?? '';
  const model = env['PROBE_MODEL'] ?? '';
  const firstTokenLimitMs = Number(env['PROBE_FIRST_TOKEN_SECONDS'] ?? '60') * 1000;
  /** A role that was assigned recently may need minutes to take effect. */
  const patienceMs = Number(env['PROBE_PATIENCE_SECONDS'] ?? '600') * 1000;
  const started = Date.now();
  const failed: string[] = [];

  /** Of an app that nobody reaches from outside; empty where the public face is tried. */
  const app = env['PROBE_APP_URL'] ?? '';
  const ownName = env['PROBE_OWN_URL'] ?? '';

  const say = (
    check: string,
    verdict: 'passed' | 'failed' | 'warning',
    detail: string,
    measured: object = {},
  ): void => {
    if (verdict === 'failed') failed.push(check);
    console.log(JSON.stringify({ probe: check, verdict, detail, ...measured }));
  };

  const attempt = async (check: string, work: () => Promise<{ detail: string; measured?: object }>): Promise<void> => {
    try {
      const { detail, measured } = await work();
      say(check, 'passed', detail, measured);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      say(check, 'failed', (error instanceof Error ? error.message : String(error)) + cause);
    }
  };

  const ask = (path: string, token: string | undefined, body?: object): Promise<Response> =>
    fetch(gateway + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(120_000),
    });

  const requireStatus = async (response: Response, status: number): Promise<Response> => {
    if (response.status === status) return response;
    throw new Error(`answered ${response.status} instead of ${status}: ${(await response.text()).slice(0, 300)}`);
  };

  /** The token of the job's own identity, for the application that the gateway checks. */
  const ownToken = async (): Promise<string> => {
    const url = new URL(env['IDENTITY_ENDPOINT'] ?? 'http://identity.invalid');
    url.searchParams.set('api-version', '2019-08-01');
    url.searchParams.set('resource', env['PROBE_TOKEN_RESOURCE'] ?? '');
    url.searchParams.set('client_id', env['PROBE_IDENTITY_CLIENT_ID'] ?? '');
    const response = await fetch(url, { headers: { 'x-identity-header': env['IDENTITY_HEADER'] ?? '' } });
    const answer = (await requireStatus(response, 200).then((ok) => ok.json())) as { access_token: string };
    return answer.access_token;
  };

  /** Repeats while the answer says that a right is missing and it may only be late. */
  const askPatiently = async (path: string, body?: object): Promise<{ response: Response; askedAt: number }> => {
    for (;;) {
      const token = await ownToken();
      const askedAt = performance.now();
      const response = await ask(path, token, body);
      const late = response.status === 401 || response.status === 403;
      if (!late || Date.now() - started > patienceMs) return { response, askedAt };
      await response.text();
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    }
  };

  const askApp = async (path: string, status: number): Promise<Record<string, unknown>> => {
    const response = await requireStatus(await fetch(app + path, { signal: AbortSignal.timeout(120_000) }), status);
    return (await response.json()) as Record<string, unknown>;
  };

  /** A company's own authority signs what only its own machines trust: then the job can only say so. */
  const tryOwnName = async (): Promise<void> => {
    const check = 'Open WebUI: own host name';
    const unknownAuthority = /ISSUER|SELF_SIGNED|VERIFY_LEAF/;
    try {
      await requireStatus(await fetch(`${ownName}/health`, { signal: AbortSignal.timeout(120_000) }), 200);
      say(check, 'passed', `${ownName} answers with a trusted certificate`);
    } catch (error) {
      const cause =
        error instanceof Error ? (error.cause as { code?: string; message?: string } | undefined) : undefined;
      if (unknownAuthority.test(cause?.code ?? ''))
        say(
          check,
          'warning',
          `${ownName} answers; whether its certificate is good cannot be seen: ${cause?.code ?? ''}`,
        );
      else say(check, 'failed', `${error instanceof Error ? error.message : String(error)}: ${cause?.message ?? ''}`);
    }
  };

  const tryApp = async (): Promise<void> => {
    if (ownName !== '') await tryOwnName();
    await attempt('Open WebUI: health', async () => {
      // Unknown paths answer the app's shell with 200, so the content counts.
      if ((await askApp('/health', 200))['status'] !== true) throw new Error('is not healthy');
      return { detail: '200' };
    });
    await attempt('Open WebUI: configuration', async () => {
      const config = await askApp('/api/config', 200);
      const providers = Object.keys((config['oauth'] as { providers?: object } | undefined)?.providers ?? {});
      const features = (config['features'] ?? {}) as Record<string, unknown>;
      const open = ['enable_login_form', 'enable_signup', 'enable_ldap'].filter((name) => features[name] === true);
      if (!providers.includes('oidc') || open.length > 0)
        throw new Error(`sign-in by ${providers.join(', ') || 'nobody'}; open: ${open.join(', ') || 'nothing'}`);
      return { detail: 'sign-in by Entra ID alone' };
    });
    await attempt('Open WebUI: no open door', async () => {
      await askApp('/api/models', 401);
      return { detail: '/api/models answers 401 without a session' };
    });
  };

  if (app !== '') await tryApp();
  await attempt('refused without a token', async () => {
    await requireStatus(await ask('/models', undefined), 401);
    return { detail: '401' };
  });
  await attempt('refused with a wrong token', async () => {
    await requireStatus(await ask('/models', 'not.a.token'), 401);
    return { detail: '401' };
  });
  await attempt('model list', async () => {
    const { response } = await askPatiently('/models');
    const list = (await requireStatus(response, 200).then((ok) => ok.json())) as { data: { id: string }[] };
    const ids = list.data.map(({ id }) => id);
    if (!ids.includes(model)) throw new Error(`${model} is not among ${ids.join(', ')}`);
    return { detail: ids.join(', ') };
  });
  await attempt('streamed chat answer', async () => {
    const { response, askedAt } = await askPatiently('/chat/completions', {
      model,
      stream: true,
      messages: [{ role: 'user', content: env['PROBE_PROMPT'] ?? 'Say hello.' }],
    });
    const body = (await requireStatus(response, 200)).body;
    if (body === null) throw new Error('the answer has no body');
    let firstTokenMs: number | undefined;
    let text = '';
    let rest = '';
    let last = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const data = line.startsWith('data:') ? line.slice(5).trim() : '';
        if (data === '') continue;
        last = data;
        if (data === '[DONE]') continue;
        const event = JSON.parse(data) as { choices?: { delta?: { content?: string | null } }[] };
        const content = event.choices?.[0]?.delta?.content ?? '';
        if (content === '') continue;
        firstTokenMs ??= Math.round(performance.now() - askedAt);
        text += content;
      }
    }
    if (firstTokenMs === undefined) throw new Error('the stream held no text');
    if (last !== '[DONE]') throw new Error('the stream broke off before its end');
    if (firstTokenMs > firstTokenLimitMs) throw new Error(`the first token took ${firstTokenMs} ms`);
    return { detail: text.slice(0, 200), measured: { firstTokenMs } };
  });
  process.exitCode = failed.length > 0 ? 1 : 0;
}
