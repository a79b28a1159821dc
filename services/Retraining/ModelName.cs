namespace MonitoringDemo.Retraining;

/// <summary>The model this fleet looks after; option <c>Model:Name</c>.</summary>
internal sealed record ModelName(string Value)
{
    public const string Option = "Model:Name";
    public const string Default = "hits";
}
