namespace MonitoringDemo.Demo.WhatIf;

/// <summary>What one row was answered.</summary>
/// <param name="Score">The score that was given.</param>
/// <param name="Version">The version that gave it.</param>
/// <param name="IsRight">Whether it was right; null while its outcome has not come.</param>
internal readonly record struct PlayedAnswer(double Score, int Version, bool? IsRight);
