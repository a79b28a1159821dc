using MonitoringDemo.Drift.Multivariate;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Multivariate;

public sealed class ReconstructionErrorTests
{
    [Fact]
    public void Features_that_no_longer_go_together_are_seen_though_none_of_them_moved()
    {
        var error = ReconstructionError.Learn(Correlated(1, 5_000, 0.9), 3, 500).ShouldNotBeNull();

        error.Of(Correlated(2, 500, 0.9)).IsAlert.ShouldBeFalse();
        error.Of(Correlated(3, 500, 0)).IsAlert.ShouldBeTrue();
    }

    [Fact]
    public void A_reference_that_allows_no_answer_gives_none()
    {
        double[] perfect = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? i : i - 1.0)];

        ReconstructionError.Learn([], 2, 10).ShouldBeNull();
        ReconstructionError.Learn([1, 2], 2, 10).ShouldBeNull();
        ReconstructionError.Learn([.. Enumerable.Repeat(double.NaN, 40)], 2, 10).ShouldBeNull();
        ReconstructionError.Learn([.. Enumerable.Repeat(0.1, 600)], 2, 10).ShouldBeNull();
        ReconstructionError.Learn(perfect, 2, 10).ShouldBeNull();
        ReconstructionError.Learn([1, 2, 3, 4, 5], 1, 2).ShouldBeNull();
    }

    [Fact]
    public void Chunks_without_two_complete_rows_are_not_computable_and_rows_with_a_missing_value_are_left_out()
    {
        var error = ReconstructionError.Learn(Correlated(4, 2_000, 0.9), 3, 200).ShouldNotBeNull();
        var chunk = Correlated(5, 200, 0.9);

        foreach (var odd in new double[][] { [], [1, 2, 3], [1, double.NaN, 3, 1, 2, 3] })
            error.Of(odd).ShouldBe(new ReconstructedChunk(double.NaN, double.NaN, false));
        error.Of([1, 2, double.PositiveInfinity, .. chunk]).ShouldBe(error.Of(chunk));
    }

    [Fact]
    public void A_reference_of_a_single_chunk_draws_no_thresholds()
    {
        var error = ReconstructionError.Learn(Correlated(6, 300, 0.9), 3, 300).ShouldNotBeNull();

        (error.Lower, error.Upper).ShouldBe((null, null));
        error.Of(Correlated(7, 300, 0.5)).IsAlert.ShouldBeFalse();
    }

    [Fact]
    public void A_feature_that_never_varied_does_no_harm()
    {
        double[] rows = [.. Correlated(8, 2_000, 0.9).Chunk(3).SelectMany(row => row.Append(0.1))];

        var error = ReconstructionError.Learn(rows, 4, 200).ShouldNotBeNull();

        error.Of(rows.AsSpan(0, 800)).IsAlert.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(4)]
    [InlineData(double.NaN)]
    public void A_number_of_components_without_a_meaning_is_refused(double components) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReconstructionError.Learn(Correlated(9, 10, 0.5), 3, 5, components)).Message.ShouldContain("from 1 to 3");

    private static double[] Correlated(ulong seed, int rows, double share)
    {
        var (values, random) = (new double[rows * 3], new SplitMix64(seed));
        for (var i = 0; i < rows; i++)
        {
            var common = random.NextNormal();
            for (var j = 0; j < 3; j++) values[i * 3 + j] = Math.Sqrt(share) * common + Math.Sqrt(1 - share) * random.NextNormal();
        }

        return values;
    }
}
