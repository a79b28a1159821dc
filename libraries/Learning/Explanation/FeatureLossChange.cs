namespace MonitoringDemo.Learning.Explanation;

/// <summary>One feature's part in a <see cref="LossChange"/>.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Change">How much more it adds to the mean log loss than before, in nats.</param>
/// <param name="StandardError">Of that change, rows taken as independent.</param>
/// <param name="Share">Its part of everything that raised the loss, in [0, 1]; 0 when it did not.</param>
public sealed record FeatureLossChange(string Feature, double Change, double StandardError, double Share);
