using MonitoringDemo.Drift.Multivariate;

namespace MonitoringDemo.Drift.Tests.Multivariate;

public sealed class MmdTests
{
    [Fact]
    public void The_statistic_is_the_one_that_the_definition_gives()
    {
        double[] x = [0, 0, 1, 0, 0, 2];
        double[] y = [1, 1, 3, 0];
        double K(int i, int j) => Math.Exp(-Squared(i, j) / 2);
        double Squared(int i, int j) => Math.Pow(At(i, 0) - At(j, 0), 2) + Math.Pow(At(i, 1) - At(j, 1), 2);
        double At(int i, int j) => i < 3 ? x[2 * i + j] : y[2 * (i - 3) + j];

        var result = new Mmd(permutations: 0, bandwidth: 1).Test(x, y, 2, 1);

        var across = Enumerable.Range(0, 3).Sum(i => K(i, 3) + K(i, 4));
        result.Statistic.ShouldBe((2 * (K(0, 1) + K(0, 2) + K(1, 2)) / 6) + K(3, 4) - (2 * across / 6), 1e-14);
    }

    [Fact]
    public void Without_drift_its_p_values_are_no_smaller_than_chance_makes_them()
    {
        var small = 0;
        for (ulong world = 0; world < 200; world++)
        {
            var x = MultivariateTestContractTests.Normal(100 + world, 30, 2);
            var y = MultivariateTestContractTests.Normal(1_000 + world, 20, 2);
            if (new Mmd(99).Test(x, y, 2, world).PValue <= 0.05) small++;
        }

        // 10 expected; three standard deviations more.
        small.ShouldBeLessThanOrEqualTo(19);
    }

    [Fact]
    public void Large_samples_are_thinned_by_the_seed()
    {
        var (x, y) = (MultivariateTestContractTests.Normal(8, 5_000, 2), MultivariateTestContractTests.Normal(9, 3_000, 2, mean: 0.5));

        var (one, two, other) = (new Mmd(99, 200).Test(x, y, 2, 1), new Mmd(99, 200).Test(x, y, 2, 1), new Mmd(99, 200).Test(x, y, 2, 2));

        two.ShouldBe(one);
        other.Statistic.ShouldNotBe(one.Statistic);
        one.PValue.ShouldBeLessThan(0.05);
    }
}
