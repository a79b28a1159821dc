namespace MonitoringDemo.Learning.Boosting;

/// <summary>The best way found to part the rows of a leaf.</summary>
internal sealed record Split(double Gain, int Feature, bool[] BinGoesLeft, GradientSum Left, GradientSum Right, int LastLeftBin)
{
    /// <summary>Where missing values go; the majority's way when the training rows of the feature had none.</summary>
    public bool MissingGoesLeft => BinGoesLeft[^1];
}
