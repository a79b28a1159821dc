using MonitoringDemo.Inference.Requests;

namespace MonitoringDemo.Inference.RecordOutcomes;

/// <summary>Reads outcomes that are written as programs write them. It takes nothing that <see cref="OutcomeRequestParser"/> refuses, and leaves every refusal to it.</summary>
internal static class PlainOutcomes
{
    /// <returns>False when there is something in it that it does not know; the rows then have to be cleared.</returns>
    public static bool TryParse(ReadOnlySpan<byte> body, OutcomeRows outcomes, int most)
    {
        var text = new PlainJson(body);
        if (!text.Skip("{\"outcomes\":"u8)) return false;

        text.Skip((byte)' ');
        if (!text.Skip((byte)'[')) return false;
        do
        {
            if (outcomes.Count == most || !TryOutcome(ref text, outcomes)) return false;
        }
        while (text.SkipSeparator((byte)','));
        return text.Skip("]}"u8) && text.IsAtEnd;
    }

    private static bool TryOutcome(ref PlainJson text, OutcomeRows outcomes)
    {
        if (!text.Skip("{\"id\":"u8)) return false;
        text.Skip((byte)' ');
        if (!text.TryText(out var id) || !OutcomeRequestParser.TryParseId(id, out var row) || !text.SkipSeparator((byte)',') || !text.Skip("\"label\":"u8)) return false;
        text.Skip((byte)' ');
        var label = text.Next - '0';
        if (label is not (0 or 1) || !text.Skip(text.Next) || !text.Skip((byte)'}')) return false;
        outcomes.Add(row, (byte)label);
        return true;
    }
}
