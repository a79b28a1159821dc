using System.Net;

namespace MonitoringDemo.DriftDetection.Tests.ReadLog;

public sealed class StandByTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly PublishedFindings _published = new();
    private readonly SmallWorld _world;
    private readonly Turns _turns = new();
    private readonly Turn _first = new(), _second = new();

    public StandByTests() => _world = new SmallWorld(_data.Path);

    public void Dispose()
    {
        _world.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Two_that_take_turns_tell_what_one_alone_tells()
    {
        var expected = await ToldByOneAloneAsync();
        await using var a = await HouseAsync(_first);
        await using var b = await HouseAsync(_second);
        var turn = 0;

        await StoryAsync(_world, async () =>
        {
            // Every third time it changes hands, and the one before has not noticed.
            if (turn++ % 3 == 0) _turns.Give(turn % 2 == 0 ? _first : _second);
            await a.DrainAsync();
            await b.DrainAsync();
        });

        expected.Count.ShouldBeGreaterThan(3);
        _published.Told.ShouldBe(expected);
        _turns.Refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task One_that_was_frozen_before_it_saved_a_finding_tells_nothing_and_stands_by()
    {
        var expected = await ToldByOneAloneAsync();
        await using var a = await HouseAsync(_first);
        await using var b = await HouseAsync(_second);
        _turns.Give(_first);
        _turns.BeforeSave = () => _turns.Give(_second);

        await StoryAsync(_world, a.DrainAsync);
        var toldByTheFirst = _published.Told.ToList();
        await b.DrainAsync();

        toldByTheFirst.ShouldBeEmpty();
        _first.Fence.ShouldBeNull();
        _published.Told.ShouldBe(expected);
    }

    [Fact]
    public async Task One_that_stands_by_says_so_instead_of_showing_nothing()
    {
        await using var house = await HouseAsync(_first);

        using var answer = await house.Http.GetAsync(new Uri("/v1/drift", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("stands by");
    }

    private static async Task<List<string>> ToldByOneAloneAsync()
    {
        using var data = new TemporaryDirectory();
        using var world = new SmallWorld(data.Path);
        var told = new PublishedFindings();
        await using var house = await DriftHouse.StartAsync(data.Path, told);
        await StoryAsync(world, house.DrainAsync);
        return [.. told.Told];
    }

    private static async Task StoryAsync(SmallWorld world, Func<Task> afterStep)
    {
        foreach (var (row, then) in new (long, Action)[]
        {
            (8_000, () => world.InSeconds = true), (9_000, () => world.InSeconds = false), (9_500, () => world.ErrorRate = 0.6), (11_000, () => world.ErrorRate = 0.2), (13_500, () => { }),
        })
        {
            while (world.NextRow < row)
            {
                world.StepTo(world.NextRow + 1);
                await afterStep();
            }

            then();
        }
    }

    private Task<DriftHouse> HouseAsync(Turn turn) => DriftHouse.StartAsync(_data.Path, _published, turn, _turns);
}
