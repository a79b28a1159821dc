using MonitoringDemo.Retraining.Obstacles;

namespace MonitoringDemo.Retraining.Tests.Obstacles;

public sealed class ObstacleFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_course_is_read_in_its_order_and_what_only_warns_does_not_block()
    {
        var course = Read("""
            { "obstacles": [
                { "kind": "slice", "where": "group=x", "leastAccuracy": 0.6 },
                { "kind": "swapped", "feature": "a", "with": "b", "mostPointsLost": 10, "onFail": "warn" }, // a comma too many is well
            ] }
            """);

        course.Select(placed => (placed.Test.Name, placed.Blocks)).ShouldBe([("accuracy where group=x", true), ("a and b swapped", false)]);
    }

    [Theory]
    [InlineData("""{ "obstacles": [] }""", "has no obstacle")]
    [InlineData("""{ "obstacles": [null] }""", "obstacle 1 is null")]
    [InlineData("""{ "obstacles": [{ "kind": "speed" }] }""", "obstacle 1: kind is 'speed'; accuracy, slice")]
    [InlineData("""{ "obstacles": [{ "kind": "bias", "leastRatio": 0.8 }] }""", "obstacle 1 (bias): 'feature' is missing")]
    [InlineData("""{ "obstacles": [{ "kind": "bias", "feature": "a" }] }""", "obstacle 1 (bias): 'leastRatio' is missing")]
    [InlineData("""{ "obstacles": [{ "kind": "accuracy", "leastAccuracy": 60 }] }""", "'leastAccuracy' is 60; it lies between 0 and 1")]
    [InlineData("""{ "obstacles": [{ "kind": "size", "mostKilobytes": 1 }, { "kind": "direction", "feature": "a", "moves": "left", "mostShare": 0 }] }""", "obstacle 2 (direction): 'moves' is 'left'; up or down")]
    [InlineData("""{ "obstacles": [{ "kind": "size", "mostKilobytes": 1, "onFail": "panic" }] }""", "onFail is 'panic'; block or warn")]
    [InlineData("""{ "obstacles": [{ "kind": "size", "most": 1 }] }""", "is no course")]
    [InlineData("[", "is no course")]
    public void What_will_not_do_is_refused_with_its_place_and_the_mend(string json, string expected)
    {
        Should.Throw<FormatException>(() => Read(json)).Message.ShouldContain(expected);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        Should.Throw<FormatException>(() => ObstacleFile.Read(_path + ".not")).Message.ShouldContain("cannot be read");
    }

    private IReadOnlyList<PlacedObstacle> Read(string json)
    {
        File.WriteAllText(_path, json);
        return ObstacleFile.Read(_path);
    }
}
