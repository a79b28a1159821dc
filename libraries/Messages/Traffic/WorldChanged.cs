namespace MonitoringDemo.Messages.Traffic;

/// <summary>The world is another one now: another year, or another taste.</summary>
/// <param name="Year">The year whose songs are played.</param>
/// <param name="TasteInverted">Whether the audience likes what it used to dislike.</param>
/// <param name="Row">The next row.</param>
public sealed record WorldChanged(int Year, bool TasteInverted, long Row);
