namespace MonitoringDemo.Tables;

/// <summary>How the bytes of a file are packed.</summary>
internal enum Packing
{
    None,
    Gzip,
    Zstandard,
}
