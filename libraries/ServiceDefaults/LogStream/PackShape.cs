namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>How the bytes of a message hold records: one behind the other as they stand in the log, and all of it compressed.</summary>
/// <param name="Records">How many.</param>
/// <param name="Bytes">How many bytes they are.</param>
internal sealed record PackShape(long Records, long Bytes)
{
    /// <summary>What a message says of how it is compressed.</summary>
    public const string Encoding = "zstd";

    /// <summary>A pack of so many bytes, before it is compressed, gets no further record: about 1,000 rows of a dozen numbers.</summary>
    public const int FullAt = 128 << 10;

    /// <summary>The most records of one pack.</summary>
    public const int MostRecords = 1_000;

    /// <summary>The most bytes that a pack may become: some kilobytes can say that they are gigabytes. A record that is larger travels alone, as it stands.</summary>
    public const int MostBytes = 16 << 20;
}
