using MonitoringDemo.Learning.Explanation;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>A model that adds up log-odds: alone it tells two classes apart, one for each class makes a <see cref="SoftmaxModel"/>.</summary>
internal interface ILogOddsModel : IExplainableModel
{
    /// <summary>The sums, before any probability is made of them.</summary>
    /// <param name="rows">Row-major values.</param>
    /// <param name="logOdds">One place per row.</param>
    void LogOdds(ReadOnlySpan<double> rows, Span<double> logOdds);
}
