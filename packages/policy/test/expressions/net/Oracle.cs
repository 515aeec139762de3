// Asks Roslyn and the .NET runtime about expressions. Standard input: {"data": {…}, "values": [sources], "refusals": [sources]}.
// Standard output: {"values": [what each gives], "refusals": [the errors of each, with their offsets in the source]}.
// The table of types comes along.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

static class Oracle {
  const string Usings = @"
    using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net; using System.Text; using System.Text.RegularExpressions;
    using System.Security.Cryptography; using System.Security.Cryptography.X509Certificates; using System.Xml.Linq; using XmlNodeType = System.Xml.XmlNodeType; using XmlException = System.Xml.XmlException;
    using Newtonsoft.Json; using Newtonsoft.Json.Linq; using ApiManagement;";
  static readonly CSharpParseOptions Language = new CSharpParseOptions(LanguageVersion.CSharp7_3);

  static void Main(string[] args) {
    CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    Console.OutputEncoding = new UTF8Encoding(false);
    var question = JObject.Parse(new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)).ReadToEnd());
    var references = args[0].Split(Path.PathSeparator).Select(f => (MetadataReference)MetadataReference.CreateFromFile(f)).ToList();
    references.Add(MetadataReference.CreateFromFile(typeof(Oracle).Assembly.Location));
    Console.Write(JsonConvert.SerializeObject(new {
      types = TypeTable.Write(),
      values = Values((JObject)question["data"], Sources(question["values"]), references),
      refusals = Sources(question["refusals"]).AsParallel().AsOrdered().Select(s => Refusal(s, references)).ToList(),
    }));
  }

  static List<string> Sources(JToken list) => list.Select(s => (string)s).ToList();
  static (string before, string body) Method(string source, string name) => source.StartsWith("@(")
    ? (Usings + "static class " + name + " { public static object Run(IContext context) { return (", source.Substring(2, source.Length - 3) + "); } }")
    : (Usings + "static class " + name + " { public static object Run(IContext context) {", source.Substring(2, source.Length - 3) + "} }");

  static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references) =>
    CSharpCompilation.Create("Expressions", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

  static List<string> Values(JObject data, List<string> sources, List<MetadataReference> references) {
    var trees = sources.Select((s, i) => { var (before, body) = Method(s, "E" + i); return CSharpSyntaxTree.ParseText(before + body, Language, "E" + i); });
    var image = new MemoryStream();
    var result = Compile(trees, references).Emit(image);
    if (!result.Success) return sources.Select((s, i) => {
      var error = result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree?.FilePath == "E" + i);
      return error == null ? "" : "refused: " + error.Id + " " + error.GetMessage(CultureInfo.InvariantCulture);
    }).ToList();
    var assembly = Assembly.Load(image.ToArray());
    return sources.Select((s, i) => Show(() => assembly.GetType("E" + i).GetMethod("Run").Invoke(null, new object[] { new ApiManagement.Context(data) }))).ToList();
  }

  static string Show(Func<object> read) {
    try { var v = read(); return v == null ? "null" : v.GetType().Name + ": " + Convert.ToString(v, CultureInfo.InvariantCulture); }
    catch (TargetInvocationException e) { return "!" + e.InnerException.GetType().Name + ": " + e.InnerException.Message; }
  }

  static object Refusal(string source, List<MetadataReference> references) {
    var (before, body) = Method(source, "E");
    var errors = Compile(new[] { CSharpSyntaxTree.ParseText(before + body, Language) }, references).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
      .OrderBy(d => d.Location.SourceSpan.Start).ToList();
    if (errors.Count == 0) return null;
    return errors.Select(e => new { code = e.Id, at = e.Location.SourceSpan.Start - before.Length + 2, message = e.GetMessage(CultureInfo.InvariantCulture) }).ToList();
  }
}
