namespace MonitoringDemo.Releases.Candidates;

/// <summary>What is wrong with a candidate.</summary>
internal enum BadKind
{
    /// <summary>Its log-odds are mixed with noise: worse on all rows.</summary>
    Worse,

    /// <summary>It answers the opposite where <c>key</c> is one category.</summary>
    WorseOnASlice,

    /// <summary>It takes long for a row.</summary>
    Slow,

    /// <summary>It gives every row the same score.</summary>
    Constant,

    /// <summary>It answers 1 less often where <c>mode</c> is 0.</summary>
    Biased,

    /// <summary>It gives no number in a narrow band of <c>tempo</c>.</summary>
    NoNumber,
}
