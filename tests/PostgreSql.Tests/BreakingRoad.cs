using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MonitoringDemo.PostgreSql.Tests;

/// <summary>A way to a server that breaks once, when a word comes by: after the server got it, or before.</summary>
internal sealed class BreakingRoad : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly byte[] _word;
    private readonly bool _arrives;
    private volatile bool _isArmed;

    public BreakingRoad(int server, string word, bool arrives)
    {
        (_server, _word, _arrives) = (server, Encoding.ASCII.GetBytes(word), arrives);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public bool Broke { get; private set; }

    public void Arm() => _isArmed = true;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Task.WhenAny(ForthAsync(client.GetStream(), server.GetStream(), broken), BackAsync(server.GetStream(), client.GetStream(), broken.Task));
        }
    }

    private async Task ForthAsync(NetworkStream from, NetworkStream to, TaskCompletionSource broken)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            var breaks = _isArmed && buffer.AsSpan(0, count).IndexOf(_word) >= 0;
            if (!breaks)
            {
                await to.WriteAsync(buffer.AsMemory(0, count));
                continue;
            }

            (_isArmed, Broke) = (false, true);
            broken.SetResult();
            if (!_arrives) return;
            await to.WriteAsync(buffer.AsMemory(0, count));
        }
    }

    private static async Task BackAsync(NetworkStream from, NetworkStream to, Task broken)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            // The server has answered, and the answer gets lost.
            if (broken.IsCompleted) return;
            await to.WriteAsync(buffer.AsMemory(0, count));
        }
    }
}
