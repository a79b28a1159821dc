using System.Net;
using System.Net.Sockets;

namespace MonitoringDemo.Demo.Labs.Programs;

/// <summary>Waiting for processes of others.</summary>
internal static class UntilTrue
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again until the answer is yes, or the time is up.</summary>
    public static async Task<bool> AskAsync(Func<CancellationToken, Task<bool>> ask, TimeSpan within, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var again = new PeriodicTimer(s_between);
        do
        {
            if (await ask(cancellation)) return true;
        }
        while (TimeProvider.System.GetElapsedTime(began) < within && await again.WaitForNextTickAsync(cancellation));
        return false;
    }

    /// <summary>A port on loopback at which nobody listens now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
