using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.PostgreSql.Tests;

[Collection(DatabaseGroup.Name)]
public sealed class DatabaseLeaseTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly LeaseName _name = new("drift-detection", "hits");
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(5), _over = TimeSpan.FromSeconds(-1);
    private readonly List<RegistryDatabase> _opened = [];
    private string _address = "";

    public async ValueTask InitializeAsync() => _address = await server.CreateDatabaseAsync();

    public ValueTask DisposeAsync()
    {
        foreach (var database in _opened) database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void One_holds_it_and_the_next_one_has_a_higher_number()
    {
        var (a, b) = (Lease(), Lease());

        var first = a.TryTake("a", _long);
        var refused = b.TryTake("b", _long);
        a.GiveBack(first!.Value);
        var second = b.TryTake("b", _long);

        (first, refused, second).ShouldBe((1L, null, 2L));
        b.Read().ShouldBe(new LeaseRow(2, "b", IsFree: false));
    }

    [Fact]
    public void One_whose_time_is_over_keeps_it_until_another_takes_it()
    {
        var (a, b) = (Lease(), Lease());
        var first = a.TryTake("a", _over)!.Value;

        var isKept = a.Renew(first, _over);
        var isFree = b.Read()!.IsFree;
        var second = b.TryTake("b", _long);
        var isKeptStill = a.Renew(first, _long);
        a.GiveBack(first);

        (isKept, isFree, second, isKeptStill).ShouldBe((true, true, 2L, false));
        b.Read().ShouldBe(new LeaseRow(2, "b", IsFree: false));
    }

    [Fact]
    public void Services_and_models_have_leases_of_their_own()
    {
        var names = new[] { _name, _name with { Service = "retraining" }, _name with { Model = "other" } };

        var taken = names.Select(name => Lease(name).TryTake("a", _long));

        taken.ShouldBe([1L, 1L, 1L]);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_one_gets_it()
    {
        _ = Lease().Read();
        var leases = Enumerable.Range(0, 8).Select(_ => Lease()).ToList();

        var taken = await Task.WhenAll(leases.Select(lease => Task.Run(() => lease.TryTake("one of many", _long))));

        taken.OfType<long>().ShouldBe([1L]);
    }

    [Fact]
    public void What_is_written_under_a_number_that_is_not_the_newest_is_refused()
    {
        var (lease, state) = (Lease(), State());
        var never = state.TryWrite(1, new StatePlace("a log", 10), [1]);
        var first = lease.TryTake("a", _over)!.Value;
        // Its time is over, and nobody has taken it: what it knows is the newest there is.
        var late = state.TryWrite(first, new StatePlace("a log", 20), [2]);
        var second = lease.TryTake("b", _long)!.Value;

        var stale = state.TryWrite(first, new StatePlace("a log", 30), [3]);
        var isStill = (state.ReadPlace(), state.Read()!.Single());
        var fresh = state.TryWrite(second, new StatePlace("a log", 40), [4]);

        (never, late, stale, fresh).ShouldBe((false, true, false, true));
        isStill.ShouldBe((new StatePlace("a log", 20), (byte)2));
        (state.ReadPlace(), state.Read()!.Single()).ShouldBe((new StatePlace("a log", 40), (byte)4));
    }

    [Fact]
    public async Task What_a_former_holder_writes_while_another_takes_over_is_read_by_that_one_or_refused()
    {
        _ = Lease().Read();

        for (var round = 1; round <= 20; round++)
        {
            var (former, next, writes, reads) = (Lease(), Lease(), State(), State());
            var fence = former.TryTake("former", _over)!.Value;
            var position = 1_000L * round;
            var written = Task.Run(() => writes.TryWrite(fence, new StatePlace("a log", position), [1]));
            var read = await Task.Run(() => next.TryTake("next", _over) is not null ? reads.ReadPlace()?.Position : null);

            (await written).ShouldBe(read == position);
        }
    }

    private DatabaseLease Lease(LeaseName? name = null) => new(Database(), name ?? _name);

    private DatabaseState State() => new(Database(), _name);

    private RegistryDatabase Database()
    {
        _opened.Add(new RegistryDatabase(RegistryAddress.Parse(_address)));
        return _opened[^1];
    }
}
