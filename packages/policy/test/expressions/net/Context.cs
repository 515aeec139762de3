// What API Management puts into scope of an expression, after its reference of policy expressions: `context`, the types
// that it leads to and the extension methods. World.cs gives it data; the table of types is read from here too.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ApiManagement {
  public interface IContext {
    IApi Api { get; }
    IBackend Backend { get; }
    IDeployment Deployment { get; }
    TimeSpan Elapsed { get; }
    IGraphQL GraphQL { get; }
    ILastError LastError { get; }
    IOperation Operation { get; }
    IProduct Product { get; }
    IRequest Request { get; }
    Guid RequestId { get; }
    IResponse Response { get; }
    ISubscription Subscription { get; }
    DateTime Timestamp { get; }
    bool Tracing { get; }
    IUser User { get; }
    IReadOnlyDictionary<string, object> Variables { get; }
    IWorkspace Workspace { get; }
    void Trace(string message);
  }
  public interface IApi {
    string Id { get; }
    bool IsCurrentRevision { get; }
    string Name { get; }
    string Path { get; }
    IEnumerable<string> Protocols { get; }
    string Revision { get; }
    IUrl ServiceUrl { get; }
    ISubscriptionKeyParameterNames SubscriptionKeyParameterNames { get; }
    string Version { get; }
    IWorkspace Workspace { get; }
  }
  public interface IBackend { string Id { get; } string AzureRegion { get; } string Type { get; } }
  public interface IWorkspace { string Id { get; } string Name { get; } }
  public interface ISubscriptionKeyParameterNames { string Header { get; } string Query { get; } }
  public interface IDeployment {
    IReadOnlyDictionary<string, X509Certificate2> Certificates { get; }
    IGateway Gateway { get; }
    string GatewayId { get; }
    string Region { get; }
    string ServiceId { get; }
    string ServiceName { get; }
    ISustainabilityInfo SustainabilityInfo { get; }
  }
  public enum CarbonIntensityCategory { NotAvailable, VeryLow, Low, Moderate, High, VeryHigh }
  public interface ISustainabilityInfo { CarbonIntensityCategory CurrentCarbonIntensity { get; } }
  public interface IGateway { string Id { get; } string InstanceId { get; } bool IsManaged { get; } }
  public interface IGraphQL {
    IReadOnlyDictionary<string, object> GraphQLArguments { get; }
    IReadOnlyDictionary<string, object> Parent { get; }
  }
  public interface ILastError {
    string Message { get; }
    string Path { get; }
    string PolicyId { get; }
    string Reason { get; }
    string Scope { get; }
    string Section { get; }
    string Source { get; }
  }
  public interface IOperation { string Id { get; } string Method { get; } string Name { get; } string UrlTemplate { get; } }
  public enum ProductState { NotPublished, Published }
  public interface IGroup { string Id { get; } string Name { get; } }
  public interface IProduct {
    IEnumerable<IApi> Apis { get; }
    bool ApprovalRequired { get; }
    IEnumerable<IGroup> Groups { get; }
    string Id { get; }
    string Name { get; }
    ProductState State { get; }
    int? SubscriptionLimit { get; }
    int? SubscriptionsLimit { get; }
    bool SubscriptionRequired { get; }
    IWorkspace Workspace { get; }
  }
  public interface IMessageBody {
    T As<T>(bool preserveContent = false);
    IDictionary<string, IList<string>> AsFormUrlEncodedContent(bool preserveContent = false);
  }
  public interface IFoundry { string Deployment { get; } }
  public interface IPrivateEndpointConnection { string Name { get; } string GroupId { get; } string MemberName { get; } }
  public interface IRequest {
    IMessageBody Body { get; }
    X509Certificate2 Certificate { get; }
    IFoundry Foundry { get; }
    IReadOnlyDictionary<string, string[]> Headers { get; }
    string IpAddress { get; }
    IReadOnlyDictionary<string, string> MatchedParameters { get; }
    string Method { get; }
    IUrl OriginalUrl { get; }
    IPrivateEndpointConnection PrivateEndpointConnection { get; }
    IUrl Url { get; }
  }
  public interface IResponse {
    IMessageBody Body { get; }
    IReadOnlyDictionary<string, string[]> Headers { get; }
    int StatusCode { get; }
    string StatusReason { get; }
  }
  public interface ISubscription {
    DateTime CreatedDate { get; }
    DateTime? EndDate { get; }
    string Id { get; }
    string Key { get; }
    string Name { get; }
    string PrimaryKey { get; }
    string SecondaryKey { get; }
    DateTime? StartDate { get; }
  }
  public interface IUserIdentity { string Id { get; } string Provider { get; } }
  public interface IUser {
    string Email { get; }
    string FirstName { get; }
    IEnumerable<IGroup> Groups { get; }
    string Id { get; }
    IEnumerable<IUserIdentity> Identities { get; }
    string LastName { get; }
    string Note { get; }
    DateTime RegistrationDate { get; }
  }
  public interface IUrl {
    string Host { get; }
    string Path { get; }
    int Port { get; }
    IReadOnlyDictionary<string, string[]> Query { get; }
    string QueryString { get; }
    string Scheme { get; }
  }
  public class BasicAuthCredentials { public string Password { get; internal set; } public string UserId { get; internal set; } }
  public class Jwt {
    public string Algorithm { get; internal set; }
    public IEnumerable<string> Audiences { get; internal set; }
    public IReadOnlyDictionary<string, string[]> Claims { get; internal set; }
    public DateTime? ExpirationTime { get; internal set; }
    public string Id { get; internal set; }
    public DateTime? IssuedAt { get; internal set; }
    public string Issuer { get; internal set; }
    public DateTime? NotBefore { get; internal set; }
    public string Subject { get; internal set; }
    public string Type { get; internal set; }
  }
  public static class PolicyExtensions {
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name) => values.GetValueOrDefault(name, null);
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name, string defaultValue) =>
      values.TryGetValue(name, out var found) ? string.Join(",", found) : defaultValue;
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string> values, string name) => values.GetValueOrDefault(name, null);
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string> values, string name, string defaultValue) =>
      values.TryGetValue(name, out var found) ? found : defaultValue;
    public static T GetValueOrDefault<T>(this IReadOnlyDictionary<string, object> variables, string name, T defaultValue = default(T)) =>
      variables.TryGetValue(name, out var found) ? (T)found : defaultValue;
    // .NET's own CollectionExtensions offers these, and published policies use them: a variable as an object, claims as an
    // array. Its type of the default is string[]; IEnumerable lets null still mean the string that is documented.
    public static object GetValueOrDefault(this IReadOnlyDictionary<string, object> variables, string name) =>
      variables.TryGetValue(name, out var found) ? found : null;
    public static string[] GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name, System.Collections.IEnumerable defaultValue) =>
      values.TryGetValue(name, out var found) ? found : (string[])defaultValue;
    public static string ToFormUrlEncodedContent(this IDictionary<string, IList<string>> form) =>
      string.Join("&", form.SelectMany(pair => pair.Value.Select(value => System.Net.WebUtility.UrlEncode(pair.Key) + "=" + System.Net.WebUtility.UrlEncode(value))));
    public static BasicAuthCredentials AsBasic(this string input) => World.Basic(input);
    public static bool TryParseBasic(this string input, out BasicAuthCredentials result) => (result = World.Basic(input)) != null;
    public static Jwt AsJwt(this string input) => World.Token(input);
    public static bool TryParseJwt(this string input, out Jwt result) => (result = World.Token(input)) != null;
    public static byte[] Encrypt(this byte[] input, string alg, byte[] key, byte[] iv) => World.Cipher(input, alg, key, iv, true);
    public static byte[] Encrypt(this byte[] input, SymmetricAlgorithm alg) => World.Cipher(input, alg, alg.Key, alg.IV, true);
    public static byte[] Encrypt(this byte[] input, SymmetricAlgorithm alg, byte[] key, byte[] iv) => World.Cipher(input, alg, key, iv, true);
    public static byte[] Decrypt(this byte[] input, string alg, byte[] key, byte[] iv) => World.Cipher(input, alg, key, iv, false);
    public static byte[] Decrypt(this byte[] input, SymmetricAlgorithm alg) => World.Cipher(input, alg, alg.Key, alg.IV, false);
    public static byte[] Decrypt(this byte[] input, SymmetricAlgorithm alg, byte[] key, byte[] iv) => World.Cipher(input, alg, key, iv, false);
    public static bool Verify(this X509Certificate2 input) => false;
    public static bool VerifyNoRevocation(this X509Certificate2 input) => false;
  }
}
