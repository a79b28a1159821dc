using System.IO.Pipelines;
using System.Net.Sockets;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>The connection over which a driver sends songs: within the process, or over a socket where an address was named.</summary>
internal static class FleetLine
{
    public static async Task<HttpLine> OpenAsync(WebApplication app, Uri address, bool overSocket, CancellationToken cancellation)
    {
        var connection = overSocket
            ? await ConnectAsync(address, cancellation)
            : app.Services.GetRequiredService<MemoryTransport>().Connect();
        return new HttpLine(connection, address.Authority, app.Services.GetRequiredService<AccessToken>().Value);
    }

    private static async Task<IDuplexPipe> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var stream = new NetworkStream(socket, ownsSocket: true);
        return new Ends(PipeReader.Create(stream), PipeWriter.Create(stream));
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
