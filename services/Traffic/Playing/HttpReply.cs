using System.Buffers.Text;
using System.Text;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>An answer of HTTP/1.1 as it comes in: whole once its length, or its last chunk, is there.</summary>
internal sealed class HttpReply
{
    private const int StatusAt = 9;
    private const int HeadAtLeast = 12;

    private byte[] _bytes = new byte[16 << 10];
    private int _length;
    private int _bodyFrom;
    private int _bodyLength;

    public int Status { get; private set; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public ReadOnlySpan<byte> Body => _bytes.AsSpan(_bodyFrom, _bodyLength);

    public void Clear() => (_length, Status) = (0, 0);

    public void Append(ReadOnlySpan<byte> piece)
    {
        if (_length + piece.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_length + piece.Length, 2 * _bytes.Length));
        piece.CopyTo(_bytes.AsSpan(_length));
        _length += piece.Length;
    }

    /// <summary>Whether all of it has come.</summary>
    /// <exception cref="InvalidDataException">It is no answer, or more came than it says.</exception>
    public bool TryComplete()
    {
        var came = _bytes.AsSpan(0, _length);
        var end = came.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;

        var head = came[..end];
        if (head.Length < HeadAtLeast || !head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[StatusAt..HeadAtLeast], out int status, out var digits) || digits != HeadAtLeast - StatusAt)
            throw new InvalidDataException("The answer does not begin with a status line of HTTP/1.1.");
        _bodyFrom = end + 4;
        if (HasChunks(head) ? !TryJoinChunks() : !TryCount(head))
            return false;
        Status = status;
        return true;
    }

    private bool TryCount(ReadOnlySpan<byte> head)
    {
        var length = 0;
        if (ValueOf(head, "content-length"u8) is { IsEmpty: false } text && (!Utf8Parser.TryParse(text, out length, out var digits) || digits != text.Length || length < 0))
            throw new InvalidDataException("The answer's Content-Length is no number.");
        if (_length - _bodyFrom > length)
            throw new InvalidDataException("The answer is longer than it says.");
        _bodyLength = length;
        return _length - _bodyFrom == length;
    }

    /// <summary>Moves the chunks together once the last one is there; only refusals come in chunks.</summary>
    private bool TryJoinChunks()
    {
        var body = _bytes.AsSpan(_bodyFrom, _length - _bodyFrom);
        if (!body.EndsWith("0\r\n\r\n"u8))
            return false;

        var (at, to) = (0, 0);
        while (true)
        {
            var line = body[at..].IndexOf("\r\n"u8);
            if (line < 0 || !Utf8Parser.TryParse(body.Slice(at, line), out int size, out _, 'x') || size < 0 || at + line + 2 + size > body.Length)
                return false;
            if (size == 0)
                break;
            body.Slice(at + line + 2, size).CopyTo(body[to..]);
            to += size;
            at += line + 2 + size + 2;
        }

        _bodyLength = to;
        return true;
    }

    private static bool HasChunks(ReadOnlySpan<byte> head) => ValueOf(head, "transfer-encoding"u8).SequenceEqual("chunked"u8);

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        for (var line = head; line.IndexOf("\r\n"u8) is >= 0 and var next;)
        {
            line = line[(next + 2)..];
            if (line.Length > name.Length && line[name.Length] == (byte)':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                var rest = line[(name.Length + 1)..];
                var end = rest.IndexOf("\r\n"u8);
                return (end < 0 ? rest : rest[..end]).Trim((byte)' ');
            }
        }

        return default;
    }
}
