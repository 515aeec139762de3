/* Builds the oracle with the .NET SDK that is here, and runs it. Nothing is downloaded. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOME = process.env['DOTNET_ROOT'] ?? '/usr/share/dotnet';

/** Whether the compiler, its library and the reference assemblies are here. */
export function isDotnetHere() {
  return ['sdk', 'packs/Microsoft.NETCore.App.Ref'].every((folder) => existsSync(join(HOME, folder)));
}

const newest = (folder) =>
  join(
    folder,
    readdirSync(folder)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1),
  );

/** The version of the runtime. */
export function dotnetVersion() {
  return newest(join(HOME, 'shared/Microsoft.NETCore.App')).split('/').at(-1);
}

/** Runs the oracle with `question` on its standard input, and gives its answer. */
export function askDotnet(question) {
  const folder = mkdtempSync(join(tmpdir(), 'ask-net-'));
  try {
    return JSON.parse(run(folder, JSON.stringify(question)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(folder, input) {
  const sdk = newest(join(HOME, 'sdk'));
  const roslyn = join(sdk, 'Roslyn/bincore');
  const pack = newest(join(HOME, 'packs/Microsoft.NETCore.App.Ref'));
  const libraries = newest(join(pack, 'ref'));
  const framework = readdirSync(libraries)
    .filter((name) => name.endsWith('.dll'))
    .map((name) => join(libraries, name));
  const own = ['Microsoft.CodeAnalysis.dll', 'Microsoft.CodeAnalysis.CSharp.dll'].map((name) => join(roslyn, name));
  own.push(join(sdk, 'Newtonsoft.Json.dll'));
  for (const file of own) symlinkSync(file, join(folder, file.split('/').at(-1)));
  const sources = ['Context.cs', 'World.cs', 'Oracle.cs', 'TypeTable.cs'].map((name) =>
    join(import.meta.dirname, name),
  );
  const options = [
    '-nologo',
    '-nowarn:SYSLIB0021,SYSLIB0045,SYSLIB0026,CS1701',
    '-optimize',
    `-out:${join(folder, 'oracle.dll')}`,
  ];
  options.push(...[...framework, ...own].map((file) => `-r:${file}`), ...sources);
  writeFileSync(join(folder, 'options.rsp'), options.map((option) => `"${option}"`).join('\n'));
  execFileSync('dotnet', [join(roslyn, 'csc.dll'), `@${join(folder, 'options.rsp')}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  writeFileSync(
    join(folder, 'oracle.runtimeconfig.json'),
    JSON.stringify({
      runtimeOptions: {
        tfm: 'net10.0',
        framework: { name: 'Microsoft.NETCore.App', version: dotnetVersion() },
        configProperties: { 'System.Globalization.Invariant': false },
      },
    }),
  );
  const argument = [...framework, own[2]].join(':');
  return execFileSync('dotnet', [join(folder, 'oracle.dll'), argument], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, TZ: 'UTC' },
  });
}
