namespace MonitoringDemo.Demo.Mystery.Truth;

/// <summary>One of the answers to choose from.</summary>
/// <param name="Id">As it is sent.</param>
/// <param name="Words">As people read it.</param>
internal sealed record MysteryChoice(string Id, string Words);
