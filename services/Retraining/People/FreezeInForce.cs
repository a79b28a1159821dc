namespace MonitoringDemo.Retraining.People;

/// <summary>Releases are stopped.</summary>
/// <param name="By">Who stopped them.</param>
/// <param name="Reason">Why, in that person's words.</param>
/// <param name="SinceRow">One past the last row read when it began.</param>
/// <param name="Since">When it began.</param>
/// <param name="Until">When it ends by itself; null for one that somebody has to lift.</param>
public sealed record FreezeInForce(string By, string Reason, long SinceRow, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>In one sentence.</summary>
    internal string Words => $"Releases are frozen by {By}{(Until is { } end ? FormattableString.Invariant($" until {end:yyyy-MM-dd HH:mm}Z") : "")}: {Reason.TrimEnd('.')}.";
}
