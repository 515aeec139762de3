import { textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Refusal, Rule } from '../type-definition.ts';
import { isRestore } from './restore.ts';
import { SOURCE } from './server.ts';

const RESERVED = [
  'azure_superuser',
  'azure_pg_admin',
  'admin',
  'administrator',
  'root',
  'guest',
  'public',
  'postgres',
  'azuresu',
];

function passwordRefusal(password: string, login: string): Refusal | undefined {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (
    password.length >= 8 &&
    password.length <= 128 &&
    kinds >= 3 &&
    (login === '' || !password.toLowerCase().includes(login.toLowerCase()))
  )
    return undefined;
  return refusal(
    400,
    'InvalidParameterValue',
    'Invalid value given for parameter administratorLoginPassword. Specify a valid parameter value: 8 to 128 characters of three of these kinds: upper case, lower case, digits, others; without the login name.',
  );
}

/** Who administers a server, and with what password. */
export const accessRules: readonly Rule[] = [
  rule('postgresql-server-login', SOURCE, ({ properties, existing }) => {
    if (isRestore({ properties, existing })) return undefined;
    const login = textAt(properties, 'administratorLogin');
    if (textAt(properties, 'authConfig.passwordAuth') === 'Disabled') return undefined;
    if (login === undefined)
      return existing === undefined
        ? refusal(
            400,
            'InvalidParameterValue',
            'Invalid value given for parameter administratorLogin. Specify a valid parameter value.',
          )
        : undefined;
    return RESERVED.includes(login.toLowerCase()) ||
      login.toLowerCase().startsWith('pg_') ||
      !/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(login)
      ? refusal(400, 'InvalidAdministratorLogin', `The administrator login name '${login}' is not allowed.`)
      : undefined;
  }),
  rule('postgresql-server-login-fixed', SOURCE, ({ properties, existing }) => {
    const before = textAt(existing?.properties, 'administratorLogin');
    const now = textAt(properties, 'administratorLogin');
    return before === undefined || now === undefined || before === now
      ? undefined
      : refusal(400, 'InvalidParameterValue', 'The administrator login of a server cannot be changed.');
  }),
  rule('postgresql-server-password', SOURCE, ({ properties, existing }) => {
    if (isRestore({ properties, existing })) return undefined;
    const password = textAt(properties, 'administratorLoginPassword');
    if (textAt(properties, 'authConfig.passwordAuth') === 'Disabled') return undefined;
    if (password === undefined)
      return existing === undefined
        ? refusal(400, 'MissingRequiredParameter', "The required parameter 'administratorLoginPassword' is missing.")
        : undefined;
    return passwordRefusal(password, textAt(properties, 'administratorLogin') ?? '');
  }),
];
