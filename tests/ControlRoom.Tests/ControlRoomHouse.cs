using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ControlRoom.Tests;

/// <summary>The whole service on a free port, with the list of scenarios beside it as in the demo.</summary>
internal sealed class ControlRoomHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _data = Directory.CreateTempSubdirectory("control-room-").FullName;

    public ControlRoomHouse(bool withScenarios = true, IStartOver? startOver = null, (string Key, string? Value)[]? settings = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Data:Directory", _data), new("urls", "http://127.0.0.1:0"), new("ControlRoom:Heartbeat", "00:00:00.2"), new("Pump:Lockstep", "true"),
            .. (settings ?? []).Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Sent);
        if (startOver is not null)
            builder.Services.AddSingleton(startOver);
        builder.AddServiceDefaults("control-room");
        builder.AddControlRoom();
        builder.AddMessaging([.. ControlRoomModule.Consumers, typeof(KeepCommands)]);

        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapControlRoom();
        if (withScenarios)
            _app.MapGet("/v1/scenarios", () => TypedResults.Ok(new object[]
            {
                new { id = "steady", title = "Steady", whatToLookFor = "Nothing.", budget = 3 },
                new { id = "taste-flip", title = "Taste flip", inShort = "Hits become misses", whatToLookFor = "A fall and a recovery.", budget = 3 },
            }));
    }

    public SentCommands Sent { get; } = new();

    public HttpClient Http { get; } = new();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<ControlRoomHouse> StartAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http.BaseAddress = new Uri(_app.Urls.First());
        return this;
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async Task SendAsync(object message, string key)
    {
        await Get<IMessageBus>().PublishAsync(message, key, TestContext.Current.CancellationToken);
        await QuietAsync();
    }

    public Task QuietAsync() => Get<BusActivity>().QuietAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    internal sealed class SentCommands
    {
        public List<object> Messages { get; } = [];
    }

    internal sealed class KeepCommands(SentCommands sent) :
        IConsumer<StartScenario>, IConsumer<EndScenario>, IConsumer<SetPace>, IConsumer<RestoreModel>, IConsumer<CloseAlert>, IConsumer<AcceptData>,
        IConsumer<RetrainModel>, IConsumer<JudgeVersion>, IConsumer<SetFreeze>, IConsumer<RollBackRelease>, IConsumer<RetireVersion>
    {
        public Task Consume(ConsumeContext<StartScenario> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<EndScenario> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<SetPace> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<RestoreModel> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<CloseAlert> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<AcceptData> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<RetrainModel> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<JudgeVersion> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<SetFreeze> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<RollBackRelease> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<RetireVersion> context) => Keep(context.Message);

        private Task Keep(object message)
        {
            sent.Messages.Add(message);
            return Task.CompletedTask;
        }
    }
}
