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

  const say = (check: string, verdict: 'passed' | 'failed', detail: string, measured: object = {}): void => {
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
