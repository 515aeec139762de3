// The data behind `context`: what world.ts gives to the engine. Both are compared expression by expression.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace ApiManagement {
  sealed class Context : IContext, IApi, ISubscriptionKeyParameterNames, IDeployment, IGateway, IOperation, IProduct, IRequest, IResponse, ISubscription, IUser, IFoundry {
    readonly JObject data;
    public Context(JObject data) {
      this.data = data;
      Headers = Many((JObject)data["request"]["headers"]);
      ((IResponse)this).ToString();
      ResponseHeaders = Many((JObject)data["response"]["headers"]);
      RequestBody = new Body((string)data["request"]["body"]);
      ResponseBody = new Body((string)data["response"]["body"]);
      Variables = ((JObject)data["variables"]).Properties().ToDictionary(p => p.Name, p => Plain(p.Value));
      MatchedParameters = ((JObject)data["request"]["matchedParameters"]).Properties().ToDictionary(p => p.Name, p => (string)p.Value, StringComparer.OrdinalIgnoreCase);
    }
    static object Plain(JToken t) => t.Type == JTokenType.String ? (string)t : t.Type == JTokenType.Boolean ? (bool)t : t.Type == JTokenType.Integer ? (int)t : t.Type == JTokenType.Null ? null : (object)t;
    static IReadOnlyDictionary<string, string[]> Many(JObject o) => o.Properties().ToDictionary(p => p.Name, p => p.Value is JArray a ? a.Select(v => (string)v).ToArray() : new[] { (string)p.Value }, StringComparer.OrdinalIgnoreCase);
    string Text(string path) => (string)data.SelectToken(path);
    DateTime Date(string path) => DateTime.SpecifyKind(DateTime.Parse(Text(path), null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal), DateTimeKind.Utc);

    public IApi Api => this;
    public IBackend Backend => null;
    public IDeployment Deployment => this;
    public TimeSpan Elapsed => TimeSpan.Zero;
    public IGraphQL GraphQL => null;
    public ILastError LastError => null;
    public IOperation Operation => this;
    public IProduct Product => this;
    public IRequest Request => this;
    public Guid RequestId => Guid.Parse(Text("requestId"));
    public IResponse Response => this;
    public ISubscription Subscription => this;
    public DateTime Timestamp => Date("timestamp");
    public bool Tracing => false;
    public IUser User => data["user"].Type == JTokenType.Null ? null : this;
    public IReadOnlyDictionary<string, object> Variables { get; }
    public IWorkspace Workspace => null;
    public void Trace(string message) { }

    string IApi.Id => Text("api.id");
    bool IApi.IsCurrentRevision => true;
    string IApi.Name => Text("api.name");
    string IApi.Path => Text("api.path");
    IEnumerable<string> IApi.Protocols => new[] { "https" };
    string IApi.Revision => "1";
    IUrl IApi.ServiceUrl => new Url(Text("api.serviceUrl"));
    ISubscriptionKeyParameterNames IApi.SubscriptionKeyParameterNames => this;
    string IApi.Version => Text("api.version");
    IWorkspace IApi.Workspace => null;
    string ISubscriptionKeyParameterNames.Header => "Ocp-Apim-Subscription-Key";
    string ISubscriptionKeyParameterNames.Query => "subscription-key";
    IReadOnlyDictionary<string, X509Certificate2> IDeployment.Certificates => new Dictionary<string, X509Certificate2>();
    IGateway IDeployment.Gateway => this;
    string IDeployment.GatewayId => "managed";
    string IDeployment.Region => Text("deployment.region");
    string IDeployment.ServiceId => Text("deployment.serviceName");
    string IDeployment.ServiceName => Text("deployment.serviceName");
    ISustainabilityInfo IDeployment.SustainabilityInfo => null;
    string IGateway.Id => "managed";
    string IGateway.InstanceId => null;
    bool IGateway.IsManaged => true;
    string IOperation.Id => Text("operation.id");
    string IOperation.Method => Text("operation.method");
    string IOperation.Name => Text("operation.name");
    string IOperation.UrlTemplate => Text("operation.urlTemplate");
    IEnumerable<IApi> IProduct.Apis => new List<IApi>();
    bool IProduct.ApprovalRequired => false;
    IEnumerable<IGroup> IProduct.Groups => new List<IGroup>();
    string IProduct.Id => Text("product.id");
    string IProduct.Name => Text("product.name");
    ProductState IProduct.State => ProductState.Published;
    int? IProduct.SubscriptionLimit => null;
    int? IProduct.SubscriptionsLimit => null;
    bool IProduct.SubscriptionRequired => true;
    IWorkspace IProduct.Workspace => null;
    readonly Body RequestBody, ResponseBody;
    readonly IReadOnlyDictionary<string, string[]> ResponseHeaders;
    IMessageBody IRequest.Body => RequestBody.IsThere ? RequestBody : null;
    X509Certificate2 IRequest.Certificate => null;
    IFoundry IRequest.Foundry => this;
    string IFoundry.Deployment => Text("request.model");
    public IReadOnlyDictionary<string, string[]> Headers { get; }
    public string IpAddress => Text("request.ip");
    public IReadOnlyDictionary<string, string> MatchedParameters { get; }
    string IRequest.Method => Text("request.method");
    public IUrl OriginalUrl => new Url(Text("request.url"));
    public IPrivateEndpointConnection PrivateEndpointConnection => null;
    public IUrl Url => new Url(Text("request.url"));
    IMessageBody IResponse.Body => ResponseBody.IsThere ? ResponseBody : null;
    IReadOnlyDictionary<string, string[]> IResponse.Headers => ResponseHeaders;
    int IResponse.StatusCode => (int)data["response"]["status"];
    string IResponse.StatusReason => Text("response.reason");
    DateTime ISubscription.CreatedDate => Date("subscription.createdDate");
    DateTime? ISubscription.EndDate => null;
    string ISubscription.Id => Text("subscription.id");
    string ISubscription.Key => Text("subscription.key");
    string ISubscription.Name => Text("subscription.name");
    string ISubscription.PrimaryKey => Text("subscription.primaryKey");
    string ISubscription.SecondaryKey => Text("subscription.secondaryKey");
    DateTime? ISubscription.StartDate => Date("subscription.startDate");
    string IUser.Email => Text("user.email");
    string IUser.FirstName => Text("user.firstName");
    IEnumerable<IGroup> IUser.Groups => data["user"]["groups"].Select(g => (IGroup)new Group { Id = (string)g["id"], Name = (string)g["name"] }).ToList();
    string IUser.Id => Text("user.id");
    IEnumerable<IUserIdentity> IUser.Identities => data["user"]["identities"].Select(g => (IUserIdentity)new Identity { Id = (string)g["id"], Provider = (string)g["provider"] }).ToList();
    string IUser.LastName => Text("user.lastName");
    string IUser.Note => Text("user.note");
    DateTime IUser.RegistrationDate => Date("user.registrationDate");
  }
  sealed class Group : IGroup { public string Id { get; set; } public string Name { get; set; } }
  sealed class Identity : IUserIdentity { public string Id { get; set; } public string Provider { get; set; } }
  sealed class Url : IUrl {
    readonly Uri uri;
    public Url(string text) { uri = new Uri(text); }
    public string Host => uri.Host;
    public string Path => uri.AbsolutePath;
    public int Port => uri.Port;
    public string QueryString => uri.Query;
    public string Scheme => uri.Scheme;
    public IReadOnlyDictionary<string, string[]> Query => uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).GroupBy(p => Decode(p[0]), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Select(p => Decode(p.Length > 1 ? p[1] : "")).ToArray(), StringComparer.OrdinalIgnoreCase);
    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    public override string ToString() => uri.AbsoluteUri;
  }
  sealed class Body : IMessageBody {
    string text;
    public Body(string text) { this.text = text; }
    public bool IsThere => !string.IsNullOrEmpty(text);
    public T As<T>(bool preserveContent = false) {
      var content = text ?? "";
      if (!preserveContent) text = "";
      return (T)Read(typeof(T), content);
    }
    static object Read(Type type, string content) {
      if (type == typeof(string)) return content;
      if (type == typeof(byte[])) return Encoding.UTF8.GetBytes(content);
      if (content.Trim() == "") return null;
      if (type == typeof(JObject)) return JObject.Parse(content);
      if (type == typeof(JArray)) return JArray.Parse(content);
      if (type == typeof(JToken)) return JToken.Parse(content);
      if (type == typeof(XDocument)) return XDocument.Parse(content);
      if (type == typeof(XElement) || type == typeof(XNode)) return XElement.Parse(content);
      throw new NotSupportedException();
    }
    public IDictionary<string, IList<string>> AsFormUrlEncodedContent(bool preserveContent = false) =>
      new Url("http://x/?" + text).Query.ToDictionary(pair => pair.Key, pair => (IList<string>)pair.Value.ToList());
  }
  static class World {
    public static BasicAuthCredentials Basic(string input) {
      if (input == null || !input.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
      try {
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(input.Substring(6).Trim())).Split(':', 2);
        return parts.Length == 2 ? new BasicAuthCredentials { UserId = parts[0], Password = parts[1] } : null;
      } catch (FormatException) { return null; }
    }
    public static Jwt Token(string input) {
      if (input == null) return null;
      if (input.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) input = input.Substring(7);
      var parts = input.Split('.');
      if (parts.Length != 3) return null;
      try {
        JObject header = Part(parts[0]), payload = Part(parts[1]);
        return new Jwt {
          Algorithm = (string)header["alg"], Type = (string)header["typ"], Id = (string)payload["jti"], Issuer = (string)payload["iss"], Subject = (string)payload["sub"],
          Audiences = payload["aud"] == null ? new string[0] : payload["aud"] is JArray a ? a.Select(v => (string)v).ToArray() : new[] { (string)payload["aud"] },
          ExpirationTime = Time(payload["exp"]), IssuedAt = Time(payload["iat"]), NotBefore = Time(payload["nbf"]),
          Claims = payload.Properties().ToDictionary(p => p.Name, p => p.Value is JArray v ? v.Select(x => (string)x).ToArray() : new[] { p.Value.Type == JTokenType.Boolean ? (string)p.Value.ToString().ToLowerInvariant() : p.Value.ToString() }),
        };
      } catch (Exception) { return null; }
    }
    static JObject Part(string text) => JObject.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='))));
    static DateTime? Time(JToken seconds) => seconds == null ? (DateTime?)null : DateTimeOffset.FromUnixTimeSeconds((long)seconds).UtcDateTime;
    public static byte[] Cipher(byte[] input, string name, byte[] key, byte[] iv, bool encrypt) {
      using (var algorithm = (SymmetricAlgorithm)CryptoConfig.CreateFromName(name)) return Cipher(input, algorithm, key, iv, encrypt);
    }
    public static byte[] Cipher(byte[] input, SymmetricAlgorithm algorithm, byte[] key, byte[] iv, bool encrypt) {
      using (var transform = encrypt ? algorithm.CreateEncryptor(key, iv) : algorithm.CreateDecryptor(key, iv)) return transform.TransformFinalBlock(input, 0, input.Length);
    }
  }
}
