using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Cases;

/// <summary>
/// Products that a shop showed, and whether they were bought. Toys and gardens have their months. At row 9,000 the shop begins to sort by
/// popularity, so that what is bought is shown higher and bought for that; at row 15,000 a kind of product comes that nobody has bought before.
/// </summary>
internal sealed class ShopRecommendations : ICaseStudy
{
    private const int Rows = 26_000;
    private const int RowsOfYear = 10_400;
    private const int Sorts = 9_000;
    private const int NewKind = 15_000;

    private static readonly string[] s_kinds = ["books", "toys", "garden", "electronics", "fashion", "repair-kits"];

    public string Name => "shop-recommendations";

    public string InShort => "Products shown and bought over two and a half years: seasons, a shop that sorts by popularity from row 9,000, a new kind from row 15,000.";

    public string Delay => "20..200";

    public IReadOnlyList<string> Columns { get; } =
        ["shown_at", "kind", "price", "discount", "place", "popularity", "visits_before", "device", "bought"];

    public IEnumerable<IReadOnlyList<string>> Make(ulong seed)
    {
        var draw = new CaseDraw(seed);
        var popularity = new double[s_kinds.Length];
        Array.Fill(popularity, 0.3);
        popularity[^1] = 0;
        for (var row = 0; row < Rows; row++)
        {
            var kind = draw.Whole(0, row >= NewKind ? s_kinds.Length - 1 : s_kinds.Length - 2);
            var place = row >= Sorts ? PlaceByPopularity(draw, popularity, kind) : draw.Whole(1, 8);
            var price = draw.LogNormal(kind == 3 ? 120 : 25, 0.6);
            var discount = draw.Chance(0.25) ? draw.Whole(1, 6) * 5 : 0;
            var visits = (int)draw.Exponential(5);
            var chance = Deterministic.Sigmoid(-0.4 + Season(kind, row) + (0.05 * discount) - (0.22 * (place - 1)) - (0.004 * (price - 25)) + (0.08 * Math.Min(visits, 15)));
            var isBought = draw.Chance(chance);
            yield return
            [
                CaseText.Minute(row * 50),
                s_kinds[kind],
                CaseText.Number(price, 2),
                CaseText.Number(discount),
                CaseText.Number(place),
                CaseText.Number(popularity[kind], 3),
                CaseText.Number(visits),
                draw.Pick(("phone", 6), ("laptop", 4)),
                CaseText.YesNo(isBought),
            ];
            popularity[kind] += ((isBought ? 1 : 0) - popularity[kind]) * 0.01;
        }
    }

    /// <summary>The most popular stand at the top, give or take a place.</summary>
    private static int PlaceByPopularity(CaseDraw draw, double[] popularity, int kind) =>
        Math.Clamp(1 + (popularity.Count(other => other > popularity[kind]) * 7 / 5) + draw.Whole(-1, 1), 1, 8);

    /// <summary>What the month adds to the wish: toys in December, gardens in May.</summary>
    private static double Season(int kind, int row)
    {
        var month = row % RowsOfYear * 12 / RowsOfYear;
        return (kind, month) switch
        {
            (1, 10 or 11) => 2.5,
            (1, _) => -0.8,
            (2, >= 3 and <= 6) => 2.0,
            (2, _) => -1.5,
            (5, _) => 1.2,
            _ => 0,
        };
    }
}
