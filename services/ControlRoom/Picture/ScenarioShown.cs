namespace MonitoringDemo.ControlRoom.Picture;

internal sealed record ScenarioShown(
    string Id,
    string Title,
    string WhatToLookFor,
    long OnsetRow,
    string? Replaced,
    long? EndedAtRow = null,
    string? Why = null);
