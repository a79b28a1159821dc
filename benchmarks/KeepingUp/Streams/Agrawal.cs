using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Loan applications of nine attributes; class 0 is the paper's group A. Its functions 1 to 4 take turns: from the quarters of
/// the stream on a row comes from the next one with a probability that rises along a sigmoid 2,000 rows wide. No noise.
/// </summary>
/// <remarks>
/// R. Agrawal, T. Imielinski and A. Swami, "Database mining: a performance perspective", IEEE Transactions on Knowledge and
/// Data Engineering 5, 1993; the sigmoid after A. Bifet, G. Holmes, R. Kirkby and B. Pfahringer, "MOA: massive online
/// analysis", JMLR 11, 2010.
/// </remarks>
internal sealed class Agrawal : IStream
{
    private const double Width = 2_000;

    public string Name => "agrawal";

    public IReadOnlyList<Column> Columns { get; } =
    [
        new("salary"), new("commission"), new("age"), new("elevel", Column.Codes("e", 5)), new("car", Column.Codes("make", 20)),
        new("zipcode", Column.Codes("zip", 9)), new("hvalue"), new("hyears"), new("loan"),
    ];

    public ChangeKind Change => ChangeKind.Gradual;

    public IReadOnlyList<int> Changes(int rows, ulong seed) => Spells.Quarters(rows);

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 8));
        var changes = Changes(rows, seed);
        for (var row = 0; row < rows; row++)
        {
            var x = Applicant(random);
            // Each change in turn says whether it has happened to this row: only neighbours overlap.
            var function = changes.Count(change => random.NextDouble() < Deterministic.Sigmoid(4 * (row - change) / Width));
            yield return new StreamRow(x, IsGroupA(function + 1, x[0], x[2], (int)x[3]) ? 0 : 1);
        }
    }

    /// <summary>Whether an applicant is in group A by the function, 1 to 4.</summary>
    public static bool IsGroupA(int function, double salary, double age, int elevel)
    {
        var band = age < 40 ? 0 : age < 60 ? 1 : 2;
        return function switch
        {
            1 => band != 1,
            2 => IsIn(salary, band == 0 ? 50 : band == 1 ? 75 : 25),
            3 => IsSchooled(band, elevel),
            4 => IsIn(salary, (band, IsSchooled(band, elevel)) switch
            {
                (0, true) => 25,
                (0, false) => 50,
                (1, true) => 50,
                (1, false) => 75,
                (_, true) => 50,
                _ => 25,
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "1 to 4"),
        };
    }

    // Every band of salaries is 50,000 wide.
    private static bool IsIn(double salary, int fromThousand) => salary >= fromThousand * 1e3 && salary <= (fromThousand + 50) * 1e3;

    private static bool IsSchooled(int band, int elevel) => elevel >= band && elevel <= (band == 0 ? 1 : band + 2);

    private static double[] Applicant(SplitMix64 random)
    {
        var salary = 20_000 + (130_000 * random.NextDouble());
        var commission = 10_000 + (65_000 * random.NextDouble());
        var age = 20 + random.NextInt(61);
        var (elevel, car, zipcode) = (random.NextInt(5), random.NextInt(20), random.NextInt(9));
        var value = (9 - zipcode) * 100_000 * (0.5 + random.NextDouble());
        var (years, loan) = (1 + random.NextInt(30), 500_000 * random.NextDouble());
        return [salary, salary >= 75_000 ? 0 : commission, age, elevel, car, zipcode, value, years, loan];
    }
}
