using System.Globalization;
using MonitoringDemo.Demo.Replay.Check;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Labs.OwnStream;

/// <summary>Lab 11: three public streams and one of one's own, declared for <c>replay</c>, with what is expected of them.</summary>
internal sealed class BringYourStream : ILab
{
    public const int LabNumber = 11;

    private const int LeastOwnRows = 300;
    private const long NearEnough = 60;

    public int Number => LabNumber;

    public IReadOnlyList<string> Worlds { get; } = [.. BroughtStream.All.Append(BroughtStream.Own).Select(stream => stream.Name)];

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        foreach (var stream in BroughtStream.All)
        {
            if (!await PlayedAsync(check, answers, stream, cancellation)) return;
            if (stream.Source is null) continue;
            if (!check.Answered("since", answers, $"{stream.Name}-since")) return;
            var (row, since) = (answers.Row($"{stream.Name}-since"), stream.FirstRowOfAnother(check.Work));
            if (!check.Step("since", Math.Abs(row - since) <= NearEnough, Math.Abs(row - since) <= NearEnough ? $"{stream.File}: from row {since:N0} on the rows come from elsewhere." : $"{stream.File}: nothing begins near row {row:N0} (rows count from 0, the header is none).")) return;
        }

        if (Brought(check)) await PlayedAsync(check, answers, BroughtStream.Own, cancellation);
    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var stream = BroughtStream.All.FirstOrDefault(each => each.Name == world) ?? BroughtStream.Own;
        var folder = LabFolder.Of(Number);
        folder.Begin();
        var settings = StreamPlay.Declared(stream.PathIn(folder.PathOf(LabFolder.Work)), "");
        CheckText.Write(TableCheck.Of(new TableFiles(settings.Files, settings.Text), settings), output);
        await Task.CompletedTask;
    }

    // What a participant brings has rows, and is none of the three.
    private static bool Brought(LabCheck check)
    {
        var path = BroughtStream.Own.PathIn(check.Work);
        var rows = File.Exists(path) ? File.ReadLines(path).Count(line => line.Length > 0) - 1 : 0;
        var copied = rows > 0 ? BroughtStream.All.FirstOrDefault(stream => File.ReadAllBytes(stream.PathIn(check.Work)).AsSpan().SequenceEqual(File.ReadAllBytes(path))) : null;
        return check.Step("brought", rows >= LeastOwnRows && copied is null, copied is not null ? $"{BroughtStream.Own.File} is {copied.File}; bring one of your own." : $"{BroughtStream.Own.File} has {Math.Max(0, rows):N0} rows{(rows >= LeastOwnRows ? "." : $"; put a table of your own there, with at least {LeastOwnRows}.")}");
    }

    private static async Task<bool> PlayedAsync(LabCheck check, LabAnswers answers, BroughtStream stream, CancellationToken cancellation)
    {
        if (!check.Answered("declared", answers, $"{stream.Name}-options")) return false;
        StreamPlay play;
        try
        {
            var settings = StreamPlay.Declared(stream.PathIn(check.Work), answers.Text($"{stream.Name}-options", "the options that you would type behind the file's name"));
            if (settings.Label.Length == 0) return check.Step("declared", false, $"{stream.File}: --label says what is to be predicted.");
            if (stream.Label is { } label && settings.Label != label) return check.Step("declared", false, $"{stream.File}: the text asks for a prediction of {label}, not of {settings.Label}.");
            if (stream.OrderedBy is { } time && settings.Time != time) return check.Step("order", false, $"{stream.File}: its rows are not declared to be played in the order in which they happened.");
            if (stream.Source is not null && settings.Time is { } sorted) return check.Step("order", false, $"{stream.File}: sorted by {sorted} its rows come in another order than they did: two stations reported the same days, one after the other.");
            play = await StreamPlay.PlayAsync(settings, cancellation);
        }
        catch (UnusableInputException e)
        {
            return check.Step("declared", false, e.Message);
        }

        var late = stream.KnownAfterwards.FirstOrDefault(play.Features.Contains);
        if (!check.Step("afterwards", late is null, late is null ? $"{stream.File}: the model sees {string.Join(", ", play.Features)}." : $"{stream.File}: the model sees '{late}', which nobody knows before '{stream.Label}' is known: {Percent(play)} right is a promise that nobody can keep.")) return false;
        var (ended, counts) = (StreamEnd.Of(play.Report), play.Report.Counts);
        if (!check.Step("ends", stream.Ends is not { } right || ended == right, stream.Ends is null || ended == stream.Ends ? $"{stream.File}: {Told(play)}" : $"{stream.File}: with these options it ends with \"{ended}\": {Told(play)} Model 1 was trained on {play.Warmup:N0} rows; what had it not seen?")) return false;
        if (!check.Answered("expects", answers, $"{stream.Name}-expects")) return false;
        var expected = answers.Word($"{stream.Name}-expects", StreamEnd.All);
        if (!check.Step("expects", expected == ended, expected == ended ? $"{stream.File}: \"{ended}\", as you expected." : $"{stream.File}: you expected \"{expected}\", and it was otherwise.")) return false;
        return check.Step("whole", counts is { Lost: 0, Doubled: 0 }, $"{stream.File}: {counts.Predictions:N0} rows answered, {counts.Lost} lost, {counts.Doubled} doubled.");
    }

    private static string Told(StreamPlay play) => play.Report.Decisions is [var decision, ..]
        ? $"at row {decision.Row:N0} the fleet decided to {decision.Action}: {decision.Reason}"
        : $"{play.Report.Findings.Count} findings, no decision, {Percent(play)} right.";

    private static string Percent(StreamPlay play) => string.Create(CultureInfo.InvariantCulture, $"{play.Report.Accuracy.Fleet:0.0 %}");
}
