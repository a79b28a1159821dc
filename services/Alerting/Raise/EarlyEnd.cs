using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>The end of a finding that no open alert rests on: perhaps its report is still under way, since the bus keeps no order.</summary>
internal sealed record EarlyEnd(string Model, string UpdateId, ClearedFinding Finding);
