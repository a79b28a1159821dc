namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>An obstacle that asks a clock: it is not tried in lockstep, where the same rows have to give the same decisions.</summary>
internal interface IMeasuresTime;
