using MonitoringDemo.Alerting;
using MonitoringDemo.ControlRoom;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Inference;
using MonitoringDemo.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging.Parking;
using MonitoringDemo.Traffic;

namespace MonitoringDemo.Demo.Parked;

/// <summary>The parking queues of the fleet's services on a broker.</summary>
internal sealed class FleetParking : IAsyncDisposable
{
    private const string Ending = "-parked";

    private static readonly IReadOnlyList<ParkingPlace> _all = ParkingPlace.Of(
    [
        .. InferenceModule.Consumers, .. DriftDetectionModule.Consumers, .. RetrainingModule.Consumers, .. AlertingModule.Consumers, .. ControlRoomModule.Consumers, .. TrafficModule.Consumers,
    ]);

    private readonly ParkingQueues _queues;
    private readonly IReadOnlyList<ParkingPlace> _places;
    private readonly List<string> _refused = [];

    private FleetParking(ParkingQueues queues, IReadOnlyList<ParkingPlace> places) => (_queues, _places) = (queues, places);

    /// <summary>The services that consume messages.</summary>
    public static IEnumerable<string> Services => _all.Select(place => place.Queue[..^Ending.Length]);

    /// <summary>What lies there and could not be looked at, in words.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <param name="service">One service alone; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnusableInputException">There is no such service, or the broker cannot be used.</exception>
    public static async Task<FleetParking> OpenAsync(string? service, CancellationToken cancellation)
    {
        var places = _all.Where(place => service is null || place.Queue == service + Ending).ToList();
        if (places.Count == 0) throw new UnusableInputException($"No service '{service}' consumes messages; those that do: {string.Join(", ", Services)}.");
        try
        {
            return new FleetParking(await ParkingQueues.OpenAsync(new ConfigurationBuilder().AddEnvironmentVariables().Build(), cancellation), places);
        }
        catch (IOException e)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }

    /// <summary>Those of every service that may be looked at.</summary>
    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(CancellationToken cancellation)
    {
        var listed = new List<ParkedMessage>();
        await EachAsync(async place => listed.AddRange(await _queues.ListAsync(place, cancellation)));
        return listed;
    }

    /// <param name="id">One message; null for all.</param>
    /// <param name="to">Another queue of the service.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(IReadOnlyList<ParkedMessage> PutBack, IReadOnlyList<ParkedMessage> Left)> ReplayAsync(string? id, string? to, CancellationToken cancellation)
    {
        var (putBack, left) = (new List<ParkedMessage>(), new List<ParkedMessage>());
        await EachAsync(async place =>
        {
            var (back, stay) = await _queues.ReplayAsync(place, message => id is null || message.Id == id, to, cancellation);
            putBack.AddRange(back);
            left.AddRange(stay);
        });
        return (putBack, left);
    }

    /// <returns>How many are gone.</returns>
    public async Task<int> DropAsync(Func<string, bool> which, CancellationToken cancellation)
    {
        var dropped = 0;
        await EachAsync(async place => dropped += (await _queues.DropAsync(place, message => which(message.Id), cancellation)).Count);
        return dropped;
    }

    public ValueTask DisposeAsync() => _queues.DisposeAsync();

    private async Task EachAsync(Func<ParkingPlace, Task> act)
    {
        foreach (var place in _places)
        {
            try
            {
                await act(place);
            }
            catch (UnauthorizedAccessException e)
            {
                _refused.Add(e.Message);
            }
            catch (IOException e)
            {
                throw new UnusableInputException(e.Message, e);
            }
        }
    }
}
