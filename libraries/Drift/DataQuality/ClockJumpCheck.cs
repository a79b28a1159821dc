using System.Globalization;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Rows tell times that cannot be: far behind those before them, or ahead of those after them, or months away.</summary>
/// <remarks>
/// Hypothesis 0 is a clock that fell back, 1 one that ran ahead. A step ahead that nothing contradicts is a pause, unless it is longer
/// than <see cref="ClockProfile.JumpLimit"/>. A clock that goes on for long from where it fell back to is believed again.
/// </remarks>
public sealed class ClockJumpCheck : IRowQualityCheck
{
    // ln(0.3 / 0.01) and ln(0.7 / 0.99).
    private const double IfWrong = 3.4;
    private const double IfRight = -0.347;
    private const int Behind = 0;
    private const int Ahead = 1;

    /// <inheritdoc />
    public string Name => "clock-jump";

    /// <inheritdoc />
    public int Rank => -2;

    /// <inheritdoc />
    public double Needed(RowProfile well, int hypothesis) => 60;

    /// <inheritdoc />
    public int Hypotheses(RowProfile well) => 2;

    /// <inheritdoc />
    public bool Applies(RowProfile well) => well.Clock.IsKnown;

    /// <inheritdoc />
    public int Suspects(RowProfile well, in RowBlock newest, Span<int> hypotheses)
    {
        if (hypotheses.Length < 2 || !ClockSteps.IsOdd(well.Clock, newest)) return 0;

        (hypotheses[0], hypotheses[1]) = (Behind, Ahead);
        return 2;
    }

    /// <inheritdoc />
    public void Weigh(RowProfile well, int hypothesis, in RowWindow rows, Span<double> weights)
    {
        if (double.IsNaN(rows.ClockBefore) && ClockSteps.First(well.Clock, rows.Times) != (hypothesis == Behind ? -1 : 1)) weights.Fill(IfRight);
        else if (hypothesis == Behind) ClockSteps.MarkLate(well.Clock, rows, weights, IfWrong, IfRight);
        else ClockSteps.MarkEarly(well.Clock, rows, weights, IfWrong, IfRight);
    }

    /// <inheritdoc />
    public string Describe(RowProfile well, int hypothesis, in RowWindow broken) => string.Create(
        CultureInfo.InvariantCulture, $"the clock {(hypothesis == Behind ? "fell back: rows tell times before those of earlier rows" : "ran ahead: rows tell times that later rows contradict")}; no row was more than {well.Clock.MostLate / 1000:F0} s out of order before");
}
