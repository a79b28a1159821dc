using System.Net;
using System.Net.Sockets;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>
/// Ports for programs that start later. They lie below those that the system gives to outgoing connections and to whoever asks for any port,
/// so that neither takes one between its choice and the program's start.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 15_000;
    private const int Count = 15_000;

    private static int s_next = Random.Shared.Next(Count);

    /// <summary>A loopback port that nobody listens on at this moment, and that this process was not given before.</summary>
    /// <exception cref="InvalidOperationException">All of them are taken.</exception>
    public static int Next()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = Lowest + (int)((uint)Interlocked.Increment(ref s_next) % Count);
            if (IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"No loopback port from {Lowest} to {Lowest + Count - 1} is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
