using System.Globalization;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.Tests.Serving;

public sealed class CanaryRouteTests
{
    private const int Keys = 100_000;

    private static readonly double[] _row = [120.5, 0.25, 1, 0];

    private static readonly double[] _shares = [0.01, 0.05, 0.25, 0.5, 0.99];

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.25)]
    public void The_share_of_named_requests_lies_within_binomial_bounds(double share)
    {
        var bound = 4 * Math.Sqrt(Keys * share * (1 - share));

        var taken = new[] { "songs-{0}", "{0:D10}", "caller/{0}/x" }.Select(form => Enumerable.Range(0, Keys).Count(i => CanaryRoute.Takes(Named(form, i), _row, 7, share))).ToList();

        taken.ShouldAllBe(count => Math.Abs(count - (Keys * share)) < bound);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.25)]
    public void So_does_that_of_requests_without_a_name_by_their_rows(double share)
    {
        var bound = 4 * Math.Sqrt(Keys * share * (1 - share));

        var taken = Enumerable.Range(0, Keys).Count(i => CanaryRoute.Takes(null, [60 + (i / 1000.0), 0.5, double.NaN, i % 3], 7, share));

        Math.Abs(taken - (Keys * share)).ShouldBeLessThan(bound);
    }

    [Fact]
    public void The_same_request_goes_the_same_way_and_at_a_larger_share_nobody_leaves()
    {
        var names = Enumerable.Range(0, 5_000).Select(i => Named("songs-{0}", i)).ToList();

        var taken = _shares.Select(share => names.Where(name => CanaryRoute.Takes(name, _row, 7, share)).ToList()).ToList();

        taken.Zip(_shares).ShouldAllBe(each => each.First.SequenceEqual(names.Where(name => CanaryRoute.Takes(name, _row, 7, each.Second))));
        taken.Zip(taken.Skip(1)).ShouldAllBe(steps => !steps.First.Except(steps.Second).Any());
    }

    [Fact]
    public void A_name_counts_and_no_row_beside_it_and_without_a_name_every_value_of_every_row()
    {
        double[] two = [.. _row, .. _row], other = [.. _row, 120.5, 0.25, 1, 1];
        var versions = Enumerable.Range(1, 200).ToList();

        bool[] Ways(string? name, double[] rows) => [.. versions.Select(version => CanaryRoute.Takes(name, rows, version, 0.5))];

        Ways("r-1", two).ShouldBe(Ways("r-1", other));
        Ways(null, two).ShouldNotBe(Ways(null, other));
        Ways(null, two).ShouldNotBe(Ways(null, _row));
    }

    [Fact]
    public void Another_canary_meets_other_requests_first()
    {
        var names = Enumerable.Range(0, Keys).Select(i => Named("songs-{0}", i)).ToList();

        var (second, third) = (names.Where(name => CanaryRoute.Takes(name, _row, 2, 0.05)).ToHashSet(), names.Where(name => CanaryRoute.Takes(name, _row, 3, 0.05)).ToHashSet());

        // Independent of each other: a twentieth of one is in the other.
        var both = second.Intersect(third).Count();
        both.ShouldBeInRange(180, 330);
    }

    [Fact]
    public void Nobody_is_in_at_no_share_and_everybody_at_all()
    {
        var names = Enumerable.Range(0, 1_000).Select(i => Named("songs-{0}", i)).ToList();

        names.ShouldAllBe(name => !CanaryRoute.Takes(name, _row, 7, 0));
        names.ShouldAllBe(name => CanaryRoute.Takes(name, _row, 7, 1));
    }

    [Fact]
    public void Processes_of_neighbouring_versions_agree_so_the_route_never_changes()
    {
        var names = Enumerable.Range(0, 40).Select(i => Named("songs-{0}", 5_000 + (25 * i)));

        var ways = string.Concat(names.Select(name => CanaryRoute.Takes(name, _row, 2, 0.25) ? '1' : '0'));

        ways.ShouldBe("0001110110001100101000000000000010100000");
    }

    private static string Named(string form, int number) => string.Format(CultureInfo.InvariantCulture, form, number);
}
