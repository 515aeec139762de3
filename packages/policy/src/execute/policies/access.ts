import { BlockList, isIP } from 'node:net';
import { PolicyError } from '../policy-error.ts';
import type { Handler } from './handler.ts';
import { valueText } from '../../expressions/values/text.ts';

/** `check-header`: the header must be there, with one of the values where values are listed. */
export const checkHeader: Handler = async (run, element) => {
  const name = await run.required(element, 'name');
  const status = (await run.whole(element, 'failed-check-httpcode')) ?? 401;
  const message = await run.required(element, 'failed-check-error-message');
  const ignoreCase = await run.flag(element, 'ignore-case', false);
  const found = run.requestHeaders.all(name);
  const refuse = (reason: string, text: string): never => {
    throw new PolicyError(reason, text, { status, publicMessage: message });
  };
  if (found.length === 0)
    return refuse('HeaderNotFound', `Header ${name} was not found in the request. Access denied.`);
  const allowed: string[] = [];
  for (const value of element.children) allowed.push(valueText(await run.content(value)));
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const value = found.join(',');
  if (allowed.length > 0 && !allowed.some((each) => fold(each) === fold(value))) {
    refuse('HeaderValueNotAllowed', `Header ${name} value of ${value} is not allowed. Access denied.`);
  }
};

/** `ip-filter`: single addresses and ranges, IPv4 or IPv6. */
export const ipFilter: Handler = async (run, element) => {
  const address = run.original.ip ?? '';
  const family = familyOf(address);
  if (family === undefined)
    throw new PolicyError('FailedToParseCallerIP', 'Failed to establish IP address for the caller. Access denied.', {
      status: 403,
    });
  const list = new BlockList();
  for (const entry of element.children) {
    const from = entry.name === 'address' ? valueText(await run.content(entry)) : await run.required(entry, 'from');
    const to = entry.name === 'address' ? from : await run.required(entry, 'to');
    const kind = familyOf(from);
    if (kind === undefined || familyOf(to) !== kind)
      throw new PolicyError('InvalidIpFilter', `'${from}' is not a valid IP address.`);
    list.addRange(from, to, kind);
  }
  const listed = list.check(address, family);
  const allow = (await run.required(element, 'action')) === 'allow';
  if (allow && !listed)
    throw new PolicyError('CallerIpNotAllowed', `Caller IP address ${address} is not allowed. Access denied.`, {
      status: 403,
    });
  if (!allow && listed)
    throw new PolicyError('CallerIpBlocked', 'Caller IP address is blocked. Access denied.', { status: 403 });
};

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}
