import type { Rule, View } from '../view.ts';

const path = ['spoke', 'exposure'];
const at = [...path, 'certificate'];
const keyVault = '`{ kind: key-vault, secretId: https://… }`';

/** The certificate has what its kind needs, and its kind is one that the exposure can use. */
export const certificateRule: Rule = (view) => {
  checkAddress(view);
  const kind = kindOf(view);
  const hostname = view.get(...path, 'hostname');
  if (!view.sound(...path, 'hostname') || !view.sound(...at)) return;
  const exposure = view.text(...path, 'kind');
  if (exposure === 'app-gateway') checkApplicationGateway(view, kind);
  else if (exposure !== undefined && hostname === undefined) checkUnused(view, kind);
  else if (exposure === 'private') checkPrivate(view, kind);
  else if (exposure === 'container-app') checkContainerApp(view, kind);
};

/** A certificate in Key Vault needs its address, the others have none. */
function checkAddress(view: View): void {
  const kind = view.text(...at, 'kind');
  const secretId = view.get(...at, 'secretId');
  if (kind === 'key-vault' && secretId === undefined && view.sound(...at, 'secretId')) {
    view.wrongKey(
      at,
      '`secretId` is missing in `certificate`',
      'write `secretId: https://<vault>.vault.azure.net/secrets/<name>`',
    );
  } else if (kind !== undefined && kind !== 'key-vault' && secretId !== undefined) {
    view.wrongKey([...at, 'secretId'], `a ${kind} certificate has no \`secretId\``, 'remove `secretId`');
  }
}

function kindOf(view: View): string | undefined {
  return view.text(...at) ?? view.text(...at, 'kind');
}

function checkApplicationGateway(view: View, kind: string | undefined): void {
  if (kind !== 'managed') return;
  view.wrong(at, 'Application Gateway makes no certificates', `write self-signed or ${keyVault}`);
}

function checkUnused(view: View, kind: string | undefined): void {
  if (kind === undefined) return;
  view.wrongKey(
    at,
    'a certificate without `hostname` has nothing to certify: the name of the platform brings its own',
    'write `hostname`, or remove `certificate`',
  );
}

function checkPrivate(view: View, kind: string | undefined): void {
  if (kind === 'key-vault') return;
  const message =
    kind === undefined
      ? 'a host name of your own needs a certificate, and nobody can issue one for an app that he cannot reach'
      : `a ${kind} certificate cannot be had for an app that is not public`;
  view.wrongKey(kind === undefined ? [...path, 'hostname'] : at, message, `write \`certificate: \`${keyVault}`);
}

function checkContainerApp(view: View, kind: string | undefined): void {
  if (kind === 'self-signed') {
    view.wrong(
      at,
      'a self-signed certificate is for a trial of `app-gateway`',
      'remove `hostname` and `certificate`: the name of the platform has a trusted certificate',
    );
    return;
  }
  if (kind === 'key-vault' || view.get(...path, 'dns') !== undefined || !view.sound(...path, 'dns')) return;
  view.wrongKey(
    kind === undefined ? [...path, 'hostname'] : at,
    'a managed certificate is issued only where the DNS records of the name are there first',
    `write \`dns: { zone: …, resourceGroup: … }\`, a public Azure DNS zone, or \`certificate: \`${keyVault}`,
  );
}
