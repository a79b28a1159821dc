namespace MonitoringDemo.ControlRoom.Control;

/// <summary>A scenario that can be started, as the traffic service describes it.</summary>
internal sealed record ScenarioOffer(string Id, string Title, string WhatToLookFor, string InShort = "", string Group = "first");
