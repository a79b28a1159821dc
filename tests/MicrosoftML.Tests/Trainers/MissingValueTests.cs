using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

/// <summary>ML.NET leaves out every row with a missing value, with no more than a line in its own log; the house's columns have none.</summary>
public class MissingValueTests
{
    [Theory]
    [MemberData(nameof(TrainersHere.Names), MemberType = typeof(TrainersHere))]
    public void Rows_with_a_missing_value_are_learned_from(string name)
    {
        // Only they tell that x1 decides: on the others it does not.
        var random = new SplitMix64(61);
        var data = Problem.Columns(1200, 2, (row, column) => column == 0
            ? row % 8 < 6 ? double.NaN : random.NextNormal()
            : row % 8 < 6 ? (row % 2 == 1 ? 1 : -1) * (0.5 + random.NextDouble()) : random.NextNormal());

        var model = TrainersHere.Get(name).Train(data, Problem.Defaults, 1);

        model.Score([double.NaN, 1]).ShouldBeGreaterThan(0.8);
        model.Score([double.NaN, -1]).ShouldBeLessThan(0.2);
    }
}
