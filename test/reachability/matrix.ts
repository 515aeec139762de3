import { loadEnvironment, namesOf, type Environment } from '@lz/config';
import { createTwin, INTERNET, knock, type Knock, type Place, type Twin } from '@lz/twin';
import { runChain } from '../support/action-process.ts';
import { choices, deployPrerequisites } from '../support/choices.ts';
import { doorsOf, type Door } from './doors.ts';

/** Places in the network that a caller may stand in. */
export const PLACES = ['public internet', 'hub', 'spoke'] as const;

/** One door, and what callers meet there. */
export interface Row extends Door {
  readonly cells: Readonly<Record<(typeof PLACES)[number], Knock>>;
}

/** Everything about one exposure. */
export interface Matrix {
  readonly exposure: string;
  readonly rows: readonly Row[];
}

/** The environment file of `test/end-to-end/choices` that stands for each exposure. */
const FILES = {
  'app-gateway': 'exposure-app-gateway-dns',
  'container-app': 'exposure-container-app',
  private: 'exposure-private-own-name',
} as const;

/** Every exposure. */
export const exposures = Object.keys(FILES) as readonly (keyof typeof FILES)[];

/** Where the callers of an environment stand. */
export type Places = Readonly<Record<(typeof PLACES)[number], Place>>;

/** Deploys each exposure onto a twin of its own, from the sources of the actions, and knocks at every door from everywhere. */
export async function matrices(): Promise<readonly Matrix[]> {
  return await Promise.all(exposures.map((exposure) => matrixOf(exposure)));
}

/** The matrix of one exposure. `inspect` sees the twin before it is closed. */
export async function matrixOf(
  exposure: keyof typeof FILES,
  inspect?: (twin: Twin, rows: readonly Row[], places: Places) => Promise<void>,
): Promise<Matrix> {
  const file = FILES[exposure];
  const choice = choices(file).find(({ name }) => name === file);
  if (choice === undefined) throw new Error(`there is no environment file ${file}`);
  await using twin = await createTwin();
  await deployPrerequisites(twin, choice);
  const options = { environment: choice.environment, entry: 'src/index.ts' };
  await runChain(twin, options, ['deploy-hub', 'deploy-spoke', 'configure-apim']);
  const environment = environmentOf(choice.environment);
  const places = placesOf(twin, environment);
  const rows = doorsOf(twin.world, environment).map((door) => rowOf(twin, door, places));
  await inspect?.(twin, rows, places);
  return { exposure, rows };
}

function environmentOf(text: string): Environment {
  const { environment } = loadEnvironment(text, 'environment.yml');
  if (environment?.spoke === undefined) throw new Error('the environment file has no spoke');
  return environment;
}

function placesOf({ world }: Twin, environment: Environment): Places {
  const { hub, spoke } = namesOf(environment, world.tenant.subscriptionId);
  return {
    'public internet': INTERNET,
    hub: { kind: 'vnet', vnetId: hub.vnetId },
    spoke: { kind: 'vnet', vnetId: spoke.vnetId },
  };
}

function rowOf({ world }: Twin, door: Door, places: Places): Row {
  const meet = (place: (typeof PLACES)[number]): Knock => knock(world, places[place], door.host, door.port);
  return { ...door, cells: { 'public internet': meet('public internet'), hub: meet('hub'), spoke: meet('spoke') } };
}
