import { ExpressionError } from '../syntax.ts';

/*
 * The types and members that API Management allows in expressions, after its reference of policy expressions
 * (section ".NET Framework types allowed in policy expressions"); the policy toolkit's analyser has the same list.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const DOCUMENTED = words(`
  Formatting JsonConvert JsonExtensions JArray JConstructor JContainer JObject JProperty JRaw JToken JTokenType JValue
  Array BitConverter bool byte char Dictionary\`2 HashSet\`1 ICollection\`1 IDictionary\`2 IEnumerable\`1 IEnumerator\`1
  IList\`1 IReadOnlyCollection\`1 IReadOnlyDictionary\`2 ISet\`1 KeyValuePair\`2 List\`1 Queue\`1 Stack\`1 Convert
  DateTime DateTimeKind DateTimeOffset decimal double Enum Exception Guid short int long StringReader StringWriter
  Enumerable Math MidpointRounding IPAddress WebUtility Nullable Nullable\`1 object Random sbyte AsymmetricAlgorithm
  CipherMode HashAlgorithm HashAlgorithmName HMAC HMACMD5 HMACSHA1 HMACSHA256 HMACSHA384 HMACSHA512 KeyedHashAlgorithm
  MD5 Oid PaddingMode RNGCryptoServiceProvider RSA RSAEncryptionPadding RSASignaturePadding SHA1 SHA1Managed SHA256
  SHA256Managed SHA384 SHA384Managed SHA512 SHA512Managed SymmetricAlgorithm PublicKey RSACertificateExtensions
  X500DistinguishedName X509Certificate X509Certificate2 X509ContentType X509NameType float string StringComparer
  StringComparison StringSplitOptions Encoding Capture CaptureCollection Group GroupCollection Match Regex RegexOptions
  StringBuilder TimeSpan TimeZone TimeZoneInfo.AdjustmentRule TimeZoneInfo.TransitionTime TimeZoneInfo Tuple Tuple\`1
  Tuple\`2 Tuple\`3 Tuple\`4 Tuple\`5 Tuple\`6 Tuple\`7 ushort uint ulong Uri UriPartial XmlExtensions XAttribute XCData
  XComment XContainer XDeclaration XDocument XDocumentType XElement XName XNamespace XNode XNodeDocumentOrderComparer
  XNodeEqualityComparer XObject XProcessingInstruction XText XmlNodeType`);

/**
 * Types that the list does not name, but that its members return or take: without them `Regex.Matches(…).Count`, a
 * lambda or `catch (FormatException)` could not be written. That API Management lets them pass is an assumption.
 */
const REACHED = words(`
  MatchCollection IGrouping\`2 IOrderedEnumerable\`1 ILookup\`2 Dictionary\`2.KeyCollection Dictionary\`2.ValueCollection
  Dictionary.KeyCollection\`2 Dictionary.ValueCollection\`2 IEnumerable IEnumerator ICollection IList IDisposable
  IComparable IComparable\`1 IEquatable\`1 IFormattable IConvertible Action Action\`1 Action\`2 Action\`3 Action\`4
  Func\`1 Func\`2 Func\`3 Func\`4 Func\`5 Predicate\`1 Comparison\`1 Converter\`2 MatchEvaluator ValueTuple\`1
  ValueTuple\`2 ValueTuple\`3 ValueTuple\`4 ValueTuple\`5 ValueTuple\`6 ValueTuple\`7 DayOfWeek TypeCode AddressFamily
  SaveOptions LoadOptions ReaderOptions UriKind UriHostNameType NormalizationForm Base64FormattingOptions
  IJEnumerable\`1 JEnumerable\`1 JsonMergeSettings MergeArrayHandling MergeNullValueHandling
  ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException DivideByZeroException
  FormatException IndexOutOfRangeException InvalidCastException InvalidOperationException NotImplementedException
  NotSupportedException NullReferenceException OverflowException SystemException ApplicationException TimeoutException
  UriFormatException ObjectDisposedException OutOfMemoryException KeyNotFoundException CryptographicException
  XmlException JsonException JsonReaderException JsonSerializationException JsonWriterException`);

/** What `context` leads to. */
const CONTEXT = words(`
  IContext IApi IBackend IWorkspace ISubscriptionKeyParameterNames IDeployment ISustainabilityInfo
  CarbonIntensityCategory IGateway IGraphQL ILastError IOperation ProductState IGroup IProduct IMessageBody IFoundry
  IPrivateEndpointConnection IRequest IResponse ISubscription IUserIdentity IUser IUrl BasicAuthCredentials Jwt
  PolicyExtensions`);

const ALLOWED = new Set([...DOCUMENTED, ...REACHED, ...CONTEXT]);

/** Types of which only some members may be used; `new` is the constructor, `this[]` the indexer. */
const MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  JsonConvert: new Set(['SerializeObject', 'DeserializeObject']),
  DateTime: new Set(
    words(`new Add AddDays AddHours AddMilliseconds AddMinutes AddMonths AddSeconds AddTicks AddYears Date Day DayOfWeek
      DayOfYear DaysInMonth Hour IsDaylightSavingTime IsLeapYear MaxValue Millisecond Minute MinValue Month Now Parse
      Second Subtract Ticks TimeOfDay Today ToString UtcNow Year`),
  ),
  DateTimeKind: new Set(['Utc']),
  Enum: new Set(['Parse', 'TryParse', 'ToString']),
  IPAddress: new Set(words('AddressFamily Equals GetAddressBytes IsLoopback Parse TryParse ToString')),
  X500DistinguishedName: new Set(['Name']),
  Capture: new Set(['Index', 'Length', 'Value', 'ToString']),
  CaptureCollection: new Set(['Count', 'this[]']),
  Group: new Set(['Captures', 'Success']),
  GroupCollection: new Set(['Count', 'this[]']),
  MatchCollection: new Set(['Count', 'this[]']),
  Match: new Set(['Empty', 'Groups', 'Result']),
  Regex: new Set(['new', 'IsMatch', 'Match', 'Matches', 'Replace', 'Unescape', 'Split']),
};

const FORBIDDEN: Readonly<Record<string, ReadonlySet<string>>> = { XDocument: new Set(['Load']) };

/** Whether an expression may name the type. */
export function isTypeAllowed(key: string): boolean {
  return ALLOWED.has(key);
}

/** Refuses a member that the list leaves out. */
export function checkMemberAllowed(owner: string, member: string, at: number): void {
  const shown = owner.replace(/`\d+$/, '');
  if (!ALLOWED.has(owner))
    throw new ExpressionError(
      at,
      `The type '${shown}' is not allowed in policy expressions (its member '${member}' is used)`,
    );
  const some = Object.hasOwn(MEMBERS, owner) ? MEMBERS[owner] : undefined;
  const isForbidden = Object.hasOwn(FORBIDDEN, owner) && FORBIDDEN[owner]?.has(member) === true;
  if (!isForbidden && (some === undefined || some.has(member))) return;
  const name = member === 'new' ? 'The constructor of' : `'${shown}.${member}', a member of`;
  const allowed =
    some === undefined ? '' : `: of it only ${[...some].filter((each) => each !== 'new').join(', ')} may be used`;
  throw new ExpressionError(at, `${name} '${shown}' is not allowed in policy expressions${allowed}`);
}
