// Writes the signatures of every .NET type that expressions can meet, for the checker of the engine: one line a member.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

static class TypeTable {
  // Types whose members are listed: those that API Management's reference allows, and those that their members lead to.
  static readonly string[] Named = @"Array BitConverter Boolean Byte Char Collections.Generic.Dictionary`2 Collections.Generic.HashSet`1 Collections.Generic.ICollection`1
    Collections.Generic.IDictionary`2 Collections.Generic.IEnumerable`1 Collections.Generic.IEnumerator`1 Collections.Generic.IList`1 Collections.Generic.IReadOnlyCollection`1
    Collections.Generic.IReadOnlyDictionary`2 Collections.Generic.IReadOnlyList`1 Collections.Generic.ISet`1 Collections.Generic.KeyValuePair`2 Collections.Generic.List`1 Collections.Generic.Queue`1
    Collections.Generic.Stack`1 Collections.IEnumerable Collections.IEnumerator Collections.ICollection Collections.IList Collections.Generic.Dictionary`2+KeyCollection Collections.Generic.Dictionary`2+ValueCollection
    Convert DateTime DateTimeKind DateTimeOffset DayOfWeek Decimal Double Enum Exception Guid Int16 Int32 Int64 IO.StringReader IO.StringWriter Linq.Enumerable Linq.IGrouping`2
    Linq.IOrderedEnumerable`1 Linq.ILookup`2 Math MidpointRounding Net.IPAddress Net.WebUtility Nullable Nullable`1 Object Random SByte Security.Cryptography.AsymmetricAlgorithm
    Security.Cryptography.Aes Security.Cryptography.CipherMode Security.Cryptography.HashAlgorithm Security.Cryptography.HashAlgorithmName Security.Cryptography.HMAC Security.Cryptography.HMACMD5 Security.Cryptography.HMACSHA1
    Security.Cryptography.HMACSHA256 Security.Cryptography.HMACSHA384 Security.Cryptography.HMACSHA512 Security.Cryptography.KeyedHashAlgorithm Security.Cryptography.MD5
    Security.Cryptography.Oid Security.Cryptography.PaddingMode Security.Cryptography.RNGCryptoServiceProvider Security.Cryptography.RSA Security.Cryptography.RSAEncryptionPadding
    Security.Cryptography.RSASignaturePadding Security.Cryptography.SHA1 Security.Cryptography.SHA1Managed Security.Cryptography.SHA256 Security.Cryptography.SHA256Managed
    Security.Cryptography.SHA384 Security.Cryptography.SHA384Managed Security.Cryptography.SHA512 Security.Cryptography.SHA512Managed Security.Cryptography.SymmetricAlgorithm
    Security.Cryptography.X509Certificates.PublicKey Security.Cryptography.X509Certificates.RSACertificateExtensions Security.Cryptography.X509Certificates.X500DistinguishedName
    Security.Cryptography.X509Certificates.X509Certificate Security.Cryptography.X509Certificates.X509Certificate2 Security.Cryptography.X509Certificates.X509ContentType
    Security.Cryptography.X509Certificates.X509NameType Single String StringComparer StringComparison StringSplitOptions Text.Encoding Text.RegularExpressions.Capture
    Text.RegularExpressions.CaptureCollection Text.RegularExpressions.Group Text.RegularExpressions.GroupCollection Text.RegularExpressions.Match Text.RegularExpressions.MatchCollection Text.RegularExpressions.Regex
    Text.RegularExpressions.RegexOptions Text.StringBuilder TimeSpan TimeZone TimeZoneInfo TimeZoneInfo+AdjustmentRule TimeZoneInfo+TransitionTime Tuple Tuple`1 Tuple`2 Tuple`3 Tuple`4 Tuple`5 Tuple`6 Tuple`7
    ValueTuple`1 ValueTuple`2 ValueTuple`3 ValueTuple`4 ValueTuple`5 ValueTuple`6 ValueTuple`7 UInt16 UInt32 UInt64 Uri UriPartial Version Xml.Linq.Extensions Xml.Linq.XAttribute Xml.Linq.XCData Xml.Linq.XComment
    Xml.Linq.XContainer Xml.Linq.XDeclaration Xml.Linq.XDocument Xml.Linq.XDocumentType Xml.Linq.XElement Xml.Linq.XName Xml.Linq.XNamespace Xml.Linq.XNode Xml.Linq.XNodeDocumentOrderComparer
    Xml.Linq.XNodeEqualityComparer Xml.Linq.XObject Xml.Linq.XProcessingInstruction Xml.Linq.XText Xml.Linq.SaveOptions Xml.Linq.LoadOptions Xml.Linq.ReaderOptions Xml.XmlNodeType Net.Sockets.AddressFamily
    UriKind UriHostNameType Text.NormalizationForm Base64FormattingOptions TypeCode
    IDisposable IComparable IComparable`1 IEquatable`1 IFormattable IConvertible Action Action`1 Action`2 Action`3 Action`4 Func`1 Func`2 Func`3 Func`4 Func`5 Predicate`1 Comparison`1 Converter`2 Text.RegularExpressions.MatchEvaluator
    ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException DivideByZeroException FormatException IndexOutOfRangeException InvalidCastException InvalidOperationException
    NotImplementedException NotSupportedException NullReferenceException OverflowException SystemException ApplicationException TimeoutException UriFormatException ObjectDisposedException OutOfMemoryException
    Collections.Generic.KeyNotFoundException Security.Cryptography.CryptographicException Xml.XmlException"
    .Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).Select(n => "System." + n)
    .Concat(@"Formatting JsonConvert Linq.Extensions Linq.JArray Linq.JConstructor Linq.JContainer Linq.JObject Linq.JProperty Linq.JRaw Linq.JToken Linq.JTokenType Linq.JValue Linq.IJEnumerable`1 Linq.JEnumerable`1
      Linq.JsonMergeSettings Linq.MergeArrayHandling Linq.MergeNullValueHandling JsonException JsonReaderException JsonSerializationException JsonWriterException".Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).Select(n => "Newtonsoft.Json." + n)).ToArray();

  static readonly Dictionary<Type, string> Keywords = new Dictionary<Type, string> {
    { typeof(bool), "bool" }, { typeof(byte), "byte" }, { typeof(sbyte), "sbyte" }, { typeof(char), "char" }, { typeof(decimal), "decimal" }, { typeof(double), "double" }, { typeof(float), "float" },
    { typeof(int), "int" }, { typeof(uint), "uint" }, { typeof(long), "long" }, { typeof(ulong), "ulong" }, { typeof(short), "short" }, { typeof(ushort), "ushort" }, { typeof(object), "object" }, { typeof(string), "string" }, { typeof(void), "void" },
  };
  static readonly HashSet<Type> Listed = new HashSet<Type>();
  static readonly HashSet<Type> Seen = new HashSet<Type>();

  public static string Write() {
    var assemblies = new[] { typeof(object), typeof(Enumerable), typeof(HashSet<int>), typeof(Queue<int>), typeof(Uri), typeof(System.Net.WebUtility), typeof(System.Net.IPAddress), typeof(System.Text.RegularExpressions.Regex),
      typeof(System.Security.Cryptography.RSA), typeof(System.Xml.Linq.XElement), typeof(System.Xml.XmlNodeType), typeof(JObject), typeof(Stack<int>), typeof(System.Security.Cryptography.X509Certificates.X509Certificate2) }.Select(t => t.Assembly).Distinct().ToList();
    foreach (var name in Named) {
      var type = assemblies.Select(a => a.GetType(name)).FirstOrDefault(t => t != null) ?? throw new Exception("No type " + name);
      Listed.Add(type);
    }
    foreach (var type in typeof(TypeTable).Assembly.GetTypes().Where(t => t.Namespace == "ApiManagement" && t.IsPublic)) Listed.Add(type);
    var waiting = new Queue<Type>(Listed);
    foreach (var type in Listed) Seen.Add(type);
    Missing = t => { if (Seen.Add(t)) waiting.Enqueue(t); };
    var table = new SortedDictionary<string, object>(StringComparer.Ordinal);
    while (waiting.Count > 0) { var type = waiting.Dequeue(); table[Key(type)] = Describe(type); }
    return JsonConvert.SerializeObject(table, Newtonsoft.Json.Formatting.Indented);
  }

  static Action<Type> Missing;
  static string Key(Type t) => Bare(t) + (t.GetGenericArguments().Length == 0 ? "" : "`" + t.GetGenericArguments().Length);
  static string Bare(Type t) {
    if (Keywords.TryGetValue(t, out var keyword)) return keyword;
    var name = t.Name.Split('`')[0];
    if (t.IsNested) return Bare(t.DeclaringType) + "." + name;
    return t.Namespace == "Newtonsoft.Json.Linq" && name == "Extensions" ? "JsonExtensions" : t.Namespace == "System.Xml.Linq" && name == "Extensions" ? "XmlExtensions" : name;
  }

  static string Name(Type t) {
    if (t.IsByRef) return Name(t.GetElementType());
    if (t.IsArray) return Name(t.GetElementType()) + "[" + new string(',', t.GetArrayRank() - 1) + "]";
    if (t.IsGenericParameter) return "!" + t.Name;
    var definition = t.IsGenericType ? t.GetGenericTypeDefinition() : t;
    if (definition == typeof(Nullable<>)) return Name(t.GetGenericArguments()[0]) + "?";
    Missing(definition);
    return Bare(t) + (t.IsGenericType ? "<" + string.Join(",", t.GetGenericArguments().Select(Name)) + ">" : "");
  }

  static bool Usable(Type t) => !t.IsPointer && !t.IsByRefLike && !(t.HasElementType && !Usable(t.GetElementType())) && t.Namespace != "System.Numerics" && !t.GetGenericArguments().Any(a => !Usable(a))
    && t.Name != "Half" && t.Name != "Int128" && t.Name != "UInt128" && t.Name != "IntPtr" && t.Name != "UIntPtr" && t.Name != "DateOnly" && t.Name != "TimeOnly" && t.Name != "Rune" && t.Name != "Index" && t.Name != "Range";
  static bool Usable(MethodBase m) => (m.IsPublic) && m.GetParameters().All(p => Usable(p.ParameterType)) && (!(m is MethodInfo i) || Usable(i.ReturnType));

  static object Describe(Type type) {
    var shape = new JObject { ["kind"] = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type.IsAbstract && type.IsSealed ? "static" : type.IsAbstract ? "abstract" : "class" };
    if (!Listed.Contains(type)) shape["opaque"] = true;
    var parameters = type.GetGenericArguments();
    if (parameters.Length > 0) shape["parameters"] = string.Join(",", parameters.Select(Parameter));
    if (type.BaseType != null && type.BaseType != typeof(object) && type.BaseType != typeof(ValueType) && type.BaseType != typeof(MulticastDelegate)) shape["base"] = Name(type.BaseType);
    var interfaces = type.GetInterfaces().Where(i => i.IsPublic && Usable(i) && (i.Namespace == "System" && !i.Name.Contains("Span") && !i.Name.StartsWith("IParsable") && !i.Name.StartsWith("IUtf8") || i.Namespace.StartsWith("System.Collections") || i.Namespace == "System.Linq" || i.Namespace == "Newtonsoft.Json.Linq")).Select(Name).OrderBy(n => n, StringComparer.Ordinal).ToList();
    if (interfaces.Count > 0) shape["interfaces"] = string.Join(";", interfaces);
    if (type.IsEnum) shape["members"] = new JArray(Enum.GetNames(type).Select(n => n + "=" + Convert.ToInt64(Enum.Parse(type, n))));
    else if (Listed.Contains(type)) shape["members"] = new JArray(Members(type).Distinct().OrderBy(m => m, StringComparer.Ordinal));
    return shape;
  }

  static string Parameter(Type p) {
    var a = p.GenericParameterAttributes;
    return ((a & GenericParameterAttributes.Covariant) != 0 ? "out " : (a & GenericParameterAttributes.Contravariant) != 0 ? "in " : "") + p.Name + Constraint(p);
  }
  static string Constraint(Type p) {
    var a = p.GenericParameterAttributes;
    var list = p.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(Name).ToList();
    if ((a & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0) list.Insert(0, "struct");
    else if ((a & GenericParameterAttributes.ReferenceTypeConstraint) != 0) list.Insert(0, "class");
    return list.Count == 0 ? "" : ":" + string.Join("&", list);
  }

  static IEnumerable<string> Members(Type type) {
    const BindingFlags flags = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    foreach (var c in type.GetConstructors().Where(Usable)) yield return "new(" + Parameters(c) + ")";
    foreach (var f in type.GetFields(flags)) yield return (f.IsStatic ? "static " : "") + (f.IsLiteral || f.IsInitOnly && type == typeof(decimal) ? "const " : "") + f.Name + ":" + Name(f.FieldType) + (f.IsLiteral || f.IsInitOnly ? "" : " rw");
    foreach (var p in type.GetProperties(flags).Where(p => Usable(p.PropertyType) && p.GetMethod != null && p.GetMethod.IsPublic && p.GetMethod.GetParameters().All(x => Usable(x.ParameterType)))) {
      var writable = p.SetMethod != null && p.SetMethod.IsPublic ? " rw" : "";
      var indexed = p.GetIndexParameters().Length > 0;
      yield return (p.GetMethod.IsStatic ? "static " : "") + (indexed ? "this[" + Parameters(p.GetMethod) + "]" : p.Name) + ":" + Name(p.PropertyType) + writable;
    }
    foreach (var m in type.GetMethods(flags).Where(m => Usable(m) && !(m.IsSpecialName && !m.Name.StartsWith("op_")))) {
      var generic = m.IsGenericMethodDefinition ? "<" + string.Join(",", m.GetGenericArguments().Select(Parameter)) + ">" : "";
      yield return (m.IsStatic ? "static " : "") + m.Name + generic + "(" + (m.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + Parameters(m) + ")" + Name(m.ReturnType);
    }
  }

  static string Parameters(MethodBase m) => string.Join(",", m.GetParameters().Select(p => (p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "") + Name(p.ParameterType) + " " + p.Name + (p.IsOptional ? "=" : "")));
}
