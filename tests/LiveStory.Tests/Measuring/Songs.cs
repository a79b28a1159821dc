using MonitoringDemo.LiveStory.Measuring;

namespace MonitoringDemo.LiveStory.Tests.Measuring;

/// <summary>Makes ledgers of songs: each stretch goes on where the one before it ended.</summary>
internal static class Songs
{
    public static SongLedger Of(params ReadOnlySpan<(int Count, bool Fleet, bool Twin)> stretches)
    {
        var answers = new List<SongAnswer>();
        foreach (var (count, fleet, twin) in stretches)
        {
            for (var i = 0; i < count; i++)
                answers.Add(new SongAnswer(answers.Count, fleet, twin));
        }

        return new SongLedger(answers, []);
    }
}
