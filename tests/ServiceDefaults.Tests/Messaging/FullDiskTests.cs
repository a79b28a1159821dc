using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.Tests.Messaging;

public sealed class FullDiskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_whose_consumer_found_the_disk_full_waits_for_room_and_is_not_given_up()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full, a device that is always full.");
        await using var app = await StartAsync<WriteCountdown>(tries: 100);
        var disk = app.Services.GetRequiredService<Disk>();

        await app.Services.GetRequiredService<IMessageBus>().PublishAsync(new Countdown(1), "1", Cancellation);
        await disk.TriedOften.Task.WaitAsync(Cancellation);
        disk.Path = disk.Room;
        await app.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        disk.Written.ShouldBe([1]);
    }

    [Fact]
    public async Task What_is_full_for_good_is_given_up_after_as_many_tries_as_are_set()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full, a device that is always full.");
        await using var app = await StartAsync<WriteCountdown>(tries: 7);
        var disk = app.Services.GetRequiredService<Disk>();

        await app.Services.GetRequiredService<IMessageBus>().PublishAsync(new Countdown(1), "1", Cancellation);
        await app.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        disk.Tries.ShouldBe(1 + 7);
        disk.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_error_of_a_file_is_tried_again_at_once_and_no_more()
    {
        await using var app = await StartAsync<WriteCountdown>(tries: 100);
        var disk = app.Services.GetRequiredService<Disk>();
        disk.Path = Path.Combine(disk.Room, "no", "such", "directory");

        await app.Services.GetRequiredService<IMessageBus>().PublishAsync(new Countdown(1), "1", Cancellation);
        await app.Services.GetRequiredService<BusActivity>().QuietAsync(Cancellation);

        disk.Tries.ShouldBe(1 + 3);
    }

    private static async Task<WebApplication> StartAsync<TConsumer>(int tries)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Messaging:FullDiskAgainAfter"] = "00:00:00.020";
        builder.Configuration["Messaging:FullDiskTries"] = $"{tries}";
        builder.AddServiceDefaults("tests");
        builder.Services.AddSingleton<Disk>();
        builder.AddMessaging(typeof(TConsumer));
        var app = builder.Build();
        await app.StartAsync(Cancellation);
        return app;
    }

    internal sealed class Disk : IDisposable
    {
        private readonly TemporaryData _data = new();

        public string Path { get; set; } = "/dev/full";

        public string Room => System.IO.Path.Combine(_data.Directory.Root, "room");

        public int Tries { get; private set; }

        /// <summary>More often than any other error is tried again.</summary>
        public TaskCompletionSource TriedOften { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<byte> Written => File.Exists(Room) ? File.ReadAllBytes(Room) : [];

        public void Write(byte value)
        {
            if (++Tries == 10) TriedOften.SetResult();
            File.WriteAllBytes(Path, [value]);
        }

        public void Dispose() => _data.Dispose();
    }

    internal sealed class WriteCountdown(Disk disk) : IConsumer<Countdown>
    {
        public Task Consume(ConsumeContext<Countdown> context)
        {
            disk.Write((byte)context.Message.Left);
            return Task.CompletedTask;
        }
    }
}
