namespace MonitoringDemo.ControlRoom;

/// <summary>Registered by a host that maps <c>/v1/mystery</c> beside the page: the page then shows the questions.</summary>
public sealed record MysteryOffered;
