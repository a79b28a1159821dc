namespace MonitoringDemo.PostgreSql;

/// <summary>Something that was received.</summary>
/// <param name="Number">By which it is taken out.</param>
/// <param name="Line">What it says.</param>
public sealed record InboxLine(long Number, string Line);
