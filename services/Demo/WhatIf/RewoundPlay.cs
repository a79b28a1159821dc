namespace MonitoringDemo.Demo.WhatIf;

/// <summary>One play of a recording.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Difference">Where it first went another way; null where it never did.</param>
/// <param name="FreeFrom">The record from which on it kept the recorded pace no more; null where it did to the end.</param>
internal sealed record RewoundPlay(PlayedOutcome Outcome, RewindDifference? Difference, long? FreeFrom);
