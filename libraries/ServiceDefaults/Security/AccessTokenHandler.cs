using System.Net.Http.Headers;

namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>Adds the token to the requests of an <see cref="HttpClient"/>. Only for clients of the fleet's own services: others would learn the secret.</summary>
public sealed class AccessTokenHandler(AccessToken token) : DelegatingHandler
{
    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token.IsRequired) request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
