/*
 * Asks the real .NET for the value of every expression of sources.ts and writes net-answers.json. Run by hand when the
 * list changes: `node packages/policy/test/expressions/ask-net.mjs` (needs the .NET SDK; nothing is downloaded).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOURCES } from './sources.ts';

const dotnet = '/usr/share/dotnet';
const newest = (folder) => join(folder, readdirSync(folder).sort().at(-1));
const sdk = newest(join(dotnet, 'sdk'));
const references = newest(join(dotnet, 'packs/Microsoft.NETCore.App.Ref'));
const libraries = join(references, 'ref', readdirSync(join(references, 'ref'))[0]);
const folder = mkdtempSync(join(tmpdir(), 'ask-net-'));

const methods = SOURCES.map((source, index) => {
  const body = source.startsWith('@(') ? `return (${source.slice(2, -1)});` : source.slice(2, -1);
  return `static object E${index}() { ${body} }`;
});
const program = `
using System; using System.Collections.Generic; using System.Globalization; using System.Linq; using System.Net; using System.Text;
using System.Text.RegularExpressions; using System.Security.Cryptography; using Newtonsoft.Json; using Newtonsoft.Json.Linq;
static class P {
${methods.join('\n')}
static string Show(Func<object> f) {
  try { var v = f(); return v == null ? "null" : v.GetType().Name + ": " + Convert.ToString(v, CultureInfo.InvariantCulture); }
  catch (Exception e) { return "!" + e.GetType().Name; }
}
static void Main() {
  CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
  var answers = new List<string> { ${SOURCES.map((_, index) => `Show(E${index})`).join(', ')} };
  Console.OutputEncoding = new UTF8Encoding(false);
  Console.Write(JsonConvert.SerializeObject(answers));
}}`;
writeFileSync(join(folder, 'p.cs'), program);
copyFileSync(join(sdk, 'Newtonsoft.Json.dll'), join(folder, 'Newtonsoft.Json.dll'));
const dlls = readdirSync(libraries).filter((name) => name.endsWith('.dll'));
const args = [
  join(sdk, 'Roslyn/bincore/csc.dll'),
  '-nologo',
  '-nowarn:CS0162,CS0252,CS0253,CS0219,CS1718,CS0472,CS0183,CS0184',
  '-langversion:7.3',
  '-out:' + join(folder, 'p.dll'),
];
args.push(
  ...dlls.map((name) => `-r:${join(libraries, name)}`),
  `-r:${join(sdk, 'Newtonsoft.Json.dll')}`,
  join(folder, 'p.cs'),
);
const [compiler, ...options] = args;
writeFileSync(join(folder, 'options.rsp'), options.map((option) => `"${option}"`).join('\n'));
execFileSync('dotnet', [compiler, `@${join(folder, 'options.rsp')}`], { stdio: 'inherit' });
const version = newest(join(dotnet, 'shared/Microsoft.NETCore.App')).split('/').at(-1);
writeFileSync(
  join(folder, 'p.runtimeconfig.json'),
  JSON.stringify({
    runtimeOptions: {
      framework: { name: 'Microsoft.NETCore.App', version },
      configProperties: { 'System.Globalization.Invariant': false },
    },
  }),
);
const answers = JSON.parse(
  execFileSync('dotnet', [join(folder, 'p.dll')], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } }),
);
const table = Object.fromEntries(SOURCES.map((source, index) => [source, answers[index]]));
writeFileSync(new URL('net-answers.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
