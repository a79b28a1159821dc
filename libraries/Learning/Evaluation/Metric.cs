namespace MonitoringDemo.Learning.Evaluation;

/// <summary>The numbers of an <see cref="EvaluationResult"/> that an interval can be asked for.</summary>
public enum Metric
{
    /// <summary><see cref="EvaluationResult.Accuracy"/>; more is better.</summary>
    Accuracy,

    /// <summary><see cref="EvaluationResult.BalancedAccuracy"/>; more is better.</summary>
    BalancedAccuracy,

    /// <summary><see cref="EvaluationResult.Auc"/>; more is better.</summary>
    Auc,

    /// <summary><see cref="EvaluationResult.AveragePrecision"/>; more is better.</summary>
    AveragePrecision,

    /// <summary><see cref="EvaluationResult.LogLoss"/>; less is better.</summary>
    LogLoss,

    /// <summary><see cref="EvaluationResult.Brier"/>; less is better.</summary>
    Brier,

    /// <summary><see cref="EvaluationResult.MacroF1"/>; more is better.</summary>
    MacroF1,
}
