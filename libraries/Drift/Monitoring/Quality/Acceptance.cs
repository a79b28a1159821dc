using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>The owner of the data says that what was found broken is well as it is: the finding ends, and the values since its onset are the measure from now on.</summary>
internal sealed class Acceptance(FeatureSchema schema, MonitorOptions options, FeatureWatch[] features, FeatureProfiles profiles, RowQualityWatch rows)
{
    /// <param name="ring">Up to the row at which it was accepted.</param>
    /// <param name="what">The feature's name, or the detector of a finding about whole rows.</param>
    /// <param name="book">Where the finding ends.</param>
    public void Accept(RowRing ring, string what, FindingBook book)
    {
        for (var f = 0; f < features.Length; f++)
        {
            var watch = features[f];
            if (watch.Finding is not { } finding || schema.Features[f].Name != what) continue;
            book.End(finding, ring.Next, ring.Next - 1);
            watch.Mend(ring.Next);
            Learn(ring, f, finding.Onset);
        }

        foreach (var (watch, finding) in rows.Accept(ring, what, book))
        {
            for (var f = 0; f < features.Length; f++)
            {
                if (watch.Check.Explains(rows.Profile, watch.Hypothesis, f)) Learn(ring, f, finding.Onset);
            }
        }
    }

    private void Learn(RowRing ring, int f, long onset)
    {
        var from = Math.Max(Math.Max(onset, ring.First), ring.Next - options.ProfileRows);
        var values = new double[ring.Next - from];
        ring.Gather(f, from, values);
        profiles.Accept(f, values, ring.Next);
        features[f].BeWellSince(ring.Next);
        features[f].ProfileRenewed();
    }
}
