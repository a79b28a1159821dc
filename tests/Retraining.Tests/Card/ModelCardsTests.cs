using System.Globalization;
using System.Text.RegularExpressions;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Card;

public sealed class ModelCardsTests
{
    private static readonly CardOptions s_said = new()
    {
        IntendedUse = "To find who is to be called back.",
        DataNote = "Visits of 2025, with consent.",
        KnownLimits = "Not for children.",
        ModelOwner = "the clinic",
        SensitiveFeatures = "group",
    };

    [Fact]
    public async Task A_version_that_answered_a_finding_says_what_it_is_for_what_it_learned_and_why_it_serves()
    {
        await using var fleet = await Fleet.StartAsync(new World(2) { Weights = row => row < 4_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, 0.5] });
        await fleet.ServeAsync(2_500);
        var finding = await fleet.ReportAsync(FindingKinds.RealisedPerformance, 4_000);
        await fleet.ServeAsync(2_000);
        var version = fleet.State.Versions.First(each => each.FindingIds.Contains(finding.Id));

        var card = Write(fleet, version.Version);

        foreach (var said in (string[])["To find who is to be called back.", "Visits of 2025, with consent.", "Not for children.", "Ask: the clinic."]) card.ShouldContain(said);
        foreach (var known in (string[])[version.Sha256, version.DataSetSha256, version.UpdateId, finding.Id]) card.ShouldContain(known);
        foreach (var gate in version.Gates) card.ShouldContain($"| {gate.Gate} | passed |");
        card.ShouldContain($"It served from row {version.PromotedAtRow:N0} on.");
        card.ShouldContain("No person approved it: the gates and the policy decided.");
    }

    [Fact]
    public async Task What_it_says_of_later_rows_is_what_was_served()
    {
        await using var fleet = await Fleet.StartAsync(new World(3));
        await fleet.ServeAsync(3_000);

        var card = Write(fleet, 1);

        // The newest rows have no outcome yet.
        var said = double.Parse(Regex.Match(card, @"it is right on ([0-9.]+) \(").Groups[1].Value, CultureInfo.InvariantCulture);
        said.ShouldBe(fleet.Accuracy(2_000, fleet.Row - 200), 0.01);
        double.Parse(Regex.Match(card, "the error is ([0-9.]+):").Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeLessThan(0.06);
    }

    [Fact]
    public async Task A_feature_that_carries_all_is_where_it_breaks()
    {
        await using var fleet = await Fleet.StartAsync(new World(4) { Weights = _ => [6, 0, 0, 0] });
        await fleet.ServeAsync(2_000);

        var card = Write(fleet, 1);

        RightWith(card, "a is missing").ShouldBe(0.5, 0.07);
        RightWith(card, "a a thousand times as large (another unit)").ShouldBeGreaterThan(0.85);
        RightWith(card, "a with noise of a tenth of its spread").ShouldBeGreaterThan(0.85);
        Regex.Match(card, @"\| ([a-d]) and ([a-d]) swapped \| ([0-9.]+)").Groups[3].Value.ShouldStartWith("0.5");
    }

    [Fact]
    public async Task A_group_that_is_answered_otherwise_is_told_beyond_chance()
    {
        await using var fleet = await Fleet.StartAsync(new World(5));
        await fleet.ServeAsync(3_000);

        var (equal, unequal) = (Write(fleet, 1), Write(fleet, 1, new CardOptions { SensitiveFeatures = "a, colour" }));

        // The rule asks nothing of the group, and much of a.
        equal.ShouldContain("above four fifths, beyond chance");
        unequal.ShouldContain("below four fifths, beyond chance");
        unequal.ShouldContain("There is no feature 'colour' to compare groups of.");
    }

    [Fact]
    public async Task Before_any_later_row_it_says_what_could_not_be_measured()
    {
        await using var fleet = await Fleet.StartAsync(new World(6));

        var card = Write(fleet, 1, new CardOptions());

        card.ShouldContain("Nobody has said it yet: set Retraining:IntendedUse.");
        card.ShouldContain("No feature was declared sensitive");
        card.ShouldContain("Not measured: no row with an outcome came after its registration");
    }

    [Fact]
    public async Task A_page_has_the_same_words_and_a_version_that_there_is_not_is_told()
    {
        await using var fleet = await Fleet.StartAsync(new World(7));
        await fleet.ServeAsync(1_000);

        var page = Write(fleet, 1, format: CardFormat.Html);

        foreach (var title in Regex.Matches(Write(fleet, 1), "^## (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)) page.ShouldContain($"<h2>{title}</h2>");
        Should.Throw<AuditException>(() => Write(fleet, 2)).Message.ShouldContain("the newest is 1");
    }

    private static double RightWith(string card, string what) =>
        double.Parse(Regex.Match(card, $@"\| {Regex.Escape(what)} \| ([0-9.]+)").Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Write(Fleet fleet, int version, CardOptions? said = null, CardFormat format = CardFormat.Markdown) =>
        ModelCards.Write(fleet.Get<IJournal>(), fleet.Get<IBlobStore>(), fleet.Get<IInferenceLog>(), version, said ?? s_said, format);
}
