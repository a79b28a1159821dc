using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Cases;

/// <summary>
/// Claims for a housing benefit, and whether too much was found to be paid. Only a claim that is checked can be found wrong, and until row 8,000
/// forms in another language were checked four times as often. Then the office draws by lot whom it checks.
/// </summary>
internal sealed class BenefitClaims : ICaseStudy
{
    private const int Rows = 20_000;
    private const int DrawsByLot = 8_000;

    public string Name => "benefit-claims";

    public string InShort => "Claims of which some are overpaid; who was checked decides what is found, until the office draws by lot from row 8,000.";

    public string Delay => "100..600";

    public IReadOnlyList<string> Columns { get; } =
        ["claimed_at", "household", "income_change", "months_since_change", "channel", "form_language", "district", "earlier_corrections", "really", "overpaid"];

    public IEnumerable<IReadOnlyList<string>> Make(ulong seed)
    {
        var draw = new CaseDraw(seed);
        for (var row = 0; row < Rows; row++)
        {
            var isOther = draw.Chance(0.25);
            var change = draw.Normal(0, 18);
            var months = (int)draw.Exponential(5);
            var corrections = (int)draw.Exponential(0.6);
            // The language of the form has no part in it.
            var isOverpaid = draw.Chance(Deterministic.Sigmoid(-1.6 + (0.06 * change) + (0.16 * Math.Min(months, 18)) + (0.5 * Math.Min(corrections, 4))));
            var isChecked = draw.Chance(row >= DrawsByLot ? 0.8 : isOther ? 0.95 : 0.24);
            yield return
            [
                CaseText.Minute(row * 30),
                CaseText.Number(draw.Whole(1, 6)),
                CaseText.Number(change, 1),
                CaseText.Number(months),
                draw.Pick(("online", 6), ("paper", 3), ("counter", 1)),
                isOther ? "other" : "official",
                isOther ? draw.Pick(("d1", 1), ("d2", 1), ("d3", 2), ("d4", 6)) : draw.Pick(("d1", 4), ("d2", 3), ("d3", 2), ("d4", 1)),
                CaseText.Number(corrections),
                CaseText.YesNo(isOverpaid),
                CaseText.YesNo(isOverpaid && isChecked),
            ];
        }
    }
}
