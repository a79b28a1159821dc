using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ControlRoom.Control;

/// <summary>Asks the traffic service which scenarios there are: in another process at <c>ControlRoom:TrafficUrl</c>, else in this one.</summary>
internal sealed class ScenarioList(IServer server, IOptions<ControlRoomOptions> options, IHttpClientFactory clients)
{
    private volatile IReadOnlyList<ScenarioOffer>? _known;

    public async Task<IReadOnlyList<ScenarioOffer>?> KnownAsync(CancellationToken cancellationToken) => _known ?? await AskAsync(cancellationToken);

    /// <summary>Null when nobody answers.</summary>
    public async Task<IReadOnlyList<ScenarioOffer>?> AskAsync(CancellationToken cancellationToken)
    {
        if (Address() is not { } address)
            return null;

        try
        {
            using var http = clients.CreateClient(ControlRoomModule.HttpClientName);
            return _known = await http.GetFromJsonAsync<ScenarioOffer[]>(new Uri(address, "/v1/scenarios"), cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private Uri? Address()
    {
        if (options.Value.TrafficUrl is { } elsewhere)
            return elsewhere;

        var own = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (own is null)
            return null;

        var address = BindingAddress.Parse(own);
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }
}
