namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Tells a disk that is full, or a quota that is used up, from everything else that a file may refuse.</summary>
internal static class FullDisk
{
    // Linux and macOS say it by the number of the system's error, Windows by an HRESULT.
    private const int NoSpace = 28;
    private static readonly int[] s_codes =
    [
        NoSpace,
        OperatingSystem.IsMacOS() ? 69 : 122,
        unchecked((int)0x80070070),
        unchecked((int)0x80070027),
    ];

    /// <summary>True when the error, or one inside it, is that.</summary>
    public static bool IsBehind(Exception error) => error switch
    {
        IOException when s_codes.Contains(error.HResult) => true,
        AggregateException all => all.InnerExceptions.Any(IsBehind),
        { InnerException: { } inner } => IsBehind(inner),
        _ => false,
    };
}
