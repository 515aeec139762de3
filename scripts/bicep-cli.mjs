// Finds the Bicep CLI: BICEP_PATH, else `bicep` on PATH, else the NuGet package, restored once with `dotnet`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The version that compiled what is committed. Another one writes other JSON, so it is refused. The only place. */
export const bicepVersion = '0.49.2';

/**
 * Path of a Bicep CLI of the pinned version, or the reason why there is none.
 * @param {string} workFolder where the project file for `dotnet restore` is written
 * @returns {{ path: string, reason?: undefined } | { path?: undefined, reason: string }}
 */
export function findBicep(workFolder) {
  const named = process.env.BICEP_PATH;
  if (named !== undefined && named !== '') {
    const version = versionOf(named);
    if (version === bicepVersion) return { path: named };
    throw new Error(`BICEP_PATH names ${named}: ${version ?? 'it does not run'}, but ${bicepVersion} is needed`);
  }
  const executable = process.platform === 'win32' ? 'bicep.exe' : 'bicep';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, executable);
    if (folder !== '' && existsSync(candidate) && versionOf(candidate) === bicepVersion) return { path: candidate };
  }
  return fromNuget(executable, workFolder);
}

/** `0.49.2` of what stands at `path`, undefined where it cannot be run. */
function versionOf(path) {
  const { stdout, status } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
}

function fromNuget(executable, workFolder) {
  const runtime = runtimeIdentifier();
  if (runtime === undefined) return { reason: `there is no Bicep CLI for ${process.platform}-${process.arch}` };
  const name = `Azure.Bicep.CommandLine.${runtime}`;
  const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
  const path = join(packages, name.toLowerCase(), bicepVersion, 'tools', executable);
  if (existsSync(path)) return { path };
  mkdirSync(workFolder, { recursive: true });
  const project = join(workFolder, 'bicep-cli.csproj');
  writeFileSync(
    project,
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>` +
      `<ItemGroup><PackageDownload Include="${name}" Version="[${bicepVersion}]" /></ItemGroup></Project>\n`,
  );
  const { status, error, stdout } = spawnSync('dotnet', ['restore', project, '--verbosity', 'quiet'], {
    encoding: 'utf8',
  });
  if (error !== undefined) return { reason: 'neither BICEP_PATH, nor bicep on PATH, nor dotnet to fetch it with' };
  if (status !== 0) return { reason: `dotnet could not restore ${name} ${bicepVersion}: ${stdout.trim()}` };
  return existsSync(path) ? { path } : { reason: `${name} ${bicepVersion} was restored, but ${path} is not there` };
}

/** .NET's name of this platform, undefined where Bicep has no build for it. */
function runtimeIdentifier() {
  const system = { linux: 'linux', darwin: 'osx', win32: 'win' }[process.platform];
  const processor = { x64: 'x64', arm64: 'arm64' }[process.arch];
  return system === undefined || processor === undefined ? undefined : `${system}-${processor}`;
}
