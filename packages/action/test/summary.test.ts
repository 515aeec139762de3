import { describe, expect, test } from 'vitest';
import { renderSummary, ReportBuilder, type Mode } from '../src/index.ts';
import { RemovalRecord } from '../src/removal/report.ts';

function builder(mode: Mode = 'apply'): ReportBuilder {
  return new ReportBuilder({ action: 'deploy-hub', mode, environment: 'contoso-dev' });
}
const render = (report: ReportBuilder, result: 'succeeded' | 'failed' = 'succeeded') =>
  renderSummary({ title: 'Deploy the hub' }, report.build(result, []));

describe('the job summary', () => {
  test('of a run that changed nothing is short', () => {
    expect(render(builder())).toBe(
      '## Deploy the hub: contoso-dev unchanged\n\n0 deleted · 0 modified · 0 created · 0 s · 0 retries\n',
    );
  });

  test('shows deletes first', () => {
    const report = builder('plan');
    report.change({ kind: 'create', type: 'T', name: 'new' }, { kind: 'delete', type: 'T', name: 'old' });
    const text = render(report);
    expect(text).toContain('contoso-dev would change');
    expect(text.indexOf('| delete | T | old |')).toBeGreaterThan(0);
    expect(text.indexOf('| delete | T | old |')).toBeLessThan(text.indexOf('| create | T | new |'));
  });

  test('lets no text of a service become markup', () => {
    const report = builder();
    report.error({ code: 'A', message: '<img src=x> a|b\nc', transient: false });
    report.check({ name: 'x', verdict: 'failed', detail: 'a|b\n<b>' });
    const text = render(report, 'failed');
    expect(text).toContain('&lt;img src=x> a\\|b c');
    expect(text).toContain('| x | failed | a\\|b &lt;b> |');
  });

  test('stays readable with many changes', () => {
    const report = builder();
    for (let index = 0; index < 500; index += 1) report.change({ kind: 'create', type: 'T', name: `n${index}` });
    const text = render(report);
    expect(text.split('\n').length).toBeLessThan(100);
    expect(text).toContain('440 more stand in the JSON report.');
  });

  test('lists errors with what to do, addresses and what is left', () => {
    const report = builder();
    report.error({
      code: 'A',
      message: 'm',
      transient: false,
      cause: 'because',
      remedy: 'do it',
      correlationId: 'c',
      portalUrl: 'https://p',
    });
    report.url('Chat', 'https://chat');
    report.leftToDo('Set the DNS record.');
    report.resume('Run again.');
    const text = render(report, 'failed');
    for (const part of [
      'Cause: because',
      'What to do: do it',
      '`c`',
      '(https://p)',
      '- Chat: https://chat',
      '- Set the DNS record.',
      '> Run again.',
    ])
      expect(text).toContain(part);
  });

  test('of a removal tells what is left before what is gone, and where to find what stays', () => {
    const report = builder('destroy');
    const gone = { type: 'T', name: 'app' };
    const record = new RemovalRecord({
      goes: [],
      afterwards: [gone, { type: 'T', name: 'network', details: ['with its subnets'] }],
      stays: [{ type: 'name', name: 'vault', where: 'az keyvault purge', why: 'can be recovered', until: '7 days' }],
    });
    report.removal(record);
    expect(render(report, 'failed')).toContain('| planned | T | app |  |');
    record.start();
    record.gone(gone);
    const text = render(report, 'failed');
    expect(text.indexOf('| left | T | network | with its subnets |')).toBeGreaterThan(0);
    expect(text.indexOf('| left | T | network |')).toBeLessThan(text.indexOf('| gone | T | app |'));
    expect(text).toContain('| name | vault | can be recovered | 7 days | az keyvault purge |');
  });
});
