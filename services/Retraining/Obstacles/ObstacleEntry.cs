using System.Text.Json.Serialization;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>An obstacle as the file has it. Which members a kind needs, <see cref="ObstacleFile"/> says.</summary>
/// <param name="Kind">What is tested.</param>
/// <param name="Feature">The feature it is about.</param>
/// <param name="With">For <c>swapped</c>: the other one.</param>
/// <param name="Where">For <c>slice</c>: as reports name slices, <c>feature=category</c>.</param>
/// <param name="LeastAccuracy">For <c>slice</c> and <c>accuracy</c>, in [0, 1].</param>
/// <param name="LeastRatio">For <c>bias</c>, in (0, 1].</param>
/// <param name="MostPointsLost">For broken inputs: points of accuracy, in [0, 100].</param>
/// <param name="Moves">For <c>direction</c>: <c>up</c> or <c>down</c>.</param>
/// <param name="MostShare">For <c>direction</c>, <c>invariance</c>, <c>seed</c>, <c>bootstrap</c> and <c>skew</c>: the share of rows that may go against it, in [0, 1].</param>
/// <param name="MostKilobytes">For <c>size</c>.</param>
/// <param name="MostMicroseconds">For <c>latency</c>.</param>
/// <param name="MostMegabytes">For <c>memory</c>.</param>
/// <param name="MostBytes">For <c>allocation</c>: a row.</param>
/// <param name="OnFail"><c>block</c> (also where it is left out) or <c>warn</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ObstacleEntry(
    string? Kind,
    string? Feature = null,
    string? With = null,
    string? Where = null,
    double? LeastAccuracy = null,
    double? LeastRatio = null,
    double? MostPointsLost = null,
    string? Moves = null,
    double? MostShare = null,
    double? MostKilobytes = null,
    double? MostMicroseconds = null,
    double? MostMegabytes = null,
    double? MostBytes = null,
    string? OnFail = null);
