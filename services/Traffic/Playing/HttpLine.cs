using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>One connection of HTTP/1.1 and one request at a time, in buffers that are used again: what a general client costs, a driver of small steps pays twice a step.</summary>
/// <param name="connection">Ends at a web server. Completed when this is disposed of.</param>
/// <param name="host">The value of the Host header.</param>
/// <param name="token">Sent as bearer token, unless it is null.</param>
public sealed class HttpLine(IDuplexPipe connection, string host, string? token) : IAsyncDisposable
{
    private const int LongestNumber = 20;

    private readonly Dictionary<string, byte[]> _heads = new(StringComparer.Ordinal);
    private readonly HttpReply _reply = new();

    /// <summary>Posts a JSON body.</summary>
    /// <returns>The answer, good until the next call.</returns>
    /// <exception cref="IOException">The connection ended before the answer did.</exception>
    /// <exception cref="InvalidDataException">What came is no answer of HTTP/1.1.</exception>
    internal async ValueTask<HttpReply> PostAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        Write(path, body.Span);
        await connection.Output.FlushAsync(cancellation);
        _reply.Clear();
        while (true)
        {
            var read = await connection.Input.ReadAsync(cancellation);
            foreach (var piece in read.Buffer)
                _reply.Append(piece.Span);
            connection.Input.AdvanceTo(read.Buffer.End);
            if (_reply.TryComplete())
                return _reply;
            if (read.IsCompleted)
                throw new IOException($"POST {path}: the connection was closed before the answer had come.");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await connection.Output.CompleteAsync();
        await connection.Input.CompleteAsync();
    }

    private void Write(string path, ReadOnlySpan<byte> body)
    {
        if (!_heads.TryGetValue(path, out var head))
            _heads[path] = head = Head(path);
        var output = connection.Output;
        output.Write(head);
        var length = output.GetSpan(LongestNumber);
        Utf8Formatter.TryFormat(body.Length, length, out var digits);
        output.Advance(digits);
        output.Write("\r\n\r\n"u8);
        output.Write(body);
    }

    private byte[] Head(string path) => Encoding.ASCII.GetBytes(
        $"POST /{path} HTTP/1.1\r\nHost: {host}\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}Content-Type: application/json\r\nContent-Length: ");
}
