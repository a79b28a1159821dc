namespace MonitoringDemo.Inference.Predict;

/// <summary>The parts of a request that are measured.</summary>
internal enum PredictionStage
{
    /// <summary>From the first byte to the finished answer.</summary>
    Total,

    /// <summary>Reading the rows.</summary>
    Features,

    /// <summary>Scoring them with every model.</summary>
    Score,
}
