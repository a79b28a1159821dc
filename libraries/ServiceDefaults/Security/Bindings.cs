using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>Where this process listens, or is about to.</summary>
internal sealed class Bindings(IConfiguration configuration, IServer? server = null)
{
    private bool? _loopbackOnly;

    /// <summary>The first address that other machines can reach, or null.</summary>
    public string? FirstReachable() => Addresses().FirstOrDefault(address => !IsLoopback(address));

    /// <summary>Known for good once the server has bound.</summary>
    public bool LoopbackOnly => _loopbackOnly ??= FirstReachable() is null;

    /// <summary>As configured and, once the server has bound, as bound. A host may be a wildcard.</summary>
    public IEnumerable<string> Addresses()
    {
        foreach (var bound in server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) yield return bound;
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { } url) yield return url;
        }

        var urls = Split(configuration["urls"]);
        foreach (var url in urls) yield return url;
        if (urls.Length > 0) yield break;

        // A port alone means every address of the machine; container images set this.
        foreach (var port in Split(configuration["http_ports"])) yield return $"http://*:{port}";
        foreach (var port in Split(configuration["https_ports"])) yield return $"https://*:{port}";
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return true; // The server refuses it, and says so.
        }

        return parsed.IsUnixPipe
            || parsed.IsNamedPipe
            || parsed.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
