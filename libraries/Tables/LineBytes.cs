namespace MonitoringDemo.Tables;

/// <summary>The lines of a text as bytes, without their ends.</summary>
internal sealed class LineBytes(Stream text, string name) : IDisposable
{
    private const int MostBytes = 1 << 24;

    private byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _to;
    private bool _ended;

    /// <summary>The number of the line that was given last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next line; valid until the one after it is asked for.</summary>
    /// <returns>False when there are no more.</returns>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_from.._to);
            var end = rest.IndexOf((byte)'\n');
            if (end < 0 && !_ended)
            {
                Fill();
                continue;
            }

            line = end < 0 ? rest : rest[..end];
            _from += end < 0 ? rest.Length : end + 1;
            if (end < 0 && line.Length == 0)
                return false;
            Line++;
            return true;
        }
    }

    public void Dispose() => text.Dispose();

    private void Fill()
    {
        _buffer.AsSpan(_from.._to).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        if (_to == _buffer.Length)
        {
            if (_to >= MostBytes)
                throw new UnusableTableException(FormattableString.Invariant($"{name}, line {Line + 1}: longer than {MostBytes:N0} bytes; a row is one line."));
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = text.Read(_buffer.AsSpan(_to));
        _ended = read == 0;
        _to += read;
    }
}
