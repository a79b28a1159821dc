namespace MonitoringDemo.Demo.Cases;

/// <summary>
/// Payments, 3 % of them fraud. From row 14,000 on the fraudsters change their ways: accounts that are taken over, in small sums, which look
/// like customers. A quarter of those is never complained about, and is labelled as honest; <c>really</c> has the truth.
/// </summary>
internal sealed class PaymentFraud : ICaseStudy
{
    private const int Rows = 30_000;
    private const int Adapts = 14_000;
    private const int Adapted = 15_000;

    public string Name => "payment-fraud";

    public string InShort => "Payments of which 3 % are fraud; complaints come late, some never, and the fraudsters adapt at row 14,000.";

    public string Delay => "0=1000,1=mean:400";

    public IReadOnlyList<string> Columns { get; } =
        ["paid_at", "amount", "hour", "channel", "abroad", "merchant", "device_days", "account_days", "payments_today", "really", "fraud"];

    public IEnumerable<IReadOnlyList<string>> Make(ulong seed)
    {
        var draw = new CaseDraw(seed);
        for (var row = 0; row < Rows; row++)
        {
            var adapted = CaseDraw.Ramp(row, Adapts, Adapted);
            var isFraud = draw.Chance(0.03 + (0.03 * adapted));
            var takesOver = isFraud && draw.Chance(adapted);
            var hour = draw.Chance(isFraud ? 0.45 : 0.08) ? draw.Whole(0, 5) : draw.Whole(6, 23);
            var values = takesOver ? TakenOver(draw) : isFraud ? Stolen(draw) : Honest(draw);
            var told = isFraud && !(takesOver && draw.Chance(0.25));
            yield return [CaseText.Minute(row * 3), values[0], CaseText.Number(hour), .. values[1..], CaseText.YesNo(isFraud), CaseText.YesNo(told)];
        }
    }

    private static string[] Honest(CaseDraw draw) =>
    [
        CaseText.Number(draw.LogNormal(34, 0.9), 2),
        draw.Pick(("card", 6), ("wallet", 3), ("transfer", 1)),
        CaseText.YesNo(draw.Chance(0.07)),
        draw.Pick(("grocery", 5), ("fuel", 2), ("travel", 1), ("electronics", 1), ("gaming", 1), ("gift-cards", 0.3)),
        CaseText.Number(draw.Exponential(400)),
        CaseText.Number(draw.Exponential(900)),
        CaseText.Number(draw.Exponential(1.2)),
    ];

    /// <summary>A stolen card: much at once, from a new device.</summary>
    private static string[] Stolen(CaseDraw draw) =>
    [
        CaseText.Number(draw.LogNormal(210, 0.7), 2),
        draw.Pick(("card", 8), ("wallet", 1), ("transfer", 1)),
        CaseText.YesNo(draw.Chance(0.6)),
        draw.Pick(("electronics", 5), ("gift-cards", 3), ("travel", 2), ("grocery", 0.5)),
        CaseText.Number(draw.Exponential(4)),
        CaseText.Number(draw.Exponential(500)),
        CaseText.Number(draw.Exponential(2.5)),
    ];

    /// <summary>A taken-over account: little and often, from a device that the bank knows.</summary>
    private static string[] TakenOver(CaseDraw draw) =>
    [
        CaseText.Number(draw.LogNormal(19, 0.3), 2),
        draw.Pick(("wallet", 8), ("card", 1)),
        CaseText.YesNo(draw.Chance(0.07)),
        draw.Pick(("gaming", 6), ("gift-cards", 3), ("grocery", 1)),
        CaseText.Number(draw.Exponential(350)),
        CaseText.Number(draw.Exponential(1100)),
        CaseText.Number(5 + draw.Exponential(4)),
    ];
}
