using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Ten numbers of 0 to 1; class 1 on one side of a hyperplane through the middle, which turns at a steady pace in a plane
/// drawn by the seed: once around in 40,000 rows. 5 % of the labels are flipped.
/// </summary>
/// <remarks>
/// G. Hulten, L. Spencer and P. Domingos, "Mining time-changing data streams", KDD 2001. There single weights are moved;
/// here the normal turns, so that the pace stays the same however long the stream is.
/// </remarks>
internal sealed class Hyperplane : IStream
{
    private const int Inputs = 10;
    private const double Noise = 0.05;
    private const double RowsPerTurn = 40_000;

    public string Name => "hyperplane";

    public IReadOnlyList<Column> Columns { get; } = [.. Column.Numbers("x", Inputs)];

    public ChangeKind Change => ChangeKind.Gradual;

    public IReadOnlyList<int> Changes(int rows, ulong seed) => [];

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 4));
        var (normal, toward) = Plane(random);
        // A chord and its complement: cos and sin of one row's turn without a library's function.
        var step = Math.Tau / RowsPerTurn;
        for (var row = 0; row < rows; row++)
        {
            var x = new double[Inputs];
            var side = 0.0;
            for (var i = 0; i < Inputs; i++)
            {
                x[i] = random.NextDouble();
                side += normal[i] * (x[i] - 0.5);
            }

            yield return new StreamRow(x, side > 0 ^ random.NextDouble() < Noise ? 1 : 0);
            Turn(normal, toward, step);
        }
    }

    // One step of a rotation by its series; the rest is of the fifth order of a ten-thousandth.
    private static void Turn(double[] normal, double[] toward, double step)
    {
        var (cos, sin) = (1 - (step * step / 2), step - (step * step * step / 6));
        for (var i = 0; i < Inputs; i++)
            (normal[i], toward[i]) = ((cos * normal[i]) + (sin * toward[i]), (cos * toward[i]) - (sin * normal[i]));
    }

    private static (double[] Normal, double[] Toward) Plane(SplitMix64 random)
    {
        var normal = Unit([.. Enumerable.Range(0, Inputs).Select(_ => random.NextNormal())]);
        var other = Enumerable.Range(0, Inputs).Select(_ => random.NextNormal()).ToArray();
        var along = normal.Zip(other, (a, b) => a * b).Sum();
        return (normal, Unit([.. other.Zip(normal, (a, b) => a - (along * b))]));
    }

    private static double[] Unit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(each => each * each));
        return [.. vector.Select(each => each / length)];
    }
}
