namespace MonitoringDemo.Learning.Explanation;

/// <summary>A model that can say what each feature of a row did to its score.</summary>
public interface IExplainableModel : IModel
{
    /// <summary>Splits the log-odds of a row's score among the features.</summary>
    /// <param name="row">Values in schema order.</param>
    /// <param name="contributions">Receives one number per feature, in log-odds: positive speaks for class 1.</param>
    /// <returns>The mean log-odds of the training rows. Together with all contributions it sums to the score's log-odds.</returns>
    double Explain(ReadOnlySpan<double> row, Span<double> contributions);
}
