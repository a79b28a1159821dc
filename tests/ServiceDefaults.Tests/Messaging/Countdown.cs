namespace MonitoringDemo.ServiceDefaults.Tests.Messaging;

public sealed record Countdown(int Left);

public sealed record Unheard(string Text);
