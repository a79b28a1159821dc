namespace MonitoringDemo.Retraining.People;

/// <summary>A version that passed every gate and is not released yet.</summary>
/// <param name="UpdateId">The incident it belongs to.</param>
/// <param name="Version">The version.</param>
/// <param name="Trigger">What caused its training.</param>
/// <param name="Needed">How many people have to approve; 0 for one that only waits for the end of a freeze.</param>
/// <param name="Why">Why so many, in words.</param>
/// <param name="AskedBy">Who asked for the training and so may not approve; null where nobody did.</param>
/// <param name="IsProven">It needs no shadow, as long as the champion is <paramref name="Champion"/>.</param>
/// <param name="Champion">The version that it was judged against.</param>
/// <param name="LapsesAtRow">The row at which it is given up.</param>
internal sealed record WaitingVersion(string UpdateId, int Version, string Trigger, int Needed, string Why, string? AskedBy, bool IsProven, int Champion, long LapsesAtRow);
