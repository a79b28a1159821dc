using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Size, colour and shape, each of three and all as frequent. Class 1: small and red (A); green or a circle (B); medium or
/// large (C). The concepts take turns, A, B, C and A again, in spells whose length the seed draws. No noise.
/// </summary>
/// <remarks>
/// J. C. Schlimmer and R. H. Granger, "Incremental learning from noisy data", Machine Learning 1, 1986; as a stream after
/// J. Gama, P. Medas, G. Castillo and P. Rodrigues, "Learning with drift detection", SBIA 2004.
/// </remarks>
/// <param name="name">As <c>--streams</c> calls it.</param>
/// <param name="shortest">Rows of the shortest spell.</param>
/// <param name="longest">Rows of the longest.</param>
internal sealed class Stagger(string name, int shortest, int longest) : IStream
{
    public string Name => name;

    public IReadOnlyList<Column> Columns { get; } =
    [
        new("size", "small", "medium", "large"),
        new("colour", "red", "blue", "green"),
        new("shape", "circle", "square", "triangle"),
    ];

    public ChangeKind Change => ChangeKind.Recurring;

    public IReadOnlyList<int> Changes(int rows, ulong seed) => Spells.Drawn(rows, seed, shortest, longest);

    /// <summary>What a concept (0 = A) says of codes in the order of the columns.</summary>
    public static bool Says(int concept, int size, int colour, int shape) => concept switch
    {
        0 => size == 0 && colour == 0,
        1 => colour == 2 || shape == 0,
        _ => size != 0,
    };

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 2));
        var changes = Changes(rows, seed);
        for (var row = 0; row < rows; row++)
        {
            var (size, colour, shape) = (random.NextInt(3), random.NextInt(3), random.NextInt(3));
            var isOne = Says(Spells.Passed(changes, row) % 3, size, colour, shape);
            yield return new StreamRow([size, colour, shape], isOne ? 1 : 0);
        }
    }
}
