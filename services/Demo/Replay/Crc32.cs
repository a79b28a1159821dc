namespace MonitoringDemo.Demo.Replay;

/// <summary>The checksum that a gzip file ends with (RFC 1952, 8).</summary>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] s_table = Table();

    private uint _inverted;

    /// <summary>Of all bytes so far.</summary>
    public readonly uint Value => _inverted;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = ~_inverted;
        foreach (var value in bytes)
            crc = s_table[(byte)(crc ^ value)] ^ (crc >> 8);
        _inverted = ~crc;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) == 1 ? (entry >> 1) ^ Polynomial : entry >> 1;
            table[i] = entry;
        }

        return table;
    }
}
