namespace MonitoringDemo.Messages.Traffic;

/// <summary>A scenario began.</summary>
/// <param name="ScenarioId">The id in its manifest.</param>
/// <param name="Title">The title in its manifest.</param>
/// <param name="WhatToLookFor">What a viewer will see.</param>
/// <param name="OnsetRow">The first row that it changes.</param>
/// <param name="Replaced">The id of the scenario that it replaced, or null.</param>
public sealed record ScenarioStarted(string ScenarioId, string Title, string WhatToLookFor, long OnsetRow, string? Replaced);
