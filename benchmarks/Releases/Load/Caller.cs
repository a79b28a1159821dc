using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MonitoringDemo.Releases.Load;

/// <summary>One connection that stays open, one request after the other.</summary>
internal sealed class Caller(int port) : IDisposable
{
    private Socket? _socket;
    private byte[] _answer = new byte[16 << 10];

    /// <summary>Posts a body.</summary>
    /// <returns>The status, and the body of the answer, which holds until the next call.</returns>
    /// <exception cref="IOException">The connection broke; the next call opens another.</exception>
    /// <exception cref="SocketException">As above.</exception>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> PostAsync(string path, byte[] body)
    {
        try
        {
            if (_socket is null)
            {
                _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await _socket.ConnectAsync(IPAddress.Loopback, port);
            }

            byte[] request = [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
            await _socket.SendAsync(request);
            return await ReceiveAsync(_socket);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReceiveAsync(Socket socket)
    {
        var length = 0;
        while (true)
        {
            if (length == _answer.Length) Array.Resize(ref _answer, 2 * length);
            var read = await socket.ReceiveAsync(_answer.AsMemory(length));
            if (read == 0) throw new IOException("The server closed a connection in the middle of an answer.");
            length += read;
            if (BodyAt(_answer.AsSpan(0, length)) is { } at) return (int.Parse(_answer.AsSpan(9, 3), CultureInfo.InvariantCulture), _answer.AsMemory(at.From, at.Length));
        }
    }

    /// <summary>Where the body is, once it is whole: of a stated length, or in one chunk.</summary>
    private static (int From, int Length)? BodyAt(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8) ? (head + 4, answer.Length - head - 4) : null;
        var digits = answer[(at + "Content-Length: ".Length)..head];
        var end = digits.IndexOf((byte)'\r');
        var length = int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
        return answer.Length == head + 4 + length ? (head + 4, length) : null;
    }
}
