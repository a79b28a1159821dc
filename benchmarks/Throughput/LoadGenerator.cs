using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MonitoringDemo.Throughput;

/// <summary>Sends one request after the other over a few connections that stay open, for so long or so many, and takes down how long each took.</summary>
/// <param name="port">On the loopback address.</param>
/// <param name="path">What is posted to.</param>
/// <param name="bodies">Sent in turn; every connection begins at another one.</param>
internal sealed class LoadGenerator(int port, string path, IReadOnlyList<byte[]> bodies)
{
    public const int Connections = 8;
    private const int MostRequests = 2_000_000;

    private readonly byte[][] _requests = [.. bodies.Select(body => (byte[])
    [
        .. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body,
    ])];

    private int _next;

    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var end = began + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendUntilAsync(end))));
        return LoadResult.Of([.. latencies.SelectMany(ticks => ticks)], Stopwatch.GetElapsedTime(began));
    }

    private async Task<List<long>> SendUntilAsync(long end)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var latencies = new List<long>(1 << 16);
        var answer = new byte[16 << 10];
        var sent = Stopwatch.GetTimestamp();
        while (sent < end && latencies.Count < MostRequests / Connections)
        {
            var request = _requests[(int)((uint)Interlocked.Increment(ref _next) % (uint)_requests.Length)];
            await socket.SendAsync(request);
            await ReceiveAsync(socket, answer);
            var received = Stopwatch.GetTimestamp();
            latencies.Add(received - sent);
            sent = received;
        }

        return latencies;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] answer)
    {
        var length = 0;
        while (!IsWhole(answer.AsSpan(0, length)))
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server closed a connection in the middle of an answer.");
            length += read;
        }

        if (!answer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new IOException($"The server answered: {Encoding.UTF8.GetString(answer, 0, length)}");
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(at + "Content-Length: ".Length)..head];
        var end = digits.IndexOf((byte)'\r');
        return answer.Length == head + 4 + int.Parse(end < 0 ? digits : digits[..end], System.Globalization.CultureInfo.InvariantCulture);
    }
}
