import { microsoftDomains } from '../data/reserved-words.ts';
import type { Rule } from '../view.ts';

const path = ['spoke', 'exposure'];

/** The host name must be one that the company can own. */
export const hostnameRule: Rule = (view) => {
  const at = [...path, 'hostname'];
  const hostname = view.text(...at);
  if (hostname === undefined) return;
  const domain = microsoftDomains.find((candidate) => hostname === candidate || hostname.endsWith(`.${candidate}`));
  if (domain !== undefined) {
    view.wrong(at, `\`hostname\` lies in ${domain}, which belongs to Microsoft`, 'use a name in a domain of yours');
  }
  if (hostname.endsWith('.localhost')) {
    view.wrong(
      at,
      '`hostname` lies in localhost, which every machine keeps to itself',
      'use a name in a domain of yours',
    );
  }
};

/** A public zone holds the host name, and only a public exposure has a public record. */
export const dnsRule: Rule = (view) => {
  const at = [...path, 'dns'];
  const zone = view.text(...at, 'zone');
  const hostname = view.text(...path, 'hostname');
  if (zone === undefined) return;
  if (view.text(...path, 'kind') === 'private') {
    view.wrongKey(
      at,
      '`dns` is a public zone, and `private` has no public address to write there',
      'remove `dns`: the record is made in a private zone that hub and spoke resolve',
    );
  } else if (view.get(...path, 'hostname') === undefined && view.sound(...path, 'hostname')) {
    view.wrongKey(at, '`dns` has no record to make without `hostname`', 'write `hostname`, or remove `dns`');
  } else if (hostname !== undefined && hostname !== zone && !hostname.endsWith(`.${zone}`)) {
    view.wrong([...at, 'zone'], `${hostname} does not lie in the zone ${zone}`, `write a domain above ${hostname}`);
  }
};

/** Application Gateway's probes ask the app every few seconds, so that it would never rest. */
export const restRule: Rule = (view) => {
  const at = ['spoke', 'openWebUi', 'replicas', 'min'];
  if (view.number(...at) !== 0 || view.text(...path, 'kind') !== 'app-gateway') return;
  view.wrong(
    at,
    'with `app-gateway` the app never rests: the probes of Application Gateway keep it awake',
    'write `min: 1` or remove it; `container-app` and `private` may rest',
  );
};
