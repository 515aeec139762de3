import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../src/kernel/clock.ts';
import { placeFromProxyAuthorization, placeKey, placeToUserName } from '../../src/server/places.ts';
import { Parties } from '../../src/server/parties.ts';

/** A clock with an event every minute, and what has happened so far. */
function clockWithEvents(minutes: number): { readonly clock: VirtualClock; readonly happened: number[] } {
  const clock = new VirtualClock(0);
  const happened: number[] = [];
  for (let minute = 1; minute <= minutes; minute += 1)
    clock.at(minute * 60_000, `event ${minute}`, () => happened.push(minute));
  return { clock, happened };
}

describe('parties', () => {
  test('the clock stands still while one of them works', async () => {
    const { clock, happened } = clockWithEvents(2);
    const parties = new Parties(clock);
    for (const name of ['a', 'b']) parties.join(name);
    const first = parties.turn('a');
    await Promise.resolve();
    expect(happened).toEqual([]);
    const second = parties.turn('b');
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(happened).toEqual([1]);
  });

  test('one alone moves it by itself, to the next event each time', async () => {
    const { clock, happened } = clockWithEvents(1);
    const parties = new Parties(clock);
    parties.join('a');
    expect([await parties.turn('a'), await parties.turn('a')]).toEqual([true, false]);
    expect(happened).toEqual([1]);
  });

  test('one that leaves keeps nobody waiting', async () => {
    const { clock } = clockWithEvents(1);
    const parties = new Parties(clock);
    for (const name of ['a', 'b']) parties.join(name);
    const waiting = parties.turn('a');
    parties.leave('b');
    expect(await waiting).toBe(true);
  });

  test('two requests of one party count as one', async () => {
    const { clock, happened } = clockWithEvents(3);
    const parties = new Parties(clock);
    for (const name of ['a', 'b']) parties.join(name);
    const ofA = [parties.turn('a'), parties.turn('a')];
    await Promise.resolve();
    expect(happened).toEqual([]);
    expect(await Promise.all([...ofA, parties.turn('b')])).toEqual([true, true, true]);
  });

  test('are named in the address of the proxy', () => {
    const place = { kind: 'internet', party: 'contoso-team1' } as const;
    const header = `Basic ${Buffer.from(`${placeToUserName(place) ?? ''}:party`).toString('base64')}`;
    expect(placeFromProxyAuthorization(header)).toEqual(place);
    expect(placeKey(place)).not.toBe(placeKey({ kind: 'internet' }));
  });
});
