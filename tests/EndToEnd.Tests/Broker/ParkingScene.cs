using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging.Parking;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>A service whose one consumer fails until it is mended, and what is parked of its messages.</summary>
internal static class ParkingScene
{
    public const string Queue = "obey-when-mended";

    public static ParkingPlace Place { get; } = ParkingPlace.Of([typeof(ObeyWhenMended)]).Single();

    public static string AddressOf(RabbitMqServer broker) => $"amqp://guest:guest@127.0.0.1:{broker.Port}/";

    public static async Task<BusHost> StartAsync(RabbitMqServer broker, Book book, CancellationToken cancellationToken, bool isReady = true)
    {
        var host = await BusHost.StartAsync(AddressOf(broker), [typeof(ObeyWhenMended)], [typeof(AnnounceRelease)], cancellationToken, services: services => services.AddSingleton(book));
        if (isReady) await host.IsReadyAsync(cancellationToken);
        return host;
    }

    public static Task<ParkingQueues> OpenAsync(RabbitMqServer broker, CancellationToken cancellationToken) =>
        ParkingQueues.OpenAsync(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:RabbitMQ", AddressOf(broker))]).Build(), cancellationToken);

    public static Task<IReadOnlyList<ParkedMessage>> ParkedAsync(ParkingQueues parking, int count, CancellationToken cancellationToken) => Eventually.Get(
        async token => await parking.ListAsync(Place, token) is { } parked && parked.Count == count ? parked : null, TimeSpan.FromSeconds(30), $"{count} are parked", cancellationToken);

    public static string Envelope(string message) =>
        $$"""{ "messageId": "3f0c0000-0000-4000-8000-000000000002", "messageType": ["urn:message:MonitoringDemo.Messages.Retraining:AnnounceRelease"], "message": {{message}} }""";

    internal sealed class Book
    {
        public bool IsMended { get; set; }

        public TaskCompletionSource<(Guid? Id, string RequestedBy)> Obeyed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class ObeyWhenMended(Book book) : IConsumer<AnnounceRelease>
    {
        public Task Consume(ConsumeContext<AnnounceRelease> context)
        {
            if (!book.IsMended) throw new InvalidOperationException("not mended");
            book.Obeyed.TrySetResult((context.MessageId, context.Message.RequestedBy));
            return Task.CompletedTask;
        }
    }
}
