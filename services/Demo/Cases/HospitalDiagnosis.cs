using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Cases;

/// <summary>
/// Patients with chest pain. Three hospitals measure troponin where a doctor is worried, so that a missing value means that nobody was. From row
/// 10,000 on <c>hill</c> joins with four patients in ten, measures it rarely and by chance, and sends glucose in mmol/l until row 12,000.
/// </summary>
internal sealed class HospitalDiagnosis : ICaseStudy
{
    private const int Rows = 24_000;
    private const int Joins = 10_000;
    private const int UnitMended = 12_000;
    private const string Hill = "hill";

    public string Name => "hospital-diagnosis";

    public string InShort => "Patients of three hospitals; a fourth joins at row 10,000, which measures less and, at first, in another unit.";

    public string Delay => "100..500";

    public IReadOnlyList<string> Columns { get; } =
        ["seen_at", "site", "age", "sex", "chest_pain", "heart_rate", "systolic", "glucose", "troponin", "infarction"];

    public IEnumerable<IReadOnlyList<string>> Make(ulong seed)
    {
        var draw = new CaseDraw(seed);
        for (var row = 0; row < Rows; row++)
        {
            var site = row >= Joins && draw.Chance(0.4) ? Hill : draw.Pick(("north", 4), ("south", 3), ("harbour", 2));
            var age = Math.Clamp(draw.Normal(site == Hill ? 66 : 60, 14), 18, 99);
            var isWoman = draw.Chance(0.42);
            var isIll = draw.Chance(Deterministic.Sigmoid(-1.5 + (0.03 * (age - 60)) - (isWoman ? 0.2 : 0)));
            var pain = Pain(draw, isIll, isWoman);
            var glucose = Math.Max(50, draw.Normal(isIll ? 150 : 112, 30));
            yield return
            [
                CaseText.Minute(row * 20),
                site,
                CaseText.Number(age),
                isWoman ? "woman" : "man",
                pain,
                CaseText.Number(draw.Normal(isIll ? 92 : 80, 14)),
                CaseText.Number(draw.Normal(isIll ? 128 : 136, 19)),
                site == Hill && row < UnitMended ? CaseText.Number(glucose / 18.02, 1) : CaseText.Number(glucose),
                IsMeasured(draw, site, pain, isIll) ? CaseText.Number(draw.LogNormal(isIll ? (isWoman ? 55 : 95) : 9, 0.9), 1) : CaseText.Missing,
                CaseText.YesNo(isIll),
            ];
        }
    }

    /// <summary>The heart attacks of women are less often typical.</summary>
    private static string Pain(CaseDraw draw, bool isIll, bool isWoman) => isIll
        ? isWoman ? draw.Pick(("typical", 4), ("atypical", 4), ("absent", 2)) : draw.Pick(("typical", 7), ("atypical", 2), ("absent", 1))
        : draw.Pick(("typical", 2), ("atypical", 4), ("absent", 4));

    private static bool IsMeasured(CaseDraw draw, string site, string pain, bool isIll) =>
        draw.Chance(site == Hill ? 0.15 : isIll ? 0.92 : pain == "typical" ? 0.6 : 0.25);
}
