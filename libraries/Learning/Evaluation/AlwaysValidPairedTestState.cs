namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Everything that <see cref="AlwaysValidPairedTest"/> remembers; write it down and go on later with the same bits.</summary>
/// <param name="Margin">The mean that is to be exceeded.</param>
/// <param name="Count">Differences seen.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="LogScale">Log of the factor taken out of <paramref name="Wealth"/>.</param>
/// <param name="MaxLogEValue">The largest log e-value so far.</param>
/// <param name="Wealth">What each bet has made of one unit, over e^LogScale.</param>
public sealed record AlwaysValidPairedTestState(
    double Margin, long Count, double Sum, double LogScale, double MaxLogEValue, IReadOnlyList<double> Wealth);
