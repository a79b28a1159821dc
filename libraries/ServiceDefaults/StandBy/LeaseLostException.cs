namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Another process has taken the lease: what was to be done is its to do, from the state that was saved last.</summary>
public sealed class LeaseLostException(long fence)
    : InvalidOperationException(FormattableString.Invariant($"The lease's holding {fence} is over: another process works now."));
