namespace MonitoringDemo.Demo.Scorecard;

/// <summary>One thing that a level or a clause asks for.</summary>
/// <param name="Of">The level or the clause.</param>
/// <param name="Asks">What it asks.</param>
/// <param name="IsMet">Whether this fleet does it.</param>
/// <param name="Evidence">What shows it, or what is missing.</param>
internal sealed record LevelItem(string Of, string Asks, bool IsMet, string Evidence);
