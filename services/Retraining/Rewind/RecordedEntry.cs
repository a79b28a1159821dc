namespace MonitoringDemo.Retraining.Rewind;

/// <summary>One entry of a journal, so that two journals can be held against each other.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Row">One past the last row that had been read.</param>
/// <param name="What">Two entries with the same text say the same; times, traces and the build are not part of it.</param>
/// <param name="Words">It in a few words, for people.</param>
public sealed record RecordedEntry(long Seq, long Row, string What, string Words);
